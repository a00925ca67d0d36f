#include "cli/diagnose.h"

#include <fmt/format.h>

#include <iterator>
#include <optional>
#include <ostream>
#include <sstream>

#include "base/path.h"
#include "cli/live_dump.h"
#include "cli/static_findings.h"
#include "diagnose/report.h"
#include "dump/dump.h"

namespace forklint::cli {
namespace {

struct Input {
  std::string name;
  std::string bytes;
  bool is_file = false;
};

Result<std::vector<Input>> inputs_of(const DiagnoseOptions& options, Host& host) {
  std::vector<Input> inputs;
  for (const std::string& file : options.files) {
    if (file == "-") {
      inputs.push_back({"<stdin>", std::string(std::istreambuf_iterator<char>(host.in), {})});
      continue;
    }
    Result<std::string> bytes = host.files.read(path::join(host.working_directory, file));
    if (!bytes) return tl::unexpected(bytes.error());
    inputs.push_back({file, std::move(*bytes), /*is_file=*/true});
  }
  for (const std::uint32_t pid : options.pids) {
    Result<std::string> text = live_dump(pid, host);
    if (!text) return tl::unexpected(text.error());
    inputs.push_back({fmt::format("process {}", pid), std::move(*text)});
  }
  return inputs;
}

diagnose::DiagnosedFile diagnosed(const Input& input, const CheckedProject& project,
                                  const diagnose::ProjectFiles& files) {
  const dump::Dump dump = dump::read(input.bytes);
  diagnose::DiagnosedFile file{.name = input.name,
                               .is_file = input.is_file,
                               .processes = dump.processes.size(),
                               .has_code = !project.root.empty()};
  for (diagnose::Diagnosis& each : diagnose::diagnose(dump, files)) {
    diagnose::Finding finding{.diagnosis = std::move(each)};
    const diagnose::Diagnosis& diagnosis = finding.diagnosis;
    if (diagnosis.is_this_problem()) finding.findings = findings_on(diagnosis, project.findings, files);
    finding.advice = advice_for(diagnosis, finding.findings, project.findings.size());
    if (diagnosis.forked_at) finding.project_path = files.path_of(*diagnosis.forked_at).value_or("");
    file.findings.push_back(std::move(finding));
  }
  return file;
}

Result<void> write(const DiagnoseOptions& options, const diagnose::Report& report, const std::string& project,
                   Host& host) {
  std::ostringstream text;
  if (options.output_format == "json") {
    render_json(report, text);
  } else if (options.output_format == "sarif") {
    render_sarif(report, sarif_places(project, host), text);
  } else {
    render_text(report, text);
  }
  if (!options.output_file.empty()) {
    return host.files.write(path::join(host.working_directory, options.output_file), text.str());
  }
  host.out << text.str();
  return {};
}

}  // namespace

Result<int> diagnose(const DiagnoseOptions& options, Host& host) {
  const Result<std::vector<Input>> inputs = inputs_of(options, host);
  if (!inputs) return tl::unexpected(inputs.error());
  Result<CheckedProject> project = CheckedProject{};
  if (!options.project.empty()) project = check_project(options.project, host);
  if (!project) return tl::unexpected(project.error());
  const diagnose::ProjectFiles files(host.files, project->root, project->files, project->forks);
  diagnose::Report report;
  for (const Input& input : *inputs) report.push_back(diagnosed(input, *project, files));
  if (const Result<void> written = write(options, report, project->root, host); !written)
    return tl::unexpected(written.error());
  return has_this_problem(report) ? 1 : 0;
}

}  // namespace forklint::cli
