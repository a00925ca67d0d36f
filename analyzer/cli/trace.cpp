#include "cli/trace.h"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>

#include "base/path.h"
#include "base/text.h"
#include "cli/hang_watch.h"
#include "cli/live_dump.h"
#include "cli/static_findings.h"
#include "cli/traced_program.h"
#include "trace/summary.h"

namespace forklint::cli {
namespace {

// Appended as the recorder does it: several processes write to the file.
void append_hang(const std::string& log, std::uint32_t pid, const std::string& stacks) {
  using Json = nlohmann::ordered_json;
  const auto now = std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
  const Json event = {{"event", "hang"}, {"pid", pid}, {"stacks", stacks}, {"time", now}};
  std::ofstream file(log, std::ios::binary | std::ios::app);
  file << event.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n" << std::flush;
}

int run_watched(TracedProgram& program, HangWatch& watch, const std::string& log, Host& host) {
  constexpr int kBetweenLooks = 500;
  for (;;) {
    if (const std::optional<int> status = program.poll(kBetweenLooks)) return *status;
    for (const std::uint32_t pid : watch.look(HangWatch::Clock::now())) {
      host.err << fmt::format("forklint: trace: process {} does not come out of its fork\n", pid)
               << std::flush;
      append_hang(log, pid, live_dump(pid, host).value_or(""));
    }
  }
}

}  // namespace

Result<int> trace(const TraceOptions& options, Host& host) {
  const std::string log = path::join(host.working_directory, options.output);
  if (const Result<void> written = host.files.write(log, ""); !written)
    return tl::unexpected(written.error());
  const std::string temporary = host.variable("TMPDIR").value_or("");
  Result<RecorderFolder> recorder = RecorderFolder::create(temporary);
  if (!recorder) return tl::unexpected(recorder.error());
  Result<TracedProgram> program =
      TracedProgram::start(options.command, *recorder, {.log = log, .every_fork = options.every_fork});
  if (!program) return tl::unexpected(program.error());
  HangWatch watch(log, std::chrono::seconds(options.hang_after));
  const int status = run_watched(*program, watch, log, host);
  const Result<std::string> text = host.files.read(log);
  if (!text) return tl::unexpected(text.error());
  const std::size_t forks = trace::summarise(trace::read_recording(*text), {}, nullptr).forks;
  host.err << fmt::format("forklint: trace: {} recorded; 'forklint trace report {}' shows them\n",
                          text::counted(forks, "fork"), text::visible(options.output));
  return status;
}

Result<int> report_trace(const TraceReportOptions& options, Host& host) {
  const Result<std::string> text = host.files.read(path::join(host.working_directory, options.file));
  if (!text) return tl::unexpected(text.error());
  const trace::Recording recording = trace::read_recording(*text);
  if (recording.processes.empty() && recording.forks.empty()) {
    return fail(options.file +
                ": no recording of 'forklint trace' (or the program was no Python that reads PYTHONPATH)");
  }
  Result<CheckedProject> project = CheckedProject{};
  if (!options.project.empty()) project = check_project(options.project, host);
  if (!project) return tl::unexpected(project.error());
  const diagnose::ProjectFiles files(host.files, project->root, project->files);
  const trace::Summary summary =
      trace::summarise(recording, project->findings, options.project.empty() ? nullptr : &files);
  std::ostringstream out;
  if (options.output_format == "sarif") {
    render_sarif(summary, sarif_places(project->root, host), out);
  } else {
    render_text(summary, out);
  }
  if (!options.output_file.empty()) {
    const Result<void> written =
        host.files.write(path::join(host.working_directory, options.output_file), out.str());
    if (!written) return tl::unexpected(written.error());
  } else {
    host.out << out.str();
  }
  return summary.forks > 0 || !summary.hangs.empty() ? 1 : 0;
}

}  // namespace forklint::cli
