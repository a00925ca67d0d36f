#include "program/queue_waits.h"

#include <algorithm>

#include "python/visit.h"

namespace forklint::program {
namespace {

constexpr std::string_view kQueues[] = {"queue.Queue", "queue.LifoQueue", "queue.PriorityQueue",
                                        "queue.SimpleQueue"};

// A `for` or `while`, no comprehension.
bool is_in_loop_statement(const python::Region* region) {
  for (; region != nullptr; region = region->outer) {
    if (region->kind == python::RegionKind::loop_body && region->stmt != nullptr) return true;
  }
  return false;
}

// `queue.get(...)` in a loop: the queue; null for any other call.
const python::Name* taken_in_loop_from(const python::CallSite& call) {
  const auto* method = python::as<python::Attribute>(call.call->callee);
  const bool takes = method != nullptr && method->name == "get" && is_in_loop_statement(call.region);
  return takes ? python::as<python::Name>(method->value) : nullptr;
}

}  // namespace

QueueWaits::QueueWaits(Evaluator& evaluator, const SiteRoles& roles, const Module& module)
    : evaluator_(evaluator), module_(module) {
  for (const python::CallSite& call : module.syntax.calls()) {
    if (call.function == nullptr) continue;
    for (const Site* site : roles.made_by(*call.call)) {
      if (site->api->hazard == catalog::Hazard::python_threads && roles.runs_later(*site))
        threads_[call.function].push_back(site);
    }
  }
}

bool QueueWaits::is_own_queue(const python::Name& name, const python::Function& function) const {
  const python::Use use = module_.syntax.use_of(name);
  if (use.bindings.size() != 1 || use.bindings.front()->kind != python::BindingKind::assignment) return false;
  const python::Binding& binding = *use.bindings.front();
  if (binding.performed_in == nullptr || binding.performed_in->function != &function) return false;
  const auto* made = python::as<python::Call>(binding.value);
  if (made == nullptr) return false;
  const ValueSet callees = evaluator_.values(*made->callee, module_);
  const Value* callee = callees.single();
  return callee != nullptr &&
         std::find(std::begin(kQueues), std::end(kQueues), external_name(*callee)) != std::end(kQueues);
}

QueueWaits::Names QueueWaits::queues_in(const python::Expr& expr, const python::Function& function) const {
  Names names;
  const python::ExprVisitor visit = [&](const python::Expr& each) {
    const auto* name = python::as<python::Name>(&each);
    if (name != nullptr && is_own_queue(*name, function)) names.push_back(name->id);
    python::for_each_child(each, visit);
  };
  visit(expr);
  return names;
}

bool QueueWaits::takes_in_loop(const Module& module, const python::Function* function,
                               std::string_view queue) {
  const auto& calls = module.syntax.calls();
  return std::any_of(calls.begin(), calls.end(), [&](const python::CallSite& call) {
    const python::Name* taken = call.function == function ? taken_in_loop_from(call) : nullptr;
    return taken != nullptr && taken->id == queue;
  });
}

// Whether the call takes from a queue of the function in a loop, or a function that it hands one to does.
bool QueueWaits::empties(const python::CallSite& call, const python::Function& function) const {
  const python::Name* taken = taken_in_loop_from(call);
  if (taken != nullptr && is_own_queue(*taken, function)) return true;
  const ValueSet callees = evaluator_.callees(*call.call, module_);
  for (const Value& callee : callees.values()) {
    for (const Evaluator::Target& target : evaluator_.functions_run_by(callee)) {
      if (target.function == nullptr) continue;
      const auto signature = signature_of(*target.function, target.skip_first);
      for (const catalog::ParameterSpec& parameter : signature) {
        const BoundArgument given = evaluator_.argument(*call.call, module_, signature, parameter.name);
        const auto* queue =
            given.written == nullptr ? nullptr : python::as<python::Name>(given.written->value);
        if (queue != nullptr && is_own_queue(*queue, function) &&
            takes_in_loop(*target.module, target.function, parameter.name))
          return true;
      }
    }
  }
  return false;
}

std::vector<const Site*> QueueWaits::ended_by(const python::CallSite& call) const {
  if (call.function == nullptr) return {};
  const auto made = threads_.find(call.function);
  if (made == threads_.end()) return {};
  const Names queues = queues_in(*call.call, *call.function);
  if (queues.empty() || !empties(call, *call.function)) return {};
  std::vector<const Site*> ended;
  for (const Site* thread : made->second) {
    // The construction itself empties nothing.
    if (thread->call == &call) return {};
    const Names given = queues_in(*thread->call->call, *call.function);
    const bool shares = std::any_of(given.begin(), given.end(), [&](std::string_view queue) {
      return std::find(queues.begin(), queues.end(), queue) != queues.end();
    });
    if (shares) ended.push_back(thread);
  }
  return ended;
}

}  // namespace forklint::program
