// Which bindings reach each use: walks the tape of one frame once, with an environment per live path.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "python/environment.h"
#include "python/flow_tape.h"
#include "python/state_table.h"

namespace forklint::python {

constexpr Slot kNoSlot = 0xffff'ffff;

// What a bind or unbind event changes: a slot of this frame, or kNoSlot for a name of another frame.
struct BoundSlot {
  Slot slot = kNoSlot;
  std::uint32_t binding = 0;  // what StateTable::bound_to takes; meaningless for unbind
};

// What a use event reads: the name's own slot, and where a class body looks next.
struct ReadSlots {
  Slot first = kNoSlot;
  Slot second = kNoSlot;
};

struct ReadStates {
  StateId first = StateTable::kUnbound;
  StateId second = StateTable::kUnbound;
};

struct FrameFlow {
  const FlowTape& tape;
  std::span<const BoundSlot> binds;  // by event
  std::span<const ReadSlots> uses;   // by event
  std::uint32_t slots = 0;
};

struct Reached {
  std::vector<ReadStates> uses;  // by event
  std::uint64_t steps = 0;       // the measure of the work, for tests
};

// Code that no path reaches is read as if what stands before it had gone on.
Reached reach(const FrameFlow& frame, StateTable& states);

}  // namespace forklint::python
