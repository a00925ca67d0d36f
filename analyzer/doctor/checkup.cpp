#include "doctor/checkup.h"

#include <algorithm>
#include <charconv>

#include "catalog/text/records.h"
#include "workspace/head_lock.h"

namespace forklint::doctor {
namespace {

using workspace::PatchVersion;

// "3.12.0rc1" counts as 3.12.0: what is asked here does not change in a pre-release.
PatchVersion parsed(std::string_view text) {
  PatchVersion version;
  for (std::uint32_t* part : {&version.major, &version.minor, &version.patch}) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *part);
    if (error != std::errc()) break;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.starts_with('.')) text.remove_prefix(1);
  }
  return version;
}

std::string_view start_method_of(PatchVersion version, std::string_view platform) {
  if (platform == "win32") return "spawn";
  if (platform == "darwin") return version < PatchVersion{3, 8, 0} ? "fork" : "spawn";
  return version < PatchVersion{3, 14, 0} ? "fork" : "forkserver";
}

}  // namespace

std::vector<Checkup> check_up(const Machine& machine, const catalog::Tables& catalog) {
  std::vector<Checkup> checkups;
  for (const Interpreter& interpreter : machine.interpreters) {
    if (interpreter.version.empty()) continue;
    Checkup checkup{.interpreter = &interpreter, .version = parsed(interpreter.version)};
    checkup.patched = workspace::head_lock_patch(checkup.version);
    checkup.start_method = start_method_of(checkup.version, interpreter.platform);
    for (const Package& package : interpreter.packages) {
      if (std::optional<Advice> advice = advice_on(package, catalog)) checkup.packages.push_back(*advice);
    }
    std::sort(checkup.packages.begin(), checkup.packages.end(), [](const Advice& left, const Advice& right) {
      return catalog::normalised_package(left.package.name) < catalog::normalised_package(right.package.name);
    });
    checkups.push_back(std::move(checkup));
  }
  return checkups;
}

std::vector<std::string> allowed_affected(const std::string& requires_python) {
  std::vector<std::string> allowed;
  if (requires_python.empty()) return allowed;
  const Result<workspace::Specifier> specifier = workspace::Specifier::parse(requires_python);
  if (!specifier) return allowed;
  for (const PatchVersion& patched : workspace::kHeadLockPatched) {
    for (std::uint32_t patch = patched.patch; patch-- > 0;) {
      const PatchVersion version{patched.major, patched.minor, patch};
      if (!specifier->allows(version)) continue;
      allowed.push_back(to_string(version));
      break;
    }
  }
  return allowed;
}

bool has_affected(const std::vector<Checkup>& checkups) {
  return std::any_of(checkups.begin(), checkups.end(),
                     [](const Checkup& each) { return each.patched.has_value(); });
}

}  // namespace forklint::doctor
