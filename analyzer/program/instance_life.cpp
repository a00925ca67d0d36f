#include "program/instance_life.h"

#include <algorithm>

#include "program/returns.h"
#include "python/visit.h"

namespace forklint::program {
namespace {

python::Block body_around(const Site& site) {
  return site.function == nullptr ? site.module->syntax.body() : site.function->body;
}

bool ends_block(const python::Stmt& stmt) {
  const auto* simple = python::as<python::Simple>(&stmt);
  return stmt.kind == python::StmtKind::return_ || stmt.kind == python::StmtKind::raise ||
         (simple != nullptr && simple->simple != python::SimpleKind::pass);
}

// `len(loader)`
bool is_length_of_name(const python::Expr& expr) {
  const auto* call = python::as<python::Call>(&expr);
  const auto* callee = call == nullptr ? nullptr : python::as<python::Name>(call->callee);
  return callee != nullptr && callee->id == "len" && call->arguments.size() == 1 &&
         call->arguments.front().value->kind == python::ExprKind::name;
}

}  // namespace

bool stays_in_sight(const Site& site) {
  const python::Name* name = nullptr;
  for_each_statement(body_around(site), [&](const python::Stmt& stmt) {
    const auto* assign = python::as<python::Assign>(&stmt);
    if (assign == nullptr || assign->value != site.call->call || assign->targets.size() != 1) return;
    name = python::as<python::Name>(assign->targets.front());
  });
  if (name == nullptr) return false;
  // Anything but `name.attribute` lets the instance out of sight. Assignments are plain uses of their own.
  std::size_t plain_uses = 0;
  std::size_t assignments = 0;
  bool nested = false;
  const python::ExprVisitor visit = [&](const python::Expr& expr) {
    const auto* attribute = python::as<python::Attribute>(&expr);
    if (attribute != nullptr && attribute->value->kind == python::ExprKind::name) return;
    if (is_length_of_name(expr)) return;
    const auto* plain = python::as<python::Name>(&expr);
    plain_uses += plain != nullptr && plain->id == name->id;
    nested = nested || expr.kind == python::ExprKind::lambda;
    python::for_each_child(expr, visit);
  };
  for_each_statement(body_around(site), [&](const python::Stmt& stmt) {
    python::for_each_expression(stmt, visit);
    const auto* assign = python::as<python::Assign>(&stmt);
    const auto* target = assign == nullptr || assign->targets.size() != 1
                             ? nullptr
                             : python::as<python::Name>(assign->targets.front());
    assignments += target != nullptr && target->id == name->id;
    nested = nested || (site.function != nullptr && stmt.kind == python::StmtKind::function);
  });
  return plain_uses == assignments && !nested;
}

bool is_only_compared(const Site& site) {
  bool compared = false;
  const python::ExprVisitor visit = [&](const python::Expr& expr) {
    if (const auto* compare = python::as<python::Compare>(&expr)) {
      compared = compared || compare->left == site.call->call ||
                 std::any_of(compare->rest.begin(), compare->rest.end(),
                             [&](const python::Comparison& each) { return each.right == site.call->call; });
    }
    python::for_each_child(expr, visit);
  };
  for_each_statement(body_around(site),
                     [&](const python::Stmt& stmt) { python::for_each_expression(stmt, visit); });
  return compared;
}

std::vector<Span> dead_code(const python::PythonModule& module) {
  std::vector<Span> dead;
  const auto note = [&](python::Block block) {
    const auto end =
        std::find_if(block.begin(), block.end(), [](const python::Stmt* stmt) { return ends_block(*stmt); });
    if (end == block.end() || std::next(end) == block.end()) return;
    dead.push_back({(*std::next(end))->span.begin, block.back()->span.end});
  };
  for_each_nested_block(module.body(), note);
  for (const python::Function* function : module.functions()) for_each_nested_block(function->body, note);
  return dead;
}

}  // namespace forklint::program
