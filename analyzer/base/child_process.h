// Another program, run to its end without a shell.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace forklint {

struct ProcessOutput {
  int status = 0;  // as a shell would say it: 128 and the signal's number for one that was killed
  std::string out;
  std::string err;
};

// `command[0]` is looked for in PATH. `environment` ("NAME=value") is added to that of this process. Standard
// input is empty. Fails where the program can't be started.
Result<ProcessOutput> run_process(const std::vector<std::string>& command, const std::string& directory,
                                  const std::vector<std::string>& environment = {});

}  // namespace forklint
