#include "program/evaluator_state.h"

#include <algorithm>

namespace forklint::program {

namespace {

Question question_of(const python::Expr& expr, const Module& module, unsigned frame) {
  return {&expr, frame, module.first_place + std::min(expr.number, module.syntax.expr_count())};
}

}  // namespace

const ValueSet* Evaluator::State::recall(const python::Expr& expr, const Module& module, const Frame* frame) {
  const Remembered* known = answers.find(question_of(expr, module, 0));
  const bool is_of_frame = frame != nullptr && (known == nullptr || known->basis.parameters);
  if (is_of_frame) known = answers.find(question_of(expr, module, frame->number));
  if (known == nullptr) return nullptr;
  basis.add(known->basis);
  return &known->values;
}

Basis Evaluator::State::begin() {
  ++nesting;
  ++steps;
  ++asked;
  return std::exchange(basis, {});
}

void Evaluator::State::end(const Basis& around, const python::Expr& expr, const Module& module,
                           const Frame* frame, const ValueSet& answer) {
  // What is open at this level or further in is complete with this answer.
  if (basis.lacks >= nesting || nesting == 1) basis.lacks = Basis::kWhole;
  const bool is_of_frame = frame != nullptr && basis.parameters;
  const Question question = question_of(expr, module, is_of_frame ? frame->number : 0);
  answers.set(question, {answer, basis});
  if (basis.lacks != Basis::kWhole) {
    if (tentative.size() <= basis.lacks) tentative.resize(basis.lacks + 1);
    tentative[basis.lacks].push_back(question);
  }
  --nesting;
  basis.add(around);
  if (nesting > 0) return;
  basis = {};
  forget(0);
}

void Evaluator::State::forget(unsigned level) {
  if (level >= tentative.size()) return;
  // To ask each of a knot of questions anew would cost the whole knot each time: what is known so far, or
  // something else.
  const bool is_knot = tentative[level].size() > kMaxCircle;
  for (const Question& question : tentative[level]) {
    Remembered* found = answers.find(question);
    if (found == nullptr || found->basis.lacks == Basis::kWhole) continue;
    if (is_knot) {
      found->values.set_open();
      found->basis.lacks = Basis::kWhole;
    } else {
      answers.erase(question);
    }
  }
  tentative[level].clear();
}

// A knot of functions that call each other costs each question about any of them all its steps.
void Evaluator::State::run_out_of_steps() {
  if (std::exchange(out_of_steps, true)) return;
  for (const auto& [item, level] : open) ++exhausted[item];
}

bool Evaluator::State::is_exhausting(const python::Function& function) const {
  const auto found = exhausted.find(&function);
  return found != exhausted.end() && found->second >= kMaxExhausted;
}

unsigned Evaluator::State::frame_number(const python::Function* function, const python::Call* call,
                                        const Frame* caller, const Construction* object) {
  const bool is_known = object != nullptr && !object->constructors.empty();
  const Link link{function, call, caller == nullptr ? 0 : caller->number,
                  is_known ? object->constructors.front()->number : 0};
  return frames.emplace(link, static_cast<unsigned>(frames.size()) + 1).first->second;
}

Evaluator::Opened::Opened(State& state, const void* item) : state_(state), item_(item) {
  const auto [found, is_new] = state.open.emplace(item, state.nesting);
  is_new_ = is_new;
  if (!is_new) state.basis.lacks = std::min(state.basis.lacks, found->second);
}

Evaluator::Opened::~Opened() {
  if (!is_new_) return;
  state_.open.erase(item_);
  state_.forget(state_.nesting);
}

}  // namespace forklint::program
