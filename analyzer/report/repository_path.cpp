#include "report/repository_path.h"

#include "base/path.h"

namespace forklint::report {

std::string repository_path(const std::string& path, const RunResult& run) {
  const std::string prefix = run.version_control ? run.version_control->prefix : std::string();
  if (!path::is_absolute(path)) return prefix + path;
  const std::string below = prefix.empty() ? "" : "/" + prefix.substr(0, prefix.size() - 1);
  if (run.root.empty() || !run.root.ends_with(below)) return path;
  return path::relative_to(path, run.root.substr(0, run.root.size() - below.size())).value_or(path);
}

}  // namespace forklint::report
