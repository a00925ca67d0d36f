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
#include "cli/import_links.h"
#include "cli/offers.h"
#include "workspace/prefilter.h"

namespace forklint::cli {

class Demand {
 public:
  using Read = std::function<Result<std::string>(FileId)>;

  // `links` and `vocabulary` outlive it; the links must be set before anything is looked at.
  Demand(const ImportLinks& links, const Vocabulary& vocabulary, Read read);

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

  // Files to parse now; each is named once. Also follows the values that decide.
  std::vector<FileId> take_wanted();

 private:
  class View;

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
  bool reaches_news(FileId file) const;
  void need(const FileName& name);
  void follow_values();
  bool can_bind(const FileName& name) const;

  const ImportLinks& links_;
  const Vocabulary& vocabulary_;
  const Read read_;
  std::vector<FileId> packages_;                      // of each file: the __init__.py around it
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
