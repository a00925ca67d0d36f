// Other programs: found on PATH, run to their end without a shell.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace forklint {

struct Ran {
  int status = 0;  // as a shell has it: 128 + N where signal N ended it
  std::string out;
  std::string err;
  bool timed_out = false;
};

// The file that a shell would run for `name` with this PATH; nothing where there is none.
std::optional<std::string> find_program(std::string_view name, std::string_view path_variable);

struct RunLimits {
  std::optional<int> seconds;  // it is killed when they are over; nothing: it is waited for
  std::size_t most_output = std::numeric_limits<std::size_t>::max();  // bytes that are kept of each stream
};

struct RunSurroundings {
  std::string directory;                 // "": that of this process
  std::vector<std::string> environment;  // "NAME=value", added to that of this process
  std::string input;                     // what the program finds on its standard input
};

// That of this process, with these ("NAME=value") in place of its own.
std::vector<std::string> environment_with(const std::vector<std::string>& added);

// As exec and its kin want them, a null pointer at the end. To be read only, as long as the texts live.
std::vector<char*> pointers_to(const std::vector<std::string>& texts);

// `command[0]` is looked for in PATH. Fails where the program can't be started.
Result<Ran> run_program(const std::vector<std::string>& command, const RunLimits& limits,
                        const RunSurroundings& surroundings = {});
// For what looks into running programs: with a time limit, and 64 MiB of what it says.
Result<Ran> run_program(const std::vector<std::string>& command, int seconds);

}  // namespace forklint
