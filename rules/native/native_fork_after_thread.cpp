#include <algorithm>
#include <set>

#include "native/child.h"
#include "native/signal_safety.h"
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
    {"accelerator",
     "{0} runs after '{1}' has initialised the runtime of a device, whose threads and handles are not in the "
     "child.\n"
     "What the child asks of the device fails or waits for ever.\n"
     "Fork before the device is used, or start a program by posix_spawn."},
    {"thread-maybe",
     "{0} may run after '{1}' has started a thread, which would not be in the child.\n"
     "A condition on the way decides whether it has; every lock that the thread then holds stays locked "
     "in the child for ever.\n"
     "Fork before any thread starts, or start a program by posix_spawn."},
    {"accelerator-maybe",
     "{0} may run after '{1}' has initialised the runtime of a device, whose threads and handles would "
     "not be in the child.\n"
     "A condition on the way decides whether it has; what the child then asks of the device fails or "
     "waits for ever.\n"
     "Fork before the device is used, or start a program by posix_spawn."},
};

struct Start {
  const native::NativeUnit* unit = nullptr;
  const native::NativeCall* call = nullptr;
  bool is_accelerator = false;
  bool certain = true;  // false: a condition decides, which the fork does not depend on
};

// Whether a call happens on each way to a place behind it in its function, if not all ways end before.
bool leads_surely(const native::NativeCall& call, const native::NativePlace& place) {
  return call.branch.size() == 0 || call.branch.contains(place.span);
}

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

// What is alive after calls that happen one after the other, those of the project's functions included.
class Starts {
 public:
  explicit Starts(const native::NativeCode& code) : code_(code) {}

  void follow(const native::NativeUnit& unit, const std::vector<native::NativeCall>& calls,
              const native::NativePlace* end = nullptr) {
    for (const native::NativeCall& call : calls) {
      if (end == nullptr) {
        follow(unit, call, true);
      } else if (call.place.file == end->file && call.place.span.begin < end->span.begin) {
        follow(unit, call, leads_surely(call, *end));
      }
    }
  }

  const Start& alive() const { return alive_; }

 private:
  void follow(const native::NativeUnit& unit, const native::NativeCall& call, bool surely) {
    const native::ThreadEffect effect = native::thread_effect_of(call.name);
    if (effect == native::ThreadEffect::ends && !alive_.is_accelerator) alive_ = {};
    const bool starts = effect == native::ThreadEffect::starts;
    const bool starts_accelerator = effect == native::ThreadEffect::starts_accelerator;
    if ((starts || starts_accelerator) && (alive_.call == nullptr || (surely && !alive_.certain)))
      alive_ = {&unit, &call, starts_accelerator, surely};
    const native::Definition* own = call.callee.empty() ? nullptr : code_.find(call.callee);
    // Farther away nobody knows on which ways a thread is started.
    constexpr unsigned kMaxDepth = 2;
    if (own == nullptr || depth_ >= kMaxDepth || !seen_.insert({own->function, surely}).second) return;
    ++depth_;
    for (const native::NativeCall& inner : own->function->calls)
      follow(*own->unit, inner, surely && inner.branch.size() == 0);
    --depth_;
  }

  const native::NativeCode& code_;
  Start alive_;
  unsigned depth_ = 0;
  std::set<std::pair<const native::NativeFunction*, bool>> seen_;  // and whether it surely runs
};

// In those that call the function that forks, before they do; what surely starts is preferred.
Start start_in_callers(const native::NativeCode& code, const native::ForkSite& site) {
  Start found;
  std::set<std::string> seen{site.function->key};
  std::vector<std::pair<std::string, unsigned>> waiting{{site.function->key, 0}};
  while (!waiting.empty()) {
    const auto [key, depth] = std::move(waiting.back());
    waiting.pop_back();
    constexpr unsigned kMostCallers = 2;
    for (const auto& [caller, call] : code.callers_of(key)) {
      Starts before(code);
      before.follow(*caller.unit, caller.function->calls, &call->place);
      const Start& start = before.alive();
      if (start.call != nullptr && start.certain) return start;
      if (found.call == nullptr) found = start;
      if (depth + 1 < kMostCallers && seen.insert(caller.function->key).second)
        waiting.emplace_back(caller.function->key, depth + 1);
    }
  }
  return found;
}

// In the function itself, in those that call it, and where the library is loaded.
Start start_before(const native::NativeCode& code, const native::ForkSite& site) {
  Starts own(code);
  own.follow(*site.unit, site.fork->before);
  if (own.alive().call != nullptr && own.alive().certain) return own.alive();
  const Start above = start_in_callers(code, site);
  if (above.call != nullptr && above.certain) return above;
  for (const native::NativeFunction& function : site.unit->functions) {
    if (!function.at_load) continue;
    Starts loaded(code);
    loaded.follow(*site.unit, function.calls);
    if (loaded.alive().call != nullptr) return loaded.alive();
  }
  return own.alive().call != nullptr ? own.alive() : above;
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
         .level = level_in(*site.unit, start.certain ? Level::error : Level::note),
         .message = (start.is_accelerator ? 1U : 0U) + (start.certain ? 0U : 2U),
         .arguments = {named(site), start.call->name},
         .place = fork,
         .related = {{thread,
                      start.is_accelerator ? "The device is initialised here." : "The thread starts here."}},
         .flow = {{thread, start.is_accelerator ? "A device is initialised." : "A thread starts.", 0},
                  {fork, "The process is copied without it.", 0}}});
  }
}

}  // namespace

extern const Rule native_fork_after_thread;
const Rule native_fork_after_thread{.info = &kInfo, .check = check};

}  // namespace forklint::rules
