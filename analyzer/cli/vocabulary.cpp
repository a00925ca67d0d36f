#include "cli/vocabulary.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/word.h"

namespace forklint::cli {
namespace {

using catalog::Api;
using catalog::Creates;

std::string_view parent_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view{} : name.substr(0, dot);
}

std::string_view last_of(std::string_view name) { return name.substr(name.rfind('.') + 1); }

bool is_method(const Api& api, const catalog::Catalog& catalog) {
  const std::string_view parent = parent_of(api.name);
  const Api* owner = catalog.find(parent);
  const auto apis = catalog.apis();
  return (owner != nullptr && owner->is_class) ||
         std::any_of(apis.begin(), apis.end(), [&](const Api* each) { return each->returns == parent; });
}

std::vector<std::string> own_words(const catalog::Catalog& catalog, const workspace::WordSearch& search) {
  std::vector<std::string> words;
  for (const std::string_view word : catalog.words()) {
    const catalog::Setting* setting = catalog.setting(word);
    if (setting != nullptr && setting->is_environment) words.emplace_back(word);
  }
  for (const Api* api : catalog.apis()) {
    for (const catalog::Condition& each : api->when) {
      if (!search.found_in(each.parameter)) continue;
      // As a keyword, or as the key of a dictionary that is handed over.
      const std::string parameter(each.parameter);
      for (const char* form : {"{}=", "{} =", "'{}'", "\"{}\""})
        words.push_back(fmt::format(fmt::runtime(form), parameter));
    }
    const std::string_view method = last_of(api->name);
    if (search.found_in(method) && is_method(*api, catalog)) words.push_back("." + std::string(method));
  }
  return words;
}

// Of methods that have a record of their own.
std::vector<std::string> hazard_calls(const catalog::Catalog& catalog) {
  std::vector<std::string> calls;
  for (const Api* api : catalog.apis()) {
    const Api* owner = api->hazard == catalog::Hazard::none ? nullptr : catalog.find(parent_of(api->name));
    if (owner != nullptr && owner->is_class) calls.push_back(fmt::format(".{}(", last_of(api->name)));
  }
  return calls;
}

workspace::WordSearch search_for(const std::vector<std::string>& words) {
  return workspace::WordSearch(std::vector<std::string_view>(words.begin(), words.end()));
}

}  // namespace

Vocabulary::Vocabulary(const catalog::Catalog& catalog)
    : catalog_(catalog),
      words_(catalog.words()),
      own_words_(search_for(own_words(catalog, words_))),
      hazard_calls_(search_for(hazard_calls(catalog))) {
  for (const Api* api : catalog.apis()) {
    // Who passes `preexec_fn` to a method spells that word.
    if (matters(*api) && api->creates != Creates::preexec) add_class_of(*api);
  }
  for (const Api* api : catalog.apis()) {
    if (matters(*api) || gives(api->name)) add(*api);
    if (api->hazard == catalog::Hazard::none) continue;
    add_hazard(api->name);
    for (const std::string_view alias : api->aliases) add_hazard(alias);
  }
  for (const Api* api : catalog.apis()) {
    if (!has_hazard_methods(*api)) continue;
    for (const std::string_view alias : api->aliases) add_hazard(alias);
  }
}

void Vocabulary::add_hazard(std::string_view name) {
  text::for_each_beginning(name, [&](std::string_view beginning) { hazards_.insert(beginning); });
  hazards_.insert(name);
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
  const bool is_named = holds_word(name);
  for (std::size_t dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.', dot + 1)) {
    const std::string_view beginning = name.substr(0, dot);
    names_.insert(beginning);
    if (is_named) named_.insert(beginning);
    last_words_[beginning].insert(last_of(name));
    // Code between fork and exec is handed over by a parameter whose name is such a word, and what is done
    // with an object by a method: `import ctypes` alone, as in a hundred files of any size, opens nothing.
    if (matters(api) && api.creates != Creates::preexec && !holds_word(name.substr(dot + 1)))
      open_.insert(beginning);
  }
  names_.insert(name);
  if (is_named) named_.insert(name);
  if (api.creates != Creates::preexec) open_.insert(name);
}

bool Vocabulary::opens(std::string_view name) const {
  if (open_.contains(name)) return true;
  // What lies in a mirrored namespace is spelled as in the original: the name of the namespace itself is
  // where the word may be.
  return !names_.contains(name) && leads(name) && holds_word(name);
}

bool Vocabulary::is_spelled_below(std::string_view name, std::string_view text) const {
  const auto words = last_words_.find(name);
  if (words == last_words_.end()) return true;
  return std::any_of(words->second.begin(), words->second.end(),
                     [&](std::string_view word) { return text::holds_word(text, word); });
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
