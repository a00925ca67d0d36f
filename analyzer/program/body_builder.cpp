#include "program/body_builder.h"

#include <algorithm>
#include <optional>

#include "program/keepers.h"
#include "program/process_exits.h"
#include "program/returns.h"

namespace forklint::program {
namespace {

using catalog::Creates;
using python::RegionKind;

// What a thread or process class runs when it is started.
constexpr std::string_view kRunMethod = "run";

// Data is what most arguments are.
bool can_hold_function(const python::Expr& expr, const Module& module) {
  switch (expr.kind) {
    case python::ExprKind::name:
      return !module.syntax.use_of(static_cast<const python::Name&>(expr)).bindings.empty();
    case python::ExprKind::attribute:
    case python::ExprKind::lambda:
    case python::ExprKind::call:
      return true;
    default:
      return false;
  }
}

bool is_callable(const Value& value) {
  return value.kind == ValueKind::function || value.kind == ValueKind::method ||
         value.kind == ValueKind::partial;
}

// What is called, by its name in a library; empty where it is not known or not one thing.
std::string names_external(const python::Call& call, Evaluator& evaluator, const Module& module) {
  const ValueSet callees = evaluator.values(*call.callee, module);
  const Value* callee = callees.single();
  return callee == nullptr ? std::string() : std::string(external_name(*callee));
}

// `"tensorflow" in sys.modules`, also as a part of the test.
bool asks_for_loaded(const python::Expr& test) {
  if (const auto* both = python::as<python::BoolOp>(&test))
    return asks_for_loaded(*both->left) || asks_for_loaded(*both->right);
  const auto* compare = python::as<python::Compare>(&test);
  if (compare == nullptr || compare->rest.size() != 1 || compare->rest.front().op != "in") return false;
  const auto* modules = python::as<python::Attribute>(compare->rest.front().right);
  return modules != nullptr && modules->name == "modules";
}

// Whether the import stands where the module was loaded before: it begins nothing that was not there.
bool only_if_loaded(const python::Stmt& import, python::Block body) {
  bool found = false;
  for_each_statement(body, [&](const python::Stmt& stmt) {
    const auto* choice = python::as<python::If>(&stmt);
    if (choice == nullptr) return;
    for (const python::Branch& branch : choice->branches) {
      const bool is_around = !branch.body.empty() && branch.body.front()->span.begin <= import.span.begin &&
                             import.span.end <= branch.body.back()->span.end;
      found = found || (is_around && asks_for_loaded(*branch.test));
    }
  });
  return found;
}

bool ends_with_break(python::Block block) {
  const auto* last = block.empty() ? nullptr : python::as<python::Simple>(block.back());
  return last != nullptr && last->simple == python::SimpleKind::break_;
}

bool is_manager(const python::Function& function) {
  return function.is_generator &&
         std::any_of(function.decorators.begin(), function.decorators.end(),
                     [](const python::Expr* decorator) {
                       const auto* name = python::as<python::Name>(decorator);
                       const auto* attribute = python::as<python::Attribute>(decorator);
                       const std::string_view last = name != nullptr        ? name->id
                                                     : attribute != nullptr ? attribute->name
                                                                            : std::string_view{};
                       return last == "contextmanager" || last == "asynccontextmanager";
                     });
}

// `join(timeout=5)` and `join(5)` may return before the end, `shutdown(wait=False)` surely does.
std::optional<EndKind> end_of(const python::CallSite* site) {
  if (site == nullptr || site->call->arguments.empty()) return EndKind::sure;
  EndKind kind = EndKind::sure;
  for (const python::Argument& argument : site->call->arguments) {
    const auto* constant = python::as<python::Constant>(argument.value);
    if (constant == nullptr) {
      kind = EndKind::maybe;
    } else if (constant->value == python::ConstantKind::false_) {
      return std::nullopt;
    }
  }
  return kind;
}

}  // namespace

std::unordered_map<const python::Function*, std::vector<BodyItem>> BodyBuilder::build() {
  note_regions();
  for (const python::Function* function : module_.syntax.functions())
    add_statements(function, function->body);
  add_statements(nullptr, module_.syntax.body());
  add_calls();
  add_imports();
  for (auto& [function, items] : others_) merge(calls_[function], std::move(items));
  for (auto& [function, items] : calls_) {
    for (BodyItem& item : items) {
      item.left_by = left_by(item.region);
      item.breaks = breaks(item.region);
    }
    add_exits(function, items);
    const python::Block body = function == nullptr ? module_.syntax.body() : function->body;
    for (const Span& part : parts_without_return(body, evaluator_, module_)) {
      for (BodyItem& item : items)
        item.ends_process = item.ends_process || (part.begin <= item.position && item.position <= part.end);
    }
  }
  return std::move(calls_);
}

void BodyBuilder::note_regions() {
  std::unordered_set<const python::Region*> seen;
  for (const python::CallSite& call : module_.syntax.calls()) {
    for (const python::Region* region = call.region; region != nullptr; region = region->outer) {
      if (!seen.insert(region).second) break;
      if (region->kind == RegionKind::with_body) regions_.emplace(region->test, region->outer);
      if (region->kind == RegionKind::loop_body && region->stmt != nullptr)
        regions_.emplace(region->stmt, region->outer);
    }
  }
}

void BodyBuilder::note_exits(const python::Function* function, python::Block body) {
  for_each_statement(body, [&](const python::Stmt& stmt) {
    if (const auto* loop = python::as<python::For>(&stmt); loop != nullptr && ends_with_break(loop->body))
      broken_off_.insert(loop);
    if (const auto* loop = python::as<python::While>(&stmt); loop != nullptr && ends_with_break(loop->body))
      broken_off_.insert(loop);
    const auto* choice = python::as<python::If>(&stmt);
    if (choice == nullptr) return;
    for (const python::Branch& branch : choice->branches) {
      if (ends_with_break(branch.body)) broken_off_.insert(branch.test);
      if (!ends_function(branch.body)) continue;
      exits_if_true_.insert(branch.test);
      exits_[function].push_back({branch.test, true, stmt.span.end});
    }
    if (!ends_function(choice->orelse)) return;
    exits_if_false_.insert(choice->branches.back().test);
    exits_[function].push_back({choice->branches.back().test, false, stmt.span.end});
  });
}

bool BodyBuilder::ends_function(python::Block block) const {
  if (block.empty()) return false;
  const python::Stmt& last = *block.back();
  if (last.kind == python::StmtKind::return_ || last.kind == python::StmtKind::raise) return true;
  if (const auto* choice = python::as<python::If>(&last)) {
    return ends_function(choice->orelse) &&
           std::all_of(choice->branches.begin(), choice->branches.end(),
                       [&](const python::Branch& branch) { return ends_function(branch.body); });
  }
  return ends_process(last, evaluator_, module_);
}

void BodyBuilder::add_exits(const python::Function* function, std::vector<BodyItem>& items) const {
  constexpr std::size_t kMaxExits = 8;
  const auto found = exits_.find(function);
  if (found == exits_.end()) return;
  for (BodyItem& item : items) {
    for (const Exit& exit : found->second) {
      if (item.exits.size() == kMaxExits) break;
      if (exit.end <= item.position) item.exits.push_back(exit);
    }
  }
}

const python::Region* BodyBuilder::left_by(const python::Region* region) const {
  const python::Region* found = nullptr;
  for (; region != nullptr; region = region->outer) {
    const bool leaves = (region->kind == RegionKind::if_true && exits_if_true_.contains(region->test)) ||
                        (region->kind == RegionKind::if_false && exits_if_false_.contains(region->test)) ||
                        (region->kind == RegionKind::except_body && ends_function(region->handler->body));
    if (leaves) found = region;
  }
  return found;
}

bool BodyBuilder::breaks(const python::Region* region) const {
  for (; region != nullptr; region = region->outer) {
    if (region->kind == RegionKind::loop_body) return broken_off_.contains(region->stmt);
    if (region->kind == RegionKind::if_true && broken_off_.contains(region->test)) return true;
  }
  return false;
}

const python::Region* BodyBuilder::region_around(const void* statement, const python::Expr& expr) const {
  if (const auto found = regions_.find(statement); found != regions_.end()) return found->second;
  const auto* call = python::as<python::Call>(&expr);
  const python::CallSite* site = call == nullptr ? nullptr : module_.syntax.site_of(*call);
  return site == nullptr ? nullptr : site->region;
}

void BodyBuilder::add_statements(const python::Function* function, python::Block body) {
  note_exits(function, body);
  for_each_statement(body, [&](const python::Stmt& stmt) {
    if (const auto* with = python::as<python::With>(&stmt)) add_with(function, *with);
    if (const auto* loop = python::as<python::For>(&stmt)) add_loop(function, *loop);
  });
}

void BodyBuilder::add_with(const python::Function* function, const python::With& with) {
  for (const python::WithItem& each : with.items) {
    const python::Region* region = region_around(each.context, *each.context);
    BodyItem enter{.kind = ItemKind::enter,
                   .region = region,
                   .span = each.context->span,
                   .position = each.context->span.end};
    BodyItem leave{
        .kind = ItemKind::leave, .region = region, .span = each.context->span, .position = with.span.end};
    const ValueSet contexts = evaluator_.values(*each.context, module_);
    for (const Value& context : contexts.values()) {
      if (context.kind != ValueKind::instance || context.expr == nullptr) continue;
      for (const SiteRole& role : roles_.of_method(*context.expr, "__enter__")) apply(role, enter, nullptr);
      for (const SiteRole& role : roles_.of_method(*context.expr, "__exit__")) apply(role, leave, nullptr);
      add_method(context, "__enter__", enter);
      add_method(context, "__exit__", leave);
    }
    add_managers(*each.context, enter, leave);
    for (BodyItem* item : {&enter, &leave}) {
      if (item->matters()) others_[function].push_back(std::move(*item));
    }
  }
}

// The generators of the project that contextlib makes context managers of.
void BodyBuilder::add_managers(const python::Expr& context, BodyItem& enter, BodyItem& leave) {
  const auto* call = python::as<python::Call>(&context);
  if (call == nullptr) return;
  const ValueSet callees = evaluator_.callees(*call, module_);
  for (const Value& callee : callees.values()) {
    for (const Evaluator::Target& target : evaluator_.functions_run_by(callee)) {
      if (target.function == nullptr || !is_manager(*target.function)) continue;
      enter.enters.push_back(target);
      leave.leaves.push_back(target);
    }
  }
}

void BodyBuilder::add_loop(const python::Function* function, const python::For& loop) {
  const python::Region* region = region_around(&loop, *loop.iterable);
  BodyItem begin{.kind = ItemKind::enter,
                 .region = region,
                 .span = loop.iterable->span,
                 .position = loop.iterable->span.end};
  BodyItem end{
      .kind = ItemKind::leave, .region = region, .span = loop.iterable->span, .position = loop.span.end};
  // Through enumerate(loader), tqdm(enumerate(loader)) and the like.
  std::vector<const python::Expr*> open{loop.iterable};
  while (!open.empty()) {
    const python::Expr& expr = *open.back();
    open.pop_back();
    for (const Value& value : evaluator_.values(expr, module_).values()) {
      if (value.kind != ValueKind::instance || value.expr == nullptr) continue;
      for (const SiteRole& role : roles_.of_method(*value.expr, "__iter__")) {
        BodyItem& item = role.role == Role::ends ? end : begin;
        apply(role, item, nullptr);
        item.subjects.emplace_back(role.site, &expr);
      }
      add_method(value, "__iter__", begin);
    }
    const auto* call = python::as<python::Call>(&expr);
    if (call == nullptr) continue;
    looped_over_.insert(call);
    for (const python::Argument& argument : call->arguments) open.push_back(argument.value);
  }
  for (BodyItem* item : {&begin, &end}) {
    if (item->matters()) others_[function].push_back(std::move(*item));
  }
}

void BodyBuilder::add_method(const Value& instance, std::string_view name, BodyItem& item) {
  if (instance.class_ == nullptr) return;
  const Module* found_in = instance.module;
  const python::Function* method = evaluator_.method_of(*instance.module, *instance.class_, name, &found_in);
  if (method != nullptr) item.runs.push_back({found_in, method, true});
}

void BodyBuilder::add_calls() {
  for (const python::CallSite& call : module_.syntax.calls()) add_call(call);
}

void BodyBuilder::add_call(const python::CallSite& call) {
  BodyItem item{.region = call.region,
                .span = call.call->span,
                .call = &call,
                .position = call.call->callee->span.begin};
  bool creates = false;
  const std::vector<const Site*>& made = roles_.made_by(*call.call);
  const bool later =
      std::any_of(made.begin(), made.end(), [&](const Site* site) { return roles_.runs_later(*site); });
  for (const SiteRole& role : roles_.at(call)) {
    apply(role, item, &call);
    const auto* method = python::as<python::Attribute>(call.call->callee);
    if (role.site->call != &call && method != nullptr) item.subjects.emplace_back(role.site, method->value);
    creates = creates || role.site->api->creates != Creates::nothing;
  }
  add_properties(*call.call->callee, item);
  for (const python::Argument& argument : call.call->arguments) add_properties(*argument.value, item);
  item.runs_wrapped = wrappers_.decorator_behind(call, module_);
  bool own = false;
  const ValueSet callees = evaluator_.callees(*call.call, module_);
  for (const Value& callee : callees.values()) {
    if (callee.kind == ValueKind::external && callee.api == nullptr)
      add_unread(callee.text, *call.call, item);
    own = own || callee.function != nullptr || (callee.class_ != nullptr && callee.api == nullptr);
    for (const Evaluator::Target& target : evaluator_.functions_run_by(callee)) {
      // Calling a context manager's generator runs nothing yet.
      if (target.function != nullptr && !is_manager(*target.function)) item.runs.push_back(target);
    }
    add_started(callee, call, item);
    if (callee.kind != ValueKind::method || callee.expr == nullptr) continue;
    for (const Site* site : roles_.made_by(*callee.expr)) {
      if (site->api->creates != Creates::nothing) item.workers.push_back(site);
    }
  }
  // What is handed to code that is not ours may be called by it, in a child where the API says so.
  if ((!own || creates) && !later && !only_keeps(*call.call, evaluator_, module_))
    add_handed(*call.call, module_, item);
  add_before_forks(*call.call, item);
  if (item.matters()) calls_[call.function].push_back(std::move(item));
}

void BodyBuilder::add_before_forks(const python::Call& call, BodyItem& item) const {
  const auto* attribute = python::as<python::Attribute>(call.callee);
  const auto* name = python::as<python::Name>(call.callee);
  const std::string_view word = attribute != nullptr ? attribute->name
                                : name != nullptr    ? name->id
                                                     : std::string_view{};
  if (word != "register_at_fork" || names_external(call, evaluator_, module_) != "os.register_at_fork")
    return;
  for (const python::Argument& argument : call.arguments) {
    if (argument.name != "before") continue;
    const ValueSet values = evaluator_.values(*argument.value, module_);
    for (const Value& value : values.values()) {
      for (const Evaluator::Target& target : evaluator_.functions_run_by(value)) {
        if (target.function != nullptr) item.before_forks.push_back(target);
      }
    }
  }
}

// The file of the project that a name leads into, if it is not parsed.
void BodyBuilder::add_unread(std::string_view name, const python::Call& call, BodyItem& item) const {
  for (std::size_t dot = name.rfind('.'); dot != name.npos && dot > 0; dot = name.rfind('.', dot - 1)) {
    const std::string_view file = table_.resolve(name.substr(0, dot), module_.path());
    if (file.empty()) continue;
    if (evaluator_.module_at(file) != nullptr) return;
    UnreadUse use{.file = file, .used_by = &module_};
    for (const python::Argument& argument : call.arguments) {
      for (const Value& value : evaluator_.values(*argument.value, module_).values()) {
        if (value.kind == ValueKind::instance && value.class_ != nullptr) use.given.push_back(value.class_);
      }
    }
    item.unread.push_back(std::move(use));
    return;
  }
}

// What reading `self.pool` runs, on the way to `self.pool.map`.
void BodyBuilder::add_properties(const python::Expr& expr, BodyItem& item) {
  const auto* attribute = python::as<python::Attribute>(&expr);
  for (; attribute != nullptr; attribute = python::as<python::Attribute>(attribute->value)) {
    if (!properties_.contains(attribute->name)) continue;
    const ValueSet objects = evaluator_.values(*attribute->value, module_);
    for (const Value& object : objects.values()) {
      if (object.kind != ValueKind::instance || object.class_ == nullptr) continue;
      const Module* found_in = object.module;
      const python::Function* method =
          evaluator_.method_of(*object.module, *object.class_, attribute->name, &found_in);
      if (method != nullptr && is_property(*method)) item.runs.push_back({found_in, method, true});
    }
  }
}

void BodyBuilder::add_handed(const python::Call& call, const Module& module, BodyItem& item) {
  const std::size_t known = item.handed.size();
  const bool is_loop = looped_over_.contains(&call);
  for (const python::Argument& argument : call.arguments) {
    if (!can_hold_function(*argument.value, module)) continue;
    const ValueSet values = evaluator_.values(*argument.value, module);
    for (const Value& value : values.values()) {
      // iter(loader), trainer.fit(model, loader): whoever is given it will run over it.
      if (value.kind == ValueKind::instance && value.expr != nullptr && !is_loop && &module == &module_) {
        for (const SiteRole& role : roles_.of_method(*value.expr, "__iter__")) {
          if (role.role != Role::forks) continue;
          apply(role, item, nullptr);
          item.subjects.emplace_back(role.site, argument.value);
        }
      }
      if (!is_callable(value)) continue;
      for (const Evaluator::Target& target : evaluator_.functions_run_by(value)) {
        if (target.function != nullptr) item.handed.push_back(target);
      }
    }
  }
  if (item.handed.size() == known) return;
  // Builtins come back when what they were given has run; of other code that is not ours nothing is known.
  const std::string name = names_external(call, evaluator_, module);
  item.runs_handed = name.starts_with("builtins.") || name == "functools.reduce";
}

void BodyBuilder::add_started(const Value& callee, const python::CallSite& call, BodyItem& item) {
  if (callee.kind != ValueKind::method) return;
  for (const SiteRole& role : roles_.at(call)) {
    const Site& site = *role.site;
    if (site.call == &call || !roles_.runs_later(site)) continue;
    if (role.role != Role::forks && role.role != Role::starts) continue;
    add_handed(*site.call->call, *site.module, item);
    if (site.subclass == nullptr) continue;
    const Module* found_in = site.subclass_module;
    const python::Function* run =
        evaluator_.method_of(*site.subclass_module, *site.subclass, kRunMethod, &found_in);
    if (run != nullptr) item.handed.push_back({found_in, run, true});
  }
}

// Whether a test around asks for what the site made: `if self.thread:`, `if thread is not None`.
bool BodyBuilder::asks_for(const Site& site, const python::Region* region) const {
  for (; region != nullptr; region = region->outer) {
    if (region->kind != RegionKind::if_true || region->test == nullptr) continue;
    const auto* compare = python::as<python::Compare>(region->test);
    const python::Expr& asked = compare == nullptr ? *region->test : *compare->left;
    if (asked.kind != python::ExprKind::name && asked.kind != python::ExprKind::attribute) continue;
    const ValueSet values = evaluator_.values(asked, module_);
    for (const Value& value : values.values()) {
      if (value.kind == ValueKind::instance && value.expr == site.call->call) return true;
    }
  }
  return false;
}

void BodyBuilder::apply(const SiteRole& role, BodyItem& item, const python::CallSite* call) const {
  switch (role.role) {
    case Role::makes:
      item.makes.push_back(role.site);
      break;
    case Role::settles:
      item.sites.push_back(role.site);
      break;
    case Role::forks:
      item.forks.push_back(role.site);
      break;
    case Role::starts:
      item.starts.push_back(role.site);
      break;
    case Role::ends:
      if (std::optional<EndKind> end = end_of(call)) {
        if (*end == EndKind::sure && asks_for(*role.site, item.region)) end = EndKind::if_begun;
        item.ends.emplace_back(role.site, *end);
      }
      break;
  }
}

// Both lists are in the order of the text: functions that are open when an import comes are those around it.
void BodyBuilder::add_imports() {
  std::vector<const python::Function*> around;
  auto next = module_.syntax.functions().begin();
  for (const python::Stmt* import : module_.syntax.imports()) {
    while (next != module_.syntax.functions().end() && (*next)->span.begin < import->span.begin)
      around.push_back(*next++);
    std::erase_if(around, [&](const python::Function* each) { return each->span.end <= import->span.begin; });
    BodyItem item{.kind = ItemKind::import, .span = import->span, .position = import->span.begin};
    find_imported(*import, item);
    const python::Function* function = around.empty() ? nullptr : around.back();
    if (!only_if_loaded(*import, function == nullptr ? module_.syntax.body() : function->body))
      add_import_hazards(*import, item);
    if (function == nullptr) item.region = region_of_import(*import);
    if (item.matters()) others_[function].push_back(std::move(item));
  }
}

// The region of what a module's own import binds.
const python::Region* BodyBuilder::region_of_import(const python::Stmt& stmt) const {
  const auto find = [&](std::span<const python::ImportItem> items) -> const python::Region* {
    for (const python::ImportItem& item : items) {
      const std::string_view name =
          item.alias.empty() ? item.name.substr(0, item.name.find('.')) : item.alias;
      const auto found = module_.syntax.scope().names.find(name);
      if (found == module_.syntax.scope().names.end()) continue;
      for (const python::Binding* binding : found->second) {
        if (binding->import_item == &item) return binding->region;
      }
    }
    return nullptr;
  };
  if (const auto* import = python::as<python::Import>(&stmt)) return find(import->items);
  const auto* from = python::as<python::ImportFrom>(&stmt);
  return from == nullptr ? nullptr : find(from->items);
}

void BodyBuilder::add_import_hazards(const python::Stmt& stmt, BodyItem& item) const {
  const auto add = [&](std::string_view name) {
    const catalog::ImportHazard* hazard = catalog_.import_hazard(name);
    if (hazard != nullptr) item.import_hazards.push_back(hazard);
  };
  if (const auto* import = python::as<python::Import>(&stmt)) {
    for (const python::ImportItem& each : import->items) add(each.name);
  }
  const auto* from = python::as<python::ImportFrom>(&stmt);
  if (from != nullptr && from->level == 0) add(from->module);
}

// The modules of the project that an import runs.
void BodyBuilder::find_imported(const python::Stmt& stmt, BodyItem& item) const {
  const std::vector<std::string_view> around = table_.packages_around(module_.path());
  const auto add_file = [&](std::string_view file) {
    if (const Module* module = evaluator_.module_at(file); module != nullptr) {
      item.imports.push_back(module);
    } else {
      item.unread.push_back({.file = file, .used_by = &module_});
    }
  };
  // The packages around a module run before it; those around this one have.
  const auto add = [&](std::string_view file) {
    if (file.empty()) return;
    for (const std::string_view package : table_.packages_around(file)) {
      if (std::find(around.begin(), around.end(), package) == around.end()) add_file(package);
    }
    add_file(file);
  };
  if (const auto* import = python::as<python::Import>(&stmt)) {
    for (const python::ImportItem& each : import->items) add(table_.resolve(each.name, module_.path()));
  }
  const auto* from = python::as<python::ImportFrom>(&stmt);
  if (from == nullptr) return;
  const auto resolve = [&](const std::string& name) {
    return from->level == 0 ? table_.resolve(name, module_.path())
                            : table_.resolve_relative(from->level, name, module_.path());
  };
  const std::string base(from->module);
  add(resolve(base));
  for (const python::ImportItem& each : from->items) {
    add(resolve(base.empty() ? std::string(each.name) : base + "." + std::string(each.name)));
  }
}

// Calls stay in the order in which they run; anything else comes before the first call that stands after it.
void BodyBuilder::merge(std::vector<BodyItem>& calls, std::vector<BodyItem> others) {
  std::stable_sort(others.begin(), others.end(), [](const BodyItem& left, const BodyItem& right) {
    return left.position < right.position;
  });
  std::vector<BodyItem> merged;
  merged.reserve(calls.size() + others.size());
  auto other = others.begin();
  for (BodyItem& call : calls) {
    while (other != others.end() && other->position <= call.position) merged.push_back(std::move(*other++));
    merged.push_back(std::move(call));
  }
  merged.insert(merged.end(), std::make_move_iterator(other), std::make_move_iterator(others.end()));
  calls = std::move(merged);
}

}  // namespace forklint::program
