#include "rewrite/context.h"

#include <algorithm>

#include "rewrite/module_context.h"
#include "rewrite/parameter.h"

namespace forklint::rewrite {
namespace {

using program::Module;
using program::Program;
using program::Site;

bool makes_primitives(const Program& program, const Modules& modules) {
  return std::any_of(modules.begin(), modules.end(), [&](const Module* module) {
    const std::vector<const Site*>& sites = program.sites_in(*module);
    return std::any_of(sites.begin(), sites.end(),
                       [](const Site* site) { return is_default_primitive(*site); });
  });
}

// Only this site: nothing is shared between it and the others.
std::optional<ContextMove> move_alone(const Program& program, const Site& site) {
  ContextMove move{.creators = {&site}};
  if (const std::optional<Member> member = member_of(program, site)) {
    ModuleContext context(program, *member->module);
    if (!context.move(*member) || !context.finish(move.draft)) return std::nullopt;
    // A class moves for all that are made of it.
    if (member->site->kind == program::SiteKind::base) {
      for (const auto& other : program.sites()) {
        const std::optional<Member> same =
            other->subclass != nullptr ? member_of(program, *other) : std::nullopt;
        if (other != &site && same && same->site == member->site && is_default_creator(*other))
          move.creators.push_back(other);
      }
    }
    return move;
  }
  std::optional<Draft> draft = method_as_argument(program, site);
  if (!draft) return std::nullopt;
  move.draft = std::move(*draft);
  return move;
}

// The executors and loaders of a module, which take the context as an argument.
bool add_arguments(const Program& program, const Module& module, ContextMove& move) {
  for (const Site* site : program.sites_in(module)) {
    if (!is_default_creator(*site)) continue;
    move.creators.push_back(site);
    if (member_of(program, *site)) continue;
    const std::optional<Draft> draft = method_as_argument(program, *site);
    if (!draft) return false;
    move.draft.add(*draft);
  }
  return true;
}

bool is_moved_everywhere(const Program& program, const Module& module, const std::vector<Member>& members) {
  const std::vector<const Site*>& sites = program.sites_in(module);
  return std::all_of(sites.begin(), sites.end(), [&](const Site* site) {
    return !is_default_primitive(*site) ||
           std::any_of(members.begin(), members.end(),
                       [&](const Member& member) { return member.site == site; });
  });
}

std::optional<ContextMove> move_together(const Program& program, const Modules& modules) {
  ContextMove move{.moves_primitives = true};
  for (const Module* module : modules) {
    const std::vector<Member> members = members_of(program, *module);
    if (!is_moved_everywhere(program, *module, members) || !add_arguments(program, *module, move))
      return std::nullopt;
    if (members.empty()) continue;
    ModuleContext context(program, *module);
    for (const Member& member : members) {
      if (!context.move(member)) return std::nullopt;
    }
    if (!context.finish(move.draft)) return std::nullopt;
  }
  return move;
}

}  // namespace

std::optional<ContextMove> move_to_context(const Program& program, const Site& site) {
  const Modules modules = modules_that_meet(program, site);
  std::optional<ContextMove> move =
      makes_primitives(program, modules) ? move_together(program, modules) : move_alone(program, site);
  if (move && move->draft.collides()) return std::nullopt;
  return move;
}

}  // namespace forklint::rewrite
