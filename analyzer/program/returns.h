// The statements of one function that give something to its caller, without those of nested functions.
#pragma once

#include <functional>

#include "program/targets.h"
#include "python/ast.h"

namespace forklint::program {

// Visits what is returned (null for a bare return); branches whose test holds nowhere are left out.
void for_each_return(python::Block body, const std::function<Verdict(const python::Expr&)>& verdict,
                     const std::function<void(const python::Expr*)>& visit);

// Visits what a generator yields as a statement or assigned value of its own.
void for_each_yield(python::Block body, const std::function<void(const python::Expr&)>& visit);

// Visits every statement of the body and of the blocks in it, nested functions and classes left out.
void for_each_statement(python::Block body, const std::function<void(const python::Stmt&)>& visit);

}  // namespace forklint::program
