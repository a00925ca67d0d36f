// From Clang's tree to the plain data of a unit.
#pragma once

#include <clang/AST/ASTConsumer.h>

#include <memory>
#include <string>

#include "native/unit.h"

namespace forklint::native {

// Fills `unit` when the tree is whole. Only functions below `root` are looked into.
std::unique_ptr<clang::ASTConsumer> make_collector(std::string root, NativeUnit& unit);

}  // namespace forklint::native
