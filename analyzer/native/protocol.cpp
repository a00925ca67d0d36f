#include "native/protocol.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace forklint {

static void to_json(nlohmann::json& json, const Span& span) { json = {span.begin, span.end}; }
static void from_json(const nlohmann::json& json, Span& span) {
  json.at(0).get_to(span.begin);
  json.at(1).get_to(span.end);
}

namespace native {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(NativePlace, file, span)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(NativeCall, place, callee, name, name_size, may_end)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ForkStatement, place, variable)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ChildRegion, known, calls, ends, returns, failed_exec_returns, calls_hook)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(NativeFork, kind, name, place, function, certain, in_macro, before,
                                   statement, parent_hook, parent_returns, child)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(NativeFunction, key, name, place, external, at_load, for_python, calls)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(NativeBinding, scope, name, function, place, in_class, is_constructor)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(NativeScope, mark, scope, inner, is_class)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(NativeUnit, path, files, functions, forks, bindings, scopes,
                                   missing_headers, stubs, first_error, errors)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(UnitRequest, path, root, flags)

namespace {

template <typename Value>
std::string dumped(const Value& value) {
  // Names of files may be any bytes.
  return nlohmann::json(value).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
}

template <typename Value>
Result<Value> parsed(std::string_view text) {
  try {
    return nlohmann::json::parse(text).get<Value>();
  } catch (const nlohmann::json::exception& error) {
    return fail(error.what());
  }
}

bool is_sound(const NativeUnit& unit) {
  const auto sound = [&](const NativePlace& place) {
    return place.file < unit.files.size() && place.span.begin <= place.span.end;
  };
  const auto call_sound = [&](const NativeCall& call) {
    return sound(call.place) && call.name_size <= call.place.span.size();
  };
  return std::ranges::all_of(unit.functions,
                             [&](const NativeFunction& each) {
                               return sound(each.place) && std::ranges::all_of(each.calls, call_sound);
                             }) &&
         std::ranges::all_of(unit.bindings, [&](const NativeBinding& each) { return sound(each.place); }) &&
         std::ranges::all_of(unit.forks, [&](const NativeFork& each) {
           return sound(each.place) && each.function < unit.functions.size() &&
                  each.kind <= ForkKind::clone &&
                  (each.statement.variable.empty() || sound(each.statement.place)) &&
                  std::ranges::all_of(each.before, call_sound) &&
                  std::ranges::all_of(each.child.calls, call_sound) &&
                  std::ranges::all_of(each.child.returns, sound) &&
                  std::ranges::all_of(each.child.failed_exec_returns, sound);
         });
}

}  // namespace

std::string to_text(const UnitRequest& request) { return dumped(request); }
Result<UnitRequest> request_from(std::string_view text) { return parsed<UnitRequest>(text); }
std::string to_text(const NativeUnit& unit) { return dumped(unit); }

Result<NativeUnit> unit_from(std::string_view text) {
  Result<NativeUnit> unit = parsed<NativeUnit>(text);
  if (unit && !is_sound(*unit)) return fail("what the worker said holds together no unit");
  return unit;
}

}  // namespace native
}  // namespace forklint
