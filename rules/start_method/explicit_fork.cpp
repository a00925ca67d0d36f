#include <algorithm>
#include <unordered_map>

#include "rewrite/fixes.h"
#include "rules/process_creation.h"

namespace forklint::rules {
namespace {

using program::Site;

constexpr MessageTemplate kMessages[] = {
    {"named",
     "'{0}' is asked for the fork start method.\n"
     "Processes that it creates inherit every lock that a thread of this process holds at that moment, and "
     "can hang on it.\n"
     "Write \"spawn\" (a fresh interpreter for each process) or \"forkserver\" (one fresh process that "
     "forks, with `set_forkserver_preload` for heavy imports); what is handed over must then be picklable."},
    {"possible",
     "'{0}' may be asked for the fork start method: it is one of the values that can arrive here.\n"
     "Processes created by fork inherit every lock that a thread of this process holds at that moment.\n"
     "Leave \"fork\" out of the choices, or make \"spawn\" or \"forkserver\" the default."},
    {"setting",
     "'{0}' is set to fork, which makes the library that reads it fork its processes.\n"
     "They inherit every lock that a thread of this process holds at that moment, and can hang on it.\n"
     "Write \"spawn\", which costs the start-up of a fresh interpreter for each process."},
};

constexpr std::string_view kTags[] = {"reliability", "concurrency", "deadlock", "external/cwe/cwe-833"};

constexpr RuleInfo kInfo{
    .id = "FRK101",
    .name = "explicit-fork",
    .summary = "The fork start method is asked for by name.",
    .level = Level::warning,
    .precision = "very-high",
    .messages = kMessages,
    .tags = kTags,
};

// The parameters of an API that take the name of a start method.
std::vector<std::string_view> method_parameters(const catalog::Api& api) {
  std::vector<std::string_view> parameters;
  if (!api.sets_family.empty() || !api.context_family.empty()) parameters.emplace_back("method");
  for (const catalog::MethodFrom& source : api.start_method) {
    if (source.source == catalog::MethodSource::parameter) parameters.push_back(source.name);
  }
  return parameters;
}

bool is_fork(const program::Value& value) {
  return value.kind == program::ValueKind::string && value.text == "fork";
}

// By what made their context: the sites that create processes by it.
using Users = std::unordered_map<const python::Expr*, std::vector<const Site*>>;

Users users_of_contexts(const program::Program& program) {
  Users users;
  for (const auto& site : program.sites()) {
    if (site->api->creates == catalog::Creates::nothing || site->call == nullptr) continue;
    if (site->callee.of_context) {
      users[site->callee.expr].push_back(site);
      continue;
    }
    for (const catalog::MethodFrom& source : site->api->start_method) {
      if (source.source != catalog::MethodSource::parameter) continue;
      const program::BoundArgument argument = program.argument(*site, source.name);
      for (const program::Value& value : argument.values.values()) {
        const bool is_made =
            value.kind == program::ValueKind::context || value.kind == program::ValueKind::instance;
        if (is_made && value.expr != nullptr) users[value.expr].push_back(site);
      }
    }
  }
  return users;
}

// `set_start_method("fork")`: whoever leaves it to the default.
void relate_default_users(const program::Program& program, const Site& site, Finding& finding) {
  constexpr std::size_t kMost = 8;
  if (site.api->sets_family.empty()) return;
  for (const auto& other : program.sites()) {
    if (finding.related.size() >= kMost) return;
    const bool creates =
        other->api->creates != catalog::Creates::nothing && other->creates != program::Outcome::no;
    if (!creates || other->method.family != site.family || !program.is_set_to_fork(*other)) continue;
    finding.related.push_back({place_of(*other), "This default creates processes here."});
    relate_forks(program, *other, finding);
  }
}

void relate_users(const program::Program& program, const Users& users, const Site& site, Finding& finding) {
  const auto found = users.find(site.call->call);
  if (found == users.end() || site.api->context_family.empty()) return;
  for (const Site* other : found->second) {
    const RelatedPlace user{place_of(*other), "This context creates processes here."};
    // A context that one of several calls made has a site for each of them.
    if (std::find(finding.related.begin(), finding.related.end(), user) != finding.related.end()) continue;
    finding.related.push_back(user);
    relate_forks(program, *other, finding);
  }
}

// `ForkContext()`: the class is the name of the method. In a table of all contexts it asks for nothing.
void check_class(const program::Program& program, const Users& users, const Site& site,
                 std::vector<Finding>& findings) {
  if (program::method_of_context_class(*site.api) != StartMethod::fork || !users.contains(site.call->call))
    return;
  Finding finding{.rule = &kInfo,
                  .level = site.certain ? Level::warning : Level::note,
                  .message = site.certain ? 0U : 1U,
                  .arguments = {subject_of(site)},
                  .place = place_of(site)};
  relate_users(program, users, site, finding);
  findings.push_back(std::move(finding));
}

void check_site(const program::Program& program, const Users& users, const Site& site,
                std::vector<Finding>& findings) {
  check_class(program, users, site, findings);
  for (const std::string_view parameter : method_parameters(*site.api)) {
    const program::BoundArgument argument = program.argument(site, parameter);
    const auto& values = argument.values.values();
    if (!std::any_of(values.begin(), values.end(), is_fork)) continue;
    const bool sure = argument.values.single() != nullptr && site.certain;
    Finding finding{.rule = &kInfo,
                    .level = sure ? Level::warning : Level::note,
                    .message = sure ? 0U : 1U,
                    .arguments = {subject_of(site)},
                    .place = place_of(site)};
    relate_users(program, users, site, finding);
    relate_default_users(program, site, finding);
    relate_forks(program, site, finding);
    if (argument.written != nullptr && site.handover == nullptr && site.partial == nullptr)
      rewrite::add_method_fix(program, site, *argument.written->value, finding);
    findings.push_back(std::move(finding));
  }
}

void check(const program::Program& program, std::vector<Finding>& findings) {
  const Users users = users_of_contexts(program);
  for (const auto& site : program.sites()) {
    if (site->call == nullptr || site->alive == 0 || site->creates_nothing_here()) continue;
    // get_context("fork") as a statement of its own asks whether there is such a method, nothing more.
    if (site->result_unused && !site->api->context_family.empty()) continue;
    check_site(program, users, *site, findings);
  }
  for (const program::Setting& setting : program.settings()) {
    const auto& values = setting.values.values();
    if (!std::any_of(values.begin(), values.end(), is_fork)) continue;
    Finding finding{.rule = &kInfo,
                    .level = setting.values.single() != nullptr ? Level::warning : Level::note,
                    .message = 2,
                    .arguments = {std::string(setting.setting->name)},
                    .place = place_of(*setting.module, setting.span)};
    rewrite::add_setting_fix(program, setting, finding);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern const Rule explicit_fork;
const Rule explicit_fork{.info = &kInfo, .check = check};

}  // namespace forklint::rules
