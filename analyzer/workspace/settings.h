// What the user chose: [tool.forklint] of pyproject.toml or forklint.toml, overridden by the command line.
// The keys of the settings file have the names of the long options.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/host.h"
#include "base/result.h"
#include "catalog/target.h"
#include "source/span.h"
#include "workspace/declared_entry.h"

namespace forklint::workspace {

struct PerFileIgnore {
  std::string pattern;             // gitignore syntax, relative to the root
  std::vector<std::string> rules;  // ids or prefixes
};

// Only what was said is set, so that a later source can override an earlier one (see merge).
struct Settings {
  std::optional<std::vector<std::string>> select;
  std::optional<std::vector<std::string>> ignore;
  std::vector<std::string> extend_select;
  std::vector<PerFileIgnore> per_file_ignores;
  std::optional<std::vector<std::string>>
      exclude;  // replaces the built-in excludes (.git, .venv, build, ...)
  std::vector<std::string> extend_exclude;
  std::optional<bool> respect_ignore_files;    // default true
  std::optional<bool> force_exclude;           // excludes also hold for paths that are named: default false
  std::optional<PythonVersion> target_python;  // the oldest version to support
  std::optional<std::string> platform;         // "linux" (default), "macos", "all"
  std::optional<std::string> output_format;
  std::optional<bool> show_suppressed;
  std::optional<bool> unsafe_fixes;
  std::optional<std::string> start_method;  // "auto" (default, which is spawn), "spawn", "forkserver"
  std::optional<std::string> fix_style;     // "call-site" (default), "entry-point"
  std::optional<bool> exit_zero;
  std::vector<DeclaredEntry> entry_points;     // besides those that metadata and shell scripts tell
  std::string path;                            // of the file they were read from; "" for the command line
  std::optional<std::uint64_t> max_file_size;  // bytes
  // The file and the text that hold [[tool.forklint.api]] records, for Catalog::extended; empty without any.
  std::string catalog_path;
  std::string catalog_text;
  std::string catalog_prefix;
};

// `stronger` wins where both speak; lists that extend are joined.
Settings merge(Settings weaker, const Settings& stronger);

// A declared range of Python versions, as written in the project's metadata.
struct RequiresPython {
  std::string specifier;  // ">=3.8,<3.13"
  std::string path;       // of pyproject.toml or setup.cfg, relative to the root
  Span span;              // of the specifier in that file, without quotes
  std::uint32_t line = 0;
};

struct Project {
  std::string root;  // absolute, links resolved; nearest folder up with pyproject.toml, forklint.toml or .git
  Settings settings;
  std::optional<RequiresPython> requires_python;
  std::vector<DeclaredEntry> scripts;  // of its metadata
  // Whether it is a package to be installed, whose modules others may import: it has a setup.py, or metadata.
  bool is_installable = false;
};

// Finds the root for the given start folder and reads its settings. An unknown key, a wrong type or broken
// TOML is an error with file, line and (for a key) a suggestion.
Result<Project> load_project(const FileSystem& files, const std::string& start_directory);

// The same with the settings of another file, which is a forklint.toml or a pyproject.toml by its name.
Result<Project> load_project_with(const FileSystem& files, const std::string& start_directory,
                                  const std::string& settings_path);
// The same without any settings.
Result<Project> bare_project(const FileSystem& files, const std::string& start_directory);

// Whether forklint knows this version: 3.6 to 3.15.
bool is_supported(PythonVersion version);

// The versions and platforms that count for the project; released versions 3.6 to 3.15 are considered.
Result<Target> target_of(const Project& project);

}  // namespace forklint::workspace
