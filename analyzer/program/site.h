// A place in the code that the catalog has a word on: a call of a known API, a class derived from one, a
// decorator. Sites are found once, after which every question about them is answered by the Program.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "program/evaluator.h"

namespace forklint::program {

enum class SiteKind : std::uint8_t {
  call,       // the API is called, or a class derived from it is constructed
  base,       // a class derives from it
  decorator,  // a function or class is decorated with it
};

// A method that is called on what a site made: `.start()`, `.connect()`, `__enter__` for a with statement;
// or an attribute of it that is assigned.
struct InstanceUse {
  std::string_view method;
  const Module* module = nullptr;
  Span span;
  const python::Expr* assigned = nullptr;
  const python::CallSite* call = nullptr;  // null for with, for and assignments
  std::uint32_t first = 0;                 // where the method's own arguments begin in those of the call
  bool by_class = false;                   // assigned by a method of its class: `self.name = ...`
};

// What decides the start method of a process that a site creates, by platform and version.
struct MethodChoice {
  TargetMask explicit_fork = 0;  // fork is asked for by name, or the API knows nothing else
  TargetMask from_default = 0;   // the default context of `family` decides
  TargetMask unknown = 0;        // a value decides that is not known
  TargetMask safe = 0;           // spawn, forkserver, or no process at all
  std::string_view family;
  std::string_view unknown_parameter;  // whose value is not known
  std::string_view maybe_parameter;    // that an unknown ** may bring; otherwise the default decides

  // Of another call of the function around the site.
  void add(const MethodChoice& other) {
    explicit_fork |= other.explicit_fork;
    from_default |= other.from_default;
    unknown |= other.unknown;
    safe |= other.safe;
    if (!other.unknown_parameter.empty()) unknown_parameter = other.unknown_parameter;
    if (!other.maybe_parameter.empty()) maybe_parameter = other.maybe_parameter;
  }
};

// Where the arguments of a construction arrive: the call of the API's own constructor, inside that of the
// class.
struct Handover {
  const python::Call* call = nullptr;
  const Module* module = nullptr;
  std::vector<std::unique_ptr<Frame>> frames;  // from the construction to the constructor that has `call`
};

enum class Outcome : std::uint8_t { no, unknown, yes };

struct Site {
  SiteKind kind = SiteKind::call;
  const catalog::Api* api = nullptr;
  std::string_view name;  // as the code reaches it: "torch.multiprocessing.Pool"
  std::string_view family;
  const Module* module = nullptr;
  const python::CallSite* call = nullptr;      // null for bases and decorators
  const python::Function* function = nullptr;  // around it; null at import time
  const python::Region* region = nullptr;
  Span span;  // what to underline: within one line
  Value callee;
  const python::Class* subclass = nullptr;   // the class of the project that is constructed or derived
  const Module* subclass_module = nullptr;   // where it is defined
  const python::Call* partial = nullptr;     // functools.partial(...) that holds further arguments
  const Module* partial_module = nullptr;    // where that stands
  bool explicit_self = false;                // Base.__init__(self, ...)
  std::shared_ptr<const Handover> handover;  // null: the call's own arguments are the API's
  bool certain = true;                       // the callee can't be anything else that can be called
  bool one_of_several = false;               // not certain, but all that the callee can be is known
  bool several_contexts = false;  // the callee comes from one of contexts that differ in their method
  TargetMask alive = 0;
  Outcome creates = Outcome::no;       // whether a process is created here
  std::string_view unknown_condition;  // the parameter on which that depends, where it is not known
  bool result_unused = false;          // the call is a statement of its own
  MethodChoice method;
  std::vector<InstanceUse> uses;

  // Whether this use of what the site made is one that creates.
  bool is_creating(const InstanceUse& use) const {
    return use.assigned == nullptr &&
           std::find(api->created_by.begin(), api->created_by.end(), use.method) != api->created_by.end();
  }
  // Making the instance creates nothing yet: what is done with it does.
  bool must_be_used() const {
    return kind == SiteKind::call && api->is_class && !api->created_by.empty() &&
           (api->creates == catalog::Creates::process || api->creates == catalog::Creates::fork);
  }
  // A Process looks up the default context when it is started; pools and executors when they are made.
  bool decides_when_started() const {
    return kind == SiteKind::call && api->is_class && api->creates == catalog::Creates::process &&
           !api->created_by.empty() && api->start_method.size() == 1 &&
           api->start_method.front().source == catalog::MethodSource::family;
  }
  // Whether the API can create processes, but surely does not here.
  bool creates_nothing_here() const {
    return api->creates != catalog::Creates::nothing && creates == Outcome::no;
  }
};

// Where the project sets an environment variable or a module attribute that names a start method.
struct Setting {
  const catalog::Setting* setting = nullptr;
  const Module* module = nullptr;
  Span span;
  ValueSet values;
  const python::Expr* value = nullptr;  // what it is set to
};

}  // namespace forklint::program
