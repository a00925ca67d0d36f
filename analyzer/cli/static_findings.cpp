#include "cli/static_findings.h"

#include "base/path.h"
#include "cli/analysis.h"
#include "program/bare_forks.h"
#include "workspace/discovery.h"

namespace forklint::cli {
namespace {

// A finding's message has up to three lines: what, why, what instead.
std::string line_of(const std::string& message, int number) {
  std::size_t begin = 0;
  for (; number > 0 && begin != std::string::npos; --number) {
    begin = message.find('\n', begin);
    if (begin != std::string::npos) ++begin;
  }
  return begin == std::string::npos ? "" : message.substr(begin, message.find('\n', begin) - begin);
}

diagnose::StaticFinding plain(const Finding& finding, const RunResult& run) {
  const std::string message = message_text(finding);
  const SourceFile* source = run.source(finding.place.path);
  return {
      .id = std::string(finding.rule->id),
      .path = finding.place.path,
      .line = source == nullptr ? 0 : source->position(finding.place.span.begin, ColumnUnit::code_point).line,
      .what = line_of(message, 0),
      .instead = line_of(message, 2)};
}

// FRK3 is about what stands against spawn, FRK6 about versions, FRK9 about comments: no places that fork.
bool is_about_a_fork(std::string_view id) {
  return id < "FRK3" || id.starts_with("FRK4") || id.starts_with("FRK5");
}

diagnose::BareFork plain(const program::BareFork& fork) {
  const SourceFile& source = fork.site->module->syntax.source();
  const auto lines = [&](Span span) -> diagnose::LineRange {
    return {.first = source.position(span.begin, ColumnUnit::code_point).line,
            .last = source.position(span.end, ColumnUnit::code_point).line};
  };
  diagnose::BareFork result{
      .path = source.path(),
      .function = fork.site->function == nullptr ? "<module>" : std::string(fork.site->function->name),
      .line = lines(fork.site->span).first,
      .rest = lines(fork.rest)};
  ++result.rest.first;
  for (const Span span : fork.child) result.child.push_back(lines(span));
  return result;
}

}  // namespace

Result<CheckedProject> check_project(const std::string& folder, Host& host) {
  const std::string start = host.files.resolve(path::join(host.working_directory, folder));
  if (host.files.status(start).kind != FileKind::directory) return fail(folder + ": no such folder");
  const CheckOptions options{.paths = {start}};
  const Result<Analyser> analyser = Analyser::prepare(options, host);
  if (!analyser) return tl::unexpected(analyser.error());
  const workspace::Project& project = analyser->project();
  Result<workspace::Discovered> discovered = workspace::discover(host.files, project, {start}, start, 1);
  if (!discovered) return tl::unexpected(discovered.error());
  CheckedProject checked{.root = project.root};
  for (const workspace::InputFile& file : discovered->files) checked.files.push_back(file.path);
  const Analysed analysed = analyser->analyse(host.files);
  for (const program::BareFork& fork : program::bare_forks(*analysed.program)) {
    checked.forks.push_back(plain(fork));
  }
  for (const Finding& finding : analysed.run.findings) {
    if (is_about_a_fork(finding.rule->id)) checked.findings.push_back(plain(finding, analysed.run));
  }
  return checked;
}

diagnose::SarifPlaces sarif_places(const std::string& project, const Host& host) {
  return {project.empty() ? host.working_directory : project, host.working_directory};
}

}  // namespace forklint::cli
