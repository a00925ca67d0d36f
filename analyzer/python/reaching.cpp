#include "python/reaching.h"

#include <algorithm>
#include <utility>

#include "base/check.h"

namespace forklint::python {
namespace {

// A point of the flow: what is bound there, and whether any path comes there at all.
struct Path {
  Environment environment;
  bool live = true;
};

// The paths that meet at one label. Joined like the digits of a binary counter, so that a thousand branches
// that bind a name each are not a thousand walks over all of them.
class Meeting {
 public:
  void add(Path path) {
    if (!paths_.empty() && path.live != paths_.front().path.live) {
      if (!path.live) return;
      paths_.clear();
    }
    std::uint32_t rank = 0;
    for (; !paths_.empty() && paths_.back().rank == rank; ++rank) {
      path.environment = paths_.back().path.environment.join(path.environment);
      paths_.pop_back();
    }
    paths_.push_back({std::move(path), rank});
  }

  bool is_empty() const { return paths_.empty(); }

  // What met here so far, which is something; forgets it.
  Path take() {
    Path result = std::move(paths_.back().path);
    paths_.pop_back();
    for (; !paths_.empty(); paths_.pop_back()) {
      result.environment = paths_.back().path.environment.join(result.environment);
    }
    return result;
  }

 private:
  struct Ranked {
    Path path;
    std::uint32_t rank;
  };
  std::vector<Ranked> paths_;
};

class FlowWalk {
 public:
  FlowWalk(const FrameFlow& frame, StateTable& states)
      : frame_(frame), states_(states), pool_(states, frame.slots), current_{Environment(pool_)} {
    meetings_.resize(frame.tape.labels());
    loops_.resize(frame.tape.loops().size());
    guards_.resize(frame.tape.guards(), {current_, current_, current_.environment});
    reached_.uses.resize(frame.uses.size());
  }

  Reached run() {
    for (const FlowOp& op : frame_.tape.ops()) step(op);
    reached_.steps = pool_.steps() + frame_.tape.ops().size();
    return std::move(reached_);
  }

 private:
  struct Loop {
    std::vector<std::pair<Slot, KnotId>> knots;
    bool live = true;
  };
  struct Guard {
    Path seen;    // joined over every step so far
    Path normal;  // how the guarded blocks ended
    Environment finished;
  };

  void step(const FlowOp& op) {
    switch (op.kind) {
      case FlowKind::bind:
      case FlowKind::unbind:
        return change(op);
      case FlowKind::use:
        return use(op.a);
      case FlowKind::fork:
        return meetings_[op.a].add(current_);
      case FlowKind::jump:
        meetings_[op.a].add(current_);
        current_.live = false;
        return;
      case FlowKind::leave:
        current_.live = false;
        return;
      case FlowKind::label:
        return label(op.a);
      case FlowKind::loop_begin:
        return loop_begin(op.a);
      case FlowKind::loop_end:
        return loop_end(op.a);
      default:
        return guard_step(op);
    }
  }

  void guard_step(const FlowOp& op) {
    Guard& guard = guards_[op.a];
    switch (op.kind) {
      case FlowKind::guard_begin:
        guard.seen = current_;
        active_.push_back(op.a);
        return;
      case FlowKind::guard_end:
        FORKLINT_CHECK(!active_.empty() && active_.back() == op.a, "guards of a tape must nest");
        active_.pop_back();
        return;
      case FlowKind::resume:
        current_ = guard.seen;
        return;
      case FlowKind::finally_begin:
        guard.normal = std::exchange(current_, guard.seen);
        return;
      case FlowKind::finally_end:
        return finally_end(guard);
      default:
        return forward(op);
    }
  }

  void change(const FlowOp& op) {
    const BoundSlot& event = frame_.binds[op.a];
    if (event.slot == kNoSlot) return;
    const StateId state = op.kind == FlowKind::bind ? states_.bound_to(event.binding) : StateTable::kUnbound;
    current_.environment.set(event.slot, state);
    for (const FlowTape::Guard guard : active_) {
      Environment& seen = guards_[guard].seen.environment;
      seen.set(event.slot, states_.join(seen.get(event.slot), state));
    }
  }

  void use(std::uint32_t event) {
    const ReadSlots& read = frame_.uses[event];
    ReadStates& states = reached_.uses[event];
    if (read.first != kNoSlot) states.first = current_.environment.get(read.first);
    if (read.second != kNoSlot) states.second = current_.environment.get(read.second);
  }

  void label(FlowTape::Label here) {
    Meeting& meeting = meetings_[here];
    meeting.add(std::move(current_));
    current_ = meeting.take();
  }

  void loop_begin(FlowTape::Loop number) {
    Loop& loop = loops_[number];
    loop.live = current_.live;
    const FlowTape::LoopRange range = frame_.tape.loops()[number];
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      const Slot slot = frame_.binds[frame_.tape.binds()[i]].slot;
      if (slot != kNoSlot) loop.knots.emplace_back(slot, 0);
    }
    std::sort(loop.knots.begin(), loop.knots.end());
    loop.knots.erase(std::unique(loop.knots.begin(), loop.knots.end()), loop.knots.end());
    for (auto& [slot, knot] : loop.knots) {
      knot = states_.open_knot(current_.environment.get(slot));
      current_.environment.set(slot, states_.state_of(knot));
    }
  }

  void loop_end(FlowTape::Loop number) {
    Loop& loop = loops_[number];
    for (const auto& [slot, knot] : loop.knots) {
      if (current_.live || !loop.live) {
        states_.close_knot(knot, current_.environment.get(slot));
      } else {
        states_.close_knot(knot);
      }
    }
    current_.live = false;
    loop.knots = {};
  }

  void finally_end(Guard& guard) {
    guard.finished = current_.environment;
    guard.normal.environment = guard.normal.environment.rebase(guard.seen.environment, current_.environment);
    guard.normal.live = guard.normal.live && current_.live;
    current_ = std::move(guard.normal);
  }

  void forward(const FlowOp& op) {
    const Guard& guard = guards_[op.a];
    Meeting& meeting = meetings_[op.b];
    if (meeting.is_empty()) return;
    Path stopped = meeting.take();
    stopped.environment = stopped.environment.rebase(guard.seen.environment, guard.finished);
    meetings_[op.c].add(std::move(stopped));
  }

  const FrameFlow& frame_;
  StateTable& states_;
  EnvironmentPool pool_;
  Path current_;
  std::vector<Meeting> meetings_;
  std::vector<Loop> loops_;
  std::vector<Guard> guards_;
  std::vector<FlowTape::Guard> active_;
  Reached reached_;
};

}  // namespace

Reached reach(const FrameFlow& frame, StateTable& states) { return FlowWalk(frame, states).run(); }

}  // namespace forklint::python
