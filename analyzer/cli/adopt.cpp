#include "cli/adopt.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <ostream>

#include "base/path.h"
#include "base/text.h"
#include "cli/suppress.h"
#include "finding/baseline.h"
#include "report/on_disk.h"
#include "workspace/changed_lines.h"

namespace forklint::cli {
namespace {

bool is_changed(const Place& place, const RunResult& run, const workspace::ChangedLines& changed) {
  const SourceFile* source = run.source(place.path);
  if (source == nullptr || place.span.end > source->bytes().size()) return false;
  const auto [file, span] = report::on_disk(*source, place.span);
  const std::uint32_t last = span.size() > 0 ? span.end - 1 : span.end;
  return changed.any_of(place.path, file->position(span.begin, ColumnUnit::byte).line,
                        file->position(last, ColumnUnit::byte).line);
}

// A change may bring the thread and not the fork: then it is the change's finding all the same.
bool is_of_change(const Finding& finding, const RunResult& run, const workspace::ChangedLines& changed) {
  const auto touches = [&](const auto& step) { return is_changed(step.place, run, changed); };
  return is_changed(finding.place, run, changed) || std::ranges::any_of(finding.related, touches) ||
         std::ranges::any_of(finding.flow, touches);
}

Result<void> keep_changed(RunResult& run, const std::string& revision) {
  const Result<workspace::ChangedLines> changed = workspace::changed_since(revision, run.root);
  if (!changed) return fail("--diff-base: " + changed.error().message);
  std::erase_if(run.findings, [&](const Finding& finding) { return !is_of_change(finding, run, *changed); });
  std::erase_if(run.suppressed,
                [&](const SuppressedFinding& each) { return !is_of_change(each.finding, run, *changed); });
  return {};
}

Result<void> compare_with_baseline(RunResult& run, const std::string& file, const Host& host) {
  const Result<std::string> text = host.files.read(path::join(host.working_directory, file));
  if (!text) return tl::unexpected(text.error());
  const Result<Baseline> baseline = parse_baseline(*text);
  if (!baseline) return fail("baseline '" + file + "' " + baseline.error().message);
  set_known_aside(run, *baseline);
  return {};
}

// From here on they are known, beside those that another baseline named.
Result<void> write_baseline(RunResult& run, const std::string& file, Host& host) {
  const std::string text = baseline_text(run);
  if (Result<void> written = host.files.write(path::join(host.working_directory, file), text); !written) {
    return written;
  }
  std::vector<Finding>& known = run.known ? *run.known : run.known.emplace();
  std::ranges::move(run.findings, std::back_inserter(known));
  run.findings.clear();
  host.err << fmt::format("forklint: {} in the baseline {}\n", text::counted(known.size(), "finding"),
                          text::visible(file));
  return {};
}

}  // namespace

Result<void> narrow(RunResult& run, const CheckOptions& options, const Host& host) {
  if (!options.diff_base.empty()) {
    if (Result<void> kept = keep_changed(run, options.diff_base); !kept) return kept;
  }
  return options.baseline.empty() ? Result<void>{} : compare_with_baseline(run, options.baseline, host);
}

Result<void> adopt(RunResult& run, const CheckOptions& options, Host& host) {
  if (Result<void> narrowed = narrow(run, options, host); !narrowed) return narrowed;
  if (options.add_suppressions) {
    if (Result<void> added = add_suppressions(run, host); !added) return added;
  }
  if (!options.write_baseline.empty()) return write_baseline(run, options.write_baseline, host);
  return {};
}

}  // namespace forklint::cli
