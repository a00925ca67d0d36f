#include "program/bare_forks.h"

#include <algorithm>

#include "program/returns.h"

namespace forklint::program {
namespace {

bool is_zero(const python::Expr* expr) {
  const auto* number = python::as<python::Number>(expr);
  return number != nullptr && number->integer == 0;
}

Span extent(python::Block block) { return {block.front()->span.begin, block.back()->span.end}; }

class ChildFinder {
 public:
  explicit ChildFinder(const Site& site) : site_(site) {}

  std::vector<Span> operator()(python::Block body) {
    for_each_statement(body, [&](const python::Stmt& stmt) {
      if (const auto* choice = python::as<python::If>(&stmt)) look_at(*choice);
    });
    return std::move(spans_);
  }

 private:
  // `if pid == 0:`, and what is left where `if pid > 0:` did not hold.
  void look_at(const python::If& choice) {
    bool was_parent = false;
    for (const python::Branch& branch : choice.branches) {
      if (was_parent || is_child(branch.test)) add(branch.body);
      was_parent = was_parent || is_parent(branch.test);
    }
    if (was_parent) add(choice.orelse);
  }

  void add(python::Block block) {
    if (!block.empty()) spans_.push_back(extent(block));
  }

  bool is_child(const python::Expr* test) const {
    const auto* negation = python::as<python::Unary>(test);
    return (negation != nullptr && negation->op == "not" && is_result(negation->operand)) ||
           compares_with_zero(test, {"=="});
  }

  bool is_parent(const python::Expr* test) const {
    return is_result(test) || compares_with_zero(test, {"!=", ">"});
  }

  bool compares_with_zero(const python::Expr* test, std::initializer_list<std::string_view> operators) const {
    const auto* compare = python::as<python::Compare>(test);
    return compare != nullptr && compare->rest.size() == 1 && is_result(compare->left) &&
           is_zero(compare->rest.front().right) &&
           std::find(operators.begin(), operators.end(), compare->rest.front().op) != operators.end();
  }

  // What the call gave, or the first of the two things that os.forkpty gives.
  bool is_result(const python::Expr* expr) const {
    if (const auto* walrus = python::as<python::Walrus>(expr)) expr = walrus->value;
    if (expr == site_.call->call) return true;
    const auto* name = python::as<python::Name>(expr);
    if (name == nullptr) return false;
    const auto bindings = site_.module->syntax.use_of(*name).bindings;
    return std::any_of(bindings.begin(), bindings.end(), [&](const python::Binding* each) {
      return each->value == site_.call->call && (each->unpack.empty() || each->unpack.front() == 0);
    });
  }

  const Site& site_;
  std::vector<Span> spans_;
};

}  // namespace

std::vector<BareFork> bare_forks(const Program& program) {
  std::vector<BareFork> forks;
  for (const Site* site : program.sites()) {
    if (site->kind != SiteKind::call || site->api->creates != catalog::Creates::fork || site->result_unused)
      continue;
    const python::Block body = site->function == nullptr ? site->module->syntax.body() : site->function->body;
    if (body.empty()) continue;
    forks.push_back({.site = site,
                     .rest = {site->call->call->span.end, body.back()->span.end},
                     .child = ChildFinder(*site)(body)});
  }
  return forks;
}

}  // namespace forklint::program
