// The memory of an Evaluator: internal to this room.
#pragma once

#include <deque>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "program/evaluator.h"

namespace forklint::program {

// How deep calls are looked into, and how many expressions one question may cost: beyond, "not known".
constexpr unsigned kMaxCallDepth = 5;
constexpr unsigned kMaxNesting = 120;
constexpr unsigned kMaxSteps = 4'000;

// What an answer rests on besides the code itself.
struct Basis {
  bool parameters = false;   // what a parameter is: another thing in each call that is looked into
  bool provisional = false;  // a parameter whose callers are not known yet

  void add(const Basis& other) {
    parameters = parameters || other.parameters;
    provisional = provisional || other.provisional;
  }
};

struct Remembered {
  ValueSet values;
  Basis basis;
};

struct Evaluator::State {
  std::unordered_map<const python::Expr*, Remembered> memo;
  std::unordered_map<const python::Binding*, Remembered> imports;  // what each import binds
  std::unordered_map<const python::Region*, TargetMask> alive[2];  // by whether the module is the script
  std::unordered_set<const void*> in_progress;
  std::deque<std::string> pool;
  std::unordered_set<std::string_view> interned;
  std::unordered_map<const python::Function*, std::vector<Caller>> callers;
  // Attribute bindings by name, per module.
  std::unordered_map<const Module*,
                     std::unordered_map<std::string_view, std::vector<const python::AttributeBinding*>>>
      attributes;
  // Signatures of functions of the project, with and without their first parameter.
  std::unordered_map<const python::Function*, std::vector<catalog::ParameterSpec>> signatures[2];
  unsigned nesting = 0;
  unsigned steps = 0;
  bool cut = false;  // a cycle or a limit was met: the result must not be remembered
  Basis basis;       // of the answer that is being made
  bool callers_known = false;
};

}  // namespace forklint::program
