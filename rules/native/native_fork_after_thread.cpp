#include <algorithm>

#include "native/child.h"
#include "program/program.h"
#include "rules/native_flow.h"
#include "rules/rule.h"

namespace forklint::rules {
namespace {

constexpr MessageTemplate kMessages[] = {
    {"thread",
     "{0} runs after '{1}' has started a thread, which is not in the child.\n"
     "Every lock that the thread holds at that moment stays locked in the child for ever.\n"
     "Fork before any thread starts, or start a program by posix_spawn."},
};

bool starts_thread(const std::string& name) {
  constexpr std::string_view kStarts[] = {"std::thread::thread",
                                          "std::jthread::jthread",
                                          "std::async",
                                          "pthread_create",
                                          "thrd_create",
                                          "#pragma omp parallel",
                                          "cuInit",
                                          "cudaSetDevice",
                                          "cudaMalloc",
                                          "aclInit",
                                          "hipInit",
                                          "hipMalloc"};
  return std::ranges::find(kStarts, name) != std::ranges::end(kStarts);
}

struct Start {
  const native::NativeUnit* unit = nullptr;
  const native::NativeCall* call = nullptr;
};

constexpr std::string_view kTags[] = {"reliability", "concurrency", "deadlock", "external/cwe/cwe-833"};

constexpr RuleInfo kInfo{
    .id = "FRK404",
    .name = "native-fork-after-thread",
    .summary = "Native code starts a thread and then forks.",
    .level = Level::error,
    .precision = "high",
    .messages = kMessages,
    .tags = kTags,
};

Start start_before(const native::NativeUnit& unit, const native::NativeFunction& function,
                   const native::NativePlace& end) {
  for (const native::NativeCall& call : function.calls) {
    if (starts_thread(call.name) && call.place.file == end.file && call.place.span.begin < end.span.begin)
      return {&unit, &call};
  }
  return {};
}

// In the function itself, then in those that call it, before they do; and where the library is loaded.
Start start_before(const native::NativeCode& code, const native::ForkSite& site) {
  if (const Start own = start_before(*site.unit, *site.function, site.fork->place); own.call != nullptr)
    return own;
  for (const auto& [caller, call] : code.callers_of(site.function->key)) {
    if (const Start found = start_before(*caller.unit, *caller.function, call->place); found.call != nullptr)
      return found;
  }
  for (const native::NativeFunction& function : site.unit->functions) {
    if (!function.at_load) continue;
    for (const native::NativeCall& call : function.calls) {
      if (starts_thread(call.name)) return {site.unit, &call};
    }
  }
  return {};
}

void check(const program::Program& program, std::vector<Finding>& findings) {
  for (const native::ForkSite& site : program.native().forks()) {
    if (native::judge_child(program.native(), site).done_right()) continue;
    const Start start = start_before(program.native(), site);
    if (start.call == nullptr) continue;
    const Place thread = native::place_of(*start.unit, start.call->place);
    const Place fork = native::place_of(*site.unit, site.fork->place);
    findings.push_back(
        {.rule = &kInfo,
         .level = Level::error,
         .arguments = {named(site), start.call->name},
         .place = fork,
         .related = {{thread, "The thread starts here."}},
         .flow = {{thread, "A thread starts.", 0}, {fork, "The process is copied without it.", 0}}});
  }
}

}  // namespace

extern const Rule native_fork_after_thread;
const Rule native_fork_after_thread{.info = &kInfo, .check = check};

}  // namespace forklint::rules
