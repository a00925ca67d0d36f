// Import statements by a look around the word `import`, without parsing. It sees some in strings and comments
// too, which does no harm: an import that is not there makes a file be parsed for nothing. Each word is
// judged by itself, so that nothing that looks like an import can hide a real one behind it.
#include <algorithm>

#include "base/text.h"
#include "base/word.h"
#include "workspace/prefilter.h"

namespace forklint::workspace {
namespace {

using text::is_name_byte;

constexpr std::string_view kImport = "import";
constexpr std::string_view kFrom = "from";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }
bool is_newline(char c) { return c == '\n' || c == '\r'; }

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  ScannedImports run() {
    for (std::size_t at = next_import(0); at != std::string_view::npos;
         at = next_import(at + kImport.size())) {
      if (!is_word(at, at + kImport.size())) continue;
      if (const std::size_t from = from_before(at); from != std::string_view::npos) {
        from_import(from, at);
      } else if (begins_statement(at)) {
        plain_import(at);
      }
    }
    return std::move(found_);
  }

 private:
  std::size_t next_import(std::size_t from) const { return text::find(text_, kImport, from); }

  char byte(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  bool is_word(std::size_t begin, std::size_t end) const {
    const bool begins = begin == 0 || !is_name_byte(text_[begin - 1]) || follows_byte_order_mark(begin);
    return begins && !is_name_byte(byte(end));
  }

  bool follows_byte_order_mark(std::size_t at) const {
    return at == kByteOrderMark.size() && text_.starts_with(kByteOrderMark);
  }

  // Behind a newline, a ';' or a ':'. A newline behind a backslash counts as well: the backslash may be the
  // end of a comment, where it continues nothing.
  bool begins_statement(std::size_t at) const {
    while (at > 0 && is_blank(text_[at - 1])) --at;
    if (at == 0 || follows_byte_order_mark(at)) return true;
    const char before = text_[at - 1];
    return is_newline(before) || before == ';' || before == ':';
  }

  // Back over blanks and continued lines.
  std::size_t blanks_before(std::size_t at) const {
    while (at > 0) {
      if (is_blank(text_[at - 1])) {
        --at;
        continue;
      }
      if (!is_newline(text_[at - 1])) return at;
      const std::size_t newline = at >= 2 && text_[at - 1] == '\n' && text_[at - 2] == '\r' ? 2 : 1;
      if (at <= newline || text_[at - newline - 1] != '\\') return at;
      at -= newline + 1;
    }
    return at;
  }

  // The `from` whose module, dots and names, ends before the word `import` at `at`.
  std::size_t from_before(std::size_t at) const {
    bool behind_a_name = false;
    for (std::size_t end = blanks_before(at); end > 0; end = blanks_before(end)) {
      if (text_[end - 1] == '.') {
        behind_a_name = false;
        --end;
        continue;
      }
      std::size_t begin = end;
      while (begin > 0 && is_name_byte(text_[begin - 1]) && !follows_byte_order_mark(begin)) --begin;
      const std::string_view word = text_.substr(begin, end - begin);
      if (word == kFrom) return begins_statement(begin) ? begin : std::string_view::npos;
      if (word.empty() || word == kImport || behind_a_name) return std::string_view::npos;
      behind_a_name = true;
      end = begin;
    }
    return std::string_view::npos;
  }

  // Blanks, continued lines and, in parentheses, newlines and comments.
  void skip_blanks(bool in_parentheses) {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_blank(c) || (in_parentheses && is_newline(c))) {
        ++at_;
      } else if (c == '\\' && is_newline(byte(at_ + 1))) {
        at_ += byte(at_ + 1) == '\r' && byte(at_ + 2) == '\n' ? 3 : 2;
      } else if (in_parentheses && c == '#') {
        at_ = text::line_end(text_, at_);
      } else {
        return;
      }
    }
  }

  // Empty before the keywords of another import: what looked like a list ended earlier.
  std::string_view name(bool in_parentheses) {
    skip_blanks(in_parentheses);
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name_byte(text_[at_])) ++at_;
    const std::string_view word = text_.substr(begin, at_ - begin);
    if (word != kImport && word != kFrom) return word;
    at_ = begin;
    return {};
  }

  std::string_view dotted_name() {
    const std::size_t begin = at_;
    const std::string_view first = name(false);
    std::size_t end = at_;
    std::string dotted(first);
    for (skip_blanks(false); byte(at_) == '.'; skip_blanks(false)) {
      ++at_;
      dotted += '.';
      dotted += name(false);
      end = at_;
    }
    const std::string_view written = text_.substr(begin, end - begin);
    const std::size_t blanks = written.find(first);
    if (blanks != std::string_view::npos && written.substr(blanks) == dotted) return written.substr(blanks);
    return *found_.respelled.emplace_back(std::make_unique<const std::string>(std::move(dotted)));
  }

  // `as alias`, where there is one.
  std::string_view alias(bool in_parentheses) {
    const std::size_t before = at_;
    std::string_view found;
    if (name(in_parentheses) == "as") {
      found = name(in_parentheses);
    } else {
      at_ = before;
    }
    skip_blanks(in_parentheses);
    return found;
  }

  void add(ScannedImport import, std::size_t begin) {
    import.begin = static_cast<std::uint32_t>(begin);
    import.end = static_cast<std::uint32_t>(at_);
    found_.imports.push_back(import);
  }

  void plain_import(std::size_t keyword) {
    at_ = keyword + kImport.size();
    while (true) {
      ScannedImport import{.module = dotted_name()};
      if (import.module.empty()) return;
      import.alias = alias(false);
      add(import, keyword);
      if (byte(at_) != ',') return;
      ++at_;
    }
  }

  void from_import(std::size_t from, std::size_t keyword) {
    at_ = from + kFrom.size();
    ScannedImport import{.is_from = true};
    for (skip_blanks(false); byte(at_) == '.'; skip_blanks(false)) {
      ++import.level;
      ++at_;
    }
    import.module = dotted_name();
    at_ = keyword + kImport.size();
    skip_blanks(false);
    import.first_name = static_cast<std::uint32_t>(found_.names.size());
    // Text that is made for it could have its lists read over and over.
    constexpr std::size_t kMostReadings = 8;
    if (byte(at_) == '*' || listed_bytes_ > kMostReadings * text_.size()) {
      found_.names.push_back({.name = "*"});
    } else {
      read_names();
      listed_bytes_ += at_ - keyword;
    }
    import.name_count = static_cast<std::uint32_t>(found_.names.size()) - import.first_name;
    add(import, from);
  }

  void read_names() {
    const bool in_parentheses = byte(at_) == '(';
    if (in_parentheses) ++at_;
    for (std::string_view each = name(in_parentheses); !each.empty(); each = name(in_parentheses)) {
      found_.names.push_back({.name = each, .alias = alias(in_parentheses)});
      if (byte(at_) != ',') break;
      ++at_;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t listed_bytes_ = 0;
  ScannedImports found_;
};

}  // namespace

ScannedImports scan_imports(std::string_view bytes) { return Scanner(bytes).run(); }

}  // namespace forklint::workspace
