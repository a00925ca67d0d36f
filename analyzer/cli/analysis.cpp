#include "cli/analysis.h"

#include <algorithm>
#include <istream>
#include <iterator>
#include <tuple>

#include "base/parallel.h"
#include "base/path.h"
#include "cli/adopt.h"
#include "cli/declared.h"
#include "finding/fingerprint.h"
#include "finding/suppression.h"
#include "program/program.h"
#include "python/notebook_code.h"
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
StandardInput read_standard_input(const CheckOptions& options, const std::string& root, Host& host) {
  std::string bytes(std::istreambuf_iterator<char>(host.in), {});
  if (options.stdin_filename.empty()) {
    const std::string name(SourceFile::kStandardInput);
    return {name, name, std::move(bytes)};
  }
  std::string file = host.files.resolve(path::join(host.working_directory, options.stdin_filename));
  std::string name = path::relative_to(file, root).value_or(file);
  return {std::move(name), std::move(file), std::move(bytes)};
}

std::vector<Finding> findings_of(const program::Program& program, const Selector& selector) {
  std::vector<Finding> findings;
  for (const rules::RegisteredRule& each : rules::all_rules()) {
    if (each.rule->check != nullptr && selector.is_enabled(each.rule->info->id))
      each.rule->check(program, findings);
    if (each.rule->check_if_named != nullptr && selector.is_named(each.rule->info->id))
      each.rule->check_if_named(program, findings);
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

void sort_notices(std::vector<Notice>& notices) {
  std::sort(notices.begin(), notices.end(), [](const Notice& left, const Notice& right) {
    return std::tie(left.path, left.line, left.text) < std::tie(right.path, right.line, right.text);
  });
}

// What is written instead of a fork, where the user did not say.
program::Preference preference_of(const Settings& settings) {
  return {.method = settings.start_method == "forkserver" ? StartMethod::forkserver : StartMethod::spawn,
          .at_entry_points = settings.fix_style == "entry-point"};
}

}  // namespace

RunResult empty_run(const std::string& root, const std::string& working_directory) {
  RunResult run;
  for (const rules::RegisteredRule& each : rules::all_rules())
    run.rules.push_back({each.rule->info, each.page});
  run.root = root;
  run.working_directory = working_directory;
  run.source = [](const std::string&) { return nullptr; };
  return run;
}

Result<Analyser> Analyser::prepare(const CheckOptions& options, Host& host, SoFar* so_far) {
  Analyser analyser;
  analyser.options_ = &options;
  analyser.host_ = &host;
  Result<Project> project = project_of(options, host);
  if (!project) return tl::unexpected(project.error());
  analyser.project_ = std::move(*project);
  const Settings& settings = analyser.settings();
  Result<Selector> selector = Selector::make(settings);
  if (!selector) return tl::unexpected(selector.error());
  analyser.selector_ = std::move(*selector);
  Result<Target> target = workspace::target_of(analyser.project_);
  if (!target) return tl::unexpected(target.error());
  analyser.target_ = std::move(*target);
  analyser.working_directory_ = host.working_directory;
  if (so_far != nullptr) analyser.begin(options, host, *so_far);
  if (Result<void> found = analyser.find_inputs(options, host); !found) return tl::unexpected(found.error());
  if (so_far != nullptr) so_far->progress.files = analyser.discovered_.files.size();
  analyser.jobs_ = options.jobs == 0 ? default_jobs() : options.jobs;
  const auto meanwhile = [&](NativeSide read) { analyser.publish(std::move(read), host.files, *so_far); };
  Result<Ground> ground = analyser.read_ground({}, so_far, meanwhile);
  if (!ground) return tl::unexpected(ground.error());
  analyser.ground_ = std::make_shared<const Ground>(std::move(*ground));
  auto declared = declared_entries(host.files, analyser.project_, analyser.discovered_);
  if (!declared) return tl::unexpected(declared.error());
  analyser.declared_ = std::move(*declared);
  return analyser;
}

Result<Ground> Analyser::read_ground(const fix::Texts& replaced, SoFar* so_far,
                                     const std::function<void(NativeSide)>& meanwhile) const {
  Ground ground;
  if (!options_->no_native) {
    Result<NativeSide> native = read_native_side(*host_, {.discovered = discovered_,
                                                          .project = project_,
                                                          .options = *options_,
                                                          .jobs = jobs_,
                                                          .so_far = so_far,
                                                          .meanwhile = meanwhile,
                                                          .replaced = &replaced});
    if (!native) return tl::unexpected(native.error());
    ground.native = std::move(*native);
  }
  if (settings().catalog_text.empty() && ground.native.names.empty()) return ground;
  Result<catalog::Catalog> extended = catalog::Catalog::extended(
      settings().catalog_text, settings().catalog_path, settings().catalog_prefix, ground.native.names);
  if (!extended) return tl::unexpected(extended.error());
  ground.extended = std::move(*extended);
  return ground;
}

// What can't be read any more stays as it was: a finding that is still there speaks against the change.
std::shared_ptr<const Ground> Analyser::ground_with(const fix::Texts& replaced) const {
  if (!holds_any(discovered_, replaced)) return ground_;
  Result<Ground> ground = read_ground(replaced, nullptr, {});
  return ground ? std::make_shared<const Ground>(std::move(*ground)) : ground_;
}

// Who looks at it now sees no findings, in the format that is asked for.
void Analyser::begin(const CheckOptions& options, const Host& host, SoFar& so_far) {
  narrow_ = [&options, &host](RunResult& run) { return narrow(run, options, host); };
  so_far.publish({settings(), empty_run(project_.root, working_directory_), nullptr});
}

Result<void> Analyser::find_inputs(const CheckOptions& options, Host& host) {
  std::vector<std::string> paths = options.paths;
  if (reads_standard_input(options)) {
    if (paths.size() > 1) return fail("'-' stands alone: it reads one file from standard input");
    standard_input_ = read_standard_input(options, project_.root, host);
    discovered_.files.push_back({.path = standard_input_->path, .disk_path = standard_input_->disk_path});
    return {};
  }
  if (paths.empty()) paths.emplace_back(".");
  Result<workspace::Discovered> discovered =
      workspace::discover(host.files, project_, paths, host.working_directory, options.jobs);
  if (!discovered) return tl::unexpected(discovered.error());
  discovered_ = std::move(*discovered);
  return {};
}

bool Analyser::is_reported(const std::string& path) const {
  const auto is_asked_for = [&](const auto& file) { return file.reported && file.path == path; };
  return std::ranges::any_of(discovered_.files, is_asked_for) ||
         std::ranges::any_of(discovered_.native, is_asked_for);
}

RunResult Analyser::result_of(const program::Program& program, const NativeSide& native) const {
  Selector selector = selector_;
  selector.leave_out_context(program);
  for (const std::string& each : native.context) selector.leave_out(each);
  std::vector<Finding> findings = findings_of(program, selector);
  std::erase_if(findings, [&](const Finding& finding) { return !selector.is_reported(finding); });
  const auto& rules = rules::all_rules();
  SuppressionPolicy policy{.is_enabled = [&](std::string_view id) { return selector.is_enabled(id); }};
  RunResult run = empty_run(project_.root, working_directory_);
  for (const rules::RegisteredRule& each : rules) {
    policy.known_rules.push_back(each.rule->info->id);
    if (each.rule->check == nullptr && selector.is_enabled(each.rule->info->id))
      policy.unused_rule = each.rule->info;
  }
  std::vector<CommentedFile> commented = commented_files(program);
  add_commented(native, commented);
  SuppressionOutcome outcome = apply_suppressions(std::move(findings), commented, policy);
  run.findings = std::move(outcome.findings);
  run.suppressed = std::move(outcome.suppressed);
  run.notices = std::move(outcome.notices);
  std::erase_if(run.findings, [&](const Finding& finding) { return !selector.is_reported(finding); });
  return run;
}

RunResult Analyser::describe(const program::Program& program, const Ground& ground, const Loaded& loaded,
                             const FileSystem& files, const SourceLookup& sources) const {
  const NativeSide& native = ground.native;
  RunResult run = result_of(program, native);
  run.files_checked = loaded.files_checked + native.files_checked;
  run.complete = native.result->complete;
  for (const std::vector<Notice>* notices : {&discovered_.notices, &loaded.notices, &native.notices}) {
    run.notices.insert(run.notices.end(), notices->begin(), notices->end());
  }
  sort_notices(run.notices);
  run.source = [&sources](const std::string& name) { return sources.find(name); };
  run.version_control = workspace::read_version_control(files, project_.root);
  identify(run);
  return run;
}

void Analyser::publish(const program::Program& program, const Ground& ground, const Loaded& loaded,
                       const FileSystem& files, SoFar& so_far) const {
  const auto sources = std::make_shared<const SourceLookup>(program, files, project_.root);
  SoFar::Findings findings{settings(), describe(program, ground, loaded, files, *sources), sources};
  if (narrow_(findings.run)) so_far.publish(std::move(findings));
}

void Analyser::publish(NativeSide native, FileSystem& files, SoFar& so_far) const {
  struct Owner {
    Analyser analyser;
    Analysed analysed;
  };
  const auto owner = std::make_shared<Owner>();
  Analyser& analyser = owner->analyser;
  analyser.project_ = project_;
  analyser.selector_ = selector_;
  analyser.target_ = target_;
  analyser.working_directory_ = working_directory_;
  analyser.options_ = options_;
  analyser.host_ = host_;
  analyser.ground_ = std::make_shared<const Ground>(Ground{std::move(native), std::nullopt});
  owner->analysed = analyser.analyse(files);
  RunResult run = owner->analysed.run;
  if (narrow_(run)) so_far.publish({settings(), std::move(run), owner});
}

Analysed Analyser::analyse(FileSystem& disk, fix::Texts replaced, SoFar* so_far) const {
  Analysed analysed;
  analysed.replaced = std::make_unique<const fix::Texts>(std::move(replaced));
  analysed.files = std::make_unique<fix::OverlayFileSystem>(disk, *analysed.replaced);
  const FileSystem& files = *analysed.files;
  analysed.ground = ground_with(*analysed.replaced);
  const Ground& ground = *analysed.ground;
  if (so_far != nullptr) analysed.publication = so_far->publication();
  const LoadLimits limits{.max_bytes = settings().max_file_size.value_or(LoadLimits{}.max_bytes)};
  analysed.loader = std::make_unique<Loader>(files, discovered_.files, ground.catalog(), limits, jobs_,
                                             so_far == nullptr ? nullptr : &so_far->progress,
                                             std::string(path::name(project_.root)));
  Loaded loaded = analysed.loader->load(extra_sources(*analysed.replaced));
  const auto linked = [&](const program::Program& program) {
    if (so_far != nullptr && so_far->is_due()) publish(program, ground, loaded, files, *so_far);
  };
  program::ProgramInput input{.table = &analysed.loader->table(),
                              .target = target_,
                              .requires_python = project_.requires_python,
                              .is_installable = project_.is_installable,
                              .preference = preference_of(settings()),
                              .declared = declared_,
                              .native = &ground.native.result->code,
                              .jobs = jobs_};
  analysed.program = std::make_unique<const program::Program>(
      link_all(*analysed.loader, loaded, std::move(input), ground.catalog(), linked));
  analysed.sources = std::make_unique<const SourceLookup>(*analysed.program, files, project_.root);
  analysed.run = describe(*analysed.program, ground, loaded, files, *analysed.sources);
  return analysed;
}

std::vector<std::unique_ptr<const SourceFile>> Analyser::extra_sources(const fix::Texts& replaced) const {
  std::vector<std::unique_ptr<const SourceFile>> extra;
  if (!standard_input_) return extra;
  const auto& [path, disk_path, text] = *standard_input_;
  const auto fresh = replaced.find(disk_path);
  const std::string& now = fresh == replaced.end() ? text : fresh->second;
  auto source = python::source_of(path, disk_path, now);
  // What is no notebook in spite of its name has no Python.
  extra.push_back(source ? std::move(*source) : std::make_unique<const SourceFile>(path, disk_path, ""));
  return extra;
}

}  // namespace forklint::cli
