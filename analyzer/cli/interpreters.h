// Python interpreters of this machine, asked without running any code but their own.
#pragma once

#include <string>
#include <vector>

#include "base/host.h"
#include "doctor/checkup.h"

namespace forklint::cli {

// `path` may be a name to look for on PATH.
doctor::Interpreter ask_interpreter(const std::string& path, std::string origin, Host& host);

// The virtual environments of the project and the active one, then those on PATH, each once.
std::vector<doctor::Interpreter> find_interpreters(const std::string& root, Host& host);

}  // namespace forklint::cli
