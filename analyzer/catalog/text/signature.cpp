// Parameters as Python writes them between the parentheses of a definition.
#include <fmt/format.h>

#include <algorithm>

#include "catalog/text/records.h"

namespace forklint::catalog {
namespace {

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\n')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\n')) text.remove_suffix(1);
  return text;
}

// The parts between the commas that stand in no brackets and no quotes.
Result<std::vector<std::string_view>> split(std::string_view text) {
  std::vector<std::string_view> parts;
  std::string closing;
  std::size_t begin = 0;
  char quote = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '(' || c == '[' || c == '{') {
      closing += c == '(' ? ')' : c == '[' ? ']' : '}';
    } else if (c == ')' || c == ']' || c == '}') {
      if (closing.empty() || closing.back() != c)
        return fail(fmt::format("the signature has a '{}' too much", c));
      closing.pop_back();
    } else if (c == ',' && closing.empty()) {
      parts.push_back(trimmed(text.substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  if (quote != 0) return fail("the signature has a text without end");
  if (!closing.empty()) return fail(fmt::format("the signature lacks a '{}'", closing.back()));
  // A trailing comma is fine, as in Python.
  if (const std::string_view last = trimmed(text.substr(begin)); !last.empty()) parts.push_back(last);
  return parts;
}

class SignatureReader {
 public:
  explicit SignatureReader(RecordSet& storage) : storage_(storage) {}

  Result<void> add(std::string_view part) {
    if (ended_) return fail(fmt::format("'{}' stands behind ** in the signature", part));
    if (part == "/") return end_positional_only();
    if (part == "*") return begin_keyword_only(part);
    if (part.starts_with("**")) {
      ended_ = true;
      return add_parameter(part.substr(2), ParameterStyle::double_star, std::nullopt);
    }
    if (part.starts_with("*")) {
      if (Result<void> begun = begin_keyword_only(part); !begun) return begun;
      return add_parameter(part.substr(1), ParameterStyle::star, std::nullopt);
    }
    const std::size_t equals = part.find('=');
    const std::string_view name = trimmed(part.substr(0, equals));
    if (equals == std::string_view::npos) {
      if (optional_seen_ && style_ != ParameterStyle::keyword_only) {
        return fail(fmt::format("'{}' without a default follows one with a default in the signature", name));
      }
      return add_parameter(name, style_, std::nullopt);
    }
    optional_seen_ = true;
    const std::string_view fallback = trimmed(part.substr(equals + 1));
    if (fallback.empty()) return fail(fmt::format("'{}' has no default behind '=' in the signature", name));
    return add_parameter(name, style_, fallback);
  }

  std::vector<ParameterSpec> take() { return std::move(parameters_); }

 private:
  Result<void> end_positional_only() {
    const bool again = !parameters_.empty() && parameters_.front().style == ParameterStyle::positional_only;
    if (parameters_.empty() || again || style_ == ParameterStyle::keyword_only) {
      return fail("'/' stands at a wrong place in the signature");
    }
    for (ParameterSpec& each : parameters_) each.style = ParameterStyle::positional_only;
    return {};
  }

  Result<void> begin_keyword_only(std::string_view part) {
    if (style_ == ParameterStyle::keyword_only)
      return fail(fmt::format("'{}' is a second * in the signature", part));
    style_ = ParameterStyle::keyword_only;
    return {};
  }

  Result<void> add_parameter(std::string_view name, ParameterStyle style,
                             std::optional<std::string_view> fallback) {
    if (!is_identifier(name)) return fail(fmt::format("'{}' in the signature is no parameter", name));
    if (parameters_.empty() && (name == "self" || name == "cls")) {
      return fail(fmt::format("leave '{}' out of the signature", name));
    }
    const bool taken = std::any_of(parameters_.begin(), parameters_.end(),
                                   [&](const ParameterSpec& each) { return each.name == name; });
    if (taken) return fail(fmt::format("'{}' stands twice in the signature", name));
    parameters_.push_back(
        {.name = storage_.keep(std::string(name)),
         .style = style,
         .fallback = fallback ? storage_.keep(std::string(*fallback)) : std::string_view()});
    return {};
  }

  RecordSet& storage_;
  std::vector<ParameterSpec> parameters_;
  ParameterStyle style_ = ParameterStyle::positional_or_keyword;
  bool optional_seen_ = false;
  bool ended_ = false;
};

bool starts_identifier(char c) {
  return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

Result<std::vector<ParameterSpec>> parse_signature(std::string_view text, RecordSet& storage) {
  if (text.starts_with('(')) return fail("write the signature without the parentheses around it");
  const Result<std::vector<std::string_view>> parts = split(text);
  if (!parts) return tl::unexpected(parts.error());
  SignatureReader reader(storage);
  for (const std::string_view part : *parts) {
    if (Result<void> added = reader.add(part); !added) return tl::unexpected(added.error());
  }
  return reader.take();
}

bool is_identifier(std::string_view text) {
  return !text.empty() && starts_identifier(text.front()) &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return starts_identifier(c) || (c >= '0' && c <= '9'); });
}

bool is_dotted_name(std::string_view text) {
  for (;;) {
    const std::size_t dot = text.find('.');
    if (!is_identifier(text.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    text.remove_prefix(dot + 1);
  }
}

}  // namespace forklint::catalog
