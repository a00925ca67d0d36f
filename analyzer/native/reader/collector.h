// From Clang's tree to the plain data of a unit.
#pragma once

#include <clang/AST/ASTConsumer.h>

#include <memory>
#include <string>

#include "native/reader/inclusions.h"
#include "native/unit.h"

namespace forklint::native {

// Fills `unit` when the tree is whole. Only functions below `root` are looked into. `inclusions` is complete
// by then, and outlives the consumer.
std::unique_ptr<clang::ASTConsumer> make_collector(std::string root, const Inclusions& inclusions,
                                                   NativeUnit& unit);

}  // namespace forklint::native
