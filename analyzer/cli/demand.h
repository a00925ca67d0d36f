// Which files without a word of the catalog must be parsed: those that use by name what parsed modules offer
// (offers.h), the files through which such a name is passed on, and those whose values decide.
//
// What is known of a file that is not parsed is what its imports say (workspace/prefilter.h). A re-export
// (`from .data import make_pool` in an __init__.py) is followed by that alone; the file is parsed only when
// somebody uses the name. Seen are chains of imports, star imports and attributes of imported modules
// (`import pkg`, `pkg.data.make_pool()`); not seen are modules under another name than that of their import
// (`m = pkg.data`, getattr, __getattr__ of a module).
//
// The work is bounded by the names that are offered: each round takes in what the last one found, offers only
// grow, and there are no more of them than names that are defined or imported.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "cli/offers.h"
#include "program/modules.h"
#include "workspace/prefilter.h"

namespace forklint::cli {

// An import that leads to a file of the project, in as little memory as possible: there are millions.
struct Link {
  // Instead of a file: the import binds a name that leads to processes to this one.
  static constexpr FileId kLibrary = kNoFile - 1;

  FileId target;
  std::uint32_t name;  // its hash; or
  static constexpr std::uint32_t kModule = 0;
  static constexpr std::uint32_t kStar = 1;
};

using Links = std::vector<Link>;

class Demand {
 public:
  using Read = std::function<Result<std::string>(FileId)>;

  // `table` and `vocabulary` outlive it.
  Demand(const program::ModuleTable& table, const Vocabulary& vocabulary, Read read);

  // What the imports of a file lead to. Safe to call from several threads.
  Links links_of(FileId file, const workspace::ScannedImports& imports) const;
  void set_links(FileId file, Links links) { links_[file] = std::move(links); }
  // Whether a file that holds a word of the catalog can have a use for it: it imports something that leads to
  // processes, and uses that or can pass it on. Else it is a file like those without. Needs no other file.
  bool uses_library(std::string_view bytes, const workspace::ScannedImports& imports) const;
  // The same where modules of the project pass on what they import; needs all links. The names on the way.
  std::vector<FileName> library_names_used(FileId file, std::string_view bytes) const;
  void add_values(const std::vector<FileName>& names);
  void set_parsed(FileId file, const python::PythonModule& module) { modules_[file] = &module; }

  // Parsed modules that may offer more, or know more of what they import, than when last looked at.
  std::vector<FileId> take_modules();
  ModuleOffers look_at_module(FileId file) const;
  void add(FileId file, ModuleOffers found);

  // Files that are not parsed and import what was offered since the last call.
  std::vector<FileId> take_candidates();
  struct Look {
    Offers passed_on;
    std::vector<FileName> uses;
  };
  Look look_at_text(FileId file, std::string_view bytes) const;
  void add(FileId file, Look look);

  // Files that are not parsed and use one of these names, which are functions and classes of parsed modules.
  // `look` adds what the texts of candidates say.
  using LookAt = std::function<void(const std::vector<FileId>&)>;
  std::vector<FileId> users_of(const std::vector<FileName>& names, const LookAt& look);
  // The offered names that a file was seen to use.
  const std::set<std::string, std::less<>>& used_by(FileId file) const;
  // False for a file that was asked for before.
  bool ask_for(FileId file);
  std::vector<FileId> imported_by(FileId file) const;
  // The files of the project that an import of `file` speaks of, and the one name of each that it takes;
  // null: it binds the module, or takes all that it has.
  struct Imported {
    FileId file;
    const workspace::ImportedName* name = nullptr;
  };
  std::vector<Imported> files_behind(FileId file, const workspace::ScannedImport& import,
                                     const workspace::ScannedImports& imports) const;
  // By where the table keeps the path, and by its characters.
  FileId id_of(std::string_view path) const;
  FileId file_at(std::string_view path) const;

  // Files to parse now; each is named once. Also follows the values that decide.
  std::vector<FileId> take_wanted();

 private:
  class View;

  std::string_view path_of(FileId file) const { return table_.paths()[file]; }
  FileId file_of(FileId importer, unsigned level, std::string_view dotted) const;
  FileId submodule(FileId package, std::string_view name) const;
  const Offer* offer(FileId file, std::string_view name) const;
  bool is_used(const Offer& offer, workspace::Mentions::Chain rest) const;
  bool is_used(FileId module, workspace::Mentions::Chain chain, std::vector<FileName>& uses) const;
  void look_at_import(FileId file, const workspace::ScannedImport& import,
                      const workspace::Mentions& mentions, Look& look) const;
  void look_at_names(FileId file, const workspace::ScannedImport& import,
                     const workspace::ScannedImports& imports, const workspace::Mentions& mentions,
                     Look& look) const;
  void pass_on(FileName from, std::string_view local, const Offer& offer, const workspace::Mentions& mentions,
               Look& look) const;
  void add_offers(FileId file, Offers offers);
  bool is_library_name(FileId file, std::uint32_t name, unsigned depth = 0) const;
  bool reaches_news(FileId file) const;
  void need(const FileName& name);
  void follow_values();
  bool can_bind(const FileName& name) const;

  const program::ModuleTable& table_;
  const Vocabulary& vocabulary_;
  const Read read_;
  std::unordered_map<const char*, FileId> ids_;  // by where the table keeps the path
  std::vector<FileId> packages_;                 // of each file: the __init__.py around it
  std::vector<Links> links_;
  std::vector<const python::PythonModule*> modules_;  // null: not parsed
  std::vector<Offers> offers_;
  std::vector<bool> asked_for_;
  std::set<FileName> needed_;
  std::set<FileName> values_;
  std::vector<FileName> open_values_;
  std::unordered_map<FileId, std::set<std::string, std::less<>>> used_by_;
  std::vector<FileId> new_modules_;
  std::vector<FileId> wanted_;
  // What was offered in this round.
  std::vector<bool> news_of_file_;
  std::vector<bool> news_below_;  // in a file, or in one of the package whose __init__.py it is
  std::unordered_set<std::uint64_t> news_;
};

}  // namespace forklint::cli
