// What is said of a dump.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dump/dump.h"

namespace forklint::diagnose {

// Some of what a dump shows is this problem, some is another one.
enum class Kind : std::uint8_t {
  after_fork,       // a child stands in the interpreter's after-fork code
  inherited_lock,   // a child waits for a lock that was held when it was forked
  waits_for_child,  // a parent waits for a forked child
  message,          // a runtime said so itself
  other,            // not this problem
};

enum class Certainty : std::uint8_t { possible, likely, certain };

struct Diagnosis {
  Kind kind = Kind::other;
  Certainty certainty = Certainty::possible;
  // One clause without a full stop: "a child waits for a lock of logging".
  std::string what;
  // Sentences: why it is so.
  std::string why;
  std::string pid;
  std::string command;
  std::string python;
  std::optional<dump::Frame> forked_at;  // the user's frame that forked, or that waits for the child
  std::optional<dump::Frame> waits_at;   // the innermost frame that is not the wait itself
  std::string_view rewrite;              // of what forked, "" for not known
  dump::Thread thread;                   // that it was told by; without frames for a message
  std::uint32_t line = 0;                // of the dump's text

  bool is_this_problem() const { return kind != Kind::other; }
};

std::string_view name_of(Kind kind);            // "after-fork"
std::string_view name_of(Certainty certainty);  // "certain"

// A call of os.fork behind which a frame stands, in the same function.
struct ForkBehind {
  dump::Frame fork;       // its line
  bool in_child = false;  // the frame's line runs in the child only
};

// What the lines of the project's code say, where the code is at hand: the text of a frame's line, or
// nothing.
class SourceLines {
 public:
  virtual ~SourceLines() = default;
  // Nothing for a line that runs in the parent only.
  virtual std::optional<ForkBehind> fork_behind(const dump::Frame& frame) const = 0;
  virtual std::optional<std::string> line_of(const dump::Frame& frame) const = 0;
  // Whether the file is part of the project.
  virtual bool has(const dump::Frame& frame) const = 0;
};

// The most telling first: this problem before others, certain before possible. Empty where nothing is known
// by.
std::vector<Diagnosis> diagnose(const dump::Dump& dump, const SourceLines& sources);

}  // namespace forklint::diagnose
