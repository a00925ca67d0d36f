#include "cli/suppress.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <ostream>
#include <set>
#include <utility>

#include "base/text.h"
#include "finding/directive.h"
#include "fix/apply.h"
#include "python/module.h"
#include "python/statements.h"
#include "source/notebook.h"

namespace forklint::cli {
namespace {

std::uint32_t line_at(const SourceFile& source, std::uint32_t offset) {
  return source.position(offset, ColumnUnit::byte).line;
}

std::uint32_t last_byte(Span span) { return span.size() > 0 ? span.end - 1 : span.end; }

// Where a comment may stand for a finding, the best place first.
struct Spot {
  std::uint32_t line = 0;
  bool above = false;  // on a line of its own before that line

  auto operator<=>(const Spot&) const = default;
};

struct Insertion {
  std::uint32_t at = 0;
  std::string text;
  Spot spot;
  std::uint32_t mark = 0;  // where its first visible byte came to lie
};

std::string joined(const std::set<std::string>& rules) {
  std::string out;
  for (const std::string& rule : rules) out += (out.empty() ? "" : ", ") + rule;
  return out;
}

std::string_view newline_of(const SourceFile& source) {
  switch (source.newline()) {
    case Newline::crlf:
      return "\r\n";
    case Newline::cr:
      return "\r";
    default:
      return "\n";
  }
}

class Annotator {
 public:
  explicit Annotator(const SourceFile& source)
      : source_(source),
        module_(parsed(std::string(source.bytes()))),
        statements_(statement_spans(module_)) {}

  // Tries spot after spot, until the parser sees a comment where one was written.
  Comments annotate(std::vector<Finding> findings) {
    std::vector<std::size_t> choice(findings.size(), 0);
    std::vector<std::vector<Spot>> spots;
    spots.reserve(findings.size());
    for (const Finding& finding : findings) spots.push_back(spots_of(finding.place.span));
    while (true) {
      std::map<Spot, std::set<std::string>> rules;
      for (std::size_t i = 0; i < findings.size(); ++i) {
        if (choice[i] < spots[i].size()) rules[spots[i][choice[i]]].insert(std::string(findings[i].rule->id));
      }
      const std::set<Spot> refused = write(rules);
      if (refused.empty()) break;
      for (std::size_t i = 0; i < findings.size(); ++i) {
        if (choice[i] < spots[i].size() && refused.contains(spots[i][choice[i]])) ++choice[i];
      }
    }
    Comments result;
    for (const Insertion& each : insertions_)
      result.edits.push_back({source_.path(), {each.at, each.at}, each.text});
    for (std::size_t i = 0; i < findings.size(); ++i) {
      if (choice[i] >= spots[i].size()) result.left.push_back(std::move(findings[i]));
    }
    return result;
  }

 private:
  python::PythonModule parsed(std::string text) const {
    return python::parse(std::make_unique<const SourceFile>(source_.path(), "", std::move(text)));
  }

  std::vector<Spot> spots_of(Span place) const {
    Span statement = place;
    for (const Span candidate : statements_) {
      if (candidate.contains(place) && (statement == place || candidate.size() < statement.size())) {
        statement = candidate;
      }
    }
    return {{line_at(source_, last_byte(place))},
            {line_at(source_, last_byte(statement))},
            {line_at(source_, statement.begin), true}};
  }

  // Fills text_ and insertions_. The spots at which no comment came out.
  std::set<Spot> write(const std::map<Spot, std::set<std::string>>& rules) {
    std::set<Spot> refused;
    insertions_.clear();
    for (const auto& [spot, ids] : rules) {
      if (!spot.above && source_.text(source_.line(spot.line)).ends_with('\\')) {
        refused.insert(spot);
      } else {
        insertions_.push_back(insertion(spot, ids));
      }
    }
    std::ranges::stable_sort(insertions_, {}, &Insertion::at);
    text_.clear();
    std::uint32_t copied = 0;
    for (Insertion& each : insertions_) {
      text_ += source_.text({copied, each.at});
      copied = each.at;
      each.mark = static_cast<std::uint32_t>(text_.size() + each.text.find_first_not_of(" \t\f"));
      text_ += each.text;
    }
    text_ += source_.bytes().substr(copied);
    const python::PythonModule module = parsed(text_);
    for (const Insertion& each : insertions_) {
      const bool is_comment = std::ranges::any_of(module.comments(), [&](const python::Comment& comment) {
        return comment.span.begin <= each.mark && each.mark < comment.span.end;
      });
      if (!is_comment) refused.insert(each.spot);
    }
    return refused;
  }

  Insertion insertion(const Spot& spot, const std::set<std::string>& ids) const {
    const Span line = source_.line(spot.line);
    const std::string comment = "# forklint: ignore[" + joined(ids) + "]";
    if (spot.above) {
      const std::string_view text = source_.text(line);
      const std::string_view indentation =
          text.substr(0, std::min(text.find_first_not_of(" \t\f"), text.size()));
      return {line.begin, std::string(indentation) + comment + std::string(newline_of(source_)), spot};
    }
    for (const python::Comment& existing : module_.comments()) {
      if (line_at(source_, existing.span.begin) != spot.line) continue;
      for (const Directive& directive : parse_directives(source_.text(existing.span)).directives) {
        if (directive.kind != Directive::Kind::ignore || directive.list.size() == 0) continue;
        return {existing.span.begin + directive.list.end, ", " + joined(ids), spot};
      }
    }
    return {line.end, "  " + comment, spot};
  }

  const SourceFile& source_;
  python::PythonModule module_;
  std::vector<Span> statements_;
  std::string text_;
  std::vector<Insertion> insertions_;
};

bool can_have_comment(const Finding& finding, const SourceFile* source) {
  // A comment that takes back the complaint about a comment helps nobody.
  const std::string& path = finding.place.path;
  return source != nullptr && !source->disk_path().empty() &&
         (path.ends_with(".py") || path.ends_with(".pyw") || is_notebook_path(path)) &&
         finding.rule->id != "FRK901";
}

}  // namespace

Comments suppressions_for(const SourceFile& source, std::vector<Finding> findings) {
  return Annotator(source).annotate(std::move(findings));
}

Result<void> add_suppressions(RunResult& run, Host& host) {
  std::map<std::string, std::vector<Finding>> by_path;
  std::vector<Finding> left;
  for (Finding& finding : run.findings) {
    const bool possible = can_have_comment(finding, run.source(finding.place.path));
    (possible ? by_path[finding.place.path] : left).push_back(std::move(finding));
  }
  const std::size_t found = run.findings.size();
  std::size_t files = 0;
  for (auto& [path, findings] : by_path) {
    const SourceFile& source = *run.source(path);
    Comments comments = suppressions_for(source, std::move(findings));
    left.insert(left.end(), comments.left.begin(), comments.left.end());
    if (comments.edits.empty()) continue;
    const std::string text = fix::apply(source, comments.edits);
    if (Result<void> written = host.files.write(source.disk_path(), text); !written) return written;
    ++files;
  }
  run.findings = normalise(std::move(left));
  host.err << fmt::format("forklint: suppressed {} with comments in {}\n",
                          text::counted(found - run.findings.size(), "finding"),
                          text::counted(files, "file"));
  return {};
}

}  // namespace forklint::cli
