// Which calls get their context from the default one, and which of them must change together.
#pragma once

#include <set>
#include <vector>

#include "program/program.h"

namespace forklint::rewrite {

// A name that a context has as well: `multiprocessing.Pool`, the base class `multiprocessing.Process`.
struct Member {
  const program::Site* site = nullptr;
  const program::Module* module = nullptr;
  const python::Expr* callee = nullptr;  // what is called or derived from
  const python::Scope* scope = nullptr;  // in which it is read
  std::string_view name;                 // of the context's attribute: "Pool"
};

// Of one module, in the order of the text.
std::vector<Member> members_of(const program::Program& program, const program::Module& module);

// The member behind a site: itself, or the base of the class that it constructs. Nothing where there is none
// that is understood.
std::optional<Member> member_of(const program::Program& program, const program::Site& site);

// Whether the site makes a lock, queue, ... of the default context.
bool is_default_primitive(const program::Site& site);
// Whether it can create processes, by a context that the default decides.
bool is_default_creator(const program::Site& site);

// By their paths, so that what is said of them comes in the same order in every run.
struct ByPath {
  bool operator()(const program::Module* left, const program::Module* right) const {
    return left->path() < right->path();
  }
};
using Modules = std::set<const program::Module*, ByPath>;

// The modules whose processes and primitives meet those of this site.
Modules modules_that_meet(const program::Program& program, const program::Site& site);

}  // namespace forklint::rewrite
