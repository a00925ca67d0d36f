#include "program/spawn_drawn.h"

#include <algorithm>
#include <iterator>

#include "program/spawn_state.h"
#include "python/visit.h"

namespace forklint::program {
namespace {

constexpr std::string_view kDrawing[] = {"datetime.date.today",
                                         "datetime.datetime.now",
                                         "datetime.datetime.today",
                                         "datetime.datetime.utcnow",
                                         "os.getpid",
                                         "os.getppid",
                                         "os.urandom",
                                         "tempfile.mkdtemp",
                                         "tempfile.mkstemp",
                                         "tempfile.mktemp",
                                         "time.monotonic",
                                         "time.perf_counter",
                                         "time.time",
                                         "time.time_ns",
                                         "uuid.uuid1",
                                         "uuid.uuid4"};
constexpr std::string_view kDrawingModules[] = {"random.", "secrets.", "numpy.random."};
// Generators, which draw what their seed says where they are given one.
constexpr std::string_view kGenerators[] = {"random.Random", "numpy.random.default_rng",
                                            "numpy.random.RandomState"};
// They return nothing that is drawn.
constexpr std::string_view kSettings[] = {"random.seed", "numpy.random.seed"};

template <typename Names>
bool holds(const Names& names, std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool draws(std::string_view function, const python::Call& call) {
  if (holds(kSettings, function)) return false;
  if (holds(kGenerators, function)) return call.arguments.empty();
  return holds(kDrawing, function) ||
         std::any_of(std::begin(kDrawingModules), std::end(kDrawingModules),
                     [&](std::string_view module) { return function.starts_with(module); });
}

const python::Call* drawing_call(Evaluator& evaluator, const python::Expr& expr, const Module& module) {
  // What a lambda draws is drawn when it is called.
  if (expr.kind == python::ExprKind::lambda) return nullptr;
  if (const auto* call = python::as<python::Call>(&expr)) {
    const ValueSet callees = evaluator.values(*call->callee, module);
    if (callees.single() != nullptr && draws(external_name(*callees.single()), *call)) return call;
  }
  const python::Call* found = nullptr;
  python::for_each_child(expr, [&](const python::Expr& child) {
    if (found == nullptr) found = drawing_call(evaluator, child, module);
  });
  return found;
}

}  // namespace

const python::Call* drawn_at_import(Evaluator& evaluator, const python::Name& name, const Module& module,
                                    const Module*& owner) {
  const Evaluator::Definition made = evaluator.definition_of(name, module);
  if (made.value == nullptr || !is_at_module_level(*made.module, made.value->span)) return nullptr;
  owner = made.module;
  return drawing_call(evaluator, *made.value, *made.module);
}

}  // namespace forklint::program
