#include "cli/select.h"

#include <algorithm>

#include "base/path.h"
#include "rules/rule.h"
#include "workspace/ignore_file.h"

namespace forklint::cli {

namespace {

std::vector<std::string_view> known_rules() {
  std::vector<std::string_view> known;
  for (const rules::RegisteredRule& each : rules::all_rules()) known.push_back(each.rule->info->id);
  return known;
}

}  // namespace

Result<void> Selector::check(const workspace::Settings& settings) {
  const std::vector<std::string_view> known = known_rules();
  const auto check_all = [&](const std::vector<std::string>& selectors, std::string_view key) {
    const std::string where =
        settings.path.empty() ? "--" + std::string(key) : settings.path + ": " + std::string(key);
    return check_selectors(selectors, known, where);
  };
  if (settings.select) {
    if (Result<void> checked = check_all(*settings.select, "select"); !checked) return checked;
  }
  if (settings.ignore) {
    if (Result<void> checked = check_all(*settings.ignore, "ignore"); !checked) return checked;
  }
  if (Result<void> checked = check_all(settings.extend_select, "extend-select"); !checked) return checked;
  for (const workspace::PerFileIgnore& each : settings.per_file_ignores) {
    if (Result<void> checked = check_all(each.rules, "per-file-ignores"); !checked) return checked;
  }
  return {};
}

Result<Selector> Selector::make(const workspace::Settings& settings) {
  SelectionChoice choice{.extend_select = settings.extend_select,
                         .ignore = settings.ignore.value_or(std::vector<std::string>{})};
  if (settings.select) choice.select = *settings.select;
  Result<Selection> selection = Selection::make(choice, known_rules());
  if (!selection) return tl::unexpected(selection.error());
  Selector selector;
  selector.selection_ = std::move(*selection);
  selector.per_file_ = settings.per_file_ignores;
  return selector;
}

void Selector::leave_out_context(const program::Program& program) {
  for (const auto& module : program.modules()) {
    if (!module->reported) context_.insert(module->path());
  }
}

bool Selector::is_reported(const Finding& finding) const {
  if (!is_enabled(finding.rule->id) || context_.contains(finding.place.path)) return false;
  return std::ranges::none_of(per_file_, [&](const workspace::PerFileIgnore& each) {
    return any_selects(each.rules, finding.rule->id) &&
           workspace::matches_pattern(each.pattern, finding.place.path);
  });
}

SourceLookup::SourceLookup(const program::Program& program, const FileSystem& files, std::string root)
    : files_(files), root_(std::move(root)) {
  for (const auto& module : program.modules()) modules_.emplace(module->path(), &module->syntax.source());
}

const SourceFile* SourceLookup::find(const std::string& path) const {
  if (const auto found = modules_.find(path); found != modules_.end()) return found->second;
  if (const auto found = others_.find(path); found != others_.end()) return found->second.get();
  const std::string disk_path = path::join(root_, path);
  Result<std::string> bytes = files_.read(disk_path);
  auto source = bytes ? std::make_unique<const SourceFile>(path, disk_path, std::move(*bytes)) : nullptr;
  return others_.emplace(path, std::move(source)).first->second.get();
}

}  // namespace forklint::cli
