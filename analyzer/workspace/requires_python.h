// The range of Python versions that a project declares, and where it says so.
#pragma once

#include <optional>
#include <string>

#include "workspace/settings.h"
#include "workspace/toml_document.h"

namespace forklint::workspace {

// requires-python of [project], or what Poetry calls the dependency on python.
std::optional<RequiresPython> requires_python_in(const Document& pyproject);

std::optional<RequiresPython> requires_python_in_setup_cfg(const FileSystem& files, const std::string& root);

}  // namespace forklint::workspace
