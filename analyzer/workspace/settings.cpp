#include "workspace/settings.h"

#include <fmt/format.h>

#include <algorithm>

#include "workspace/specifier.h"

namespace forklint::workspace {
namespace {

template <typename T>
void override_with(std::optional<T>& value, const std::optional<T>& stronger) {
  if (stronger) value = stronger;
}

template <typename T>
void extend_with(std::vector<T>& list, const std::vector<T>& more) {
  list.insert(list.end(), more.begin(), more.end());
}

constexpr PythonVersion kOldest{3, 6};
constexpr PythonVersion kNewest{3, 15};
// No Python 3 has come near.
constexpr std::uint16_t kUnheardOf = 100;
constexpr PythonVersion kOldestByDefault{3, 8};

// The known version that stands for a range without any: the one that was asked for or the nearest to it.
PythonVersion stand_in(const Specifier& specifier, std::optional<PythonVersion> asked) {
  if (asked) return std::clamp(*asked, kOldest, kNewest);
  for (PythonVersion version = kNewest; version.minor < kUnheardOf; ++version.minor) {
    if (specifier.allows_some(version)) return kNewest;
  }
  return specifier.allows_some({4, 0}) ? kNewest : kOldest;
}

}  // namespace

Settings merge(Settings weaker, const Settings& stronger) {
  override_with(weaker.select, stronger.select);
  override_with(weaker.ignore, stronger.ignore);
  extend_with(weaker.extend_select, stronger.extend_select);
  extend_with(weaker.per_file_ignores, stronger.per_file_ignores);
  extend_with(weaker.entry_points, stronger.entry_points);
  override_with(weaker.exclude, stronger.exclude);
  extend_with(weaker.extend_exclude, stronger.extend_exclude);
  override_with(weaker.respect_ignore_files, stronger.respect_ignore_files);
  override_with(weaker.force_exclude, stronger.force_exclude);
  override_with(weaker.target_python, stronger.target_python);
  override_with(weaker.platform, stronger.platform);
  override_with(weaker.output_format, stronger.output_format);
  override_with(weaker.show_suppressed, stronger.show_suppressed);
  override_with(weaker.unsafe_fixes, stronger.unsafe_fixes);
  override_with(weaker.start_method, stronger.start_method);
  override_with(weaker.fix_style, stronger.fix_style);
  override_with(weaker.exit_zero, stronger.exit_zero);
  override_with(weaker.max_file_size, stronger.max_file_size);
  if (!stronger.catalog_text.empty()) {
    weaker.catalog_path = stronger.catalog_path;
    weaker.catalog_text = stronger.catalog_text;
    weaker.catalog_prefix = stronger.catalog_prefix;
  }
  return weaker;
}

bool is_supported(PythonVersion version) { return version >= kOldest && version <= kNewest; }

Result<Target> target_of(const Project& project) {
  Target target;
  const std::string platform = project.settings.platform.value_or("linux");
  if (platform == "linux" || platform == "all") target.platforms.push_back(Platform::linux_);
  if (platform == "macos" || platform == "all") target.platforms.push_back(Platform::macos);
  if (target.platforms.empty()) return fail("platform '" + platform + "' is none of linux, macos and all");

  const std::optional<RequiresPython>& declared = project.requires_python;
  const Result<Specifier> specifier = Specifier::parse(declared ? declared->specifier : "");
  if (!specifier) {
    const std::string place = declared ? fmt::format("{}:{}: ", declared->path, declared->line) : "";
    return fail(fmt::format("{}requires-python: {}", place, specifier.error().message));
  }
  PythonVersion oldest = declared ? kOldest : kOldestByDefault;
  if (project.settings.target_python) oldest = *project.settings.target_python;
  for (PythonVersion version = kOldest; version <= kNewest; ++version.minor) {
    if (version >= oldest && specifier->allows_some(version)) target.versions.push_back(version);
  }
  // A range that lies outside of what is known, such as ">=4".
  if (target.versions.empty())
    target.versions.push_back(stand_in(*specifier, project.settings.target_python));
  return target;
}

}  // namespace forklint::workspace
