// Names of a module by which other modules can reach what the catalog knows: re-exports, contexts and pools
// that it made, classes derived from known ones, functions that use any of these.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "catalog/catalog.h"
#include "python/module.h"

namespace forklint::cli {

// Found by the syntax alone, so it may name too many. `carried` are names that the module imports from
// others and that are known to carry something. "*" stands for a star import that brings catalog names.
std::unordered_set<std::string> carriers_of(const python::PythonModule& module,
                                            const catalog::Catalog& catalog,
                                            const std::unordered_set<std::string>& carried);

}  // namespace forklint::cli
