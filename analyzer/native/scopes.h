// The names by which Python calls native functions, once it is known what tables and helpers belong to.
#pragma once

#include <string>
#include <vector>

#include "native/unit.h"

namespace forklint::native {

struct PythonName {
  std::string module;           // "fast", "torch.ops.mine"; never empty
  std::string name;             // below the module: "launch", "Pool.spawn"
  bool in_class = false;        // it is a method of a class
  bool is_constructor = false;  // it is the class itself
  const NativeUnit* unit = nullptr;
  const NativeBinding* binding = nullptr;
};

// Of all units together: a table and its module may stand in different ones. Bindings of which no module is
// known have no name.
std::vector<PythonName> python_names(const std::vector<NativeUnit>& units);

}  // namespace forklint::native
