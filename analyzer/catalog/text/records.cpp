#include "catalog/text/records.h"

#include <set>

namespace forklint::catalog {
namespace {

template <typename T>
std::span<const T> kept(std::deque<std::vector<T>>& storage, std::vector<T> list) {
  storage.push_back(std::move(list));
  return storage.back();
}

std::string at(const Api& api) { return std::string(api.file) + ":" + std::to_string(api.line) + ": "; }

class Checker {
 public:
  Checker(const RecordSet& records, const RecordSet* known) : records_(records), known_(known) {}

  Result<void> run() {
    for (const Api& api : records_.apis) {
      if (Result<void> checked = check(api); !checked) return checked;
    }
    for (const Namespace& each : records_.namespaces) {
      if (!each.family.empty() && !has_family(each.family)) {
        return fail("namespace '" + std::string(each.name) + "': no family is called '" +
                    std::string(each.family) + "'");
      }
      if (!mirrors_something(each.mirrors)) {
        return fail("namespace '" + std::string(each.name) + "' mirrors '" + std::string(each.mirrors) +
                    "', of which no record is known");
      }
    }
    return {};
  }

 private:
  Result<void> check(const Api& api) {
    std::vector<std::string_view> names{api.name};
    names.insert(names.end(), api.aliases.begin(), api.aliases.end());
    for (std::string_view name : names) {
      if (!taken_.insert(name).second) return fail(at(api) + "'" + std::string(name) + "' is recorded twice");
    }
    for (std::string_view family :
         {api.sets_family, api.context_family, api.pins_family, api.primitive_family}) {
      if (Result<void> checked = check_family(api, family); !checked) return checked;
    }
    for (const MethodFrom& source : api.start_method) {
      if (source.source != MethodSource::family) continue;
      if (Result<void> checked = check_family(api, source.name); !checked) return checked;
    }
    return {};
  }

  Result<void> check_family(const Api& api, std::string_view family) const {
    if (family.empty() || has_family(family)) return {};
    return fail(at(api) + "no family is called '" + std::string(family) + "'");
  }

  bool has_family(std::string_view name) const {
    for (const RecordSet* set : {&records_, known_}) {
      if (set == nullptr) continue;
      for (const Family& family : set->families) {
        if (family.name == name) return true;
      }
    }
    return false;
  }

  bool mirrors_something(std::string_view name) const {
    const std::string below = std::string(name) + ".";
    for (const RecordSet* set : {&records_, known_}) {
      if (set == nullptr) continue;
      for (const Api& api : set->apis) {
        if (api.name.starts_with(below)) return true;
      }
      for (const Namespace& each : set->namespaces) {
        if (each.name == name || each.name.starts_with(below)) return true;
      }
    }
    return false;
  }

  const RecordSet& records_;
  const RecordSet* known_;
  std::set<std::string_view> taken_;
};

}  // namespace

std::string_view RecordSet::keep(std::string text) {
  texts_.push_back(std::move(text));
  return texts_.back();
}
std::span<const std::string_view> RecordSet::keep(std::vector<std::string_view> list) {
  return kept(text_lists_, std::move(list));
}
std::span<const Condition> RecordSet::keep(std::vector<Condition> list) {
  return kept(conditions_, std::move(list));
}
std::span<const MethodFrom> RecordSet::keep(std::vector<MethodFrom> list) {
  return kept(methods_, std::move(list));
}
std::span<const ParameterSpec> RecordSet::keep(std::vector<ParameterSpec> list) {
  return kept(parameters_, std::move(list));
}
std::span<const FamilyDefault> RecordSet::keep(std::vector<FamilyDefault> list) {
  return kept(defaults_, std::move(list));
}

Result<void> check_records(const RecordSet& records, const RecordSet* known) {
  return Checker(records, known).run();
}

Result<std::vector<ParameterSpec>> parse_signature(std::string_view text, RecordSet& storage) {
  if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
  std::vector<ParameterSpec> parameters;
  ParameterStyle style = ParameterStyle::positional_or_keyword;
  std::size_t begin = 0;
  int depth = 0;
  char quote = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ',';
    if (quote != 0) {
      if (c == quote) quote = 0;
      if (i < text.size()) continue;
      return fail("unfinished string in the signature");
    }
    if (c == '\'' || c == '"') quote = c;
    depth += (c == '(' || c == '[' || c == '{') - (c == ')' || c == ']' || c == '}');
    if (c != ',' || depth != 0) continue;
    std::string_view part = text.substr(begin, i - begin);
    begin = i + 1;
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (part.empty()) continue;
    if (part == "/") {
      for (ParameterSpec& each : parameters) each.style = ParameterStyle::positional_only;
    } else if (part == "*") {
      style = ParameterStyle::keyword_only;
    } else if (part.starts_with("**")) {
      parameters.push_back(
          {.name = storage.keep(std::string(part.substr(2))), .style = ParameterStyle::double_star});
    } else if (part.starts_with("*")) {
      parameters.push_back(
          {.name = storage.keep(std::string(part.substr(1))), .style = ParameterStyle::star});
      style = ParameterStyle::keyword_only;
    } else {
      const std::size_t equals = part.find('=');
      const std::string_view name = part.substr(0, equals);
      const bool is_name =
          name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") ==
          name.npos;
      if (!is_name || name.empty())
        return fail("'" + std::string(part) + "' in the signature is no parameter");
      parameters.push_back(
          {.name = storage.keep(std::string(name)),
           .style = style,
           .fallback = equals == part.npos ? "" : storage.keep(std::string(part.substr(equals + 1)))});
    }
  }
  if (depth != 0) return fail("unbalanced brackets in the signature");
  return parameters;
}

}  // namespace forklint::catalog
