// From C and C++ files to linked units: which of them can matter, with which flags, read by workers.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/host.h"
#include "base/progress.h"
#include "finding/finding.h"
#include "native/code.h"
#include "native/compile_database.h"
#include "native/fact_cache.h"
#include "native/protocol.h"

namespace forklint::native {

struct NativeFile {
  std::string path;       // as reports name it
  std::string disk_path;  // absolute
  bool reported = true;   // false: it was not asked for, and counts only where Python leads to it
};

struct ReaderLimits {
  unsigned megabytes = 4096;  // of address space, 512 of them for the stack
  unsigned seconds = 60;      // for one unit
};

struct FrontEndResult {
  NativeCode code;
  std::vector<Notice> notices;
  std::vector<std::string> read;  // paths of files that took part, sorted
  bool complete = true;           // false when a unit could not be read at all
};

struct FrontEndInput {
  std::string root;
  std::string program;              // that knows kWorkerOption; "" where this build reads no C and C++
  std::vector<NativeFile> files;    // sources and headers, sorted by path
  std::vector<std::string> system;  // folders of headers beside the project's: Python's, of packages
  const CompileDatabase* database = nullptr;  // null for none; outlives the call
  const FactCache* cache = nullptr;           // null for none; outlives the call
  const ReplacedTexts* replaced = nullptr;  // null for none; as the file system shows them; outlives the call
  // Whether the Python files that are looked at may import one of these modules. Where they import one of
  // the project's, units that were not asked for are read, some of them; else only what is in the cache is
  // used.
  std::function<bool(const std::vector<std::string>& modules)> imports_any =
      [](const std::vector<std::string>&) { return false; };
  ReaderLimits limits;
  unsigned jobs = 1;
  Progress* progress = nullptr;  // null: nobody looks
  // Called whenever a unit was read, by one thread at a time. What it is given makes a result of all that
  // were read so far, which takes time.
  std::function<void(const std::function<FrontEndResult()>& so_far)> after_unit = nullptr;
};

FrontEndResult read_code(const FileSystem& files, const FrontEndInput& input);

}  // namespace forklint::native
