#include "cli/fix.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <sstream>

#include "base/path.h"
#include "base/text.h"
#include "cli/adopt.h"
#include "cli/output.h"
#include "fix/rounds.h"
#include "fix/unified_diff.h"
#include "fix/write.h"
#include "rewrite/idle_imports.h"

namespace forklint::cli {
namespace {

const program::Module* module_at(const program::Program& program, const std::string& path) {
  const auto& modules = program.modules();
  const auto found = std::find_if(modules.begin(), modules.end(),
                                  [&](const auto& module) { return module->path() == path; });
  return found == modules.end() ? nullptr : &**found;
}

fix::Snapshot snapshot_of(const std::shared_ptr<const Analysed>& analysed) {
  const RunResult& run = analysed->run;
  const program::Program& program = *analysed->program;
  return {.findings = run.findings,
          .notices = run.notices,
          .source = [analysed](const std::string& path) { return analysed->run.source(path); },
          .idle_imports =
              [analysed, &program](const std::string& path) {
                const program::Module* module = module_at(program, path);
                return module == nullptr ? std::set<std::string>() : rewrite::idle_imports(program, *module);
              },
          .without_imports =
              [analysed, &program](const std::string& path, const std::set<std::string>& names) {
                const program::Module* module = module_at(program, path);
                return module == nullptr ? std::vector<Edit>()
                                         : rewrite::without_idle_imports(program, *module, names);
              }};
}

void write_diff(const fix::Outcome& outcome, const RunResult& run, std::ostream& out) {
  for (const fix::ChangedFile& file : outcome.files) {
    const std::string absolute = path::join(run.root, file.path);
    out << fix::unified_diff(path::relative_to(absolute, run.working_directory).value_or(file.path),
                             file.old_text, file.new_text);
  }
}

std::uint64_t fixed_count(const RunResult& before, const RunResult& after) {
  const std::size_t old_count = before.findings.size();
  return old_count - std::min(old_count, after.findings.size());
}

void add_notices(std::vector<Notice> notices, RunResult& run) {
  run.notices.insert(run.notices.end(), notices.begin(), notices.end());
}

class FixRun {
 public:
  FixRun(const CheckOptions& options, const Analyser& analyser, Host& host, Attendant& attendant)
      : options_(options),
        analyser_(analyser),
        host_(host),
        attendant_(attendant),
        settings_(analyser.settings()) {}

  Result<int> run() {
    first_ = std::make_shared<const Analysed>(analyser_.analyse(host_.files, {}, &attendant_.so_far()));
    const fix::Analyse analyse = [&](const fix::Texts& texts) -> Result<fix::Snapshot> {
      return snapshot_of(std::make_shared<const Analysed>(analyser_.analyse(host_.files, texts)));
    };
    Result<fix::Outcome> outcome = fix::run_rounds(snapshot_of(first_), analyse, choice());
    if (!outcome) return tl::unexpected(outcome.error());
    if (options_.diff) return show(*outcome);
    const std::optional<StandardInput>& input = analyser_.standard_input();
    return input ? print(*outcome, *input) : write(*outcome);
  }

 private:
  fix::Choice choice() const {
    return {.least = settings_.unsafe_fixes.value_or(false) ? Applicability::unsafe : Applicability::safe,
            .may_edit = [this](const std::string& path) { return analyser_.is_reported(path); }};
  }

  Result<int> show(const fix::Outcome& outcome) {
    Analysed after = analyser_.analyse(host_.files, outcome.texts);
    SoFar::Lock lock = attendant_.begin_output();
    std::ostringstream text;
    write_diff(outcome, after.run, text);
    lock.unlock();
    host_.out << text.str();
    host_.out.flush();
    add_notices(outcome.notices, after.run);
    write_notices(options_, after.run, host_);
    if (!options_.quiet) {
      const std::uint64_t fixed = fixed_count(first_->run, after.run);
      host_.err << fmt::format("Would fix {} ({} remaining)\n", text::counted(fixed, "finding"),
                               after.run.findings.size());
    }
    return outcome.files.empty() ? 0 : 1;
  }

  // The text goes where it would be read from: to standard output, and what is left to say beside it.
  Result<int> print(const fix::Outcome& outcome, const StandardInput& input) {
    const auto text = outcome.texts.find(input.disk_path);
    attendant_.hold();
    host_.out << (text == outcome.texts.end() ? input.text : text->second);
    host_.out.flush();
    return report(analyser_.analyse(host_.files, outcome.texts), outcome.notices, host_.err);
  }

  Result<int> write(const fix::Outcome& outcome) {
    const std::string root = host_.files.resolve(analyser_.project().root);
    fix::Written written = write_whole(outcome.files, root);
    std::vector<Notice> notices = outcome.notices;
    notices.insert(notices.end(), written.notices.begin(), written.notices.end());
    const bool failed = std::ranges::count(written.notices, Notice::Kind::error, &Notice::kind) > 0;
    const Result<int> status =
        report(analyser_.analyse(host_.files, texts_on_disk(outcome), &attendant_.so_far()),
               std::move(notices), host_.out);
    return status && failed ? Result<int>(2) : status;
  }

  // What was changed is named, so that C and C++ are read again.
  fix::Texts texts_on_disk(const fix::Outcome& outcome) const {
    fix::Texts texts;
    for (const fix::ChangedFile& file : outcome.files) {
      if (Result<std::string> text = host_.files.read(file.disk_path))
        texts[file.disk_path] = std::move(*text);
    }
    return texts;
  }

  // Ctrl-C waits for the last of them.
  fix::Written write_whole(const std::vector<fix::ChangedFile>& files, const std::string& root) {
    const SoFar::Lock lock = attendant_.hold();
    fix::Written written = fix::write_files(files, root, host_.files);
    attendant_.so_far().forget_findings(lock);
    return written;
  }

  Result<int> report(Analysed after, std::vector<Notice> notices, std::ostream& out) {
    after.run.fixed = fixed_count(first_->run, after.run);
    add_notices(std::move(notices), after.run);
    SoFar::Lock lock = attendant_.begin_output();
    if (Result<void> adopted = adopt(after.run, options_, host_); !adopted)
      return tl::unexpected(adopted.error());
    return deliver(options_, settings_, after.run, host_, out, std::move(lock));
  }

  const CheckOptions& options_;
  const Analyser& analyser_;
  Host& host_;
  Attendant& attendant_;
  const workspace::Settings& settings_;
  std::shared_ptr<const Analysed> first_;
};

}  // namespace

Result<int> fix(const CheckOptions& options, const Analyser& analyser, Host& host, Attendant& attendant) {
  return FixRun(options, analyser, host, attendant).run();
}

}  // namespace forklint::cli
