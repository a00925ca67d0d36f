#include "cli/native_side.h"

#include <algorithm>

#include "base/path.h"
#include "cli/native_names.h"
#include "native/comments.h"
#include "native/flags.h"
#include "source/native_file.h"

namespace forklint::cli {
namespace {

// The program that reads C and C++ stands beside this one. It is never looked for anywhere else.
std::string worker_beside(const FileSystem& files) {
  const std::string self = files.resolve("/proc/self/exe");
  std::string worker = path::join(path::parent(self), "forklint-native");
  return files.status(worker).kind == FileKind::file ? worker : "";
}

// One that was asked for must be there and be right. One that was found and is broken is said, and done
// without.
Result<std::optional<native::CompileDatabase>> database_of(const Host& host, const std::string& root,
                                                           const std::string& build_dir,
                                                           std::vector<Notice>& notices) {
  const std::string given =
      path::join(path::join(host.working_directory, build_dir), "compile_commands.json");
  const std::optional<std::string> file =
      build_dir.empty() ? native::find_database(host.files, root) : std::optional(given);
  if (!file) return std::nullopt;
  Result<native::CompileDatabase> database = native::CompileDatabase::read(host.files, *file, root);
  if (database) return std::move(*database);
  if (!build_dir.empty()) return tl::unexpected(database.error());
  notices.push_back({Notice::Kind::error, path::relative_to(*file, root).value_or(*file), 0,
                     database.error().message + "; the flags of C and C++ files are guessed"});
  return std::nullopt;
}

}  // namespace

Result<NativeSide> read_native_side(const Host& host, const workspace::Discovered& discovered,
                                    const workspace::Project& project, const std::string& build_dir,
                                    unsigned jobs, Progress* progress) {
  const std::string& root = project.root;
  NativeSide side;
  // A unit costs seconds and nothing is kept between runs: only those that were asked for are read.
  const bool is_asked =
      std::ranges::any_of(discovered.native, [](const auto& file) { return file.reported; });
  if (!is_asked && build_dir.empty()) return side;
  Result<std::optional<native::CompileDatabase>> database = database_of(host, root, build_dir, side.notices);
  if (!database) return tl::unexpected(database.error());
  native::FrontEndInput input{
      .root = root, .program = worker_beside(host.files), .jobs = jobs, .progress = progress};
  for (const workspace::InputFile& file : discovered.native) {
    if (file.reported || is_native_header(file.path))
      input.files.push_back({file.path, file.disk_path, file.reported});
    if (!file.reported) side.context.push_back(file.path);
    side.files_checked += file.reported;
  }
  input.database = *database ? &**database : nullptr;
  input.system = native::python_headers(host, root);
  auto result = std::make_shared<native::FrontEndResult>(native::read_code(host.files, input));
  side.records = name_native_forks(result->code, host.files, discovered, root,
                                   project.settings.catalog_prefix, project.settings.catalog_text);
  side.result = std::move(result);
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
