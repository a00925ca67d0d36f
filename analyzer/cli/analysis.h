// One run over the project: what is chosen once for all of them, and what comes out of each.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "base/host.h"
#include "catalog/catalog.h"
#include "cli/load.h"
#include "cli/native_side.h"
#include "cli/options.h"
#include "cli/select.h"
#include "cli/so_far.h"
#include "finding/run_result.h"
#include "fix/overlay.h"
#include "workspace/discovery.h"

namespace forklint::cli {

// What the C and C++ files say, and the catalog with the names by which Python calls them.
struct Ground {
  NativeSide native;
  std::optional<catalog::Catalog> extended;

  const catalog::Catalog& catalog() const { return extended ? *extended : catalog::Catalog::builtin(); }
};

// Owns everything that its RunResult refers to.
struct Analysed {
  std::shared_ptr<const Ground> ground;
  std::unique_ptr<const fix::Texts> replaced;
  std::unique_ptr<fix::OverlayFileSystem> files;
  std::unique_ptr<Loader> loader;
  std::unique_ptr<const program::Program> program;
  std::shared_ptr<const SourceLookup> sources;
  RunResult run;
  // Takes back what was published of it, before what that refers to ends.
  std::shared_ptr<const void> publication;
};

// Of a project in which nothing was found, not even files.
RunResult empty_run(const std::string& root, const std::string& working_directory);

// What '-' reads, under the name that it was given.
struct StandardInput {
  std::string path;
  std::string disk_path;
  std::string text;
};

class Analyser {
 public:
  // Reads settings, looks for files. Fails on what the user has to mend first.
  // `options` and `host` outlive it, and so does `so_far`, where somebody waits.
  static Result<Analyser> prepare(const CheckOptions& options, Host& host, SoFar* so_far = nullptr);

  // The project on the disk, with some texts replaced. Its files are those that were found before; those in C
  // and C++ are read again where one of them is replaced. May be called again; `files` outlives the result.
  Analysed analyse(FileSystem& files, fix::Texts replaced = {}, SoFar* so_far = nullptr) const;

  const workspace::Project& project() const { return project_; }
  const workspace::Settings& settings() const { return project_.settings; }
  const std::optional<StandardInput>& standard_input() const { return standard_input_; }
  // Whether a file is among those that the user named.
  bool is_reported(const std::string& path) const;

 private:
  Result<void> find_inputs(const CheckOptions& options, Host& host);
  Result<Ground> read_ground(const fix::Texts& replaced, SoFar* so_far,
                             const std::function<void(NativeSide)>& meanwhile) const;
  std::shared_ptr<const Ground> ground_with(const fix::Texts& replaced) const;
  RunResult result_of(const program::Program& program, const NativeSide& native) const;
  // What is known when everything is loaded; `sources` outlives the result.
  RunResult describe(const program::Program& program, const Ground& ground, const Loaded& loaded,
                     const FileSystem& files, const SourceLookup& sources) const;
  void begin(const CheckOptions& options, const Host& host, SoFar& so_far);
  void publish(const program::Program& program, const Ground& ground, const Loaded& loaded,
               const FileSystem& files, SoFar& so_far) const;
  // What is found in C and C++ by what was read of it so far.
  void publish(NativeSide native, FileSystem& files, SoFar& so_far) const;
  std::vector<std::unique_ptr<const SourceFile>> extra_sources(const fix::Texts& replaced) const;

  const CheckOptions* options_ = nullptr;
  const Host* host_ = nullptr;
  workspace::Project project_;
  Selector selector_;
  Target target_;
  workspace::Discovered discovered_;
  std::vector<workspace::DeclaredEntry> declared_;  // where the project says that it begins
  std::optional<StandardInput> standard_input_;
  std::shared_ptr<const Ground> ground_;  // as everything is on the disk
  std::string working_directory_;
  unsigned jobs_ = 1;
  std::function<Result<void>(RunResult&)> narrow_;  // to what is asked for of a run that is not complete
};

}  // namespace forklint::cli
