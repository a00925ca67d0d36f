#include "finding/suppression.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <unordered_map>

#include "finding/active_directive.h"
#include "finding/selection.h"

namespace forklint {
namespace {

// One file's directives by the line that they speak for; 0 holds those for the whole file.
struct FileDirectives {
  const CommentedFile* file = nullptr;
  std::multimap<std::uint32_t, ActiveDirective> by_line;
};

using DirectivesByPath = std::unordered_map<std::string_view, FileDirectives>;

std::uint32_t line_at(const SourceFile& source, std::uint32_t offset) {
  return source.position(offset, ColumnUnit::byte).line;
}

std::string_view without_indentation(std::string_view line) {
  return line.substr(std::min(line.find_first_not_of(" \t\f"), line.size()));
}

// The line that a comment speaks for: its own, or the next with code where it stands alone.
std::uint32_t line_meant(const SourceFile& source, const SourceComment& comment) {
  const std::uint32_t line = line_at(source, comment.span.begin);
  const std::string_view before = source.text({source.line(line).begin, comment.span.begin});
  if (!without_indentation(before).empty()) return line;
  for (std::uint32_t next = line + 1; next <= source.line_count(); ++next) {
    const std::string_view text = without_indentation(source.text(source.line(next)));
    if (!text.empty() && text.front() != '#' && !text.starts_with("//")) return next;
  }
  return line;
}

FileDirectives directives_of(const CommentedFile& file, std::vector<Notice>& notices) {
  FileDirectives result{&file, {}};
  for (const SourceComment& comment : file.comments) {
    ParsedComment parsed = parse_directives(comment.text);
    if (parsed.complaint) {
      notices.push_back({Notice::Kind::warning, file.source->path(),
                         line_at(*file.source, comment.span.begin),
                         "this comment suppresses nothing: " + *parsed.complaint});
    }
    for (Directive& directive : parsed.directives) {
      ActiveDirective active{std::move(directive), file.source, comment, 0, false, {}};
      active.used.resize(active.directive.selectors.size());
      const bool whole_file = active.directive.kind == Directive::Kind::ignore_file;
      const std::uint32_t own = line_at(*file.source, comment.span.begin);
      active.line = whole_file ? 0 : active.directive.next_line ? own + 1 : line_meant(*file.source, comment);
      result.by_line.emplace(active.line, std::move(active));
    }
  }
  return result;
}

// Lines on which a comment may stand for the finding: both ends of its place and of its statement.
std::array<std::uint32_t, 4> lines_of(const Finding& finding, const CommentedFile& file) {
  const Span place = finding.place.span;
  Span statement = place;
  for (const Span candidate : file.statements) {
    if (!candidate.contains(place)) continue;
    if (statement == place || candidate.size() < statement.size()) statement = candidate;
  }
  const auto last = [](Span span) { return span.size() > 0 ? span.end - 1 : span.end; };
  return {line_at(*file.source, place.begin), line_at(*file.source, last(place)),
          line_at(*file.source, statement.begin), line_at(*file.source, last(statement))};
}

// Whether the directive covers the rule; it then remembers that it was of use.
bool use(ActiveDirective& active, std::string_view rule_id, bool blankets_count) {
  if (active.is_blanket()) {
    active.blanket_used = active.blanket_used || blankets_count;
    return blankets_count;
  }
  bool covered = false;
  for (std::size_t i = 0; i < active.used.size(); ++i) {
    if (!selects(active.directive.selectors[i], rule_id)) continue;
    active.used[i] = true;
    covered = true;
  }
  return covered;
}

// The first directive that covers the finding; all that do are marked as used.
const ActiveDirective* suppressor_of(const Finding& finding, FileDirectives& directives,
                                     bool blankets_count) {
  const ActiveDirective* first = nullptr;
  const auto look_at = [&](std::uint32_t line) {
    const auto [begin, end] = directives.by_line.equal_range(line);
    for (auto it = begin; it != end; ++it) {
      if (use(it->second, finding.rule->id, blankets_count) && first == nullptr) first = &it->second;
    }
  };
  if (directives.by_line.empty()) return nullptr;
  for (const std::uint32_t line : lines_of(finding, *directives.file)) look_at(line);
  look_at(0);
  return first;
}

// Moves each finding to where it belongs.
void sort_out(std::vector<Finding> findings, DirectivesByPath& by_path, bool blankets_count,
              SuppressionOutcome& outcome) {
  for (Finding& finding : findings) {
    const auto file = by_path.find(finding.place.path);
    const ActiveDirective* suppressor =
        file == by_path.end() ? nullptr : suppressor_of(finding, file->second, blankets_count);
    if (suppressor == nullptr) {
      outcome.findings.push_back(std::move(finding));
    } else {
      outcome.suppressed.push_back({std::move(finding), {suppressor->directive.justification}});
    }
  }
}

std::vector<Finding> unused_in(std::span<const CommentedFile> files, const DirectivesByPath& by_path,
                               const SuppressionPolicy& policy) {
  std::vector<Finding> unused;
  for (const CommentedFile& file : files) {
    for (const auto& [line, active] : by_path.at(file.source->path()).by_line) {
      report_unused(active, policy, unused);
    }
  }
  return unused;
}

}  // namespace

SuppressionOutcome apply_suppressions(std::vector<Finding> findings, std::span<const CommentedFile> files,
                                      const SuppressionPolicy& policy) {
  SuppressionOutcome outcome;
  DirectivesByPath by_path;
  for (const CommentedFile& file : files) {
    by_path.try_emplace(file.source->path(), directives_of(file, outcome.notices));
  }
  sort_out(std::move(findings), by_path, true, outcome);
  const bool look_for_unused =
      policy.unused_rule != nullptr && (!policy.is_enabled || policy.is_enabled(policy.unused_rule->id));
  if (look_for_unused) {
    // A blanket must not hide that it is of no use; who wants that names the rule.
    sort_out(unused_in(files, by_path, policy), by_path, false, outcome);
  }
  outcome.findings = normalise(std::move(outcome.findings));
  std::ranges::stable_sort(outcome.suppressed, comes_before, &SuppressedFinding::finding);
  return outcome;
}

}  // namespace forklint
