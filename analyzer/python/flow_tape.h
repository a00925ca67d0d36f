// What happens to the names of one frame (a function body, or a module with its class bodies), as a short
// list of operations in the order of evaluation. All control structures of Python come down to these.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace forklint::python {

enum class FlowKind : std::uint8_t {
  bind,           // event a
  unbind,         // event a
  use,            // event a
  fork,           // one path goes on, another goes to label a
  jump,           // goes to label a; what follows in the text is dead unless a label revives it
  leave,          // return or raise
  label,          // joins what comes from above with all that went to label a
  loop_begin,     // loop a
  loop_end,       // goes back to the head of loop a; what follows is dead until a label
  guard_begin,    // from here to guard_end anything may be interrupted after any step
  guard_end,      // guard a
  resume,         // one path starts here with what any interruption of guard a may have left behind
  finally_begin,  // the block that runs in any case after guard a, with all that can have happened
  finally_end,    // after it only what went on normally goes on
  forward,        // what was stopped at label b by guard a goes on to label c after the final block
};

struct FlowOp {
  FlowKind kind;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t c = 0;
};

class FlowTape {
 public:
  using Label = std::uint32_t;
  using Loop = std::uint32_t;
  using Guard = std::uint32_t;

  // The bindings (as events, in order) that happen inside of a loop: [first, last) of binds().
  struct LoopRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };

  void bind(std::uint32_t event) { change(FlowKind::bind, event); }
  void unbind(std::uint32_t event) { change(FlowKind::unbind, event); }
  void use(std::uint32_t event) { ops_.push_back({FlowKind::use, event}); }

  Label new_label() { return labels_++; }
  void fork(Label to) { ops_.push_back({FlowKind::fork, to}); }
  void jump(Label to) { ops_.push_back({FlowKind::jump, to}); }
  void leave() { ops_.push_back({FlowKind::leave}); }
  void label(Label here) { ops_.push_back({FlowKind::label, here}); }

  Loop loop_begin() {
    loops_.push_back({static_cast<std::uint32_t>(binds_.size()), 0});
    const auto loop = static_cast<Loop>(loops_.size() - 1);
    ops_.push_back({FlowKind::loop_begin, loop});
    return loop;
  }
  void loop_end(Loop loop) {
    loops_[loop].last = static_cast<std::uint32_t>(binds_.size());
    ops_.push_back({FlowKind::loop_end, loop});
  }

  Guard guard_begin() {
    ops_.push_back({FlowKind::guard_begin, guards_});
    return guards_++;
  }
  void guard_end(Guard guard) { ops_.push_back({FlowKind::guard_end, guard}); }
  void resume(Guard guard) { ops_.push_back({FlowKind::resume, guard}); }
  void finally_begin(Guard guard) { ops_.push_back({FlowKind::finally_begin, guard}); }
  void finally_end(Guard guard) { ops_.push_back({FlowKind::finally_end, guard}); }
  void forward(Guard guard, Label from, Label to) { ops_.push_back({FlowKind::forward, guard, from, to}); }

  std::span<const FlowOp> ops() const { return ops_; }
  std::span<const std::uint32_t> binds() const { return binds_; }
  std::span<const LoopRange> loops() const { return loops_; }
  std::uint32_t labels() const { return labels_; }
  std::uint32_t guards() const { return guards_; }

 private:
  void change(FlowKind kind, std::uint32_t event) {
    ops_.push_back({kind, event});
    binds_.push_back(event);
  }

  std::vector<FlowOp> ops_;
  std::vector<std::uint32_t> binds_;
  std::vector<LoopRange> loops_;
  std::uint32_t labels_ = 0;
  std::uint32_t guards_ = 0;
};

}  // namespace forklint::python
