// Where the project sets an environment variable or a module attribute that names a start method. Internal.
#pragma once

#include <memory>
#include <vector>

#include "program/site.h"

namespace forklint::program {

std::vector<Setting> find_settings(Evaluator& evaluator, const catalog::Catalog& catalog,
                                   const std::vector<std::unique_ptr<Module>>& modules);

}  // namespace forklint::program
