#include "program/body_builder.h"

#include <algorithm>
#include <optional>

#include "program/expected_failures.h"
#include "program/holders.h"
#include "program/import_items.h"
#include "program/returns.h"
#include "python/visit.h"

namespace forklint::program {
namespace {

using python::RegionKind;

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

// What `thread.is_alive()` asks for; the question itself where it is any other.
const python::Expr& alive_or_itself(const python::Expr& question) {
  const auto* call = python::as<python::Call>(&question);
  const auto* callee = call == nullptr ? nullptr : python::as<python::Attribute>(call->callee);
  return callee != nullptr && callee->name == "is_alive" ? *callee->value : question;
}

// The region around a comprehension, by what its loops bind.
const python::Region* region_outside(const python::Comprehension& node) {
  for (const auto& [name, bindings] : node.scope->names) {
    for (const python::Binding* binding : bindings) {
      const python::Region* region = binding->region;
      while (region != nullptr && region->kind == RegionKind::loop_body && region->stmt == nullptr)
        region = region->outer;
      return region;
    }
  }
  return nullptr;
}

}  // namespace

std::unordered_map<const python::Function*, std::vector<BodyItem>> BodyBuilder::build() {
  note_regions();
  FlowFinder flow(evaluator_, module_);
  for (const python::Function* function : module_.syntax.functions()) {
    flow.note(function, function->body);
    add_statements(function, function->body);
  }
  flow.note(nullptr, module_.syntax.body());
  add_statements(nullptr, module_.syntax.body());
  for (const python::CallSite& call : module_.syntax.calls()) add_call(call);
  add_deletions();
  for (auto& [function, item] : ImportItems(evaluator_, catalog_, table_, module_).find())
    others_[function].push_back(std::move(item));
  for (auto& [function, items] : others_) merge(calls_[function], std::move(items));
  // In the order of the text: what is asked first can decide what is known of what leads back to it.
  std::vector<const python::Function*> functions = module_.syntax.functions();
  functions.push_back(nullptr);
  for (const python::Function* function : functions) {
    const auto found = calls_.find(function);
    if (found == calls_.end()) continue;
    std::vector<BodyItem>& items = found->second;
    const auto failures =
        expected_failures(function == nullptr ? module_.syntax.body() : function->body, evaluator_, module_);
    for (BodyItem& item : items) {
      item.flow = flow.at(function, item.region, item.position);
      item.fails = std::any_of(failures.begin(), failures.end(),
                               [&](const auto* failing) { return failing->span == item.span; });
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

const python::Region* BodyBuilder::region_around(const void* statement, const python::Expr& expr) const {
  if (const auto found = regions_.find(statement); found != regions_.end()) return found->second;
  const auto* call = python::as<python::Call>(&expr);
  const python::CallSite* site = call == nullptr ? nullptr : module_.syntax.site_of(*call);
  return site == nullptr ? nullptr : site->region;
}

void BodyBuilder::add_statements(const python::Function* function, python::Block body) {
  for_each_statement(body, [&](const python::Stmt& stmt) {
    note_kept(function, stmt);
    if (const auto* with = python::as<python::With>(&stmt)) add_with(function, *with);
    if (const auto* loop = python::as<python::For>(&stmt)) add_loop(function, *loop);
    if (!roles_.any_iterated()) return;
    python::for_each_expression(stmt, [&](const python::Expr& expr) { add_iterations(function, expr); });
  });
}

// Calls whose result is kept under a name, and where the name is deleted.
void BodyBuilder::note_kept(const python::Function* function, const python::Stmt& stmt) {
  const auto keep = [&](const python::Expr* value, const python::Expr* target) {
    const auto* name = python::as<python::Name>(target);
    kept_.emplace(value, name == nullptr ? std::string_view() : name->id);
    if (name != nullptr && function != nullptr) deletions_.push_back({function, name->id, stmt.span, value});
  };
  if (const auto* assign = python::as<python::Assign>(&stmt))
    keep(assign->value, assign->targets.size() == 1 ? assign->targets.front() : nullptr);
  if (const auto* typed = python::as<python::AnnAssign>(&stmt)) keep(typed->value, typed->target);
  const auto* deletion = python::as<python::Delete>(&stmt);
  if (deletion == nullptr) return;
  for (const python::Expr* target : deletion->targets) {
    if (const auto* name = python::as<python::Name>(target))
      deletions_.push_back({function, name->id, stmt.span, nullptr});
  }
}

// `del batches` lets go of the iterator that `batches = iter(loader)` has begun; so does `loader = None` of a
// loader with its workers.
void BodyBuilder::add_deletions() {
  for (const Deletion& deletion : deletions_) {
    BodyItem item{.kind = ItemKind::leave, .span = deletion.span, .position = deletion.span.end};
    for (const BodyItem& call : calls_[deletion.function]) {
      const auto kept = call.call == nullptr ? kept_.end() : kept_.find(call.call->call);
      if (kept == kept_.end() || kept->second != deletion.name || call.position > deletion.span.begin ||
          call.call->call == deletion.anew)
        continue;
      item.region = call.region;
      let_go(deletion, call, item);
    }
    if (item.matters()) others_[deletion.function].push_back(std::move(item));
  }
}

void BodyBuilder::let_go(const Deletion& deletion, const BodyItem& call, BodyItem& item) const {
  if (deletion.anew == nullptr) {
    for (const Site* site : call.starts) item.ends.emplace_back(site, EndKind::sure);
  }
  for (const Site* site : call.makes) {
    if (deletion.anew == nullptr && site->api->hazard_held) item.ends.emplace_back(site, EndKind::sure);
    if (site->api->hazard_stays_when.empty() || deletion.function == nullptr) continue;
    const auto creates = [&](const python::Call& each) {
      const auto& made = roles_.made_by(each);
      return std::any_of(made.begin(), made.end(),
                         [](const Site* one) { return one->api->creates != catalog::Creates::nothing; });
    };
    const bool is_held = is_held_elsewhere(*deletion.function, deletion.name, module_, creates);
    item.ends.emplace_back(site, is_held ? EndKind::maybe : EndKind::gone);
  }
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
      if (target.function == nullptr || !is_context_manager(*target.function)) continue;
      enter.enters.push_back(target);
      leave.leaves.push_back(target);
    }
  }
}

void BodyBuilder::add_iterations(const python::Function* function, const python::Expr& expr) {
  if (const auto* yield = python::as<python::Yield>(&expr); yield != nullptr && yield->is_from)
    add_iteration(function, *yield->value, region_around(yield, *yield->value), expr.span.end);
  if (const auto* node = python::as<python::Comprehension>(&expr)) {
    const python::Region* region = region_outside(*node);
    for (const python::ComprehensionClause& clause : node->clauses)
      add_iteration(function, *clause.iterable, region, expr.span.end);
  }
  python::for_each_child(expr, [&](const python::Expr& child) { add_iterations(function, child); });
}

void BodyBuilder::add_loop(const python::Function* function, const python::For& loop) {
  add_iteration(function, *loop.iterable, region_around(&loop, *loop.iterable), loop.span.end);
}

void BodyBuilder::add_iteration(const python::Function* function, const python::Expr& iterable,
                                const python::Region* region, std::uint32_t last) {
  BodyItem begin{
      .kind = ItemKind::enter, .region = region, .span = iterable.span, .position = iterable.span.end};
  BodyItem end{.kind = ItemKind::leave, .region = region, .span = iterable.span, .position = last};
  // Through enumerate(loader), tqdm(enumerate(loader)) and the like.
  std::vector<const python::Expr*> open{&iterable};
  while (!open.empty()) {
    const python::Expr& expr = *open.back();
    open.pop_back();
    for (const Value& value : evaluator_.values(expr, module_).values()) {
      if (value.kind != ValueKind::instance || value.expr == nullptr) continue;
      for (const SiteRole& role : roles_.of_method(*value.expr, "__iter__")) {
        if (iterates_by_itself(value, *role.site)) continue;
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

// Whether the class replaces `__iter__` and asks its base for the iterator where it needs one.
bool BodyBuilder::iterates_by_itself(const Value& instance, const Site& site) {
  if (instance.class_ == nullptr || site.subclass == nullptr) return false;
  const bool asks = std::any_of(site.uses.begin(), site.uses.end(), [](const InstanceUse& use) {
    return use.method == "__iter__" && use.call != nullptr;
  });
  return asks && evaluator_.method_of(*instance.module, *instance.class_, "__iter__") != nullptr;
}

void BodyBuilder::add_method(const Value& instance, std::string_view name, BodyItem& item) {
  if (instance.class_ == nullptr) return;
  const Module* found_in = instance.module;
  const python::Function* method = evaluator_.method_of(*instance.module, *instance.class_, name, &found_in);
  if (method == nullptr) return;
  item.runs.push_back(
      {found_in, method, true, Evaluator::Target::Self::of_class, instance.class_, instance.module});
}

// Whether a test around asks for what the site made: `if self.thread:`, `if thread is not None`,
// `if thread.is_alive()`.
bool BodyBuilder::asks_for(const Site& site, const python::Region* region) const {
  for (; region != nullptr; region = region->outer) {
    if (region->kind != RegionKind::if_true || region->test == nullptr) continue;
    const auto* compare = python::as<python::Compare>(region->test);
    const python::Expr& asked = compare == nullptr ? alive_or_itself(*region->test) : *compare->left;
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
    case Role::tells:
      item.ends.emplace_back(role.site, EndKind::told);
      break;
    case Role::ends:
      if (std::optional<EndKind> end = end_of(call)) {
        if (*end == EndKind::sure && asks_for(*role.site, item.region)) end = EndKind::if_begun;
        item.ends.emplace_back(role.site, *end);
      }
      break;
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
