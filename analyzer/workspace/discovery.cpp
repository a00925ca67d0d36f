#include "workspace/discovery.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/path.h"
#include "source/native_file.h"
#include "workspace/ignore_rules.h"
#include "workspace/walker.h"

namespace forklint::workspace {
namespace {

class Discoverer {
 public:
  Discoverer(const FileSystem& files, const Project& project, unsigned jobs)
      : files_(files), project_(project), rules_(files, project), jobs_(jobs) {}

  Result<void> add_given(const std::string& given, const std::string& working_directory) {
    const std::string path = files_.resolve(path::join(working_directory, given));
    const FileKind kind = files_.status(path).kind;
    if (kind == FileKind::missing) return fail(given + ": no such file or folder");
    if (kind == FileKind::other) return fail(given + ": neither a file nor a folder");
    const bool is_directory = kind == FileKind::directory;
    if (project_.settings.force_exclude.value_or(false) && rules_.leaves_out_named(path, is_directory))
      return {};
    if (is_directory) {
      walk(path, true);
      walked_.insert(path);
    } else {
      (is_native(path) ? native_reported_ : reported_).insert(path);
    }
    return {};
  }

  Discovered finish() {
    if (!walked_.contains(project_.root)) walk(project_.root, false);
    Discovered result;
    for (const std::string& file : reported_) result.files.push_back(input(file, true));
    for (const std::string& file : context_) {
      if (!reported_.contains(file)) result.files.push_back(input(file, false));
    }
    std::sort(result.files.begin(), result.files.end(),
              [](const InputFile& left, const InputFile& right) { return left.path < right.path; });
    for (const std::string& file : native_reported_) result.native.push_back(input(file, true));
    for (const std::string& file : native_context_) {
      if (!native_reported_.contains(file)) result.native.push_back(input(file, false));
    }
    std::sort(result.native.begin(), result.native.end(),
              [](const InputFile& left, const InputFile& right) { return left.path < right.path; });
    for (const std::string& file : shell_scripts_) result.shell_scripts.push_back(input(file, false));
    for (auto& [key, notice] : notices_) result.notices.push_back(std::move(notice));
    return result;
  }

 private:
  void walk(const std::string& start, bool reported) {
    // What was walked to be reported is no surroundings.
    Walker walker(files_, rules_, project_.root, reported ? std::set<std::string>{} : walked_);
    walker.walk(start, jobs_);
    for (std::string& file : walker.take_found()) (reported ? reported_ : context_).insert(std::move(file));
    for (std::string& file : walker.take_native())
      (reported ? native_reported_ : native_context_).insert(std::move(file));
    for (std::string& file : walker.take_shell_scripts()) shell_scripts_.insert(std::move(file));
    if (!reported) return;
    for (const Notice& notice : walker.take_notices()) {
      notices_.try_emplace({notice.path, notice.text}, notice);
    }
  }

  InputFile input(const std::string& file, bool reported) const {
    return {.path = path::relative_to(file, project_.root).value_or(file),
            .disk_path = file,
            .reported = reported};
  }

  const FileSystem& files_;
  const Project& project_;
  const IgnoreRules rules_;
  const unsigned jobs_;
  std::set<std::string> walked_;  // folders whose files are reported
  std::set<std::string> reported_;
  std::set<std::string> context_;
  std::set<std::string> shell_scripts_;
  std::set<std::string> native_reported_;
  std::set<std::string> native_context_;
  // By path and text: walks may overlap.
  std::map<std::pair<std::string, std::string>, Notice> notices_;
};

}  // namespace

Result<Discovered> discover(const FileSystem& files, const Project& project,
                            const std::vector<std::string>& paths, const std::string& working_directory,
                            unsigned jobs) {
  Discoverer discoverer(files, project, jobs);
  for (const std::string& given : paths) {
    if (Result<void> added = discoverer.add_given(given, working_directory); !added) {
      return tl::unexpected(added.error());
    }
  }
  return discoverer.finish();
}

}  // namespace forklint::workspace
