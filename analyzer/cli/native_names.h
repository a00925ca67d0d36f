// Under which names the project's Python code reaches native functions that fork.
#pragma once

#include <string>
#include <vector>

#include "base/host.h"
#include "catalog/catalog.h"
#include "native/code.h"
#include "workspace/discovery.h"

namespace forklint::cli {

// Gives the names to `code`, and returns them for the catalog, sorted.
std::vector<catalog::NativeRecord> name_native_forks(native::NativeCode& code, const FileSystem& files,
                                                     const workspace::Discovered& discovered,
                                                     const std::string& root);

}  // namespace forklint::cli
