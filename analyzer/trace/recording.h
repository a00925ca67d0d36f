// A recording as values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dump/dump.h"

namespace forklint::trace {

struct Process {
  std::int64_t pid = 0;
  std::int64_t parent = 0;
  std::string role;  // "program", "fork child", "spawn child", ...
  std::string python;
};

struct Fork {
  std::string call;  // "os.fork"
  std::int64_t pid = 0;
  std::int64_t child = 0;  // 0 where it is not known, -1 where the fork failed
  std::string role;        // of the process that forks
  bool native = false;
  bool main_thread = true;
  std::vector<dump::Frame> stack;    // innermost first; native frames first where native code forked
  std::vector<std::string> threads;  // names of those beside it
  std::vector<std::string> held_locks;
  std::vector<std::string> accelerators;
};

struct Hang {
  std::int64_t pid = 0;
  std::string stacks;
};

struct Recording {
  std::vector<Process> processes;
  std::vector<Fork> forks;
  std::vector<Hang> hangs;
  std::vector<std::string> failures;
  std::size_t unreadable = 0;  // lines: a program that is killed may leave half of one
};

Recording read_recording(std::string_view text);

}  // namespace forklint::trace
