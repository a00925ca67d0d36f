// The project's modules by path and by dotted name, as Python's import system would find them.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "python/module.h"

namespace forklint::program {

// A parsed module and its place in the project.
struct Module {
  python::PythonModule syntax;
  std::string name;         // dotted, from the folder that holds its outermost package: "pkg.data"
  bool is_package = false;  // an __init__.py
  bool reported = true;     // false: context only

  const std::string& path() const { return syntax.source().path(); }
};

// Every Python file of the project by path, parsed or not: which file an import means needs no parsing.
class ModuleTable {
 public:
  // `paths` as in SourceFile::path(), '/'-separated.
  explicit ModuleTable(const std::vector<std::string>& paths);

  // The file that `import dotted` in `importer` means; "" when it is none of the project's.
  std::string_view resolve(std::string_view dotted, std::string_view importer) const;
  // The file that `from ...module import` with `level` dots means; "" when there is none.
  std::string_view resolve_relative(unsigned level, std::string_view module, std::string_view importer) const;
  // Dotted name of a file from the folder that holds its outermost package.
  std::string dotted_name(std::string_view path) const;
  static bool is_package(std::string_view path);

 private:
  std::string_view file_of(const std::string& base) const;
  bool has_init(std::string_view directory) const;

  std::unordered_map<std::string, bool> paths_;
  // First component of a dotted name → the folders in which it can be found.
  std::unordered_map<std::string, std::vector<std::string>> roots_;
};

}  // namespace forklint::program
