// Everything in which the project declares where it begins: metadata, settings, setup.py, shell scripts.
#pragma once

#include <vector>

#include "base/host.h"
#include "workspace/discovery.h"
#include "workspace/settings.h"

namespace forklint::cli {

// An entry point of the settings that the project does not have is an error.
Result<std::vector<workspace::DeclaredEntry>> declared_entries(const FileSystem& files,
                                                               const workspace::Project& project,
                                                               const workspace::Discovered& discovered);

}  // namespace forklint::cli
