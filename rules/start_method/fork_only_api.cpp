#include "native/code.h"
#include "rewrite/fixes.h"
#include "rules/process_creation.h"

namespace forklint::rules {
namespace {

constexpr MessageTemplate kMessages[] = {
    {"fork",
     "'{0}' forks this process, whatever start method is set.\n"
     "The child runs on with a copy of every lock that another thread may hold at that moment.\n"
     "{1}."},
    {"possible",
     "'{0}' forks this process if {1}, whatever start method is set.\n"
     "The child runs on with a copy of every lock that another thread may hold at that moment.\n"
     "{2}."},
};

constexpr std::string_view kTags[] = {"reliability", "concurrency", "deadlock", "external/cwe/cwe-833"};

constexpr std::string_view kRemedy =
    "Start a fresh process instead: `subprocess.Popen` or `os.posix_spawn` for another program, "
    "`multiprocessing.get_context(\"spawn\").Process` for Python code; both cost a start-up instead of a "
    "copy.";

constexpr RuleInfo kInfo{
    .id = "FRK105",
    .name = "fork-only-api",
    .summary = "An API is used that can only fork.",
    .level = Level::warning,
    .precision = "very-high",
    .messages = kMessages,
    .tags = kTags,
};

void check(const program::Program& program, std::vector<Finding>& findings) {
  for (const auto& site : program.sites()) {
    const bool is_base = site->kind == program::SiteKind::base;
    if (!only_forks(*site) || site->creates == program::Outcome::no || site->alive == 0) continue;
    if (is_base && !site->api->by_subclassing) continue;
    // FRK501 speaks of it.
    if (site->api->is_native) continue;
    // os.fork does not exist on Windows: code that only runs there can't reach it.
    const auto posix =
        program.targets().where([](Platform each, PythonVersion) { return each != Platform::windows; });
    if ((site->alive & posix) == 0) continue;
    const std::string instead = remedy_of(*site, kRemedy);
    Finding finding{.rule = &kInfo, .level = Level::warning, .place = place_of(*site)};
    if (site->creates == program::Outcome::yes && site->certain) {
      finding.arguments = {subject_of(*site), instead};
    } else {
      finding.level = Level::note;
      finding.message = 1;
      const std::string_view parameter = site->unknown_condition;
      finding.arguments = {subject_of(*site),
                           parameter.empty() || site->creates == program::Outcome::yes
                               ? std::string("it is what is called here")
                               : "'" + std::string(parameter) + "' asks for it, which is not known here",
                           instead};
    }
    rewrite::add_strategy_fix(program, *site, finding);
    add(std::move(finding), findings);
  }
}

}  // namespace

extern const Rule fork_only_api;
const Rule fork_only_api{.info = &kInfo, .check = check};

}  // namespace forklint::rules
