#include "rewrite/members.h"

#include <algorithm>
#include <array>

#include "rewrite/standard_family.h"

namespace forklint::rewrite {
namespace {

using program::Module;
using program::Program;
using program::Site;
using program::SiteKind;

// Attributes of multiprocessing.context.BaseContext that depend on the context.
constexpr std::array<std::string_view, 14> kOfContext = {
    "Array",   "Barrier", "BoundedSemaphore", "Condition", "Event", "JoinableQueue", "Lock",
    "Manager", "Pool",    "Process",          "Queue",     "RLock", "Semaphore",     "SimpleQueue"};

std::string_view name_in_context(std::string_view qualified) {
  for (const std::string_view root : {kStandardFamily, kTorchFamily}) {
    if (!qualified.starts_with(root) || qualified.substr(root.size(), 1) != ".") continue;
    const std::string_view name = qualified.substr(root.size() + 1);
    if (name == "Value" || std::find(kOfContext.begin(), kOfContext.end(), name) != kOfContext.end())
      return name;
  }
  return "";
}

const python::Expr* base_expression(const Site& site) {
  for (const python::Argument& argument : site.subclass->arguments) {
    if (argument.value->span.contains(site.span)) return argument.value;
  }
  return nullptr;
}

std::optional<Member> as_member(const Site& site) {
  if (site.callee.of_context || site.alive == 0 || site.explicit_self || site.partial != nullptr)
    return std::nullopt;
  const std::string_view name = name_in_context(site.name);
  if (name.empty() || !site.certain) return std::nullopt;
  Member member{.site = &site, .module = site.module, .name = name};
  if (site.kind == SiteKind::call && site.subclass == nullptr && site.handover == nullptr) {
    member.callee = site.call->call->callee;
    member.scope = site.call->scope;
    if (member.callee->damaged || site.call->call->damaged) return std::nullopt;
  } else if (site.kind == SiteKind::base) {
    member.callee = base_expression(site);
    member.scope = site.subclass->scope->parent;
  }
  return member.callee == nullptr ? std::nullopt : std::optional(member);
}

// The class in the project that derives from the API itself.
const Site* base_site(const Program& program, const Module& module, const python::Class& class_,
                      unsigned depth = 0) {
  constexpr unsigned kMaxDepth = 8;
  for (const Site* site : program.sites_in(module)) {
    if (site->kind == SiteKind::base && site->subclass == &class_) return site;
  }
  if (depth == kMaxDepth) return nullptr;
  for (const python::Argument& argument : class_.arguments) {
    if (argument.kind != python::ArgumentKind::positional) continue;
    const program::ValueSet values = program.values(*argument.value, module);
    const program::Value* base = values.single();
    if (base == nullptr || base->class_ == nullptr || base->module == nullptr) continue;
    if (const Site* found = base_site(program, *base->module, *base->class_, depth + 1)) return found;
  }
  return nullptr;
}

const Site* site_to_change(const Program& program, const Site& site) {
  if (site.kind != SiteKind::call || site.subclass == nullptr) return &site;
  return base_site(program, *site.subclass_module, *site.subclass);
}

// Where the queues and locks come from that the processes of these modules are given.
Modules modules_of_primitives(const Program& program, const Modules& modules) {
  Modules found;
  for (const Module* module : modules) {
    for (const Site* site : program.sites_in(*module)) {
      if (!is_default_creator(*site)) continue;
      for (const program::SpawnObstacle& obstacle : program.spawn_safety(*site).obstacles) {
        if (obstacle.cause == program::ObstacleCause::default_primitive && obstacle.primitive != nullptr)
          found.insert(obstacle.primitive->module);
      }
    }
  }
  return found;
}

}  // namespace

bool is_default_primitive(const Site& site) {
  return !site.api->primitive_family.empty() && !site.callee.of_context && site.alive != 0;
}

bool is_default_creator(const Site& site) {
  return site.api->creates != catalog::Creates::nothing && site.creates != program::Outcome::no &&
         site.alive != 0 && site.method.from_default != 0;
}

std::vector<Member> members_of(const Program& program, const Module& module) {
  std::vector<Member> members;
  for (const Site* site : program.sites_in(module)) {
    if (std::optional<Member> member = as_member(*site)) members.push_back(*member);
  }
  return members;
}

std::optional<Member> member_of(const Program& program, const Site& site) {
  const Site* changed = site_to_change(program, site);
  return changed == nullptr ? std::nullopt : as_member(*changed);
}

Modules modules_that_meet(const Program& program, const Site& site) {
  Modules modules{site.module};
  for (bool grows = true; grows;) {
    grows = false;
    for (const Site* other : program.constructions()) {
      if (!is_default_creator(*other)) continue;
      const Site* base = base_site(program, *other->subclass_module, *other->subclass);
      if (base == nullptr || base->module == other->module) continue;
      if (modules.contains(other->module) == modules.contains(base->module)) continue;
      grows = modules.insert(other->module).second || modules.insert(base->module).second || grows;
    }
    for (const Module* made : modules_of_primitives(program, modules)) {
      grows = modules.insert(made).second || grows;
    }
  }
  return modules;
}

}  // namespace forklint::rewrite
