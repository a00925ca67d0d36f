#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "base/check.h"
#include "base/text.h"
#include "python/error_regions.h"
#include "python/guards.h"
#include "python/lowering.h"
#include "python/module.h"
#include "python/scope_builder.h"
#include "python/tree.h"
#include "source/notebook.h"

namespace forklint::python {

// Fills a module: guards, parser, lowering, names; and says in notices what was left out.
class ModuleBuilder {
 public:
  ModuleBuilder(std::unique_ptr<const SourceFile> source, const Limits& limits) : limits_(limits) {
    module_.source_ = std::move(source);
    module_.arena_ = std::make_unique<std::pmr::monotonic_buffer_resource>();
  }

  PythonModule build() {
    const std::string_view bytes = module_.source_->bytes();
    const RawFacts facts = check_guards(bytes, limits_);
    if (facts.refusal) {
      refuse(*facts.refusal);
    } else {
      check_encoding();
      lower(facts);
    }
    ScopeBuilder::build(module_);
    return std::move(module_);
  }

 private:
  void refuse(const Refusal& refusal) {
    if (refusal.has_place) {
      notice_at(refusal.offset, refusal.text);
    } else {
      notice(0, refusal.text);
    }
  }
  void notice(std::uint32_t line, std::string text) {
    module_.notices_.push_back({Notice::Kind::warning, module_.source_->path(), line, std::move(text)});
  }
  void notice_at(std::uint32_t offset, std::string text) {
    const SourceFile& source = *module_.source_;
    const Notebook* notebook = source.notebook();
    const std::uint32_t line =
        notebook == nullptr
            ? source.position(offset, ColumnUnit::byte).line
            : notebook->file().position(notebook->on_disk({offset, offset}).begin, ColumnUnit::byte).line;
    notice(line, std::move(text));
  }

  void check_encoding() {
    if (module_.source_->is_well_encoded()) return;
    const std::string_view bytes = module_.source_->bytes();
    std::uint32_t at = 0;
    for (text::CodePoint next; at < bytes.size(); at += next.size) {
      next = text::decode(bytes, at);
      if (!next.valid) break;
    }
    notice_at(at, "not valid UTF-8 and no other encoding declared; analysed as far as it can be read");
  }

  void lower(const RawFacts& facts) {
    const std::string_view bytes = module_.source_->bytes();
    const ParsedText parsed = parse_text(bytes, limits_.max_time);
    if (parsed.gave_up) {
      notice(0, "the parser took too long; not analysed");
      return;
    }
    ErrorRegions errors(bytes, facts.lines);
    for (const Piece& piece : parsed.pieces) errors.add(ts_tree_root_node(piece.tree.get()), piece.span);
    if (!errors.empty() && facts.unclosed_string) {
      errors.add({*facts.unclosed_string, static_cast<std::uint32_t>(bytes.size())});
    }
    errors.seal();
    Lowering lowering(*module_.source_, *module_.arena_, errors);
    StmtList body(*module_.arena_);
    for (const Piece& piece : parsed.pieces) {
      lowering.module(ts_tree_root_node(piece.tree.get()), body, module_.comments_);
    }
    module_.body_ = body.view();
    module_.index_.assign(lowering.expr_count(), kNoIndex);
    sort_comments();
    describe(errors, lowering);
  }

  // Lowering meets some comments twice.
  void sort_comments() {
    auto& comments = module_.comments_;
    std::sort(comments.begin(), comments.end(), [](Comment a, Comment b) { return a.span < b.span; });
    const auto same = [](Comment a, Comment b) { return a.span == b.span; };
    comments.erase(std::unique(comments.begin(), comments.end(), same), comments.end());
  }

  void describe(const ErrorRegions& errors, const Lowering& lowering) {
    if (const auto at = lowering.python2_at()) notice_at(*at, "looks like Python 2; analysed in part");
    if (const auto at = lowering.too_deep_at()) notice_at(*at, "nested too deeply; analysed in part");
    auto first = lowering.broken_line_at();
    const std::size_t count = errors.count() + (first ? 1 : 0);
    if (!errors.empty()) first = std::min(first.value_or(errors.first()), errors.first());
    if (!first) return;
    const std::string what =
        count == 1 ? "syntax error" : fmt::format("{} syntax errors, the first here", count);
    notice_at(*first, what + "; analysed in part");
  }

  const Limits& limits_;
  PythonModule module_;
};

PythonModule parse(std::unique_ptr<const SourceFile> source, const Limits& limits) {
  FORKLINT_CHECK(source != nullptr, "parse() needs a source file");
  return ModuleBuilder(std::move(source), limits).build();
}

}  // namespace forklint::python
