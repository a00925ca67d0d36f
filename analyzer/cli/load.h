// From paths to parsed modules: every file is searched, few are parsed.
#pragma once

#include <memory>
#include <vector>

#include "base/host.h"
#include "catalog/catalog.h"
#include "finding/finding.h"
#include "program/modules.h"
#include "workspace/discovery.h"

namespace forklint::cli {

struct Loaded {
  std::vector<std::unique_ptr<program::Module>> modules;  // sorted by path
  program::ModuleTable table;                             // of all files, parsed or not
  std::vector<Notice> notices;
  std::uint64_t files_checked = 0;  // those that are reported on
};

struct LoadLimits {
  std::uint64_t max_bytes = 2'000'000;
  // For tests: parsing only what is needed must give the same findings.
  bool parse_everything = false;
};

// Parses the files that hold a word of the catalog and can have a use for it, and on demand what these need
// and what uses them (demand.h). `extra` are files already in memory.
Loaded load(const FileSystem& files, const std::vector<workspace::InputFile>& inputs,
            std::vector<std::unique_ptr<const SourceFile>> extra, const catalog::Catalog& catalog,
            const LoadLimits& limits, unsigned jobs);

}  // namespace forklint::cli
