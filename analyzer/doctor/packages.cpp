// What the catalog's records of a package's modules come to, as one line of text.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/text.h"
#include "catalog/text/records.h"
#include "doctor/checkup.h"

namespace forklint::doctor {
namespace {

using catalog::Api;
using catalog::Creates;
using catalog::Hazard;
using catalog::MethodSource;

// Of the names that do the same: more of them say nothing new.
constexpr std::size_t kMostNames = 3;

using Names = std::vector<std::string>;

void add_new(Names& names, std::string name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
}

std::string_view first_part(std::string_view name) { return name.substr(0, name.find('.')); }
std::string_view last_part(std::string_view name) { return name.substr(name.rfind('.') + 1); }

// "Dataset.map" of the method of a class, "DataLoader" of anything else.
std::string short_name(const Api& api) {
  const std::string_view owner = api.name.substr(0, api.name.size() - last_part(api.name).size() - 1);
  const std::string_view class_name = last_part(owner);
  const bool is_method = !class_name.empty() && class_name.front() >= 'A' && class_name.front() <= 'Z';
  return is_method ? fmt::format("{}.{}", class_name, last_part(api.name)) : std::string(last_part(api.name));
}

// Several that do the same, in the order of the catalog.
using Groups = std::vector<std::pair<std::string, Names>>;

void add_to(Groups& groups, std::string_view what, std::string name) {
  const auto known =
      std::find_if(groups.begin(), groups.end(), [&](const auto& each) { return each.first == what; });
  if (known != groups.end()) return add_new(known->second, std::move(name));
  groups.push_back({std::string(what), {std::move(name)}});
}

// What all records of a package say.
struct Facts {
  Groups creations;  // by verb and object, as of one: "forks"
  Names mirrors;
  Groups hazards;  // by their phrase
  Names change;

  bool empty() const { return creations.empty() && mirrors.empty() && hazards.empty(); }
};

std::string_view default_on_linux(std::string_view family, const catalog::Tables& catalog) {
  std::string_view method;
  for (const catalog::Family& each : catalog.families) {
    if (each.name != family) continue;
    for (const catalog::FamilyDefault& known : each.defaults) {
      if (known.platform == Platform::linux_) method = name_of(known.method);
    }
  }
  return method;
}

std::string use_of(const catalog::MethodFrom& last, const catalog::Tables& catalog) {
  if (last.source == MethodSource::fixed) {
    return last.method == StartMethod::fork ? "forks" : fmt::format("uses {}", name_of(last.method));
  }
  if (last.source != MethodSource::family || last.name == "multiprocessing")
    return "uses the default start method";
  return fmt::format("uses the default start method of {}, {}", last.name,
                     default_on_linux(last.name, catalog));
}

void add_creation(const Api& api, const catalog::Tables& catalog, Facts& facts) {
  if (api.start_method.empty()) return add_to(facts.creations, "forks", short_name(api));
  for (const catalog::MethodFrom& from : api.start_method) {
    if (from.source == MethodSource::parameter) add_new(facts.change, std::string(from.name) + "=");
    if (from.source == MethodSource::environment) add_new(facts.change, std::string(from.name));
  }
  add_to(facts.creations, use_of(api.start_method.back(), catalog), short_name(api));
}

void add_namespace(const catalog::Namespace& space, const catalog::Tables& catalog, Facts& facts) {
  std::string what = fmt::format("{} mirrors {}", space.name, space.mirrors);
  if (!space.family.empty()) {
    what +=
        fmt::format(", with a default start method of its own, {}", default_on_linux(space.family, catalog));
    add_new(facts.change, fmt::format("{}.set_start_method", space.name));
  }
  add_new(facts.mirrors, std::move(what));
}

std::string_view hazard_text(Hazard hazard) {
  switch (hazard) {
    case Hazard::native_callbacks:
    case Hazard::accelerator_callbacks:
      return "has threads that call into Python";
    case Hazard::native_threads:
    case Hazard::python_threads:
      return "has threads that a fork does not copy";
    case Hazard::accelerator:
    case Hazard::accelerator_probe:
      return "uses a device whose runtime does not survive a fork";
    case Hazard::shared_state:
      return "has what a child must not share";
    case Hazard::lock:
      return "has locks that a child inherits";
    case Hazard::none:
      break;
  }
  return {};
}

Facts facts_of(std::span<const std::string_view> modules, const catalog::Tables& catalog) {
  const auto is_its = [&](std::string_view name) {
    return std::find(modules.begin(), modules.end(), first_part(name)) != modules.end();
  };
  Facts facts;
  for (const Api& api : catalog.apis) {
    if (!is_its(api.name)) continue;
    if (api.creates != Creates::nothing) add_creation(api, catalog, facts);
    if (!api.sets_family.empty()) add_new(facts.change, std::string(api.name));
    if (api.hazard != Hazard::none)
      add_to(facts.hazards, hazard_text(api.hazard), std::string(api.hazard_of));
  }
  for (const catalog::Namespace& each : catalog.namespaces) {
    if (is_its(each.name)) add_namespace(each, catalog, facts);
  }
  for (const catalog::ImportHazard& each : catalog.import_hazards) {
    if (is_its(each.module)) add_to(facts.hazards, hazard_text(each.hazard), std::string(each.hazard_of));
  }
  return facts;
}

std::string few(Names names) {
  if (names.size() > kMostNames + 1) {
    const std::size_t left = names.size() - kMostNames;
    names.resize(kMostNames);
    names.push_back(fmt::format("{} more", left));
  }
  return text::join_words(names);
}

// "forks" of one, "fork" of more.
std::string of_several(std::string_view verb) {
  const std::size_t end = std::min(verb.find(' '), verb.size());
  return std::string(verb.substr(0, end - 1)).append(verb.substr(end));
}

std::string does_text(const Facts& facts) {
  Names parts;
  for (const auto& [verb, names] : facts.creations)
    parts.push_back(fmt::format("{} {}", few(names), names.size() == 1 ? verb : of_several(verb)));
  parts.insert(parts.end(), facts.mirrors.begin(), facts.mirrors.end());
  for (const auto& [phrase, names] : facts.hazards)
    parts.push_back(fmt::format("{} ({})", phrase, few(names)));
  return fmt::format("{}", fmt::join(parts, "; "));
}

}  // namespace

std::optional<Advice> advice_on(const Package& package, const catalog::Tables& catalog) {
  const std::string name = catalog::normalised_package(package.name);
  std::vector<std::string_view> modules;
  Names variables;
  std::string_view does;
  for (const catalog::Package& each : catalog.packages) {
    if (each.name != name) continue;
    modules.assign(each.modules.begin(), each.modules.end());
    variables.assign(each.variables.begin(), each.variables.end());
    does = each.does;
  }
  // Most are called like their module.
  const auto add_its_module = [&](std::string_view qualified) {
    if (catalog::normalised_package(first_part(qualified)) == name) modules.push_back(first_part(qualified));
  };
  for (const Api& api : catalog.apis) add_its_module(api.name);
  for (const catalog::Namespace& each : catalog.namespaces) add_its_module(each.name);
  for (const catalog::ImportHazard& each : catalog.import_hazards) add_its_module(each.module);
  Facts facts = facts_of(modules, catalog);
  if (facts.empty()) return std::nullopt;
  for (std::string& each : variables) add_new(facts.change, std::move(each));
  const std::string first = does.empty() ? "" : fmt::format("{}; ", does);
  return Advice{package, first + does_text(facts), fmt::format("{}", fmt::join(facts.change, ", "))};
}

}  // namespace forklint::doctor
