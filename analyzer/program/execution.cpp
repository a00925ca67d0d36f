#include "program/execution.h"

#include <algorithm>

#include "program/method_choice.h"
#include "program/path.h"

namespace forklint::program {
namespace {

using catalog::Creates;
using python::RegionKind;

constexpr std::size_t kMaxDepth = 60;

// `__name__ == "__main__"`, alone or with further conditions.
bool tests_main(const python::Expr* test) {
  if (const auto* both = python::as<python::BoolOp>(test)) {
    return both->is_and && (tests_main(both->left) || tests_main(both->right));
  }
  const auto* compare = python::as<python::Compare>(test);
  if (compare == nullptr || compare->rest.size() != 1 || compare->rest.front().op != "==") return false;
  const auto* left = python::as<python::Name>(compare->left);
  const auto* right = python::as<python::Name>(compare->rest.front().right);
  return (left != nullptr && left->id == "__name__") || (right != nullptr && right->id == "__name__");
}

bool is_main_guard(const python::Region* region) {
  for (; region != nullptr; region = region->outer) {
    if (region->kind == RegionKind::if_true && tests_main(region->test)) return true;
  }
  return false;
}

// The try statement that swallows what a failing set_start_method raises; null for none.
const python::Region* swallowing_try(const python::Region* region) {
  for (; region != nullptr; region = region->outer) {
    if (region->kind != RegionKind::try_body) continue;
    const auto* attempt = python::as<python::Try>(region->stmt);
    if (attempt == nullptr) continue;
    for (const python::Handler& handler : attempt->handlers) {
      const auto* type = python::as<python::Name>(handler.type);
      const bool catches = handler.type == nullptr ||
                           (type != nullptr && (type->id == "RuntimeError" || type->id == "Exception"));
      const bool ignores = handler.body.size() == 1 && handler.body.front()->kind == python::StmtKind::simple;
      if (catches && ignores) return region;
    }
  }
  return nullptr;
}

}  // namespace

struct Execution::Body {
  struct Item {
    const python::CallSite* call = nullptr;
    const python::Stmt* import = nullptr;
    std::uint32_t position = 0;
  };
  std::vector<Item> items;
};

class Execution::Walk {
 public:
  Walk(Execution& owner, const Module* entry) : owner_(owner), entry_(entry) {}

  void run_module(const Module& module, bool is_main) {
    if (!imported_.insert(&module).second) return;
    run_body(module, nullptr, is_main);
  }

  void run_function(const Evaluator::Target& target) {
    if (target.function == nullptr || path_.size() >= kMaxDepth) return;
    // Once more when a setting came in between: that way to reach it is another one.
    const std::size_t situation = std::min<std::size_t>(settings_.size(), 7) * 4 + (child_ ? 1 : 0);
    if (!visited_[target.function].insert(situation).second) return;
    run_body(*target.module, target.function, false);
  }

  // As run_function, but what it sets holds for no one else: who calls it, and when, is not known.
  void run_alone(const Evaluator::Target& target) {
    const std::size_t settings = settings_.size();
    const std::size_t pins = pins_.size();
    run_function(target);
    settings_.resize(settings);
    pins_.resize(pins);
  }

  bool visited(const python::Function& function) const { return visited_.contains(&function); }
  void add_visited_to(std::unordered_set<const python::Function*>& functions) const {
    for (const auto& [function, situations] : visited_) functions.insert(function);
  }

 private:
  struct DefaultSetting {
    const Site* site;
    Path path;
    bool force;
  };
  struct Pin {
    const Site* site;
    Path path;
  };

  void run_body(const Module& module, const python::Function* function, bool is_main) {
    const auto of_module = owner_.bodies_.find(&module);
    if (of_module == owner_.bodies_.end()) return;
    const auto body = of_module->second.find(function);
    if (body == of_module->second.end()) return;
    for (const Body::Item& item : body->second.items) {
      if (item.import != nullptr) {
        path_.push_back({item.import, &module, nullptr, is_main});
        run_import(module, *item.import);
      } else {
        if (owner_.evaluator_.alive(item.call->region, module, is_main) == 0) continue;
        path_.push_back({item.call, &module, item.call->region, is_main});
        run_call(module, *item.call);
      }
      path_.pop_back();
    }
  }

  void run_import(const Module& module, const python::Stmt& stmt) {
    for (const Module* target : owner_.imported_by(module, stmt)) run_module(*target, false);
  }

