// The words in which the tests of the catalog's facts speak of records.
#pragma once

#include <gtest/gtest.h>

#include <span>
#include <string>
#include <string_view>

#include "catalog/catalog.h"

namespace forklint::catalog {

inline std::string_view word_of(Creates creates) {
  switch (creates) {
    case Creates::nothing:
      return "nothing";
    case Creates::process:
      return "process";
    case Creates::executor:
      return "executor";
    case Creates::dataloader:
      return "dataloader";
    case Creates::fork:
      return "fork";
    case Creates::preexec:
      return "preexec";
  }
  return "?";
}

inline std::string_view word_of(Test test) {
  switch (test) {
    case Test::given:
      return "given";
    case Test::absent:
      return "absent";
    case Test::truthy:
      return "truthy";
    case Test::falsy:
      return "falsy";
    case Test::positive:
      return "positive";
    case Test::other_than_one:
      return "other_than_one";
    case Test::more_than_one:
      return "more_than_one";
    case Test::equals:
      return "equals";
    case Test::not_equals:
      return "not_equals";
  }
  return "?";
}

inline std::string_view word_of(Hazard hazard) {
  switch (hazard) {
    case Hazard::none:
      return "none";
    case Hazard::native_callbacks:
      return "native_callbacks";
    case Hazard::native_threads:
      return "native_threads";
    case Hazard::python_threads:
      return "python_threads";
    case Hazard::accelerator:
      return "accelerator";
    case Hazard::accelerator_callbacks:
      return "accelerator_callbacks";
    case Hazard::accelerator_probe:
      return "accelerator_probe";
    case Hazard::lock:
      return "lock";
    case Hazard::shared_state:
      return "shared_state";
  }
  return "?";
}

inline void append(std::string& list, std::string_view item) {
  if (!list.empty()) list += ", ";
  list += item;
}

inline std::string source_words(const MethodFrom& from) {
  const std::string name(from.name);
  const std::string method(name_of(from.method));
  std::string words;
  switch (from.source) {
    case MethodSource::parameter:
      words = name + "=";
      break;
    case MethodSource::implied:
      words = name + " -> " + method;
      break;
    case MethodSource::environment:
      words = "$" + name;
      break;
    case MethodSource::family:
      words = "default of " + name;
      break;
    case MethodSource::fixed:
      words = method;
      break;
  }
  return from.since ? words + " since " + to_string(*from.since) : words;
}

// "mp_context=, max_tasks_per_child -> spawn since 3.11, default of multiprocessing"
inline std::string start_method_of(const Api& api) {
  std::string list;
  for (const MethodFrom& from : api.start_method) append(list, source_words(from));
  return list;
}

// "num_workers positive, thread_pool absent"
inline std::string conditions_of(const Api& api) {
  std::string list;
  for (const Condition& condition : api.when) {
    append(list, std::string(condition.parameter) + " " + std::string(word_of(condition.test)));
    for (const std::string_view operand : condition.operands) list += " " + std::string(operand);
  }
  return list;
}

inline std::string names(std::span<const std::string_view> items) {
  std::string list;
  for (const std::string_view item : items) append(list, item);
  return list;
}

// The index at which a call without keywords passes this parameter; -1 when none does.
inline int position_of(const Api& api, std::string_view parameter) {
  int position = 0;
  for (const ParameterSpec& spec : api.parameters) {
    if (spec.style == ParameterStyle::star || spec.style == ParameterStyle::keyword_only) return -1;
    if (spec.name == parameter) return position;
    ++position;
  }
  return -1;
}

inline const Api& known(std::string_view name) {
  static const Api kNothing{};
  const Api* api = Catalog::builtin().find(name);
  EXPECT_NE(api, nullptr) << name << " is not in the catalog";
  return api == nullptr ? kNothing : *api;
}

inline std::string test_name(std::string_view name) {
  std::string text(name);
  for (char& letter : text) {
    if (letter == '.') letter = '_';
  }
  return text;
}

}  // namespace forklint::catalog
