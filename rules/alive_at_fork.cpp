#include "rules/alive_at_fork.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/process_creation.h"

namespace forklint::rules {
namespace {

using catalog::Hazard;
using program::Alive;
using program::ItemKind;
using program::Outcome;
using program::Path;
using program::Site;

// What can hold the interpreter's own lock comes first.
int severity(const Alive& alive) {
  switch (alive.what()) {
    case Hazard::native_callbacks:
    case Hazard::accelerator_callbacks:
      return 3;
    case Hazard::accelerator:
    case Hazard::lock:
      return 2;
    case Hazard::native_threads:
      return 1;
    default:
      return 0;
  }
}

// What only the project's tests start is alive in the tests.
bool is_from_test(const Alive& alive) { return program::is_test(*alive.started.front().module); }

bool is_worse(const Alive* left, const Alive* right) {
  if (is_from_test(*left) != is_from_test(*right)) return is_from_test(*right);
  if (left->certain != right->certain) return left->certain;
  return severity(*left) > severity(*right);
}

Place place_of_step(const program::Step& step) { return place_of(*step.module, first_line_of(step)); }

// "train.build_loader" of `train.build_loader(config)`; only what fits in a line of the trail.
std::string called(const program::Step& step) {
  constexpr std::size_t kLongest = 50;
  const std::string_view text = step.module->syntax.source().text(step.item->span);
  const std::string_view name = text.substr(0, text.find_first_of("(\r\n"));
  return name.size() <= kLongest ? std::string(name) : "the function";
}

std::string remark_on(const program::Step& step) {
  switch (step.item->kind) {
    case ItemKind::import:
      return "this import runs the module.";
    case ItemKind::enter:
      return "this is entered.";
    case ItemKind::leave:
      return "this is left.";
    case ItemKind::call:
      break;
  }
  return fmt::format("'{}' is called.", called(step));
}

void add_steps(const Path& path, std::size_t from, const std::string& last, std::vector<FlowStep>& flow) {
  for (std::size_t i = from; i < path.size(); ++i) {
    flow.push_back({place_of_step(path[i]), i + 1 == path.size() ? last : remark_on(path[i]),
                    static_cast<std::uint32_t>(i)});
  }
}

std::vector<FlowStep> flow_of(const Alive& alive, const AliveWords& words) {
  std::size_t shared = 0;
  while (shared < alive.started.size() && shared < alive.forked.size() &&
         alive.started[shared].item == alive.forked[shared].item) {
    ++shared;
  }
  std::vector<FlowStep> flow;
  add_steps(alive.started, 0, words.started + ".", flow);
  // A fork in the thread itself goes on from where the thread starts.
  add_steps(alive.forked, shared, "the process is forked here.", flow);
  return flow;
}

// A driver that was only asked is no proof that the child needs it.
bool is_certain(const Site& site, const Alive& alive) {
  const bool tests_only = is_from_test(alive) && !program::is_test(*site.module);
  return alive.certain && !tests_only && alive.what() != Hazard::accelerator_probe &&
         site.creates == Outcome::yes && site.certain && site.method.unknown == 0;
}

Level level_of(const Site& site, const Alive& alive) {
  if (is_certain(site, alive)) return Level::error;
  return site.creates == Outcome::yes && site.certain && site.method.unknown == 0 ? Level::warning
                                                                                  : Level::note;
}

}  // namespace

void report_alive(const program::Program& program, const RuleInfo& rule,
                  const std::function<bool(const Alive&)>& is_mine,
                  const std::function<AliveWords(const Alive&)>& words, std::string_view remedy,
                  std::vector<Finding>& findings) {
  for (const auto& site : program.sites()) {
    std::vector<const Alive*> mine;
    for (const Alive& alive : program.alive_at(*site)) {
      if (is_mine(alive)) mine.push_back(&alive);
    }
    if (mine.empty()) continue;
    std::stable_sort(mine.begin(), mine.end(), is_worse);
    const Alive& worst = *mine.front();
    const AliveWords said = words(worst);
    const AliveAtFork message = is_certain(*site, worst) ? AliveAtFork::surely : AliveAtFork::possibly;
    Finding finding{.rule = &rule,
                    .level = level_of(*site, worst),
                    .message = static_cast<std::uint32_t>(message),
                    .arguments = {subject_of(*site), said.subject, said.danger, std::string(remedy)},
                    .place = place_of(*site)};
    finding.flow = flow_of(worst, said);
    constexpr std::size_t kMaxOthers = 3;
    for (std::size_t i = 1; i < std::min(mine.size(), kMaxOthers + 1); ++i) {
      const AliveWords other = words(*mine[i]);
      const RelatedPlace place{place_of_step(mine[i]->started.back()),
                               fmt::format("Here too: {}.", other.subject)};
      // One line may put into several queues.
      if (std::find(finding.related.begin(), finding.related.end(), place) == finding.related.end())
        finding.related.push_back(place);
    }
    add(std::move(finding), findings);
  }
}

}  // namespace forklint::rules
