#include "program/site_roles.h"

#include <algorithm>

#include "base/lookup.h"

namespace forklint::program {
namespace {

using catalog::Creates;
using catalog::Hazard;

bool holds(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool forks_in(const catalog::Api& api, std::string_view method) {
  return api.creates != Creates::nothing && (holds(api.created_by, method) || holds(api.forks_by, method));
}

bool starts_in(const catalog::Api& api, std::string_view method) {
  return api.hazard != Hazard::none && holds(api.hazard_by, method);
}

bool ends_in(const catalog::Api& api, std::string_view method) {
  return api.hazard != Hazard::none && holds(api.hazard_ends, method);
}

bool tells_in(const catalog::Api& api, std::string_view method) {
  return api.hazard != Hazard::none && holds(api.hazard_told_by, method);
}

}  // namespace

SiteRoles::SiteRoles(const std::vector<std::unique_ptr<Site>>& sites) {
  for (const auto& site : sites) {
    if (site->call != nullptr) place(*site);
  }
}

void SiteRoles::place(const Site& site) {
  const catalog::Api& api = *site.api;
  made_by_[site.call->call].push_back(&site);
  for (const std::string_view end : api.hazard_ends) {
    if (end.find('.') != std::string_view::npos) ended_by_[end].push_back(&site);
  }
  any_iterated_ = any_iterated_ || forks_in(api, "__iter__");
  bool forks_later = false;
  bool starts_later = false;
  bool settled = false;
  for (const InstanceUse& use : site.uses) {
    if (use.assigned != nullptr) continue;
    const bool forks = forks_in(api, use.method);
    const bool starts = starts_in(api, use.method);
    forks_later = forks_later || forks;
    starts_later = starts_later || starts;
    if (use.call == nullptr) continue;
    std::vector<SiteRole>& here = at_[use.call];
    if (forks && site.decides_when_started()) {
      here.push_back({&site, Role::settles});
      settled = true;
    }
    if (forks) here.push_back({&site, Role::forks});
    if (starts) here.push_back({&site, Role::starts});
    if (ends_in(api, use.method)) here.push_back({&site, Role::ends});
    if (tells_in(api, use.method)) here.push_back({&site, Role::tells});
  }
  std::vector<SiteRole>& here = at_[site.call];
  here.push_back({&site, Role::makes});
  if (!settled) here.push_back({&site, Role::settles});
  // Where no one here is seen to start it, someone else will: its own call is the best place that is known.
  if (api.creates != Creates::nothing && !forks_later) here.push_back({&site, Role::forks});
  if (api.hazard != Hazard::none && api.hazard_by.empty()) here.push_back({&site, Role::starts});
  if (forks_later || starts_later) later_.insert(&site);
}

const std::vector<SiteRole>& SiteRoles::at(const python::CallSite& call) const {
  return value_or_empty(at_, &call);
}

std::vector<SiteRole> SiteRoles::of_method(const python::Expr& made, std::string_view method) const {
  std::vector<SiteRole> roles;
  for (const Site* site : made_by(made)) {
    if (forks_in(*site->api, method)) roles.push_back({site, Role::forks});
    if (starts_in(*site->api, method)) roles.push_back({site, Role::starts});
    if (ends_in(*site->api, method)) roles.push_back({site, Role::ends});
  }
  return roles;
}

const std::vector<const Site*>& SiteRoles::ended_by(std::string_view function) const {
  return value_or_empty(ended_by_, function);
}

const std::vector<const Site*>& SiteRoles::made_by(const python::Expr& call) const {
  return value_or_empty(made_by_, &call);
}

}  // namespace forklint::program
