// Under which names the project's Python code reaches native functions that fork, and the catalog's records
// of these.
#pragma once

#include <string>
#include <string_view>

#include "base/host.h"
#include "native/code.h"
#include "workspace/discovery.h"

namespace forklint::cli {

// Gives the names to `code`. The result is TOML for the catalog, "" for none: each name is an API that forks.
// `prefix` is that of the settings' own records, `taken` their text: what is recorded there stays as it is.
std::string name_native_forks(native::NativeCode& code, const FileSystem& files,
                              const workspace::Discovered& discovered, const std::string& root,
                              std::string_view prefix, std::string_view taken);

}  // namespace forklint::cli
