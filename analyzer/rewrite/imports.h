// How a module says `multiprocessing`, and the import where it can't yet.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "program/program.h"
#include "rewrite/draft.h"

namespace forklint::rewrite {

// An expression for the module `multiprocessing` as code in `scope` at `offset` can write it. Adds the import
// to the draft where there is none; nothing where the name is taken.
std::optional<std::string> multiprocessing_module(const program::Module& module, const python::Scope* scope,
                                                  std::uint32_t offset, Draft& draft);

// The same where the module already has it; "" otherwise.
std::string imported_multiprocessing(const program::Module& module, const python::Scope* scope,
                                     std::uint32_t offset);

// An expression for `functools.partial`, in the same way.
std::optional<std::string> functools_partial(const program::Module& module, const python::Scope* scope,
                                             std::uint32_t offset, Draft& draft);

// `from multiprocessing import a, b`: brings in `added` ("" for nothing) and drops `dropped`, items as they
// are written, which nobody uses any more. False where the statement has comments in it.
bool change_from_import(const program::Module& module, const python::ImportFrom& import,
                        const std::string& added, const std::set<std::string>& dropped, Draft& draft);

// Where a line of its own can follow the imports at the top of the module.
std::uint32_t after_imports(const program::Module& module, std::uint32_t before);

}  // namespace forklint::rewrite
