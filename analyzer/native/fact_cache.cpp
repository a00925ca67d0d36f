#include "native/fact_cache.h"

#include <fmt/format.h>
#include <xxhash.h>

#include "base/path.h"
#include "base/version.h"

namespace forklint::native {

std::string content_hash(std::string_view text) {
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

FactCache::FactCache(FileSystem& files, std::string folder, const std::string& program)
    : files_(files), folder_(std::move(folder)) {
  // A reader that was built anew has the same version while it is worked on.
  const FileStatus status = files_.status(program);
  reader_ = fmt::format("{} {} {}", kVersion, status.size, status.inode);
}

std::string FactCache::file_of(const UnitRequest& request) const {
  return path::join(folder_, "native/" + content_hash(request.root + '\n' + request.path) + ".json");
}

// The first line of the file; the check of what follows it comes behind.
std::string FactCache::mark_of(const UnitRequest& request, std::string_view content) const {
  return "forklint " + content_hash(reader_ + '\n' + to_text(request) + '\n' + std::string(content)) + ' ';
}

bool FactCache::knows(const UnitRequest& request) const {
  return files_.status(file_of(request)).kind == FileKind::file;
}

std::optional<NativeUnit> FactCache::find(const UnitRequest& request, std::string_view content) const {
  const Result<std::string> kept = files_.read(file_of(request));
  const std::string mark = mark_of(request, content);
  if (!kept || !kept->starts_with(mark)) return std::nullopt;
  const std::size_t end = kept->find('\n');
  if (end == std::string::npos) return std::nullopt;
  const std::string_view body = std::string_view(*kept).substr(end + 1);
  if (std::string_view(*kept).substr(mark.size(), end - mark.size()) != content_hash(body))
    return std::nullopt;
  Result<NativeUnit> unit = unit_from(body);
  return unit ? std::optional(std::move(*unit)) : std::nullopt;
}

void FactCache::keep(const UnitRequest& request, std::string_view content, const NativeUnit& unit) const {
  const std::string file = file_of(request);
  const std::string folder(path::parent(file));
  if (files_.status(folder).kind != FileKind::directory) {
    if (!files_.create_folder(folder)) return;
    // Backups and searches pass by what is marked so (https://bford.info/cachedir/).
    (void)files_.write(path::join(folder_, "CACHEDIR.TAG"),
                       "Signature: 8a477f597d28d172789f06886806bc55\n# Made by forklint.\n");
  }
  const std::string body = to_text(unit);
  (void)files_.write(file, mark_of(request, content) + content_hash(body) + '\n' + body);
}

std::string user_cache_folder(const Host& host) {
  for (const auto& [variable, below] : {std::pair("XDG_CACHE_HOME", ""), std::pair("HOME", ".cache")}) {
    const std::optional<std::string> folder = host.variable(variable);
    // The standard wants an absolute path and has others passed by.
    if (folder && folder->starts_with('/')) return path::join(path::join(*folder, below), "forklint");
  }
  return "";
}

}  // namespace forklint::native
