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
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(NativeCall, place, callee, name, name_size, branch, may_end)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ForkStatement, place, variable)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ChildRegion, known, calls, ends, returns, failed_exec_returns, calls_hook)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(NativeEdit, file, span, replacement)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(NativeFork, kind, name, place, function, certain, in_macro, before,
                                   statement, spawn, parent_hook, parent_returns, child)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(NativeFunction, key, name, place, external, at_load, for_python, calls)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(NativeBinding, scope, name, function, place, in_class, is_constructor)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(NativeScope, mark, scope, inner, is_class)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(NativeUnit, path, files, functions, forks, bindings, scopes,
                                   missing_headers, stubs, first_error, errors)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(UnitRequest, path, root, flags)

namespace {

struct Heading {
  UnitRequest request;
  std::vector<std::pair<std::string, std::size_t>> texts;  // path, bytes
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Heading, request, texts)

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
                  std::ranges::all_of(
                      each.spawn, [&](const NativeEdit& edit) { return sound({edit.file, edit.span}); }) &&
                  std::ranges::all_of(each.before, call_sound) &&
                  std::ranges::all_of(each.child.calls, call_sound) &&
                  std::ranges::all_of(each.child.returns, sound) &&
                  std::ranges::all_of(each.child.failed_exec_returns, sound);
         });
}

}  // namespace

std::string to_text(const UnitRequest& request) { return dumped(request); }

// A line of JSON that says how long the texts are, then their bytes: sources need not be UTF-8.
std::string to_text(const ReaderInput& input) {
  Heading heading{.request = input.request};
  for (const auto& [path, text] : input.texts) heading.texts.emplace_back(path, text.size());
  std::string all = dumped(heading) + '\n';
  for (const auto& [path, text] : input.texts) all += text;
  return all;
}

Result<ReaderInput> input_from(std::string_view text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return fail("no line that says what is asked");
  Result<Heading> heading = parsed<Heading>(text.substr(0, end));
  if (!heading) return tl::unexpected(heading.error());
  ReaderInput input{.request = std::move(heading->request), .texts = {}};
  std::string_view rest = text.substr(end + 1);
  for (auto& [path, size] : heading->texts) {
    if (size > rest.size()) return fail("a text ends too early");
    input.texts.emplace(std::move(path), rest.substr(0, size));
    rest.remove_prefix(size);
  }
  return rest.empty() ? Result<ReaderInput>(std::move(input)) : fail("more than was asked");
}

std::string to_text(const NativeUnit& unit) { return dumped(unit); }

Result<NativeUnit> unit_from(std::string_view text) {
  Result<NativeUnit> unit = parsed<NativeUnit>(text);
  if (unit && !is_sound(*unit)) return fail("what the worker said holds together no unit");
  return unit;
}

}  // namespace native
}  // namespace forklint
