#include "program/returns.h"

#include <algorithm>
#include <limits>

namespace forklint::program {
namespace {

using python::Block;
using python::Stmt;
using Prune = std::function<Verdict(const python::Expr&)>;

// Calls `visit` for the blocks directly inside a statement. `prune` may be empty.
void for_each_block(const Stmt& stmt, const Prune& prune, const std::function<void(Block)>& visit) {
  if (const auto* node = python::as<python::If>(&stmt)) {
    for (const python::Branch& branch : node->branches) {
      const Verdict verdict = prune ? prune(*branch.test) : Verdict::depends;
      if (verdict != Verdict::never) visit(branch.body);
      if (verdict == Verdict::always) return;
    }
    visit(node->orelse);
  } else if (const auto* loop = python::as<python::While>(&stmt)) {
    visit(loop->body);
    visit(loop->orelse);
  } else if (const auto* each = python::as<python::For>(&stmt)) {
    visit(each->body);
    visit(each->orelse);
  } else if (const auto* attempt = python::as<python::Try>(&stmt)) {
    visit(attempt->body);
    for (const python::Handler& handler : attempt->handlers) visit(handler.body);
    visit(attempt->orelse);
    visit(attempt->finally);
  } else if (const auto* with = python::as<python::With>(&stmt)) {
    visit(with->body);
  } else if (const auto* match = python::as<python::Match>(&stmt)) {
    for (const python::Case& each_case : match->cases) visit(each_case.body);
  }
}

void walk(Block body, const Prune& prune, const std::function<void(const Stmt&)>& visit) {
  for (const Stmt* stmt : body) {
    visit(*stmt);
    for_each_block(*stmt, prune, [&](Block inner) { walk(inner, prune, visit); });
  }
}

}  // namespace

void for_each_statement(Block body, const std::function<void(const Stmt&)>& visit) { walk(body, {}, visit); }

void for_each_nested_block(Block body, const std::function<void(Block)>& visit) {
  visit(body);
  for (const Stmt* stmt : body) {
    for_each_block(*stmt, {}, [&](Block inner) { for_each_nested_block(inner, visit); });
  }
}

void for_each_nested_block_of(const Stmt& stmt, const std::function<void(Block)>& visit) {
  for_each_block(stmt, {}, visit);
}

void for_each_return(Block body, const Prune& verdict,
                     const std::function<void(const python::Expr*)>& visit) {
  walk(body, verdict, [&](const Stmt& stmt) {
    if (const auto* node = python::as<python::Return>(&stmt)) visit(node->value);
  });
}

// The yield that a statement consists of or assigns; null for any other.
const python::Yield* yield_of(const Stmt& stmt) {
  if (const auto* node = python::as<python::ExpressionStmt>(&stmt))
    return python::as<python::Yield>(node->value);
  if (const auto* node = python::as<python::Assign>(&stmt)) return python::as<python::Yield>(node->value);
  return nullptr;
}

void for_each_yield(Block body, const std::function<void(const python::Expr&)>& visit) {
  walk(body, {}, [&](const Stmt& stmt) {
    const python::Yield* yield = yield_of(stmt);
    if (yield != nullptr && yield->value != nullptr && !yield->is_from) visit(*yield->value);
  });
}

std::uint32_t first_yield(Block body) {
  std::uint32_t first = std::numeric_limits<std::uint32_t>::max();
  walk(body, {}, [&](const Stmt& stmt) {
    if (yield_of(stmt) != nullptr) first = std::min(first, stmt.span.begin);
  });
  return first;
}

bool is_context_manager(const python::Function& function) {
  return function.is_generator &&
         std::any_of(function.decorators.begin(), function.decorators.end(),
                     [](const python::Expr* decorator) {
                       const auto* name = python::as<python::Name>(decorator);
                       const auto* attribute = python::as<python::Attribute>(decorator);
                       const std::string_view last = name != nullptr        ? name->id
                                                     : attribute != nullptr ? attribute->name
                                                                            : std::string_view{};
                       return last == "contextmanager" || last == "asynccontextmanager";
                     });
}

}  // namespace forklint::program
