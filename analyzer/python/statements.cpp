#include "python/statements.h"

namespace forklint::python {
namespace {

class Collector {
 public:
  void block(Block body) {
    for (const Stmt* stmt : body) statement(*stmt);
  }
  std::vector<Span> take() { return std::move(spans_); }

 private:
  // A compound statement's header ends where its first block begins.
  void compound(const Stmt& stmt, std::initializer_list<Block> blocks) {
    std::uint32_t end = stmt.span.end;
    for (const Block body : blocks) {
      if (!body.empty()) end = std::min(end, body.front()->span.begin);
    }
    spans_.push_back({stmt.span.begin, end});
    for (const Block body : blocks) block(body);
  }

  void statement(const Stmt& stmt) {
    if (const auto* node = as<If>(&stmt)) {
      for (const Branch& branch : node->branches) {
        spans_.push_back(branch.test->span);
        block(branch.body);
      }
      block(node->orelse);
    } else if (const auto* loop = as<While>(&stmt)) {
      compound(stmt, {loop->body, loop->orelse});
    } else if (const auto* each = as<For>(&stmt)) {
      compound(stmt, {each->body, each->orelse});
    } else if (const auto* with = as<With>(&stmt)) {
      compound(stmt, {with->body});
    } else if (const auto* attempt = as<Try>(&stmt)) {
      block(attempt->body);
      for (const Handler& handler : attempt->handlers) block(handler.body);
      block(attempt->orelse);
      block(attempt->finally);
    } else if (const auto* match = as<Match>(&stmt)) {
      spans_.push_back(match->subject->span);
      for (const Case& each_case : match->cases) block(each_case.body);
    } else if (const auto* function = as<FunctionDef>(&stmt)) {
      compound(stmt, {function->function->body});
    } else if (const auto* class_ = as<ClassDef>(&stmt)) {
      compound(stmt, {class_->class_->body});
    } else {
      spans_.push_back(stmt.span);
    }
  }

  std::vector<Span> spans_;
};

}  // namespace

std::vector<Span> statement_spans(const PythonModule& module) {
  Collector collector;
  collector.block(module.body());
  return collector.take();
}

}  // namespace forklint::python
