#include "program/evaluator_state.h"

namespace forklint::program {

const ValueSet* Evaluator::State::recall(const python::Expr& expr, const Frame* frame) {
  const auto use = [&](const Remembered& known) {
    basis.add(known.basis);
    return &known.values;
  };
  if (const auto found = answers.find({&expr, 0}); found != answers.end()) {
    if (frame == nullptr || !found->second.basis.parameters) return use(found->second);
  }
  if (frame == nullptr) return nullptr;
  const auto found = answers.find({&expr, frame->number});
  return found == answers.end() ? nullptr : use(found->second);
}

Basis Evaluator::State::begin() {
  ++nesting;
  ++steps;
  ++asked;
  return std::exchange(basis, {});
}

void Evaluator::State::end(const Basis& around, const python::Expr& expr, const Frame* frame,
                           const ValueSet& answer) {
  // What is open at this level or further in is complete with this answer.
  if (basis.lacks >= nesting || nesting == 1) basis.lacks = Basis::kWhole;
  const Question question{&expr, frame != nullptr && basis.parameters ? frame->number : 0};
  answers.insert_or_assign(question, Remembered{answer, basis});
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
    const auto found = answers.find(question);
    if (found == answers.end() || found->second.basis.lacks == Basis::kWhole) continue;
    if (is_knot) {
      found->second.values.set_open();
      found->second.basis.lacks = Basis::kWhole;
    } else {
      answers.erase(found);
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
