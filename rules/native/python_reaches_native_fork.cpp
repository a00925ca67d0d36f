#include "native/code.h"
#include "rules/native_flow.h"
#include "rules/process_creation.h"

namespace forklint::rules {
namespace {

constexpr MessageTemplate kMessages[] = {
    {"reaches",
     "'{0}' forks this process in native code: {1} in '{2}'.\n"
     "The child runs on with a copy of every lock that another thread may hold at that moment, Python's "
     "among them.\n"
     "Start a fresh process instead, by `subprocess` or `multiprocessing.get_context(\"spawn\")`; or mend "
     "the native code, where FRK401 or FRK402 says how."},
    {"possible",
     "'{0}' may be what is called here; it forks this process in native code: {1} in '{2}'.\n"
     "The child runs on with a copy of every lock that another thread may hold at that moment, Python's "
     "among them.\n"
     "Start a fresh process instead, by `subprocess` or `multiprocessing.get_context(\"spawn\")`; or mend "
     "the native code, where FRK401 or FRK402 says how."},
};

constexpr std::string_view kTags[] = {"reliability", "concurrency", "deadlock", "external/cwe/cwe-833"};

constexpr RuleInfo kInfo{
    .id = "FRK501",
    .name = "python-reaches-native-fork",
    .summary = "A Python call leads to a fork in native code.",
    .level = Level::warning,
    .precision = "high",
    .messages = kMessages,
    .tags = kTags,
};

// From the Python line through the name that Python knows, down to the fork.
void check(const program::Program& program, std::vector<Finding>& findings) {
  const native::NativeCode& code = program.native();
  for (const auto& site : program.sites()) {
    if (!site->api->is_native) continue;
    const native::Bound* bound = code.bound(site->api->name);
    if (bound == nullptr || site->creates == program::Outcome::no || site->alive == 0) continue;
    std::vector<std::pair<native::Definition, const native::NativeCall*>> way;
    const native::ForkSite* fork = code.way_to_fork(bound->function, way);
    if (fork == nullptr) continue;
    Finding finding{.rule = &kInfo,
                    .level = site->certain ? level_in(*fork->unit, Level::warning) : Level::note,
                    .message = site->certain ? 0U : 1U,
                    .arguments = {subject_of(*site), fork->fork->name, fork->function->name},
                    .place = place_of(*site)};
    finding.flow.push_back({finding.place, "Python calls '" + std::string(site->api->name) + "'.", 0});
    finding.flow.push_back(
        {bound->place, "This name stands for '" + bound->function.function->name + "'.", 0});
    std::uint32_t depth = 1;
    for (const auto& [function, call] : way) {
      finding.flow.push_back(
          {native::place_of(*function.unit, call->place), "It calls '" + call->name + "'.", depth});
      ++depth;
    }
    const Place end = native::place_of(*fork->unit, fork->fork->place);
    finding.flow.push_back({end, "The process is copied.", depth});
    finding.related.push_back({end, "It forks here."});
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern const Rule python_reaches_native_fork;
const Rule python_reaches_native_fork{.info = &kInfo, .check = check};

}  // namespace forklint::rules
