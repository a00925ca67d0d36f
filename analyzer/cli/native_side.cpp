#include "cli/native_side.h"

#include <algorithm>

#include "base/path.h"
#include "native/comments.h"
#include "native/flags.h"

namespace forklint::cli {
namespace {

// The program that reads C and C++ stands beside this one. It is never looked for anywhere else.
std::string worker_beside(const FileSystem& files) {
  const std::string self = files.resolve("/proc/self/exe");
  std::string worker = path::join(path::parent(self), "forklint-native");
  return files.status(worker).kind == FileKind::file ? worker : "";
}

}  // namespace

NativeSide read_native_side(const Host& host, const workspace::Discovered& discovered,
                            const std::string& root, unsigned jobs) {
  NativeSide side;
  if (discovered.native.empty()) return side;
  native::FrontEndInput input{.root = root, .program = worker_beside(host.files), .jobs = jobs};
  for (const workspace::InputFile& file : discovered.native) {
    input.files.push_back({file.path, file.disk_path, file.reported});
    if (!file.reported) side.context.push_back(file.path);
    side.files_checked += file.reported;
  }
  input.system = native::python_headers(host, root);
  side.result = std::make_shared<native::FrontEndResult>(native::read_code(host.files, input));
  std::ranges::copy_if(side.result->notices, std::back_inserter(side.notices), [&](const Notice& notice) {
    return std::ranges::find(side.context, notice.path) == side.context.end();
  });
  for (const workspace::InputFile& file : discovered.native) {
    if (!file.reported || !std::ranges::binary_search(side.result->read, file.path)) continue;
    if (Result<std::string> bytes = host.files.read(file.disk_path))
      side.sources.push_back(
          std::make_shared<const SourceFile>(file.path, file.disk_path, std::move(*bytes)));
  }
  return side;
}

void add_commented(const NativeSide& side, std::vector<CommentedFile>& files) {
  for (const auto& source : side.sources) {
    CommentedFile file{.source = source.get()};
    for (const Span comment : native::comments_in(source->bytes()))
      file.comments.push_back({comment, source->text(comment)});
    files.push_back(std::move(file));
  }
}

}  // namespace forklint::cli
