// The project's modules by path and by dotted name, as Python's import system would find them.
#pragma once

#include <functional>
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
  // Where the answers on its expressions begin (answers.h): set and used by the one Evaluator that has it.
  std::size_t first_place = 0;

  const std::string& path() const { return syntax.source().path(); }
};

// Whether pytest or unittest would collect the module, or it stands among tests: by its path.
bool is_test(const Module& module);

// The paths at which pytest looks for a conftest.py to import before the module, the outermost first.
std::vector<std::string> conftests_of(const Module& module);

// Every Python file of the project by path, parsed or not: which file an import means needs no parsing.
// Answers are views of the table's own and live as long as it does, also when it is moved.
class ModuleTable {
 public:
  // Whether the first component of a dotted name is that of a library.
  using IsLibrary = std::function<bool(std::string_view)>;

  // `paths` as in SourceFile::path(), '/'-separated. A file that has the name of a library is that only
  // where Python would look for it: `tools/datasets.py` hides `datasets` from `tools`, not from the project.
  // Where an interpreter keeps its library, and in site-packages, such a file is the library itself, and what
  // lies side by side there are libraries to each other: nobody's project, but as many as there are packages.
  // `own_folder` is the name of the project's own folder: in a larger repository its files are imported
  // through it.
  explicit ModuleTable(std::vector<std::string> paths, const IsLibrary& is_library = {},
                       std::string own_folder = {});
  ModuleTable(ModuleTable&&) noexcept;
  ModuleTable& operator=(ModuleTable&&) noexcept;
  ~ModuleTable();

  // In the order in which they were given. Every answer is one of these: the same characters, not only equal.
  const std::vector<std::string>& paths() const { return paths_; }

  // The file that `import dotted` in `importer` means; "" when it is none of the project's, and for what was
  // installed, unless `importer` is a part of the same package.
  std::string_view resolve(std::string_view dotted, std::string_view importer) const;
  // The file that `from ...module import` with `level` dots means; "" when there is none.
  std::string_view resolve_relative(unsigned level, std::string_view module, std::string_view importer) const;
  // What `from ...module import` with `level` dots means as an absolute name, whether the module is a file of
  // the project or is not written in Python; "" outside of packages.
  std::string absolute_name(unsigned level, std::string_view module, std::string_view importer) const;
  // The file that a path in `from` (a shell script, a settings file) means: beside it, below the root, or the
  // only one whose path ends so; below the root only where it begins with a slash. "" for none.
  std::string_view file_named(std::string_view file, std::string_view from) const;
  // Dotted name of a file from the folder that holds its outermost package.
  std::string dotted_name(std::string_view path) const;
  // The outermost package of a file, or the file itself where it lies in none.
  std::string_view root_of(std::string_view path) const;
  // The installed package, or module, to which a file belongs: its path without a suffix, a view of `path`.
  // "" for the project's own files.
  std::string_view installed_in(std::string_view path) const;
  // The `__init__.py` of every package that is imported before this file, the outermost first.
  std::vector<std::string_view> packages_around(std::string_view path) const;
  static bool is_package(std::string_view path);

 private:
  struct Folder;

  Folder& folder_at(std::string_view path);
  const Folder* folder_of(std::string_view file) const;
  void add_root(std::string_view path, const IsLibrary& is_library);
  void find_installations(const IsLibrary& is_library);
  // Whether what an installation holds under this name is a library to `importer`, which lies in it.
  static bool is_library_to(const Folder& installation, std::string_view name, std::string_view importer);

  std::string_view resolve_from_outside(std::string_view dotted) const;

  std::vector<std::string> paths_;
  std::string folder_;
  IsLibrary is_library_;
  std::vector<std::unique_ptr<Folder>> folders_;
  std::unordered_map<std::string_view, Folder*> by_path_;  // folders
  // First component of a dotted name → the folder in which it can be found; null for a library, and where
  // there are several.
  std::unordered_map<std::string_view, const Folder*> roots_;
};

}  // namespace forklint::program
