#include "cli/check.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <ostream>
#include <sstream>

#include "base/parallel.h"
#include "base/path.h"
#include "base/text.h"
#include "cli/load.h"
#include "cli/select.h"
#include "finding/suppression.h"
#include "program/program.h"
#include "python/statements.h"
#include "rules/rule.h"
#include "workspace/version_control.h"

namespace forklint::cli {
namespace {

using workspace::Project;
using workspace::Settings;

std::string start_directory(const CheckOptions& options, const Host& host) {
  if (options.paths.empty()) return host.working_directory;
  const bool reads_input = options.paths.front() == "-";
  if (reads_input && options.stdin_filename.empty()) return host.working_directory;
  const std::string first =
      path::join(host.working_directory, reads_input ? options.stdin_filename : options.paths.front());
  return host.files.status(first).kind == FileKind::directory
             ? path::normalise(first)
             : std::string(path::parent(path::normalise(first)));
}

// The project as its settings file has it, overruled by the command line.
Result<Project> project_of(const CheckOptions& options, const Host& host) {
  Result<Project> project =
      options.isolated ? workspace::bare_project(host.files, start_directory(options, host))
      : options.config.empty()
          ? workspace::load_project(host.files, start_directory(options, host))
          : workspace::load_project_with(host.files, start_directory(options, host),
                                         path::join(host.working_directory, options.config));
  if (!project) return project;
  if (Result<void> checked = Selector::check(project->settings); !checked)
    return tl::unexpected(checked.error());
  if (Result<void> checked = Selector::check(options.settings); !checked)
    return tl::unexpected(checked.error());
  project->settings = workspace::merge(std::move(project->settings), options.settings);
  return project;
}

bool reads_standard_input(const CheckOptions& options) {
  return std::find(options.paths.begin(), options.paths.end(), "-") != options.paths.end();
}

// What is read from standard input takes the place of the file whose name it is given.
std::unique_ptr<const SourceFile> standard_input(const CheckOptions& options, const std::string& root,
                                                 Host& host) {
  std::string bytes(std::istreambuf_iterator<char>(host.in), {});
  if (options.stdin_filename.empty()) {
    const std::string name(SourceFile::kStandardInput);
    return std::make_unique<const SourceFile>(name, name, std::move(bytes));
  }
  std::string file = host.files.resolve(path::join(host.working_directory, options.stdin_filename));
  std::string name = path::relative_to(file, root).value_or(file);
  return std::make_unique<const SourceFile>(std::move(name), std::move(file), std::move(bytes));
}

struct Inputs {
  workspace::Discovered discovered;
  std::vector<std::unique_ptr<const SourceFile>> extra;
};

Result<Inputs> inputs_of(const CheckOptions& options, const Project& project, Host& host) {
  Inputs inputs;
  std::vector<std::string> paths = options.paths;
  if (reads_standard_input(options)) {
    if (paths.size() > 1) return fail("'-' stands alone: it reads one file from standard input");
    inputs.extra.push_back(standard_input(options, project.root, host));
    const SourceFile& file = *inputs.extra.front();
    inputs.discovered.files.push_back({.path = file.path(), .disk_path = file.disk_path()});
    return inputs;
  }
  if (paths.empty()) paths.emplace_back(".");
  Result<workspace::Discovered> discovered =
      workspace::discover(host.files, project, paths, host.working_directory, options.jobs);
  if (!discovered) return tl::unexpected(discovered.error());
  inputs.discovered = std::move(*discovered);
  return inputs;
}

std::vector<Finding> findings_of(const program::Program& program, const Selector& selector) {
  std::vector<Finding> findings;
  for (const rules::RegisteredRule& each : rules::all_rules()) {
    if (each.rule->check != nullptr && selector.is_enabled(each.rule->info->id))
      each.rule->check(program, findings);
  }
  return findings;
}

std::vector<CommentedFile> commented_files(const program::Program& program) {
  std::vector<CommentedFile> files;
  for (const auto& module : program.modules()) {
    if (!module->reported) continue;
    CommentedFile file{.source = &module->syntax.source()};
    for (const python::Comment& comment : module->syntax.comments()) {
      file.comments.push_back({comment.span, file.source->text(comment.span)});
    }
    file.statements = python::statement_spans(module->syntax);
    files.push_back(std::move(file));
  }
  return files;
}

RunResult result_of(const program::Program& program, const Selector& selector) {
  std::vector<Finding> findings = findings_of(program, selector);
  std::erase_if(findings, [&](const Finding& finding) { return !selector.is_reported(finding); });
  const auto& rules = rules::all_rules();
  SuppressionPolicy policy{.is_enabled = [&](std::string_view id) { return selector.is_enabled(id); }};
  RunResult run;
  for (const rules::RegisteredRule& each : rules) {
    run.rules.push_back({each.rule->info, each.page});
    policy.known_rules.push_back(each.rule->info->id);
    if (each.rule->check == nullptr && selector.is_enabled(each.rule->info->id))
      policy.unused_rule = each.rule->info;
  }
  SuppressionOutcome outcome = apply_suppressions(std::move(findings), commented_files(program), policy);
  run.findings = std::move(outcome.findings);
  run.suppressed = std::move(outcome.suppressed);
  run.notices = std::move(outcome.notices);
  std::erase_if(run.findings, [&](const Finding& finding) { return !selector.is_reported(finding); });
  return run;
}

bool wants_color(const CheckOptions& options, const Host& host) {
  if (options.color != Color::automatic) return options.color == Color::always;
  const auto set = [&](const char* name) {
    const auto value = host.environment == nullptr ? std::nullopt : host.environment(name);
    return value && !value->empty() ? value : std::nullopt;
  };
  if (set("NO_COLOR")) return false;
  if (const auto forced = set("FORCE_COLOR")) return *forced != "0";
  return host.out_is_terminal && options.output_file.empty() && set("TERM") != "dumb";
}

Result<void> write_outputs(const CheckOptions& options, const Settings& settings, const RunResult& run,
                           Host& host) {
  report::Style style{.show_suppressed = settings.show_suppressed.value_or(false),
                      .sarif_category = options.sarif_category};
  for (const Output& output : options.outputs) {
    std::ostringstream text;
    report::render(run, output.format, style, text);
    const Result<void> written =
        host.files.write(path::join(host.working_directory, output.file), text.str());
    if (!written) return written;
  }
  const auto format = report::format_named(settings.output_format.value_or("full"));
  style.color = wants_color(options, host);
  style.summary = !options.quiet;
  if (options.output_file.empty()) {
    report::render(run, *format, style, host.out);
    return {};
  }
  std::ostringstream text;
  report::render(run, *format, style, text);
  return host.files.write(path::join(host.working_directory, options.output_file), text.str());
}

void sort_notices(std::vector<Notice>& notices) {
  std::sort(notices.begin(), notices.end(), [](const Notice& left, const Notice& right) {
    return std::tie(left.path, left.line, left.text) < std::tie(right.path, right.line, right.text);
  });
}

}  // namespace

Result<int> check(const CheckOptions& options, Host& host) {
  const Result<Project> project = project_of(options, host);
  if (!project) return tl::unexpected(project.error());
  const Settings& settings = project->settings;
  Result<Selector> selector = Selector::make(settings);
  if (!selector) return tl::unexpected(selector.error());
  const Result<Target> target = workspace::target_of(*project);
  if (!target) return tl::unexpected(target.error());
  Result<catalog::Catalog> extended = fail("");
  if (!settings.catalog_text.empty()) {
    extended =
        catalog::Catalog::extended(settings.catalog_text, settings.catalog_path, settings.catalog_prefix);
    if (!extended) return tl::unexpected(extended.error());
  }
  const catalog::Catalog& catalog = extended ? *extended : catalog::Catalog::builtin();
  Result<Inputs> inputs = inputs_of(options, *project, host);
  if (!inputs) return tl::unexpected(inputs.error());

  const unsigned jobs = options.jobs == 0 ? default_jobs() : options.jobs;
  Loader loader(host.files, inputs->discovered.files, catalog,
                {.max_bytes = settings.max_file_size.value_or(LoadLimits{}.max_bytes)}, jobs);
  Loaded loaded = loader.load(std::move(inputs->extra));
  const program::Program program =
      link_all(loader, loaded, {{}, &loader.table(), *target, project->requires_python}, catalog);

  selector->leave_out_context(program);
  RunResult run = result_of(program, *selector);
  run.root = project->root;
  run.working_directory = host.working_directory;
  run.files_checked = loaded.files_checked;
  for (auto* notices : {&inputs->discovered.notices, &loaded.notices}) {
    run.notices.insert(run.notices.end(), notices->begin(), notices->end());
  }
  sort_notices(run.notices);
  const SourceLookup sources(program, host.files, project->root);
  run.source = [&](const std::string& name) { return sources.find(name); };
  run.version_control = workspace::read_version_control(host.files, project->root);

  if (const Result<void> written = write_outputs(options, settings, run, host); !written) {
    return tl::unexpected(written.error());
  }
  if (!options.quiet) {
    host.out.flush();
    report::render_notices(run, {.color = false}, host.err);
  }
  return run.findings.empty() || settings.exit_zero.value_or(false) ? 0 : 1;
}

}  // namespace forklint::cli
