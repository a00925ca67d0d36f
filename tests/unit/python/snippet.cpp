#include "tests/unit/python/snippet.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "tests/unit/python/syntax_dump.h"

namespace forklint::python::testing {
namespace {

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::uint32_t line_of(const PythonModule& module, std::uint32_t offset) {
  return module.source().position(offset, ColumnUnit::byte).line;
}

std::string_view line_text(const PythonModule& module, std::uint32_t line) {
  return module.source().text(module.source().line(line));
}

// What stands after `mark` in a line, up to the next mark or the end.
std::string_view marked(std::string_view line, std::string_view mark) {
  const std::size_t begin = line.find(mark);
  if (begin == std::string_view::npos) return {};
  const std::string_view rest = line.substr(begin + mark.size());
  return trimmed(rest.substr(0, rest.find('#')));
}

std::string line_name(const PythonModule& module, const Binding& binding) {
  const std::uint32_t line = line_of(module, binding.span.begin);
  const std::string_view name = marked(line_text(module, line), "#:");
  return name.empty() ? "line " + std::to_string(line) : std::string(name);
}

std::string joined(const std::set<std::string>& words) {
  std::string result;
  for (const std::string& word : words) result += (result.empty() ? "" : ", ") + word;
  return result.empty() ? "nothing" : result;
}

std::string normalized(std::string_view list) {
  std::set<std::string> words;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    words.emplace(trimmed(list.substr(0, comma)));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return joined(words);
}

std::vector<const Name*> names_read_in(const PythonModule& module) {
  std::vector<const Name*> names;
  for_each_expr(module, [&](const Expr& expr) {
    const Name* name = as<Name>(&expr);
    if (name != nullptr && module.scope_of(*name) != nullptr) names.push_back(name);
  });
  return names;
}

// Compares one line's expectations; returns how many there were.
int check_line(const PythonModule& module, const std::vector<const Name*>& names, std::uint32_t line) {
  int count = 0;
  std::string_view text = line_text(module, line);
  for (std::size_t at = text.find("#?"); at != std::string_view::npos; at = text.find("#?")) {
    const std::string_view expectation = marked(text, "#?");
    text.remove_prefix(at + 2);
    const std::size_t colon = expectation.find(':');
    const std::string_view id = trimmed(expectation.substr(0, colon));
    ++count;
    bool is_found = false;
    for (const Name* name : names) {
      if (name->id != id || line_of(module, name->span.begin) != line) continue;
      is_found = true;
      EXPECT_EQ(describe_use(module, *name), normalized(expectation.substr(colon + 1)))
          << "for `" << id << "` in line " << line << ": " << line_text(module, line);
    }
    EXPECT_TRUE(is_found) << "`" << id << "` is not read in line " << line << ": " << line_text(module, line);
  }
  return count;
}

std::string describe_one(const PythonModule& module, const Region& region) {
  const std::string test = region.test == nullptr ? "" : std::string(module.source().text(region.test->span));
  switch (region.kind) {
    case RegionKind::if_true:
      return "if " + test;
    case RegionKind::if_false:
      return "unless " + test;
    case RegionKind::loop_body:
      return "loop";
    case RegionKind::try_body:
      return "try";
    case RegionKind::except_body:
      return "except";
    case RegionKind::else_body:
      return "else";
    case RegionKind::finally_body:
      return "finally";
    case RegionKind::with_body:
      return "with " + test;
    case RegionKind::case_body:
      return "case";
  }
  return "";
}

}  // namespace

std::string describe_use(const PythonModule& module, const Name& name) {
  const Use use = module.use_of(name);
  std::set<std::string> words;
  for (const Binding* binding : use.bindings) words.insert(line_name(module, *binding));
  for (const Binding* star : use.star_imports) words.insert("*" + line_name(module, *star));
  if (use.maybe_unbound) words.insert("unbound");
  return joined(words);
}

void expect_reaching(std::string_view code) {
  const PythonModule module = parse_bytes(std::string(code));
  EXPECT_TRUE(module.notices().empty()) << module.notices().front().text;
  const std::vector<const Name*> names = names_read_in(module);
  int count = 0;
  for (std::uint32_t line = 1; line <= module.source().line_count(); ++line) {
    count += check_line(module, names, line);
  }
  EXPECT_GT(count, 0) << "the snippet expects nothing";
}

std::string describe_region(const PythonModule& module, const Region* region) {
  std::string result;
  for (; region != nullptr; region = region->outer) {
    result = describe_one(module, *region) + (result.empty() ? "" : " > " + result);
  }
  return result;
}

std::vector<std::string> owned(const Scope& scope) {
  std::vector<std::string> names;
  for (const auto& [name, bindings] : scope.names) names.emplace_back(name);
  std::sort(names.begin(), names.end());
  return names;
}

const Function& function_named(const PythonModule& module, std::string_view name) {
  const auto& functions = module.functions();
  const auto found = std::find_if(functions.begin(), functions.end(),
                                  [&](const Function* function) { return function->name == name; });
  if (found == functions.end()) throw std::invalid_argument("no such function in the snippet");
  return **found;
}

const Class& class_named(const PythonModule& module, std::string_view name) {
  const auto& classes = module.classes();
  const auto found = std::find_if(classes.begin(), classes.end(),
                                  [&](const Class* definition) { return definition->name == name; });
  if (found == classes.end()) throw std::invalid_argument("no such class in the snippet");
  return **found;
}

}  // namespace forklint::python::testing
