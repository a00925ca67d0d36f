// Other programs: found on PATH, run without a shell, never waited for without end.
#pragma once

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

// Standard input is empty. It is killed when the time is over.
Result<Ran> run_program(const std::vector<std::string>& command, int seconds);

}  // namespace forklint
