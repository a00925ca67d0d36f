// Where the project itself says that a program begins: in its metadata, its settings and its shell scripts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/host.h"

namespace forklint::workspace {

enum class DeclaredBy : std::uint8_t { metadata, settings, launcher };

// Either `module` or `file` is set. Whether the project has it is not looked at here.
struct DeclaredEntry {
  DeclaredBy by = DeclaredBy::metadata;
  std::string module;    // dotted: "pkg.cli"
  std::string function;  // in it: "main" or "Cli.run"; "" where the module runs as the script
  std::string file;      // as it is written: "tools/train.py"
  std::string written;   // "tool = pkg.cli:main", "torchrun train.py"
  std::string path;      // of the file that says so, relative to the root
  std::uint32_t line = 0;
};

// "pkg.cli:main", as metadata has it. An extra in brackets behind it is left out.
DeclaredEntry entry_of_reference(std::string_view reference);

// The console and GUI scripts of pyproject.toml and setup.cfg. What is not as it should be is passed over.
std::vector<DeclaredEntry> declared_in_metadata(const FileSystem& files, const std::string& root);

}  // namespace forklint::workspace
