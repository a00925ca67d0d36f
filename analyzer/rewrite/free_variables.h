// What a function or lambda takes from the functions around it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "program/program.h"

namespace forklint::rewrite {

// How a variable of a function around gets into a function that has moved away from it.
enum class CapturedAs : std::uint8_t {
  constant,   // surely picklable
  primitive,  // a lock, queue, ... of the default context, made in the same module
  unknown,    // the code does not show what it is
};

struct Captured {
  std::string_view name;
  CapturedAs as = CapturedAs::unknown;
};

struct FreeVariables {
  std::vector<Captured> captured;             // each once, in the order in which they are read
  std::vector<const python::Name*> own_name;  // where the function reads its own name
};

// Of a function that could stand at `place`, the beginning of a line of the module's own level. Nothing where
// it could not: what it takes may change meanwhile, is a function or a module, or its defaults, decorators or
// annotations need something that is not there yet.
std::optional<FreeVariables> free_variables(const program::Program& program, const program::Module& module,
                                            const python::Function& function, std::uint32_t place);

// What reads of the name, which is a variable of `scope`, there are.
std::vector<const python::Name*> reads_of(const program::Module& module, const python::Scope& scope,
                                          std::string_view name);

}  // namespace forklint::rewrite
