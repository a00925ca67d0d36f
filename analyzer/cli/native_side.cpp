#include "cli/native_side.h"

#include <algorithm>

#include "base/path.h"
#include "base/word.h"
#include "cli/native_names.h"
#include "native/comments.h"
#include "native/flags.h"
#include "source/native_file.h"

namespace forklint::cli {
namespace {

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

std::optional<native::FactCache> cache_of(const Host& host, const CheckOptions& options,
                                          const std::string& program) {
  const std::string folder = options.cache_dir.empty()
                                 ? native::user_cache_folder(host)
                                 : path::join(host.working_directory, options.cache_dir);
  if (options.no_cache || folder.empty()) return std::nullopt;
  return std::make_optional<native::FactCache>(host.files, folder, program);
}

// By the texts of the Python files that were asked for: it may see too much.
bool name_any(const FileSystem& files, const workspace::Discovered& discovered,
              const std::vector<std::string>& modules) {
  return std::ranges::any_of(discovered.files, [&](const workspace::InputFile& file) {
    if (!file.reported) return false;
    const Result<std::string> text = files.read(file.disk_path);
    return text && std::ranges::any_of(
                       modules, [&](const std::string& module) { return text::holds_word(*text, module); });
  });
}

native::FrontEndInput front_end_input(const Host& host, const NativeInput& input, const FileSystem& files) {
  const std::string& root = input.project.root;
  native::FrontEndInput front{
      .root = root, .program = host.native_worker, .replaced = input.replaced, .jobs = input.jobs};
  for (const workspace::InputFile& file : input.discovered.native)
    front.files.push_back({file.path, file.disk_path, file.reported});
  front.system = native::python_headers(host, root);
  front.imports_any = [&](const std::vector<std::string>& modules) {
    return name_any(files, input.discovered, modules);
  };
  return front;
}

// Of a result that may be whole or not.
NativeSide side_of(native::FrontEndResult result, const FileSystem& files,
                   const workspace::Discovered& discovered) {
  NativeSide side;
  side.result = std::make_shared<native::FrontEndResult>(std::move(result));
  for (const workspace::InputFile& file : discovered.native) {
    side.files_checked += file.reported;
    if (!file.reported) side.context.push_back(file.path);
    if (!file.reported || !std::ranges::binary_search(side.result->read, file.path)) continue;
    if (Result<std::string> bytes = files.read(file.disk_path)) {
      side.sources.push_back(
          std::make_shared<const SourceFile>(file.path, file.disk_path, std::move(*bytes)));
    }
  }
  std::ranges::copy_if(side.result->notices, std::back_inserter(side.notices), [&](const Notice& notice) {
    return std::ranges::find(side.context, notice.path) == side.context.end();
  });
  return side;
}

}  // namespace

bool holds_any(const workspace::Discovered& discovered, const fix::Texts& texts) {
  return std::ranges::any_of(
      discovered.native, [&](const workspace::InputFile& file) { return texts.contains(file.disk_path); });
}

Result<NativeSide> read_native_side(const Host& host, const NativeInput& input) {
  const std::string& root = input.project.root;
  const std::string& build_dir = input.options.build_dir;
  if (input.discovered.native.empty() && build_dir.empty()) return NativeSide{};
  std::vector<Notice> notices;
  const Result<std::optional<native::CompileDatabase>> found = database_of(host, root, build_dir, notices);
  if (!found) return tl::unexpected(found.error());
  const std::optional<native::CompileDatabase>& database = *found;
  const fix::Texts nothing;
  const fix::OverlayFileSystem files(host.files, input.replaced == nullptr ? nothing : *input.replaced);
  native::FrontEndInput front = front_end_input(host, input, files);
  front.database = database ? &*database : nullptr;
  const std::optional<native::FactCache> cache = cache_of(host, input.options, front.program);
  front.cache = cache ? &*cache : nullptr;
  if (input.so_far != nullptr) {
    front.progress = &input.so_far->progress;
    front.after_unit = [&](const std::function<native::FrontEndResult()>& read) {
      if (input.meanwhile && input.so_far->is_due())
        input.meanwhile(side_of(read(), files, input.discovered));
    };
  }
  native::FrontEndResult result = native::read_code(files, front);
  std::vector<catalog::NativeRecord> names = name_native_forks(result.code, files, input.discovered, root);
  NativeSide side = side_of(std::move(result), files, input.discovered);
  side.names = std::move(names);
  side.notices.insert(side.notices.begin(), notices.begin(), notices.end());
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
