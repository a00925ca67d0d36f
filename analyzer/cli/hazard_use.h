// What a file that is not parsed may do that is dangerous for a later fork: start threads, hold locks, touch
// an accelerator. By the names that it imports and mentions, and by its top level as its indentation shows
// it.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "cli/vocabulary.h"
#include "workspace/prefilter.h"

namespace forklint::cli {

// It errs to more, but for what an import runs: that is seen one call deep.
struct HazardUse {
  using Names = std::set<std::string, std::less<>>;

  bool at_import = false;  // whoever imports the file does it
  Names names;             // functions, classes and values of the top level that bring it
  Names direct;            // those of them that spell a hazard of the catalog themselves
  Names locks;             // those that hold a lock, which matters to who holds it around a fork

  // Takes in all that a module brings whose members this one can reach.
  void add(const HazardUse& imported);
  // Takes in one name of it, which is `local` here.
  void add(const HazardUse& imported, std::string_view name, std::string_view local);
};

// `imported`: what the modules of the project that the file imports bring, under the names that it has here.
HazardUse hazard_use(std::string_view bytes, const workspace::ScannedImports& imports,
                     const Vocabulary& vocabulary, const HazardUse& imported);

// Whether the text mentions one of the names as a word.
bool mentions_any(std::string_view text, const HazardUse::Names& names);

}  // namespace forklint::cli
