// What a parsed module offers to others: the names by which a file that holds no word of the catalog can
// still create processes, or decide whether and how another file does.
//
// A name is offered when it is
//   * something of a library that leads to processes (`from compat import mp`), a context, a partial, a table
//     of such things, or a class derived from one;
//   * a function that returns any of these;
//   * a function or a class with a parameter that decides: a caller's argument becomes the `num_workers` of a
//     loader, the method of a context, or the argument of another such function, through any number of local
//     names and attributes of self;
//   * what another module offers and this one imports.
// A function that merely creates processes is not offered: the finding stands where it creates them, and no
// caller changes it. To follow whole programs, a function that calls what leads to a site would be one more
// kind of thing here; the way from the offer to the files that use it stays the same.
//
// Found from the syntax by names and identities. It errs to more, but for what nothing here follows: values
// put into containers or attributes of other objects and taken out elsewhere, names made by setattr,
// globals() or a module's __getattr__, and what a function does with a class that is handed to it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "cli/file_id.h"
#include "cli/vocabulary.h"
#include "python/module.h"

namespace forklint::cli {

struct Offer {
  // The qualified name, if it is something of a library.
  std::string stands_for;
  // Whether calling it gives something of which a use can be a site.
  bool gives = false;
  // Parameters that decide, and where they stand among the positional arguments of a caller.
  std::vector<std::string> deciding;
  std::vector<std::size_t> deciding_positions;
  bool every_argument_decides = false;
  // Where a re-export comes from.
  FileName from;

  bool operator==(const Offer&) const = default;
};

using Offers = std::map<std::string, Offer, std::less<>>;

// What the rest of the project answers to a module.
class Neighbours {
 public:
  virtual ~Neighbours() = default;
  // The file that `import dotted`, or `from` with `level` dots, means in this module; kNoFile for none.
  virtual FileId file_of(unsigned level, std::string_view dotted) const = 0;
  // A module of this package.
  virtual FileId submodule(FileId package, std::string_view name) const = 0;
  // The absolute name of what a relative import means, if it leads to what is not written in Python; else "".
  virtual std::string native_name(unsigned level, std::string_view module) const = 0;
  // What that file offers under the name, and all that it offers; null for nothing.
  virtual const Offer* offer(FileId file, std::string_view name) const = 0;
  virtual const Offers* offers(FileId file) const = 0;
};

struct ModuleOffers {
  // "*" for names that a star import of a library brings.
  Offers offers;
  // Offers of others that the module uses: it can't be understood without the files on their way.
  std::vector<FileName> uses;
  // Names of other modules whose values decide what happens in this one: `num_workers=config.WORKERS`.
  std::vector<FileName> values;
};

ModuleOffers offers_of(const python::PythonModule& module, const Vocabulary& vocabulary,
                       const Neighbours& neighbours);

// Names of other modules on which the value of this module's name depends.
std::vector<FileName> values_behind(std::string_view name, const python::PythonModule& module,
                                    const Vocabulary& vocabulary, const Neighbours& neighbours);

}  // namespace forklint::cli
