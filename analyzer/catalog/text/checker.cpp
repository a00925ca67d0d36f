// What only shows when all records are read: each name is given once, and what a record counts on is there.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "catalog/text/records.h"

namespace forklint::catalog {
namespace {

using Kind = RecordSet::Kind;
using Mention = RecordSet::Mention;

std::string_view name_of_kind(Kind kind) {
  switch (kind) {
    case Kind::api:
      return "API";
    case Kind::namespace_:
      return "namespace";
    case Kind::family:
      return "family";
    case Kind::import_hazard:
      return "import hazard";
    case Kind::setting:
      return "setting";
    case Kind::environment:
      return "environment variable";
    case Kind::unpicklable:
      return "unpicklable thing";
    case Kind::package:
      return "package";
    case Kind::native_function:
      return "native function";
  }
  return "";
}

std::string at(const Mention& mention) { return fmt::format("{}:{}: ", mention.file, mention.line); }

bool is_at_or_below(std::string_view name, std::string_view prefix) {
  return name.starts_with(prefix) && (name.size() == prefix.size() || name[prefix.size()] == '.');
}

class Checker {
 public:
  Checker(const RecordSet& records, const RecordSet* known) : records_(records) {
    collect(records);
    if (known != nullptr) collect(*known);
  }

  Result<void> check_definitions() const {
    std::map<std::pair<Kind, std::string_view>, const Mention*> first;
    for (const Mention& each : records_.definitions) {
      const auto [found, is_new] = first.try_emplace({each.kind, each.name}, &each);
      if (is_new) continue;
      return fail(at(each) + fmt::format("the {} '{}' is recorded already, in {}:{}", name_of_kind(each.kind),
                                         each.name, found->second->file, found->second->line));
    }
    return {};
  }

  Result<void> check_references() const {
    for (const Mention& each : records_.references) {
      if (each.kind == Kind::namespace_) {
        if (!is_something(each.name))
          return fail(at(each) + fmt::format("'{}' mirrors nothing: no record lies below it", each.name));
        continue;
      }
      if (each.kind == Kind::package) {
        if (!is_something(each.name))
          return fail(at(each) + fmt::format("no record lies in the module '{}'", each.name));
        continue;
      }
      const std::vector<std::string_view>& names = each.kind == Kind::family ? families_ : variables_;
      if (std::find(names.begin(), names.end(), each.name) != names.end()) continue;
      std::string cause = fmt::format("no {} is called '{}'", name_of_kind(each.kind), each.name);
      cause += text::suggestion(each.name, names);
      if (each.kind == Kind::environment) cause += "; record it in [[environment]]";
      return fail(at(each) + cause);
    }
    return {};
  }

 private:
  void collect(const RecordSet& records) {
    for (const Api& api : records.apis) {
      things_.push_back(api.name);
      things_.insert(things_.end(), api.aliases.begin(), api.aliases.end());
    }
    for (const Namespace& space : records.namespaces) things_.push_back(space.name);
    for (const ImportHazard& each : records.import_hazards) things_.push_back(each.module);
    for (const Family& family : records.families) families_.push_back(family.name);
    for (const Setting& setting : records.settings) {
      if (setting.is_environment) variables_.push_back(setting.name);
    }
  }

  bool is_something(std::string_view name) const {
    return std::any_of(things_.begin(), things_.end(),
                       [&](std::string_view thing) { return is_at_or_below(thing, name); });
  }

  const RecordSet& records_;
  std::vector<std::string_view> things_;
  std::vector<std::string_view> families_;
  std::vector<std::string_view> variables_;
};

}  // namespace

Result<void> check_records(const RecordSet& records, const RecordSet* known) {
  const Checker checker(records, known);
  if (Result<void> checked = checker.check_definitions(); !checked) return checked;
  return checker.check_references();
}

}  // namespace forklint::catalog
