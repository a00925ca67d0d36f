// The compiler's flags for a unit that no compilation database knows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/host.h"

namespace forklint::native {

bool is_cxx(std::string_view path);

// As for an extension of Python: the language by the suffix, headers of the project, then `system`.
std::vector<std::string> inferred_flags(std::string_view path, const std::string& root,
                                        const std::vector<std::string>& system);

// Folders with Python.h, and with the headers of packages that extensions are built with: those of the active
// environment, of the project's, of the python3 on PATH, of the system; in this order.
std::vector<std::string> python_headers(const Host& host, const std::string& root);

}  // namespace forklint::native
