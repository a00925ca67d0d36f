#include "rewrite/main_part.h"

#include <algorithm>

#include "python/visit.h"
#include "rewrite/block_text.h"
#include "rewrite/safety.h"

namespace forklint::rewrite {
namespace {

using program::Module;
using program::Program;
using python::ExprKind;
using python::Stmt;
using python::StmtKind;

bool calls(const python::Expr& expr) {
  switch (expr.kind) {
    case ExprKind::call:
    case ExprKind::await:
    case ExprKind::yield:
    case ExprKind::unparsed:
      return true;
    default: {
      bool found = false;
      python::for_each_child(expr, [&](const python::Expr& child) { found = found || calls(child); });
      return found;
    }
  }
}

bool calls_itself(const Stmt& stmt) {
  bool found = false;
  python::for_each_expression(stmt, [&](const python::Expr& expr) { found = found || calls(expr); });
  return found;
}

bool is_assignment(const Stmt& stmt) {
  return stmt.kind == StmtKind::assign || stmt.kind == StmtKind::ann_assign;
}

bool is_text(const Stmt& stmt) {
  const auto* expression = python::as<python::ExpressionStmt>(&stmt);
  return expression != nullptr && expression->value->kind == ExprKind::string;
}

bool is_definition(const Stmt& stmt) {
  switch (stmt.kind) {
    case StmtKind::import:
    case StmtKind::import_from:
    case StmtKind::function:
    case StmtKind::class_:
    case StmtKind::type_alias:
      return true;
    default:
      return false;
  }
}

enum class Effect : std::uint8_t { none, assigns_a_call, acts };

Effect effect_of(const Stmt& stmt);

Effect effect_of(python::Block block) {
  Effect effect = Effect::none;
  for (const Stmt* stmt : block) effect = std::max(effect, effect_of(*stmt));
  return effect;
}

// What importing the module again does because of the statement.
Effect effect_of(const Stmt& stmt) {
  if (is_definition(stmt) || is_text(stmt)) return Effect::none;
  if (is_assignment(stmt)) return calls_itself(stmt) ? Effect::assigns_a_call : Effect::none;
  if (const auto* simple = python::as<python::Simple>(&stmt))
    return simple->simple == python::SimpleKind::pass ? Effect::none : Effect::acts;
  if (const auto* test = python::as<python::If>(&stmt)) {
    Effect effect = effect_of(test->orelse);
    for (const python::Branch& branch : test->branches) effect = std::max(effect, effect_of(branch.body));
    return calls_itself(stmt) ? Effect::acts : effect;
  }
  if (const auto* attempt = python::as<python::Try>(&stmt)) {
    Effect effect =
        std::max({effect_of(attempt->body), effect_of(attempt->orelse), effect_of(attempt->finally)});
    for (const python::Handler& handler : attempt->handlers)
      effect = std::max(effect, effect_of(handler.body));
    return effect;
  }
  return Effect::acts;
}

bool defines_something(const Stmt& stmt) {
  const auto* test = python::as<python::If>(&stmt);
  const auto* attempt = python::as<python::Try>(&stmt);
  const auto defines = [](python::Block block) {
    return std::any_of(block.begin(), block.end(), [](const Stmt* each) { return defines_something(*each); });
  };
  if (is_definition(stmt)) return true;
  if (test != nullptr) {
    return defines(test->orelse) ||
           std::any_of(test->branches.begin(), test->branches.end(),
                       [&](const python::Branch& each) { return defines(each.body); });
  }
  return attempt != nullptr && defines(attempt->body);
}

bool is_guard(const Stmt& stmt) {
  const auto* test = python::as<python::If>(&stmt);
  return test != nullptr && is_main_guard(*test->branches.front().test);
}

// Behind the last definition, and behind the constants that come first.
std::size_t begin_of_part(python::Block body) {
  std::size_t first = body.size();
  while (first > 0 && !defines_something(*body[first - 1])) --first;
  while (first < body.size() && (is_assignment(*body[first]) || is_text(*body[first])) &&
         effect_of(*body[first]) == Effect::none)
    ++first;
  return first;
}

// Whether a function or class outside of the part reads what is bound in it.
bool is_needed_outside(const Module& module, Span part) {
  const auto names = module.syntax.names_in({0, UINT32_MAX});
  return std::any_of(names.begin(), names.end(), [&](const python::Name* name) {
    if (part.contains(name->span)) return false;
    const auto found = module.syntax.scope().names.find(name->id);
    if (found == module.syntax.scope().names.end()) return false;
    const auto use = module.syntax.use_of(*name);
    return std::any_of(use.bindings.begin(), use.bindings.end(),
                       [&](const python::Binding* binding) { return part.contains(binding->span); });
  });
}

}  // namespace

std::optional<MainPart> main_part_of(const Program& program, const Module& module) {
  const python::Block body = module.syntax.body();
  const std::size_t first = begin_of_part(body);
  const bool is_broken = std::any_of(body.begin(), body.end(), [](const Stmt* stmt) {
    return stmt->damaged || stmt->kind == StmtKind::unparsed || is_guard(*stmt);
  });
  if (module.syntax.source().notebook() != nullptr || first == body.size() || is_broken ||
      program.is_imported(module))
    return std::nullopt;
  MainPart part;
  for (std::size_t i = 0; i < first; ++i) {
    const Effect effect = effect_of(*body[i]);
    if (effect == Effect::acts) return std::nullopt;
    if (effect == Effect::assigns_a_call && part.repeated == nullptr) part.repeated = body[i];
  }
  const std::uint32_t line = line_start(module, body[first]->span.begin);
  // `x = 1; main()`
  if (first > 0 && body[first - 1]->span.end > line) return std::nullopt;
  part.span = {with_comments_above(module, line), body.back()->span.end};
  if (is_needed_outside(module, part.span)) return std::nullopt;
  return part;
}

void put_under_guard(const Module& module, const MainPart& part, const std::string& first, Draft& draft) {
  const std::string unit = indentation_unit(module);
  std::string header = "if __name__ == \"__main__\":\n";
  if (!first.empty()) header += unit + first + "\n";
  for (const std::uint32_t line : movable_lines(module, part.span)) {
    draft.put_before(module, line, (line == part.span.begin ? header : "") + unit);
  }
}

}  // namespace forklint::rewrite
