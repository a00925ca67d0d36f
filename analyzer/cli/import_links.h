// What the imports of the files lead to, parsed or not: other files of the project, and libraries that create
// processes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "cli/file_id.h"
#include "cli/vocabulary.h"
#include "program/modules.h"
#include "workspace/prefilter.h"

namespace forklint::cli {

// One of them, in as little memory as possible: there are millions.
struct Link {
  // Instead of a file: the import binds a name that leads to processes to this one.
  static constexpr FileId kLibrary = kNoFile - 1;

  FileId target;
  std::uint32_t name;  // its hash; or
  static constexpr std::uint32_t kModule = 0;
  static constexpr std::uint32_t kStar = 1;
};

using Links = std::vector<Link>;

// "*" is Link::kStar.
std::uint32_t hash_of_name(std::string_view name);

class ImportLinks {
 public:
  // Both outlive it.
  ImportLinks(const program::ModuleTable& table, const Vocabulary& vocabulary);

  std::size_t size() const { return links_.size(); }  // of all files
  std::string_view path_of(FileId file) const { return table_.paths()[file]; }
  // By where the table keeps the path, and by its characters.
  FileId id_of(std::string_view path) const;
  FileId file_at(std::string_view path) const;
  // What a name with so many dots before it means in a file; kNoFile outside of the project.
  FileId file_of(FileId importer, unsigned level, std::string_view name) const;
  FileId submodule(FileId package, std::string_view name) const;
  // The module that `from ... import name` may bind; `module`: what stands before `import`.
  FileId module_named(FileId importer, const workspace::ScannedImport& import, FileId module,
                      std::string_view name) const;

  // The absolute name of what a relative import means, if it leads to what is not written in Python; else "".
  std::string native_name(FileId importer, unsigned level, std::string_view module) const;

  // Safe to call from several threads, as all that is const.
  Links links_of(FileId file, const workspace::ScannedImports& imports) const;
  void set(FileId file, Links links) { links_[file] = std::move(links); }
  const Links& of(FileId file) const { return links_[file]; }
  // Without repetitions.
  std::vector<FileId> imported_by(FileId file) const;
  // Whether another file imports it.
  bool is_imported(FileId file) const;
  // The files of the project that an import of `file` speaks of, and the one name of each that it takes;
  // null: it binds the module, or takes all that it has.
  struct Imported {
    FileId file{};
    const workspace::ImportedName* name = nullptr;
  };
  std::vector<Imported> files_behind(FileId file, const workspace::ScannedImport& import,
                                     const workspace::ScannedImports& imports) const;

  // Whether a file that holds a word of the catalog can have a use for it: it imports something that leads to
  // processes, and uses that or can pass it on. Else it is a file like those without. Needs no other file.
  bool uses_library(FileId file, std::string_view bytes, const workspace::ScannedImports& imports) const;
  // The same where modules of the project pass on what they import; needs all links. The names on the way.
  std::vector<FileName> library_names_used(FileId file, std::string_view bytes) const;

 private:
  // As an absolute name; "" for a relative import of Python code.
  std::string imported_from(FileId importer, const workspace::ScannedImport& import) const;
  bool is_library_name(FileId file, std::uint32_t name, unsigned depth = 0) const;

  const program::ModuleTable& table_;
  const Vocabulary& vocabulary_;
  std::unordered_map<const char*, FileId> ids_;  // by where the table keeps the path
  std::vector<Links> links_;
};

}  // namespace forklint::cli
