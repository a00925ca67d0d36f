#include "cli/declared.h"

#include <fmt/format.h>

#include <iterator>

#include "base/path.h"
#include "program/entry_points.h"
#include "program/setup_script.h"
#include "python/module.h"
#include "workspace/launch_line.h"

namespace forklint::cli {
namespace {

using workspace::DeclaredEntry;

constexpr std::string_view kSetupScript = "setup.py";

void append(std::vector<DeclaredEntry> more, std::vector<DeclaredEntry>& entries) {
  entries.insert(entries.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::vector<DeclaredEntry> declared_in_setup_script(const FileSystem& files, const std::string& root) {
  const std::string disk_path = path::join(root, kSetupScript);
  if (files.status(disk_path).kind != FileKind::file) return {};
  Result<std::string> bytes = files.read(disk_path);
  if (!bytes || bytes->find("scripts") == std::string::npos) return {};
  const python::PythonModule setup = python::parse(
      std::make_unique<const SourceFile>(std::string(kSetupScript), disk_path, std::move(*bytes)));
  return program::declared_in(setup);
}

Result<void> check_settings(const workspace::Project& project, const workspace::Discovered& discovered) {
  const std::vector<DeclaredEntry>& entries = project.settings.entry_points;
  if (entries.empty()) return {};
  std::vector<std::string> paths;
  paths.reserve(discovered.files.size());
  for (const workspace::InputFile& file : discovered.files) paths.push_back(file.path);
  const program::ModuleTable table(std::move(paths));
  for (const DeclaredEntry& entry : entries) {
    if (!program::file_of(entry, table).empty()) continue;
    const std::string place =
        entry.path.empty() ? "--entry-points" : fmt::format("{}:{}: entry-points", entry.path, entry.line);
    return fail(fmt::format("{}: '{}' leads to no Python file of the project", place, entry.written));
  }
  return {};
}

}  // namespace

Result<std::vector<DeclaredEntry>> declared_entries(const FileSystem& files,
                                                    const workspace::Project& project,
                                                    const workspace::Discovered& discovered) {
  if (const Result<void> checked = check_settings(project, discovered); !checked)
    return tl::unexpected(checked.error());
  std::vector<DeclaredEntry> entries = project.settings.entry_points;
  append(project.scripts, entries);
  append(declared_in_setup_script(files, project.root), entries);
  for (const workspace::InputFile& script : discovered.shell_scripts) {
    if (const Result<std::string> text = files.read(script.disk_path))
      append(workspace::launched_in_script(*text, script.path), entries);
  }
  return entries;
}

}  // namespace forklint::cli
