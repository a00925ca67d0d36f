#include "rules/process_creation.h"

namespace forklint::rules {
namespace {

using program::Misuse;

// In the order of Misuse::Kind.
constexpr MessageTemplate kMessages[] = {
    {"too-late",
     "'{0}' comes too late and raises RuntimeError.\n"
     "'{1}' in {2} has settled the default context before it.\n"
     "Call it once, first thing under the main guard of the script."},
    {"twice",
     "'{0}' is called a second time and raises RuntimeError.\n"
     "The start method is set in {2} before; without `force=True` the first call stays.\n"
     "Keep one call, first thing under the main guard of the script; elsewhere use "
     "`multiprocessing.get_context`."},
    {"at-import",
     "'{0}' is called when this module is imported.\n"
     "Every spawned child imports the main module again, where the second call raises RuntimeError; and a "
     "module that sets it for others overrules the program that imports it.\n"
     "Move it under `if __name__ == \"__main__\":` of the script, or use "
     "`multiprocessing.get_context(\"spawn\")` here."},
    {"in-library",
     "'{0}' changes the start method of the whole program from library code.\n"
     "It raises RuntimeError when the program has set or used one before, and changes processes that are not "
     "this module's.\n"
     "Use `ctx = multiprocessing.get_context(\"spawn\")` and create processes, queues and locks from `ctx`."},
    {"swallowed",
     "'{0}' can fail without a word: the RuntimeError is swallowed.\n"
     "When a queue, lock or pool was made before, the call raises, the program goes on with the default, and "
     "forks.\n"
     "Let it raise, and call it once, first thing under the main guard of the script."},
};

constexpr std::string_view kTags[] = {"reliability", "concurrency", "external/cwe/cwe-662"};

constexpr RuleInfo kInfo{
    .id = "FRK107",
    .name = "start-method-misuse",
    .summary = "The start method is set where that fails or does harm.",
    .level = Level::warning,
    .precision = "high",
    .messages = kMessages,
    .tags = kTags,
};

std::string line_of(const program::Site& site) {
  const SourceFile& source = site.module->syntax.source();
  const Position position = source.position(site.span.begin, ColumnUnit::code_point);
  return site.module->path() + ":" + std::to_string(position.line);
}

// One word per call: the first kind that applies, in the order of the enumeration.
bool is_first_for_site(const std::vector<Misuse>& all, const Misuse& misuse) {
  for (const Misuse& other : all) {
    if (other.site != misuse.site || &other == &misuse) continue;
    if (other.kind < misuse.kind || (other.kind == misuse.kind && &other < &misuse)) return false;
  }
  return true;
}

void check(const program::Program& program, std::vector<Finding>& findings) {
  for (const Misuse& misuse : program.misuses()) {
    if (misuse.site->api->sets_again || !is_first_for_site(program.misuses(), misuse)) continue;
    const bool is_certain_failure =
        misuse.kind == Misuse::Kind::too_late || misuse.kind == Misuse::Kind::twice;
    Finding finding{
        .rule = &kInfo,
        .level = is_certain_failure || misuse.kind == Misuse::Kind::at_import ? Level::warning : Level::note,
        .message = static_cast<std::uint32_t>(misuse.kind),
        .arguments = {std::string(misuse.site->name)},
        .place = place_of(*misuse.site)};
    if (misuse.because_of != nullptr) {
      finding.arguments.emplace_back(misuse.because_of->name);
      finding.arguments.push_back(line_of(*misuse.because_of));
      finding.related.push_back({place_of(*misuse.because_of), misuse.kind == Misuse::Kind::twice
                                                                   ? "It is set here first."
                                                                   : "The default context is settled here."});
    }
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern const Rule start_method_misuse;
const Rule start_method_misuse{.info = &kInfo, .check = check};

}  // namespace forklint::rules
