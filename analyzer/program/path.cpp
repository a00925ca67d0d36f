#include "program/path.h"

#include <algorithm>

#include "base/text.h"
#include "python/visit.h"

namespace forklint::program {
namespace {

using python::Region;
using python::RegionKind;

// Whether these two are branches of one statement of which only one is taken.
bool are_alternatives(const Region& one, const Region& other) {
  if (one.kind == RegionKind::case_body && other.kind == RegionKind::case_body)
    return &one != &other && one.stmt == other.stmt;
  if (one.kind == RegionKind::except_body && other.kind == RegionKind::except_body)
    return one.stmt == other.stmt && one.handler != other.handler;
  return one.test != nullptr && one.test == other.test &&
         ((one.kind == RegionKind::if_true && other.kind == RegionKind::if_false) ||
          (one.kind == RegionKind::if_false && other.kind == RegionKind::if_true));
}

// Whether the handler of a try statement runs because this item failed: as the last thing that the statement
// tried, it has begun nothing where the handler is entered.
bool failed(const BodyItem& item, const Region* later) {
  const Region* region = item.region;
  if (region == nullptr || region->kind != RegionKind::try_body) return false;
  const auto* attempt = python::as<python::Try>(region->stmt);
  if (attempt == nullptr || attempt->body.empty()) return false;
  const Span last = attempt->body.back()->span;
  if (item.kind != ItemKind::call || item.span.begin < last.begin || item.span.end != last.end) return false;
  for (; later != nullptr; later = later->outer) {
    if (later->kind == RegionKind::except_body && later->stmt == region->stmt) return true;
  }
  return false;
}

// Whether some region around `later` shows that `region` was not entered: the other branch of the same
// statement.
bool excluded_by(const Region& region, const Region* later) {
  for (; later != nullptr; later = later->outer) {
    if (are_alternatives(region, *later)) return true;
  }
  return false;
}

bool is_bound_outside(const python::Name& name, const Module& module, const Region* region) {
  const python::Use use = module.syntax.use_of(name);
  if (!use.star_imports.empty() || use.bindings.size() > 1) return false;
  if (use.bindings.empty()) return true;
  const python::Binding& binding = *use.bindings.front();
  if (binding.kind == python::BindingKind::loop_target) return false;
  for (; region != nullptr; region = region->outer) {
    if (region->kind == RegionKind::loop_body && is_around(region, binding.region)) return false;
  }
  return true;
}

// Whether each round of the loops around the region finds the same: a test of what is bound once, before
// them.
bool is_same_in_each_round(const python::Expr& test, const Module& module, const Region* region) {
  switch (test.kind) {
    case python::ExprKind::string:
    case python::ExprKind::number:
    case python::ExprKind::constant:
      return true;
    case python::ExprKind::name:
      return is_bound_outside(static_cast<const python::Name&>(test), module, region);
    case python::ExprKind::bool_op:
    case python::ExprKind::unary:
    case python::ExprKind::compare: {
      bool is_same = true;
      python::for_each_child(test, [&](const python::Expr& part) {
        is_same = is_same && is_same_in_each_round(part, module, region);
      });
      return is_same;
    }
    default:
      return false;
  }
}

// Under which platforms and versions the region is entered; regions around `shared` too are not asked again.
Truth entered(Evaluator& evaluator, const Targets& targets, const Step& step, const Region* shared) {
  Truth truth = targets.always(true);
  for (const Region* region = step.item->region; region != nullptr; region = region->outer) {
    if (shared != nullptr && is_around(region, shared)) break;
    if (shared != nullptr && excluded_by(*region, shared)) {
      // Each round of a loop chooses anew, if there is something new to choose by.
      if (!is_in_loop(region->outer) ||
          (region->test != nullptr && is_same_in_each_round(*region->test, *step.module, region->outer)))
        return targets.always(false);
      truth.must = 0;
      continue;
    }
    Truth here = targets.always(true);
    switch (region->kind) {
      case RegionKind::if_true:
        here = region->test == nullptr ? targets.unknown()
                                       : evaluator.truth(*region->test, *step.module, step.is_main);
        break;
      case RegionKind::if_false:
        here = region->test == nullptr
                   ? targets.unknown()
                   : targets.negate(evaluator.truth(*region->test, *step.module, step.is_main));
        break;
      case RegionKind::except_body:
      case RegionKind::case_body:
        here = targets.unknown();
        break;
      default:
        break;
    }
    truth = {truth.may & here.may, truth.must & here.must};
  }
  return truth;
}

// The function in whose body the step is; null where that is not known.
const python::Function* function_of(const Step& step) {
  return step.item->call == nullptr ? nullptr : step.item->call->function;
}

// Where none of the exits before it ends the function.
Truth got_there(Evaluator& evaluator, const Targets& targets, const Step& step) {
  Truth truth = targets.always(true);
  for (const Exit& exit : step.item->flow.exits) {
    const Truth test = evaluator.truth(*exit.test, *step.module, step.is_main);
    const Truth stays = exit.if_true ? targets.negate(test) : test;
    truth = {truth.may & stays.may, truth.must & stays.must};
  }
  return truth;
}

}  // namespace

Span first_line_of(const Step& step) {
  Span span = step.item->span;
  const std::string_view text = step.module->syntax.source().text(span);
  span.end = span.begin + static_cast<std::uint32_t>(text::line_end(text, 0));
  return span;
}

bool are_of_other_objects(const Path& one, const Path& other) {
  std::size_t level = 0;
  while (level < one.size() && level < other.size() && one[level].item == other[level].item) ++level;
  if (level == 0 || level >= one.size() || level >= other.size()) return false;
  const BodyItem& call = *one[level - 1].item;
  const python::Function* first = function_of(one[level]);
  const python::Function* second = function_of(other[level]);
  if (first == nullptr || second == nullptr || first == second || is_in_loop(call.region)) return false;
  const auto runs = [&](const python::Function* function) {
    return std::any_of(call.runs.begin(), call.runs.end(),
                       [&](const Evaluator::Target& target) { return target.function == function; });
  };
  return first->class_ != nullptr && second->class_ != nullptr && first->name == second->name &&
         runs(first) && runs(second);
}

Truth happened_before(Evaluator& evaluator, const Targets& targets, const Path& earlier, const Path& later) {
  std::size_t level = 0;
  while (level < earlier.size() && level < later.size() && earlier[level].item == later[level].item) ++level;
  Truth truth = targets.always(true);
  // Who has taken a branch that ends the function does not come here any more.
  if (level < earlier.size() && level < later.size()) {
    const Region* left = earlier[level].item->flow.left_by;
    if (left != nullptr && !is_around(left, later[level].item->region)) return targets.always(false);
  }
  if (level + 1 == earlier.size() && level < later.size() &&
      failed(*earlier[level].item, later[level].item->region) && !is_in_loop(later[level].item->region))
    return targets.always(false);
  // Nor does a later call of a function that ended its process come past what it had done.
  if (level < earlier.size() && level < later.size() && earlier[level].item->flow.ends_process &&
      later[level].item->position < earlier[level].item->position)
    return targets.always(false);
  // Nor does anyone come back from a function that ended the process.
  if (std::any_of(earlier.begin() + static_cast<std::ptrdiff_t>(std::min(level + 1, earlier.size())),
                  earlier.end(), [](const Step& step) { return step.item->flow.ends_process; }))
    return targets.always(false);
  for (std::size_t i = level; i < earlier.size(); ++i) {
    const Region* shared = i == level && i < later.size() ? later[i].item->region : nullptr;
    Truth here = entered(evaluator, targets, earlier[i], shared);
    truth = {truth.may & here.may, truth.must & here.must};
    // In the function that both are in, `later` has come past the same exits.
    if (shared != nullptr || i == level) continue;
    here = got_there(evaluator, targets, earlier[i]);
    truth = {truth.may & here.may, truth.must & here.must};
  }
  return truth;
}

}  // namespace forklint::program
