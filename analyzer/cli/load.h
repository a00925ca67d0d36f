// From paths to parsed modules: every file is searched, few are parsed.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/host.h"
#include "base/progress.h"
#include "catalog/catalog.h"
#include "finding/finding.h"
#include "program/program.h"
#include "workspace/discovery.h"

namespace forklint::cli {

struct Loaded {
  std::vector<std::unique_ptr<program::Module>> modules;  // sorted by path
  std::vector<Notice> notices;
  std::uint64_t files_checked = 0;  // those that are reported on
};

struct LoadLimits {
  std::uint64_t max_bytes = 2'000'000;
  // For tests: parsing only what is needed must give the same findings.
  bool parse_everything = false;
};

class Loader {
 public:
  // `files`, `inputs`, `catalog` and `progress` outlive it; `folder` is the name of the project's own one.
  Loader(const FileSystem& files, const std::vector<workspace::InputFile>& inputs,
         const catalog::Catalog& catalog, const LoadLimits& limits, unsigned jobs,
         Progress* progress = nullptr, std::string folder = {});
  ~Loader();

  // Of all files, parsed or not.
  const program::ModuleTable& table() const;
  // Parses the files that hold a word of the catalog and can have a use for it, and on demand what these need
  // and what uses them (demand.h). `extra` are files already in memory. Once.
  Loaded load(std::vector<std::unique_ptr<const SourceFile>> extra);
  // Whether another file, parsed or not, imports the one at a path.
  bool is_imported(std::string_view path) const;
  // Parses what a program that was linked from all that is loaded asks for: files that its forks'
  // surroundings run and that may bring a hazard, and files that use what leads to a fork. Empty when nothing
  // is left.
  Loaded load_more(const program::Unread& unread);

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

// Links what is loaded, reads what the program asks for then, and links again until nothing is left. `input`
// says everything but the modules; the notices of what is read join those of `loaded`. `linked` sees each
// program that is not the last; its modules stay where they are.
program::Program link_all(Loader& loader, Loaded& loaded, program::ProgramInput input,
                          const catalog::Catalog& catalog,
                          const std::function<void(const program::Program&)>& linked = {});

}  // namespace forklint::cli
