#include "python/state_table.h"

#include <algorithm>
#include <array>

#include "base/check.h"

namespace forklint::python {

// A set under construction: sorted, and `any` as soon as it would grow over the cap.
struct StateTable::Set {
  std::array<std::uint32_t, kMost> items{};
  std::size_t count = 0;
  bool unbound = false;
  bool any = false;

  // True when the atom is new.
  bool add(std::uint32_t atom) {
    const auto end = items.begin() + static_cast<std::ptrdiff_t>(count);
    const auto place = std::lower_bound(items.begin(), end, atom);
    if (place != end && *place == atom) return false;
    if (count == kMost) {
      any = true;
      return false;
    }
    std::copy_backward(place, end, end + 1);
    *place = atom;
    ++count;
    return true;
  }
  bool equals(std::span<const std::uint32_t> other) const {
    return other.size() == count && std::equal(other.begin(), other.end(), items.begin());
  }
};

StateTable::StateTable() {
  states_.push_back({.unbound = true});
  states_.push_back({.any = true});
  states_.push_back({.unbound = true, .any = true});
}

StateId StateTable::bound_to(std::uint32_t binding) {
  FORKLINT_CHECK((binding & kKnotBit) == 0, "too many bindings in one module");
  Set set;
  set.add(binding);
  return store(set);
}

StateId StateTable::store(const Set& set) {
  if (set.any) return set.unbound ? kAnyOrUnbound : kAny;
  if (set.count == 0) return kUnbound;  // a knot that holds nothing but itself: its loop is never entered
  const auto first = static_cast<std::uint32_t>(atoms_.size());
  atoms_.insert(atoms_.end(), set.items.begin(), set.items.begin() + static_cast<std::ptrdiff_t>(set.count));
  states_.push_back(
      {.first = first, .count = static_cast<std::uint16_t>(set.count), .unbound = set.unbound, .any = false});
  return static_cast<StateId>(states_.size() - 1);
}

StateId StateTable::join(StateId left, StateId right) {
  if (left == right) return left;
  const State a = states_[left];
  const State b = states_[right];
  Set set;
  set.unbound = a.unbound || b.unbound;
  set.any = a.any || b.any;
  for (const std::uint32_t atom : atoms(a)) set.add(atom);
  for (const std::uint32_t atom : atoms(b)) set.add(atom);
  if (set.any) {
    // The knots are forgotten here, and what they would have said about a path without a binding.
    set.unbound = set.unbound || has_knots(a) || has_knots(b);
  } else if (a.unbound == set.unbound && set.equals(atoms(a))) {
    return left;
  } else if (b.unbound == set.unbound && set.equals(atoms(b))) {
    return right;
  }
  return store(set);
}

KnotId StateTable::open_knot(StateId entry) {
  const auto knot = static_cast<KnotId>(knots_.size());
  Set set;
  set.add(knot | kKnotBit);
  knots_.push_back({.entry = entry, .state = store(set), .closed_as = kUnbound, .closed = false});
  return knot;
}

void StateTable::close_knot(KnotId knot, StateId back) {
  // Only knots of loops that are still open stay in what it holds, so the chains from knot to knot are
  // never longer than the loops are deep.
  knots_[knot].closed_as = expand(join(knots_[knot].entry, back), knot | kKnotBit);
  knots_[knot].closed = true;
}

StateTable::Content StateTable::content(StateId state) {
  const State& flat = states_[expand(state, kNoKnot)];
  return {.bindings = atoms(flat), .unbound = flat.unbound, .any = flat.any};
}

bool StateTable::has_knots(const State& state) const {
  // Sorted, and knots are above all bindings.
  return state.count > 0 && (atoms(state).back() & kKnotBit) != 0;
}

StateId StateTable::expand(StateId state, std::uint32_t own) {
  if (!has_knots(states_[state])) return state;
  Set seen;
  add_expanded(seen, state, own);
  Set result;
  result.any = seen.any;
  result.unbound = seen.unbound || seen.any;
  for (std::size_t i = 0; i < seen.count; ++i) {
    const std::uint32_t atom = seen.items[i];
    const bool is_closed = (atom & kKnotBit) != 0 && knots_[atom & ~kKnotBit].closed;
    if (!is_closed) result.add(atom);
  }
  return store(result);
}

void StateTable::add_expanded(Set& set, StateId state, std::uint32_t own) const {
  const State& content = states_[state];
  set.unbound = set.unbound || content.unbound;
  set.any = set.any || content.any;
  for (const std::uint32_t atom : atoms(content)) {
    const bool is_new = atom != own && set.add(atom);
    if (set.any) return;
    if (is_new && (atom & kKnotBit) != 0 && knots_[atom & ~kKnotBit].closed) {
      add_expanded(set, knots_[atom & ~kKnotBit].closed_as, own);
    }
  }
}

}  // namespace forklint::python
