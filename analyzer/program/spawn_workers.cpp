#include "program/spawn_workers.h"

#include <algorithm>

#include "program/method_choice.h"

namespace forklint::program {
namespace {

constexpr std::size_t kMaxFunctions = 200;

// Methods of a pool or executor whose first argument is run in its processes.
constexpr std::string_view kTaskMethods[] = {"map",     "imap",        "imap_unordered",
                                             "starmap", "map_async",   "starmap_async",
                                             "apply",   "apply_async", "submit"};

// What a loader's workers call of the dataset.
constexpr std::string_view kDatasetMethods[] = {"__getitem__", "__getitems__", "__iter__", "__next__"};

class Collector {
 public:
  Collector(Evaluator& evaluator, const Site& site) : evaluator_(evaluator), site_(site) {}

  std::vector<Evaluator::Target> collect() {
    for (const std::string_view parameter : site_.api->pickled) {
      const BoundArgument bound = argument_of(evaluator_, site_, parameter);
      for (const Value& value : bound.values.values()) add(value);
    }
    if (site_.subclass != nullptr) add_method(*site_.subclass_module, *site_.subclass, "run");
    for (const InstanceUse& use : site_.uses) add_task(use);
    return std::move(found_);
  }

  // Names of functions outside of what is parsed, after collect().
  const std::vector<std::string_view>& unread() const { return unread_; }

 private:
  void add(const Value& value) {
    if (value.kind == ValueKind::external) {
      unread_.push_back(value.text);
    } else if (value.kind == ValueKind::instance && value.class_ != nullptr) {
      for (const std::string_view method : kDatasetMethods) add_method(*value.module, *value.class_, method);
      add_method(*value.module, *value.class_, "__call__");
    } else if (value.kind == ValueKind::function || value.kind == ValueKind::method ||
               value.kind == ValueKind::partial) {
      for (const Evaluator::Target& target : evaluator_.functions_run_by(value)) {
        if (target.function != nullptr) found_.push_back(target);
      }
    }
  }

  void add_method(const Module& module, const python::Class& class_, std::string_view name) {
    const Module* found_in = &module;
    const python::Function* method = evaluator_.method_of(module, class_, name, &found_in);
    if (method != nullptr) found_.push_back({found_in, method, true});
  }

  void add_task(const InstanceUse& use) {
    const bool runs =
        std::find(std::begin(kTaskMethods), std::end(kTaskMethods), use.method) != std::end(kTaskMethods);
    if (!runs || use.call == nullptr || use.call->call->arguments.size() <= use.first) return;
    const python::Argument& first = use.call->call->arguments[use.first];
    if (first.kind != python::ArgumentKind::positional) return;
    for (const Value& value : evaluator_.values(*first.value, *use.module).values()) add(value);
  }

  Evaluator& evaluator_;
  const Site& site_;
  std::vector<Evaluator::Target> found_;
  std::vector<std::string_view> unread_;
};

// The file of the project that a dotted name leads into; "" for none.
std::string_view file_behind(const ModuleTable& table, std::string_view name, std::string_view importer) {
  std::string_view file = table.resolve(name, importer);
  for (std::size_t dot = name.rfind('.'); file.empty() && dot != std::string_view::npos && dot > 0;
       dot = name.rfind('.', dot - 1))
    file = table.resolve(name.substr(0, dot), importer);
  return file;
}

}  // namespace

std::vector<Evaluator::Target> closure_of_calls(Evaluator& evaluator,
                                                const std::vector<Evaluator::Target>& first) {
  std::vector<Evaluator::Target> found;
  std::unordered_set<const python::Function*> seen;
  const auto add = [&](const Evaluator::Target& target) {
    if (target.function != nullptr && found.size() < kMaxFunctions && seen.insert(target.function).second)
      found.push_back(target);
  };
  for (const Evaluator::Target& target : first) add(target);
  std::size_t followed = 0;
  while (followed < found.size()) {
    const Evaluator::Target current = found[followed++];
    for (const python::CallSite& call : current.module->syntax.calls()) {
      if (call.function != current.function) continue;
      for (const Value& callee : evaluator.callees(*call.call, *current.module).values()) {
        for (const Evaluator::Target& target : evaluator.functions_run_by(callee)) add(target);
      }
    }
  }
  return found;
}

std::vector<std::string_view> files_in_workers(Evaluator& evaluator, const ModuleTable& table,
                                               const Site& site) {
  Collector collector(evaluator, site);
  const std::vector<Evaluator::Target> functions = closure_of_calls(evaluator, collector.collect());
  std::vector<std::string_view> files;
  const auto add = [&](std::string_view name, const Module& user) {
    if (const std::string_view file = file_behind(table, name, user.path()); !file.empty())
      files.push_back(file);
  };
  for (const std::string_view name : collector.unread()) add(name, *site.module);
  for (const Evaluator::Target& target : functions) {
    files.push_back(target.module->path());
    for (const python::Name* name : target.module->syntax.names_in(target.function->span)) {
      for (const Value& value : evaluator.values(*name, *target.module).values()) {
        if (value.kind == ValueKind::module) files.push_back(value.module->path());
        if (value.kind == ValueKind::external && value.api == nullptr) add(value.text, *target.module);
      }
    }
  }
  return files;
}

std::vector<Evaluator::Target> functions_in_workers(Evaluator& evaluator, const Site& site) {
  return closure_of_calls(evaluator, Collector(evaluator, site).collect());
}

}  // namespace forklint::program
