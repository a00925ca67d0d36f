#include "fix/write.h"

#include <fmt/format.h>

#include <map>

#include "base/path.h"

namespace forklint::fix {
namespace {

class Writer {
 public:
  Writer(const std::string& root, FileSystem& files) : root_(root), files_(files) {}

  // All of them or none: half of a fix may be worse than no fix.
  void write_together(const std::vector<const ChangedFile*>& group) {
    const ChangedFile* unready = nullptr;
    for (const ChangedFile* file : group) {
      if (!is_ready(*file) && unready == nullptr) unready = file;
    }
    if (unready != nullptr) return leave_others(group, *unready);
    for (std::size_t done = 0; done < group.size(); ++done) {
      const Result<void> written = put(*group[done], group[done]->new_text);
      if (written) continue;
      refuse(*group[done], "not fixed: " + written.error().message);
      for (std::size_t i = 0; i < done; ++i) take_back(*group[i]);
      return leave_others(group, *group[done]);
    }
    for (const ChangedFile* file : group) count(*file);
  }

  Written take() { return std::move(result_); }

 private:
  // Whether the file still is what was analysed, and may be written.
  bool is_ready(const ChangedFile& file) {
    if (!path::is_inside(files_.resolve(file.disk_path), root_))
      return refuse(file, "not fixed: it lies outside of the project");
    const Result<std::string> now = files_.read(file.disk_path);
    if (!now) return refuse(file, "not fixed: " + now.error().message);
    if (*now != file.old_text) return refuse(file, "not fixed: it was changed while forklint ran");
    return true;
  }

  bool has_other_names(const ChangedFile& file) const { return files_.status(file.disk_path).links > 1; }

  Result<void> put(const ChangedFile& file, const std::string& text) {
    return has_other_names(file) ? files_.overwrite(file.disk_path, text)
                                 : files_.write(file.disk_path, text);
  }

  void take_back(const ChangedFile& file) {
    const Result<void> restored = put(file, file.old_text);
    if (!restored) refuse(file, "changed, and can't be put back: " + restored.error().message);
  }

  void leave_others(const std::vector<const ChangedFile*>& group, const ChangedFile& cause) {
    for (const ChangedFile* file : group) {
      if (file != &cause) refuse(*file, fmt::format("not fixed: a fix of {} changes it, too", cause.path));
    }
  }

  void count(const ChangedFile& file) {
    result_.paths.push_back(file.path);
    if (has_other_names(file)) {
      result_.notices.push_back({Notice::Kind::note, file.path, 0,
                                 "written in place, because the file has other names (hard links)"});
    }
  }

  bool refuse(const ChangedFile& file, std::string why) {
    result_.notices.push_back({Notice::Kind::error, file.path, 0, std::move(why)});
    return false;
  }

  const std::string& root_;
  FileSystem& files_;
  Written result_;
};

}  // namespace

Written write_files(const std::vector<ChangedFile>& changed, const std::string& root, FileSystem& files) {
  Writer writer(root, files);
  std::map<std::string, std::vector<const ChangedFile*>> groups;
  for (const ChangedFile& file : changed) {
    groups[file.together.empty() ? file.path : file.together].push_back(&file);
  }
  for (const auto& [leader, group] : groups) writer.write_together(group);
  return writer.take();
}

}  // namespace forklint::fix
