// The memory of an Evaluator: internal to this room.
//
// Questions lead to each other, also in circles. What is asked while its own answer is being made contributes
// nothing, and answers that were made without it are tentative: they serve until the open one is complete.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "program/answers.h"
#include "program/evaluator.h"
#include "program/modules.h"

namespace forklint::program {

// How deep calls are looked into, and how many expressions one question may cost: beyond, "not known".
constexpr unsigned kMaxCallDepth = 5;
constexpr unsigned kMaxNesting = 120;
constexpr unsigned kMaxSteps = 4'000;
// How many questions that lead back to each other are each answered in full.
constexpr std::size_t kMaxCircle = 256;
// How many questions may come to that end in calls of one function, until none looks into it any more.
constexpr unsigned kMaxExhausted = 3;

struct Evaluator::State {
  Answers answers;
  std::unordered_map<const python::Binding*, Remembered> imports;  // what each import binds
  std::unordered_map<const python::Region*, TargetMask> alive[2];  // by whether the module is the script
  std::deque<std::string> pool;
  std::unordered_set<std::string_view> interned;
  std::unordered_map<const python::Function*, std::vector<Caller>> callers;
  bool callers_known = false;
  // Every name by which the catalog, or a definition or assignment of the project, knows something to call.
  std::unordered_set<std::string_view> callable_names;
  // Attribute bindings by name, per module.
  std::unordered_map<const Module*,
                     std::unordered_map<std::string_view, std::vector<const python::AttributeBinding*>>>
      attributes;
  std::unordered_set<std::string_view> assigned_attributes;  // of any object
  // Those that some code assigns from outside of the methods of the object: `job.reader = None`.
  std::unordered_set<std::string_view> assigned_from_outside;
  // Classes that assign attributes by names that are not written: `setattr(self, name, value)`.
  std::unordered_set<const python::Class*> assigning_any;
  std::unordered_map<const python::Region*, bool> by_parameters;  // whether those of its function decide it
  // The call of `super().__init__` in a constructor; null for none, or several.
  std::unordered_map<const python::Function*, const python::CallSite*> base_constructors;
  // Calls that declare arguments of a command line, of the modules that were looked through.
  std::unordered_map<const Module*, std::vector<const python::Call*>> declarations;
  // What is appended to the collection that an expression makes, of the modules that were looked through.
  std::unordered_map<const python::Expr*, std::vector<const python::Expr*>> additions;
  std::unordered_set<const Module*> collected;
  // Signatures of functions of the project, with and without their first parameter.
  std::unordered_map<const python::Function*, std::vector<catalog::ParameterSpec>> signatures[2];
  // Numbers of chains of calls, by their last call, the chain before it and the object of a method.
  struct Link {
    const void* function;
    const void* call;
    unsigned caller;
    unsigned object;
    auto operator<=>(const Link&) const = default;
  };
  std::map<Link, unsigned> frames;

  unsigned nesting = 0;
  unsigned steps = 0;
  std::size_t asked = 0;                           // questions that had no answer yet, over all
  Basis basis;                                     // of the answer that is being made
  std::unordered_map<const void*, unsigned> open;  // what is being answered, and at which level
  std::vector<std::vector<Question>> tentative;    // answers that lack what is open at a level
  // In calls of which functions the steps of a question ran out, and how often.
  std::unordered_map<const void*, unsigned> exhausted;
  bool out_of_steps = false;  // this question's

  // An answer that is known already, or null. Counts towards the one that is being made.
  const ValueSet* recall(const python::Expr& expr, const Module& module, const Frame* frame);
  // Before and after an answer is made; `begin` gives the basis of the one around it.
  Basis begin();
  void end(const Basis& around, const python::Expr& expr, const Module& module, const Frame* frame,
           const ValueSet& answer);
  void forget(unsigned level);
  void run_out_of_steps();
  bool is_exhausting(const python::Function& function) const;
  // Drops the answers that may be others now.
  template <typename MayChange>
  void drop(MayChange may_change) {
    answers.drop(may_change);
    std::erase_if(imports, [&](const auto& entry) { return may_change(entry.second.basis); });
  }
  unsigned frame_number(const python::Function* function, const python::Call* call, const Frame* caller,
                        const Construction* object = nullptr);
};

// Marks something as being answered, as long as this lives. False when it is already.
class Evaluator::Opened {
 public:
  Opened(State& state, const void* item);
  ~Opened();
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;
  explicit operator bool() const { return is_new_; }

 private:
  State& state_;
  const void* item_;
  bool is_new_;
};

}  // namespace forklint::program
