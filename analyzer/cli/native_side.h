// The C and C++ files of a run: read at its beginning, and again where a fix changes one of them.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/host.h"
#include "catalog/catalog.h"
#include "cli/options.h"
#include "cli/so_far.h"
#include "finding/suppression.h"
#include "fix/overlay.h"
#include "native/front_end.h"
#include "workspace/discovery.h"
#include "workspace/settings.h"

namespace forklint::cli {

struct NativeSide {
  // Never null: the program refers to its code.
  std::shared_ptr<const native::FrontEndResult> result = std::make_shared<native::FrontEndResult>();
  std::vector<std::shared_ptr<const SourceFile>> sources;  // that were read and are reported on
  std::vector<std::string> context;                        // paths that are not reported on
  std::vector<Notice> notices;
  std::uint64_t files_checked = 0;
  std::vector<catalog::NativeRecord> names;  // by which Python calls what forks
};

struct NativeInput {
  const workspace::Discovered& discovered;
  const workspace::Project& project;
  const CheckOptions& options;
  unsigned jobs = 1;
  SoFar* so_far = nullptr;  // null: nobody waits
  // Given what was read until then, whenever `so_far` is due.
  std::function<void(NativeSide)> meanwhile = nullptr;
  const fix::Texts* replaced = nullptr;  // null for none; what is read instead of the disk
};

// Units that were not asked for are read where Python that is looked at imports a module of the project which
// is not written in Python, and taken from the cache where they are there. Fails where a build folder was
// named and has no compilation database.
Result<NativeSide> read_native_side(const Host& host, const NativeInput& input);

// Whether one of these is among them.
bool holds_any(const workspace::Discovered& discovered, const fix::Texts& texts);

// Their comments, for suppressions.
void add_commented(const NativeSide& side, std::vector<CommentedFile>& files);

}  // namespace forklint::cli
