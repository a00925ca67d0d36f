#include "cli/vocabulary.h"

#include <algorithm>

namespace forklint::cli {
namespace {

using catalog::Api;
using catalog::Creates;

std::vector<std::string_view> environment_settings(const catalog::Catalog& catalog) {
  std::vector<std::string_view> names;
  for (const std::string_view word : catalog.words()) {
    const catalog::Setting* setting = catalog.setting(word);
    if (setting != nullptr && setting->is_environment) names.push_back(word);
  }
  return names;
}

std::string_view parent_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view{} : name.substr(0, dot);
}

std::string_view last_of(std::string_view name) { return name.substr(name.rfind('.') + 1); }

}  // namespace

Vocabulary::Vocabulary(const catalog::Catalog& catalog)
    : catalog_(catalog), words_(catalog.words()), settings_(environment_settings(catalog)) {
  for (const Api* api : catalog.apis()) {
    if (matters(*api)) add_class_of(*api);
  }
  for (const Api* api : catalog.apis()) {
    if (matters(*api) || gives(api->name)) add(*api);
  }
}

bool Vocabulary::matters(const Api& api) {
  return api.creates != Creates::nothing || !api.sets_family.empty() || !api.context_family.empty() ||
         !api.start_method.empty();
}

void Vocabulary::add_class_of(const Api& api) {
  const std::string_view parent = parent_of(api.name);
  if (const Api* owner = catalog_.find(parent); owner != nullptr && owner->is_class) classes_.insert(parent);
}

void Vocabulary::add(const Api& api) {
  add_name(api.name, api);
  for (const std::string_view alias : api.aliases) add_name(alias, api);
  members_.insert(last_of(api.name));
  if (gives(api.name)) giving_members_.insert(last_of(api.name));
  members_.insert(api.created_by.begin(), api.created_by.end());
  const std::vector<std::string_view> parameters = deciding(api);
  deciding_.insert(parameters.begin(), parameters.end());
}

void Vocabulary::add_name(std::string_view name, const Api& api) {
  for (std::size_t dot = name.find('.'); dot != name.npos; dot = name.find('.', dot + 1)) {
    const std::string_view beginning = name.substr(0, dot);
    names_.insert(beginning);
    // Code between fork and exec is handed over by a parameter whose name is such a word.
    if (api.creates != Creates::preexec && !holds_word(name.substr(dot + 1))) open_.insert(beginning);
  }
  names_.insert(name);
  if (api.creates != Creates::preexec) open_.insert(name);
}

bool Vocabulary::opens(std::string_view name) const {
  if (open_.contains(name)) return true;
  // What lies in a mirrored namespace is spelled as in the original: the name of the namespace itself is
  // where the word may be.
  return !names_.contains(name) && leads(name) && holds_word(name);
}

bool Vocabulary::gives(std::string_view name) const {
  const Api* api = catalog_.find(name);
  if (api == nullptr) return false;
  return !api->context_family.empty() || classes_.contains(api->name) || classes_.contains(api->returns);
}

std::vector<std::string_view> Vocabulary::deciding(const Api& api) {
  std::vector<std::string_view> names;
  for (const catalog::Condition& condition : api.when) names.push_back(condition.parameter);
  for (const catalog::MethodFrom& source : api.start_method) {
    using catalog::MethodSource;
    if (source.source == MethodSource::parameter || source.source == MethodSource::implied)
      names.push_back(source.name);
  }
  if (!api.sets_family.empty() || !api.context_family.empty()) names.emplace_back("method");
  return names;
}

}  // namespace forklint::cli
