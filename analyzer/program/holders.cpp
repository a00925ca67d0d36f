#include "program/holders.h"

#include <algorithm>
#include <ranges>

#include "base/word.h"
#include "program/returns.h"
#include "python/methods.h"
#include "python/visit.h"

namespace forklint::program {
namespace {

bool is_super_call(const python::Expr& callee) {
  const auto* attribute = python::as<python::Attribute>(&callee);
  return attribute != nullptr && python::is_super(*attribute->value);
}

bool is_self_attribute(const python::Expr& expr, const python::Function& function) {
  const auto* attribute = python::as<python::Attribute>(&expr);
  return attribute != nullptr && function.class_ != nullptr && python::is_self(*attribute->value, function);
}

// What the value is assigned to; null for several targets and for any other statement.
const python::Expr* target_of(const python::Stmt& stmt, const python::Expr& value) {
  const auto* assign = python::as<python::Assign>(&stmt);
  if (assign != nullptr && assign->value == &value && assign->targets.size() == 1)
    return assign->targets.front();
  const auto* typed = python::as<python::AnnAssign>(&stmt);
  return typed != nullptr && typed->value == &value ? typed->target : nullptr;
}

const python::Expr* name_of_with(const python::Stmt& stmt, const python::Expr& context, bool& is_with) {
  const auto* with = python::as<python::With>(&stmt);
  if (with == nullptr) return nullptr;
  for (const python::WithItem& item : with->items) {
    is_with = is_with || item.context == &context;
    if (item.context == &context) return item.target;
  }
  return nullptr;
}

// `next(batches)`, `len(loader)`, `list(loader)`
bool only_asks(const python::Call& call) {
  const auto* callee = python::as<python::Name>(call.callee);
  return callee != nullptr && call.arguments.size() == 1 &&
         (callee->id == "next" || callee->id == "len" || callee->id == "list");
}

}  // namespace

bool is_held_elsewhere(const python::Function& function, std::string_view name, const Module& module,
                       const std::function<bool(const python::Call&)>& lets_go) {
  const auto bindings = function.scope->names.find(name);
  if (bindings == function.scope->names.end()) return true;
  bool escapes = false;
  const auto is_name = [&](const python::Expr* expr) {
    const auto* plain = python::as<python::Name>(expr);
    return plain != nullptr && plain->id == name;
  };
  const auto mentions = [&](Span span) { return text::holds_word(module.syntax.source().text(span), name); };
  python::ExprVisitor visit;
  // `[batch for batch in loader]` is over with its last item.
  const auto visit_comprehension = [&](const python::Comprehension& node) {
    const bool is_generator = node.comprehension == python::ComprehensionKind::generator;
    python::for_each_child(node, [&](const python::Expr& child) {
      if (is_generator || !is_name(&child) || &child == node.element) visit(child);
    });
  };
  visit = [&](const python::Expr& expr) {
    const auto* attribute = python::as<python::Attribute>(&expr);
    if (attribute != nullptr && is_name(attribute->value)) return;
    if (expr.kind == python::ExprKind::compare) return;
    if (expr.kind == python::ExprKind::lambda) {
      escapes = escapes || mentions(expr.span);
      return;
    }
    const auto* call = python::as<python::Call>(&expr);
    if (call != nullptr && (lets_go(*call) || only_asks(*call))) return;
    if (const auto* each = python::as<python::Comprehension>(&expr)) return visit_comprehension(*each);
    escapes = escapes || is_name(&expr);
    python::for_each_child(expr, visit);
  };
  for_each_statement(function.body, [&](const python::Stmt& stmt) {
    const auto* assign = python::as<python::Assign>(&stmt);
    const auto* typed = python::as<python::AnnAssign>(&stmt);
    const auto* loop = python::as<python::For>(&stmt);
    if (assign != nullptr) return visit(*assign->value);
    if (typed != nullptr) return typed->value == nullptr ? void() : visit(*typed->value);
    if (loop != nullptr && is_name(loop->iterable)) return;
    if (const auto* with = python::as<python::With>(&stmt)) {
      for (const python::WithItem& item : with->items) {
        if (!is_name(item.context)) visit(*item.context);
      }
      return;
    }
    if (stmt.kind == python::StmtKind::delete_) return;
    if (stmt.kind == python::StmtKind::function || stmt.kind == python::StmtKind::class_) {
      escapes = escapes || mentions(stmt.span);
      return;
    }
    python::for_each_expression(stmt, visit);
  });
  return escapes;
}

Holders::Holders(Evaluator& evaluator, const std::vector<std::unique_ptr<Site>>& sites)
    : evaluator_(evaluator) {
  for (const auto& site : sites) {
    if (site->call != nullptr && site->api->creates != catalog::Creates::nothing)
      creating_.insert(site->call->call);
  }
}

const python::Function* Holders::last_holder(const Path& path) {
  bool is_self = false;
  for (const Step& step : path | std::views::reverse) {
    const python::CallSite* call = step.item->call;
    if (call == nullptr || call->function == nullptr) return nullptr;
    // The object of a method that made it: up to the call that makes the object itself.
    if (is_self && !constructs(step)) {
      const python::Expr& callee = *call->call->callee;
      if (!is_self_attribute(callee, *call->function) && !is_super_call(callee)) return nullptr;
      continue;
    }
    switch (keeping_of(*call, *step.module)) {
      case Keeping::by_local_name:
        return call->function;
      case Keeping::by_self:
        is_self = true;
        break;
      case Keeping::unknown:
        return nullptr;
    }
  }
  return nullptr;
}

bool Holders::constructs(const Step& step) {
  const ValueSet callees = evaluator_.callees(*step.item->call->call, *step.module);
  return std::any_of(callees.values().begin(), callees.values().end(),
                     [](const Value& callee) { return callee.kind == ValueKind::class_; });
}

Holders::Keeping Holders::keeping_of(const python::CallSite& call, const Module& module) {
  const auto [known, is_new] = keeping_.try_emplace(&call, Keeping::unknown);
  if (is_new) known->second = find_keeping(call, module);
  return known->second;
}

Holders::Keeping Holders::find_keeping(const python::CallSite& call, const Module& module) const {
  const python::Function& function = *call.function;
  Keeping keeping = Keeping::unknown;
  for_each_statement(function.body, [&](const python::Stmt& stmt) {
    bool is_with = false;
    const python::Expr* target = target_of(stmt, *call.call);
    if (target == nullptr) target = name_of_with(stmt, *call.call, is_with);
    const auto* statement = python::as<python::ExpressionStmt>(&stmt);
    const bool is_dropped = statement != nullptr && statement->value == call.call;
    if (is_dropped || (is_with && target == nullptr)) keeping = Keeping::by_local_name;
    if (target == nullptr) return;
    const auto* name = python::as<python::Name>(target);
    if (is_self_attribute(*target, function)) {
      keeping = Keeping::by_self;
    } else if (name != nullptr &&
               !is_held_elsewhere(function, name->id, module,
                                  [&](const python::Call& each) { return creates(each); })) {
      keeping = Keeping::by_local_name;
    }
  });
  return keeping;
}

}  // namespace forklint::program
