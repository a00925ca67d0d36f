// room: python
// What holds for the Python front end on any bytes: it returns, every span lies in its file, a node lies
// inside of the node that contains it, statements follow each other, and calls are numbered once each.
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "python/module.h"
#include "source/source_file.h"

namespace {

using namespace forklint;
using namespace forklint::python;

void require(bool holds, std::string_view property, Span span) {
  if (holds) return;
  std::cerr << "broken: " << property << " at bytes " << span.begin << " to " << span.end << "\n";
  std::abort();
}

// Walks the expressions of a module as far as its public types name children, with the span around them.
class SpanCheck {
 public:
  void statements(Block block, Span around) {
    std::uint32_t previous_end = around.begin;
    for (const Stmt* stmt : block) {
      nested(stmt->span, around);
      require(previous_end <= stmt->span.begin, "statements follow each other", stmt->span);
      previous_end = stmt->span.end;
      statement(*stmt);
    }
  }

  void call(const Call& call) {
    nested(call.parentheses, call.span);
    expression(call.callee, call.span);
    for (const Argument& argument : call.arguments) {
      nested(argument.span, call.span);
      expression(argument.value, argument.span);
    }
  }

 private:
  static void nested(Span inner, Span outer) {
    require(inner.begin <= inner.end, "a span begins before it ends", inner);
    require(outer.contains(inner), "a node lies in the one that contains it", inner);
  }

  void expression(const Expr* expr, Span around) {
    if (expr == nullptr) return;
    nested(expr->span, around);
    if (const auto* attribute = as<Attribute>(expr)) {
      nested(attribute->name_span, expr->span);
      expression(attribute->value, expr->span);
    } else if (const auto* inner = as<Call>(expr)) {
      call(*inner);
    } else if (const auto* sequence = as<Sequence>(expr)) {
      for (const Expr* item : sequence->items) expression(item, expr->span);
    } else if (const auto* binary = as<Binary>(expr)) {
      expression(binary->left, expr->span);
      expression(binary->right, expr->span);
    } else if (const auto* text = as<String>(expr)) {
      for (const Expr* part : text->interpolations) expression(part, expr->span);
    }
  }

  void statement(const Stmt& stmt) {
    if (const auto* plain = as<ExpressionStmt>(&stmt)) {
      expression(plain->value, stmt.span);
    } else if (const auto* assign = as<Assign>(&stmt)) {
      for (const Expr* target : assign->targets) expression(target, stmt.span);
      expression(assign->value, stmt.span);
    } else if (const auto* choice = as<If>(&stmt)) {
      for (const Branch& branch : choice->branches) {
        expression(branch.test, stmt.span);
        statements(branch.body, stmt.span);
      }
      statements(choice->orelse, stmt.span);
    } else if (const auto* loop = as<For>(&stmt)) {
      expression(loop->iterable, stmt.span);
      statements(loop->body, stmt.span);
    } else if (const auto* with = as<With>(&stmt)) {
      for (const WithItem& item : with->items) expression(item.context, stmt.span);
      statements(with->body, stmt.span);
    } else if (const auto* function = as<FunctionDef>(&stmt)) {
      statements(function->function->body, function->function->span);
    } else if (const auto* type = as<ClassDef>(&stmt)) {
      statements(type->class_->body, type->class_->span);
    }
  }
};

void check(const PythonModule& module) {
  const Span file{0, static_cast<std::uint32_t>(module.source().bytes().size())};
  SpanCheck spans;
  spans.statements(module.body(), file);

  std::set<const Call*> seen;
  for (const CallSite& site : module.calls()) {
    require(file.contains(site.call->span), "a call lies in the file", site.call->span);
    require(seen.insert(site.call).second, "a call is listed once", site.call->span);
    require(module.site_of(*site.call) == &site, "a call leads back to its site", site.call->span);
    spans.call(*site.call);
  }
  for (const Comment& comment : module.comments()) {
    require(file.contains(comment.span), "a comment lies in the file", comment.span);
    require(module.source().text(comment.span).starts_with("#"), "a comment begins with #", comment.span);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  check(parse(std::make_unique<const SourceFile>("input.py", "input.py", std::move(bytes))));
  return 0;
}