  void run_call(const Module& module, const python::CallSite& call) {
    const auto found = owner_.sites_of_call_.find(&call);
    std::optional<StartMethod> started;
    bool creates = false;
    if (found != owner_.sites_of_call_.end()) {
      for (const Site* site : found->second) {
        reach(*site);
        creates = creates || site->api->creates != Creates::nothing;
        if (site->api->creates != Creates::nothing && site->method.safe == site->alive && site->alive != 0) {
          started = StartMethod::spawn;
        }
      }
    }
    const std::optional<StartMethod> outer = child_;
    const ValueSet callees = owner_.evaluator_.callees(*call.call, module);
    for (const Value& callee : callees.values()) {
      for (const Evaluator::Target& target : owner_.evaluator_.functions_run_by(callee)) run_function(target);
    }
    // Whatever is handed to code that is not ours may be called by it, in a child where the API says so.
    const bool own = std::any_of(callees.values().begin(), callees.values().end(), [](const Value& value) {
      return value.function != nullptr || value.class_ != nullptr;
    });
    for (const python::Argument& argument : call.call->arguments) {
      if (own && !creates) break;
      if (!can_hold_function(*argument.value)) continue;
      for (const Value& value : owner_.evaluator_.values(*argument.value, module).values()) {
        if (value.kind != ValueKind::function && value.kind != ValueKind::method &&
            value.kind != ValueKind::partial) {
          continue;
        }
        if (creates && started) child_ = started;
        for (const Evaluator::Target& target : owner_.evaluator_.functions_run_by(value))
          run_function(target);
        child_ = outer;
      }
    }
  }

  static bool can_hold_function(const python::Expr& expr) {
    switch (expr.kind) {
      case python::ExprKind::name:
      case python::ExprKind::attribute:
      case python::ExprKind::lambda:
      case python::ExprKind::call:
        return true;
      default:
        return false;
    }
  }

  void reach(const Site& site) {
    if (!site.api->sets_family.empty()) {
      set(site);
      return;
    }
    Reach reach{.entry = entry_, .child_of = child_};
    for (const DefaultSetting& setting : settings_) {
      if (setting.site->family != site.method.family) continue;
      apply(setting, reach);
    }
    owner_.reaches_[&site].push_back(std::move(reach));
    if (pins_default(site)) pins_.push_back({&site, path_});
  }

  // Whether set_start_method raises after this.
  bool pins_default(const Site& site) const {
    if (site.callee.of_context || site.kind != SiteKind::call) return false;
    const bool creates = site.api->creates != Creates::nothing;
    if (creates && (site.creates != Outcome::yes || site.method.from_default == 0)) return false;
    if (site.api->pins_family.empty()) return creates && site.api->created_by.empty();
    return conditions_hold(owner_.evaluator_, site, site.api->pins_when) == Outcome::yes;
  }

  void apply(const DefaultSetting& setting, Reach& reach) {
    const Truth before = happened_before(owner_.evaluator_, owner_.targets_, setting.path, path_);
    if (before.may == 0) return;
    if (before.must != owner_.targets_.all()) reach.maybe.push_back(setting.site);
    if (before.must == 0) return;
    reach.set_by.push_back(setting.site);
    const MethodChoice& method = setting.site->method;
    // Without force, the first setting stays.
    const TargetMask settled = reach.safe | reach.forced_fork | reach.unknown;
    const TargetMask here = setting.force ? before.must : before.must & ~settled;
    reach.safe = (reach.safe & ~here) | (method.safe & here);
    reach.forced_fork = (reach.forced_fork & ~here) | (method.explicit_fork & here);
    reach.unknown = (reach.unknown & ~here) | (method.unknown & here);
  }

  void set(const Site& site) {
    const BoundArgument forced = argument_of(owner_.evaluator_, site, "force");
    const Value* value = forced.values.single();
    const bool force = value != nullptr && value->kind == ValueKind::boolean && value->integer != 0;
    if (!force && forced.supplied != Supplied::maybe && !forced.values.open()) find_misuse(site);
    settings_.push_back({&site, path_, force});
    owner_.reaches_[&site].push_back({.entry = entry_, .child_of = child_});
  }

  void find_misuse(const Site& site) {
    for (const DefaultSetting& setting : settings_) {
      if (setting.site->family != site.family || setting.site == &site) continue;
      if (happened_before(owner_.evaluator_, owner_.targets_, setting.path, path_).must == 0) continue;
      owner_.misuses_.push_back({Misuse::Kind::twice, &site, setting.site});
      return;
    }
    for (const Pin& pin : pins_) {
      if (pin.site->family != site.family) continue;
      if (happened_before(owner_.evaluator_, owner_.targets_, pin.path, path_).must == 0) continue;
      owner_.misuses_.push_back({Misuse::Kind::too_late, &site, pin.site});
      return;
    }
  }

