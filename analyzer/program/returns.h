// The statements of one function that give something to its caller, without those of nested functions.
#pragma once

#include <cstdint>
#include <functional>

#include "program/targets.h"
#include "python/ast.h"

namespace forklint::program {

// Visits what is returned (null for a bare return); branches whose test holds nowhere are left out.
void for_each_return(python::Block body, const std::function<Verdict(const python::Expr&)>& verdict,
                     const std::function<void(const python::Expr*)>& visit);

// Visits what a generator yields as a statement or assigned value of its own.
void for_each_yield(python::Block body, const std::function<void(const python::Expr&)>& visit);

// Where the first yield of a generator stands that is a statement or assigned value of its own: bytes; the
// end of the source where there is none.
std::uint32_t first_yield(python::Block body);

// A generator that contextlib makes a context manager of, by what its decorators are called.
bool is_context_manager(const python::Function& function);

// Visits the body itself and every block in it, nested functions and classes left out.
void for_each_nested_block(python::Block body, const std::function<void(python::Block)>& visit);

// Visits the blocks directly inside a statement.
void for_each_nested_block_of(const python::Stmt& stmt, const std::function<void(python::Block)>& visit);

// Visits every statement of the body and of the blocks in it, nested functions and classes left out.
void for_each_statement(python::Block body, const std::function<void(const python::Stmt&)>& visit);

}  // namespace forklint::program
