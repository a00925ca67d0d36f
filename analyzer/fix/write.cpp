#include "fix/write.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/path.h"

namespace forklint::fix {
namespace {

class Writer {
 public:
  Writer(const std::string& root, FileSystem& files) : root_(root), files_(files) {}

  // Whether the file still is what was analysed, and may be written.
  bool is_ready(const ChangedFile& file) {
    if (!path::is_inside(files_.resolve(file.disk_path), root_))
      return refuse(file, "not fixed: it lies outside of the project");
    const Result<std::string> now = files_.read(file.disk_path);
    if (!now) return refuse(file, "not fixed: " + now.error().message);
    if (*now != file.old_text) return refuse(file, "not fixed: it was changed while forklint ran");
    return true;
  }

  void write(const ChangedFile& file) {
    const bool has_other_names = files_.status(file.disk_path).links > 1;
    const Result<void> written = has_other_names ? files_.overwrite(file.disk_path, file.new_text)
                                                 : files_.write(file.disk_path, file.new_text);
    if (!written) {
      refuse(file, "not fixed: " + written.error().message);
      return;
    }
    result_.paths.push_back(file.path);
    if (has_other_names)
      result_.notices.push_back({Notice::Kind::note, file.path, 0,
                                 "written in place, because the file has other names (hard links)"});
  }

  Written take() { return std::move(result_); }

 private:
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
  // Files that belong together: a look at all of them before the first is touched.
  std::vector<const ChangedFile*> ready;
  for (const ChangedFile& file : changed) {
    if (writer.is_ready(file)) ready.push_back(&file);
  }
  for (const ChangedFile* file : ready) writer.write(*file);
  return writer.take();
}

}  // namespace forklint::fix
