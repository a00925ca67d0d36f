// What can be bound to a name at one point of the flow, as a small set behind a number.
//
// A set holds bindings and, inside of loops, knots: a knot stands for everything that the name can be at the
// head of one loop, which is known only when the loop's end has been seen. Sets are capped: a name that can
// be more than kMost things at once counts as any of its bindings, so no input makes the work quadratic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace forklint::python {

using StateId = std::uint32_t;
using KnotId = std::uint32_t;

class StateTable {
 public:
  static constexpr std::size_t kMost = 32;
  // Nothing has been bound; also the state of names that were never touched.
  static constexpr StateId kUnbound = 0;

  struct Content {
    std::span<const std::uint32_t> bindings;  // ascending; valid until the table changes
    bool unbound = false;                     // some path comes without a binding
    bool any = false;                         // any binding of the name; `bindings` is empty
  };

  StateTable();

  StateId bound_to(std::uint32_t binding);
  StateId join(StateId left, StateId right);

  // The state at the head of a loop for a name that the loop binds and that comes in with `entry`.
  KnotId open_knot(StateId entry);
  StateId state_of(KnotId knot) const { return knots_[knot].state; }
  // `back`: the state with which the loop starts over. Inner knots are closed before outer ones.
  void close_knot(KnotId knot, StateId back);
  // Nothing comes back to the head of the loop.
  void close_knot(KnotId knot) { close_knot(knot, knots_[knot].state); }

  // Without knots. Every knot must be closed.
  Content content(StateId state);

 private:
  // Bindings and knots share one number space; knots have the highest bit.
  static constexpr std::uint32_t kKnotBit = 0x8000'0000;
  static constexpr std::uint32_t kNoKnot = 0xffff'ffff;
  static constexpr StateId kAny = 1;
  static constexpr StateId kAnyOrUnbound = 2;

  struct State {
    std::uint32_t first = 0;
    std::uint16_t count = 0;
    bool unbound = false;
    bool any = false;
  };
  struct Knot {
    StateId entry = kUnbound;
    StateId state = kUnbound;
    StateId closed_as = kUnbound;
    bool closed = false;
  };
  struct Set;

  std::span<const std::uint32_t> atoms(const State& state) const {
    return std::span(atoms_).subspan(state.first, state.count);
  }
  bool has_knots(const State& state) const;
  StateId store(const Set& set);
  // `state` with every closed knot replaced by what it holds, and without the knot `own`.
  StateId expand(StateId state, std::uint32_t own);
  void add_expanded(Set& set, StateId state, std::uint32_t own) const;

  std::vector<State> states_;
  std::vector<std::uint32_t> atoms_;
  std::vector<Knot> knots_;
};

}  // namespace forklint::python
