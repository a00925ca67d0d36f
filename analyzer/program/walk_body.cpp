// Follows the items of one body in their order, and what a loop has begun into its second round.
#include <algorithm>
#include <utility>

#include "program/returns.h"
#include "program/walk.h"

namespace forklint::program {
namespace {

using python::Region;
using python::RegionKind;

// The outermost loop around `region` within the loop `inside`; null for none.
const Region* loop_within(const Region* inside, const Region* region) {
  const Region* loop = nullptr;
  for (; region != nullptr && region != inside; region = region->outer) {
    if (region->kind == RegionKind::loop_body) loop = region;
  }
  return loop;
}

bool is_within(const Region* outer, const Region* region) {
  while (region != nullptr && region != outer) region = region->outer;
  return region == outer;
}

// Whether a loop surely has two rounds, unless something leaves it: `while True`, a list of two.
bool surely_repeats(const Region& loop) {
  if (const auto* forever = python::as<python::While>(loop.stmt)) {
    const auto* constant = python::as<python::Constant>(forever->test);
    const auto* number = python::as<python::Number>(forever->test);
    return (constant != nullptr && constant->value == python::ConstantKind::true_) ||
           (number != nullptr && number->text == "1");
  }
  const auto* each = python::as<python::For>(loop.stmt);
  const auto* list = each == nullptr ? nullptr : python::as<python::Sequence>(each->iterable);
  return list != nullptr && list->items.size() > 1;
}

// What a test asks to be None or false: `self.pool is None`, `not self.pool`.
const python::Attribute* asked_for(const python::Expr& test) {
  if (const auto* unary = python::as<python::Unary>(&test); unary != nullptr && unary->op == "not")
    return python::as<python::Attribute>(unary->operand);
  const auto* compare = python::as<python::Compare>(&test);
  if (compare == nullptr || compare->rest.size() != 1 || compare->rest.front().op != "is") return nullptr;
  const auto* none = python::as<python::Constant>(compare->rest.front().right);
  const bool is_none = none != nullptr && none->value == python::ConstantKind::none;
  return is_none ? python::as<python::Attribute>(compare->left) : nullptr;
}

// Whether the item makes what is missing, and keeps it: `if self.pool is None: self.pool = Pool()`. It
// happens in the first round of a loop only.
bool happens_once(const BodyItem& item, const Module& module) {
  for (const Region* region = item.region; region != nullptr; region = region->outer) {
    const python::Attribute* missing =
        region->kind == RegionKind::if_true && region->test != nullptr ? asked_for(*region->test) : nullptr;
    if (missing == nullptr) continue;
    const auto& bindings = module.syntax.attribute_bindings();
    const bool is_kept =
        std::any_of(bindings.begin(), bindings.end(), [&](const python::AttributeBinding& binding) {
          return binding.target->name == missing->name && is_within(region, binding.region);
        });
    if (is_kept) return true;
  }
  return false;
}

}  // namespace

void Walk::run_body(const Module& module, const python::Function* function, bool is_main, Part part) {
  ++notes_.bodies;
  const Body body{&module, &notes_.graph.body(module, function), is_main, part,
                  part == Part::whole ? 0 : first_yield(function->body)};
  run_items(body, 0, body.items->size(), nullptr);
}

void Walk::run_items(const Body& body, std::size_t begin, std::size_t end, const Region* loop) {
  const std::vector<BodyItem>& items = *body.items;
  for (std::size_t i = begin; i < end;) {
    const Region* inner = loop_within(loop, items[i].region);
    if (inner == nullptr) {
      run_one(body, items[i++]);
      continue;
    }
    const std::size_t first = i;
    while (i < end && is_within(inner, items[i].region)) ++i;
    run_loop(body, first, i, *inner);
  }
}

void Walk::run_one(const Body& body, const BodyItem& item) {
  if (body.part == Part::before_yield && item.position > body.yield) return;
  if (body.part == Part::after_yield && item.position <= body.yield) return;
  if (notes_.evaluator.alive(item.region, *body.module, body.is_main) == 0) return;
  if (is_second_round_ && happens_once(item, *body.module)) return;
  if (frame_ != nullptr && !notes_.frames.allow(item, *body.module, *frame_)) return;
  path_.push_back({&item, body.module, body.is_main});
  if (item.fails) {
    run_failing(item);
  } else {
    run_item(item);
  }
  path_.pop_back();
}

// What is expected to raise does so before it has begun anything, or takes it down with it.
void Walk::run_failing(const BodyItem& item) {
  const std::vector<Hazard> before = state_.hazards;
  const bool was_failing = std::exchange(is_failing_, true);
  run_item(item);
  is_failing_ = was_failing;
  state_.hazards = before;
}

void Walk::run_loop(const Body& body, std::size_t begin, std::size_t end, const Region& loop) {
  const std::vector<Hazard> before = state_.hazards;
  run_items(body, begin, end, &loop);
  // A loop within this one has had its own second round in the first one of this.
  if (is_second_round_) return;
  const bool is_sure = surely_repeats(loop);
  bool has_begun = false;
  for (Hazard& hazard : state_.hazards) {
    const bool is_old = std::any_of(before.begin(), before.end(), [&](const Hazard& each) {
      return each.site == hazard.site && each.import == hazard.import;
    });
    if (is_old || hazard.import != nullptr || hazard.path.size() <= path_.size() ||
        hazard.path[path_.size()].item->flow.breaks)
      continue;
    hazard.round = is_sure ? Round::surely_earlier : Round::maybe_earlier;
    has_begun = true;
  }
  if (!has_begun) return;
  is_second_round_ = true;
  run_items(body, begin, end, &loop);
  is_second_round_ = false;
  for (Hazard& hazard : state_.hazards) hazard.round = Round::same;
}

}  // namespace forklint::program
