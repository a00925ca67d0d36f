#include "report/sarif_places.h"

#include <algorithm>

#include "base/path.h"
#include "report/on_disk.h"
#include "report/terminal.h"
#include "sarif/fingerprints.h"
#include "sarif/uri.h"
#include "source/notebook.h"

namespace forklint::report {
namespace {

// Generated and minified code has lines of any length; a log must not repeat them for each finding.
constexpr std::uint32_t kMaxSnippet = 1000;
constexpr std::uint32_t kMaxContext = 3000;
constexpr std::uint32_t kContextBesideSnippet = 100;

std::uint32_t character_start(const SourceFile& source, std::uint32_t offset, std::uint32_t lowest) {
  while (offset > lowest && (static_cast<unsigned char>(source.bytes()[offset]) & 0xC0) == 0x80) --offset;
  return offset;
}

std::uint32_t character_start_after(const SourceFile& source, std::uint32_t offset, std::uint32_t highest) {
  while (offset < highest && (static_cast<unsigned char>(source.bytes()[offset]) & 0xC0) == 0x80) ++offset;
  return offset;
}

sarif::Region region_of(const SourceFile& source, Span span) {
  const Position begin = source.position(span.begin, ColumnUnit::utf16);
  const Position end = source.position(span.end, ColumnUnit::utf16);
  return {begin.line, begin.column, end.line, end.column, std::nullopt};
}

sarif::Region region_with_snippet(const SourceFile& source, Span span) {
  sarif::Region region = region_of(source, span);
  region.snippet = source.utf8(span);
  return region;
}

Span first_line_of(const SourceFile& source, Span span) {
  const Span line = source.line(source.position(span.begin, ColumnUnit::byte).line);
  Span first{std::clamp(span.begin, line.begin, line.end), std::clamp(span.end, line.begin, line.end)};
  // A point is hard to see.
  if (first.size() == 0) first = {first.begin == line.end ? line.begin : first.begin, line.end};
  if (first.size() > kMaxSnippet) first.end = character_start(source, first.begin + kMaxSnippet, first.begin);
  return first;
}

// One line more on both sides, as far as they are not too long.
sarif::Region context_of(const SourceFile& source, Span span) {
  const std::uint32_t line = source.position(span.begin, ColumnUnit::byte).line;
  for (const std::uint32_t more : {1U, 0U}) {
    const std::uint32_t first = std::max(line, more + 1) - more;
    const std::uint32_t last = std::min(line + more, source.line_count());
    const Span lines{source.line(first).begin, source.line(last).end};
    if (lines.size() <= kMaxContext) return {first, 0, last, 0, source.utf8(lines)};
  }
  const Span whole = source.line(line);
  const std::uint32_t before = span.begin - std::min(kContextBesideSnippet, span.begin - whole.begin);
  const std::uint32_t after = span.end + std::min(kContextBesideSnippet, whole.end - span.end);
  return region_with_snippet(source, {character_start(source, before, whole.begin),
                                      character_start_after(source, after, whole.end)});
}

}  // namespace

SarifPlaces::SarifPlaces(const RunResult& run) : run_(run) {
  if (!run.version_control) return;
  prefix_ = run.version_control->prefix;
  const std::string below = "/" + prefix_.substr(0, prefix_.empty() ? 0 : prefix_.size() - 1);
  repository_top_ = prefix_.empty()             ? run.root
                    : run.root.ends_with(below) ? run.root.substr(0, run.root.size() - below.size())
                                                : std::string();
}

sarif::ArtifactLocation SarifPlaces::artifact(const std::string& path) const {
  if (!path::is_absolute(path)) return {sarif::relative_reference(prefix_ + path), kBaseId, ""};
  // Outside of the project, and yet it may lie in the same repository.
  if (!repository_top_.empty()) {
    if (const auto relative = path::relative_to(path, repository_top_)) {
      return {sarif::relative_reference(*relative), kBaseId, ""};
    }
  }
  return {sarif::file_uri(path), "", ""};
}

sarif::PhysicalLocation SarifPlaces::location(const Place& place) const {
  const SourceFile* source = source_of(place, run_);
  // GitHub takes no location without a region.
  if (source == nullptr) return {artifact(place.path), sarif::Region{1, 1, 1, 1, std::nullopt}, std::nullopt};
  const auto [file, span] = on_disk(*source, place.span);
  return {artifact(place.path), region_with_snippet(*file, first_line_of(*file, span)), std::nullopt};
}

sarif::PhysicalLocation SarifPlaces::location_in_context(const Place& place) const {
  sarif::PhysicalLocation result = location(place);
  if (const SourceFile* source = source_of(place, run_)) {
    const auto [file, span] = on_disk(*source, place.span);
    result.context_region = context_of(*file, first_line_of(*file, span));
  }
  return result;
}

std::optional<SarifPlaces::Change> SarifPlaces::change(const Edit& edit) const {
  const SourceFile* source = source_of({edit.path, edit.span}, run_);
  if (source == nullptr) return std::nullopt;
  if (source->notebook() == nullptr) return Change{region_of(*source, edit.span), edit.replacement, source};
  auto on_disk = source->notebook()->on_disk(edit.span, edit.replacement);
  if (!on_disk) return std::nullopt;
  const SourceFile& file = source->notebook()->file();
  return Change{region_of(file, on_disk->span), std::move(on_disk->text), &file};
}

std::string SarifPlaces::line_hash(const Place& place) {
  const SourceFile* source = source_of(place, run_);
  if (source == nullptr) return {};
  if (hashes_.empty() || hashed_path_ != place.path) {
    hashed_path_ = place.path;
    hashes_ = sarif::line_hashes(source->disk_bytes());
  }
  const auto [file, span] = on_disk(*source, place.span);
  const std::uint32_t line = file->position(span.begin, ColumnUnit::byte).line;
  return line <= hashes_.size() ? hashes_[line - 1] : std::string();
}

}  // namespace forklint::report