  Execution& owner_;
  const Module* entry_;
  Path path_;
  std::optional<StartMethod> child_;
  std::unordered_set<const Module*> imported_;
  std::unordered_map<const python::Function*, std::unordered_set<std::size_t>> visited_;
  std::vector<DefaultSetting> settings_;
  std::vector<Pin> pins_;
};

Execution::Execution(Evaluator& evaluator, const Targets& targets, const ModuleTable& table,
                     const std::vector<std::unique_ptr<Module>>& modules,
                     const std::vector<std::unique_ptr<Site>>& sites)
    : evaluator_(evaluator), targets_(targets), table_(table), modules_(modules) {
  for (const auto& site : sites) {
    if (site->call != nullptr) sites_of_call_[site->call].push_back(site.get());
  }
  for (const auto& module : modules_) {
    auto& bodies = bodies_[module.get()];
    for (const python::CallSite& call : module->syntax.calls()) {
      bodies[call.function].items.push_back({.call = &call, .position = call.call->callee->span.begin});
    }
    // Imports inside functions run when the function does; for the order of settings the module level counts.
    for (const python::Stmt* import : module->syntax.imports()) {
      std::vector<Body::Item>& items = bodies[nullptr].items;
      const auto after = std::find_if(items.begin(), items.end(), [&](const Body::Item& item) {
        return item.call != nullptr && item.position > import->span.begin;
      });
      items.insert(after, {.import = import, .position = import->span.begin});
    }
  }
}

Execution::~Execution() = default;

void Execution::run() {
  find_entries();
  std::unordered_set<const python::Function*> reached;
  for (const auto& module : modules_) {
    if (!entries_.contains(module.get())) continue;
    Walk walk(*this, module.get());
    walk.run_module(*module, true);
    walk.add_visited_to(reached);
  }
  for (const auto& module : modules_) run_unreached(*module, reached);
  note_misplaced();
}

// Code that only a caller outside the project can reach: it runs after its own module was imported.
void Execution::run_unreached(const Module& module,
                              const std::unordered_set<const python::Function*>& reached) {
  Walk walk(*this, nullptr);
  walk.run_module(module, false);
  const auto unreached = [&](const python::Function* function) {
    return !reached.contains(function) && !walk.visited(*function);
  };
  // Those that nobody here calls come first: what they call is reached through them.
  for (const python::Function* function : module.syntax.functions()) {
    const std::vector<Caller>* callers = evaluator_.callers_of(*function);
    if (unreached(function) && (callers == nullptr || callers->empty()))
      walk.run_alone({&module, function, false});
  }
  for (const python::Function* function : module.syntax.functions()) {
    if (unreached(function)) walk.run_alone({&module, function, false});
  }
}

void Execution::find_entries() {
  std::unordered_set<const Module*> imported;
  for (const auto& module : modules_) {
    for (const python::Stmt* stmt : module->syntax.imports()) {
      for (const Module* target : imported_by(*module, *stmt)) imported.insert(target);
    }
  }
  for (const auto& module : modules_) {
    const python::Block body = module->syntax.body();
    const bool guarded = std::any_of(body.begin(), body.end(), [](const python::Stmt* stmt) {
      const auto* node = python::as<python::If>(stmt);
      return node != nullptr && !node->branches.empty() && tests_main(node->branches.front().test);
    });
    const bool acts = std::any_of(body.begin(), body.end(), [](const python::Stmt* stmt) {
      const auto* expression = python::as<python::ExpressionStmt>(stmt);
      const bool calls = expression != nullptr && expression->value->kind == python::ExprKind::call;
      return calls || stmt->kind == python::StmtKind::for_ || stmt->kind == python::StmtKind::while_ ||
             stmt->kind == python::StmtKind::with;
    });
    const bool is_script = acts && !imported.contains(module.get()) && !module->is_package;
    if (guarded || is_script || module->path().ends_with("__main__.py")) entries_.insert(module.get());
  }
}

std::vector<const Module*> Execution::imported_by(const Module& module, const python::Stmt& stmt) const {
  std::vector<const Module*> targets;
  const auto add = [&](std::string_view file) {
    if (const Module* target = evaluator_.module_at(file); target != nullptr) targets.push_back(target);
  };
  if (const auto* import = python::as<python::Import>(&stmt)) {
    for (const python::ImportItem& item : import->items) add(table_.resolve(item.name, module.path()));
  }
  const auto* from = python::as<python::ImportFrom>(&stmt);
  if (from == nullptr) return targets;
  const auto resolve = [&](const std::string& name) {
    return from->level == 0 ? table_.resolve(name, module.path())
                            : table_.resolve_relative(from->level, name, module.path());
  };
  const std::string base(from->module);
  add(resolve(base));
  for (const python::ImportItem& item : from->items) {
    add(resolve(base.empty() ? std::string(item.name) : base + "." + std::string(item.name)));
  }
  return targets;
}

// Settings that are wrong by where they stand, whoever reaches them.
void Execution::note_misplaced() {
  for (const auto& [call, sites] : sites_of_call_) {
    for (const Site* site : sites) {
      if (site->api->sets_family.empty() || site->alive == 0) continue;
      const std::vector<Reach>& reaches = reaches_[site];
      const bool from_entry = std::any_of(reaches.begin(), reaches.end(),
                                          [](const Reach& reach) { return reach.entry != nullptr; });
      if (swallowing_try(site->region) != nullptr) {
        misuses_.push_back({Misuse::Kind::swallowed, site, nullptr});
      } else if (site->function == nullptr && !is_main_guard(site->region)) {
        misuses_.push_back({Misuse::Kind::at_import, site, nullptr});
      } else if (site->function != nullptr && !from_entry) {
        misuses_.push_back({Misuse::Kind::in_library, site, nullptr});
      }
    }
  }
}

}  // namespace forklint::program
