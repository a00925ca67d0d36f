#include "cli/select.h"

#include "base/path.h"
#include "rules/rule.h"
#include "workspace/ignore_file.h"

namespace forklint::cli {

Result<Selector> Selector::make(const workspace::Settings& settings) {
  std::vector<std::string_view> known;
  for (const rules::RegisteredRule& each : rules::all_rules()) known.push_back(each.rule->info->id);
  SelectionChoice choice{.extend_select = settings.extend_select,
                         .ignore = settings.ignore.value_or(std::vector<std::string>{})};
  if (settings.select) choice.select = *settings.select;
  Result<Selection> selection = Selection::make(choice, known);
  if (!selection) return tl::unexpected(selection.error());
  for (const workspace::PerFileIgnore& each : settings.per_file_ignores) {
    if (const Result<void> checked = check_selectors(each.rules, known, "per-file-ignores"); !checked) {
      return tl::unexpected(checked.error());
    }
  }
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
  for (const workspace::PerFileIgnore& each : per_file_) {
    if (any_selects(each.rules, finding.rule->id) &&
        workspace::matches_pattern(each.pattern, finding.place.path)) {
      return false;
    }
  }
  return true;
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
