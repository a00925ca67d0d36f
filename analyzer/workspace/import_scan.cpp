// Import statements by a look at the beginnings of lines, without parsing. It sees statements in strings too,
// which does no harm: an import that is not there makes a file be parsed for nothing.
#include <algorithm>
#include <cctype>
#include <cstring>

#include "workspace/prefilter.h"

namespace forklint::workspace {
namespace {

bool is_name_byte(unsigned char c) { return std::isalnum(c) != 0 || c == '_' || c >= 0x80; }

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<ScannedImport> run() {
    // Every import holds this word, and most files hold it only there.
    constexpr std::string_view kImport = "import";
    for (std::size_t at = text_.find(kImport); at != text_.npos;
         at = text_.find(kImport, at + kImport.size())) {
      const bool word = (at == 0 || !is_name_byte(byte(at - 1))) && !is_name_byte(byte(at + kImport.size()));
      if (!word || at < done_) continue;
      const std::size_t begin = statement_begin(at);
      if (begin == at) {
        at_ = at + kImport.size();
        plain_import();
      } else if (text_.compare(begin, 4, "from") == 0 && !is_name_byte(byte(begin + 4))) {
        at_ = begin + 4;
        from_import(at);
      }
      done_ = at_;
    }
    return std::move(found_);
  }

 private:
  unsigned char byte(std::size_t at) const {
    return at < text_.size() ? static_cast<unsigned char>(text_[at]) : 0;
  }

  // Where the simple statement around `at` begins: after a newline that is not escaped, ';' or ':'.
  std::size_t statement_begin(std::size_t at) const {
    std::size_t begin = at;
    while (begin > 0) {
      const char c = text_[begin - 1];
      if (c == ';' || c == ':') break;
      if (c == '\n' || c == '\r') {
        std::size_t before = begin - 1;
        if (c == '\n' && before > 0 && text_[before - 1] == '\r') --before;
        if (before == 0 || text_[before - 1] != '\\') break;
      }
      --begin;
    }
    while (begin < at && (is_blank(text_[begin]) || text_.compare(begin, 3, "\xEF\xBB\xBF") == 0)) {
      begin += is_blank(text_[begin]) ? 1 : 3;
    }
    return begin;
  }

  static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\f' || c == '\\' || c == '\n' || c == '\r';
  }

  // Blanks, continued lines and, in parentheses, newlines and comments.
  void skip_blanks(bool in_parentheses) {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == ' ' || c == '\t' || c == '\f') {
        ++at_;
      } else if (c == '\\' && (byte(at_ + 1) == '\n' || byte(at_ + 1) == '\r')) {
        at_ += byte(at_ + 1) == '\r' && byte(at_ + 2) == '\n' ? 3 : 2;
      } else if (in_parentheses && (c == '\n' || c == '\r')) {
        ++at_;
      } else if (in_parentheses && c == '#') {
        while (at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
      } else {
        return;
      }
    }
  }

  std::string name(bool in_parentheses) {
    skip_blanks(in_parentheses);
    const std::size_t begin = at_;
    while (is_name_byte(byte(at_))) ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  std::string dotted_name() {
    std::string dotted = name(false);
    for (skip_blanks(false); byte(at_) == '.'; skip_blanks(false)) {
      ++at_;
      dotted += '.' + name(false);
    }
    return dotted;
  }

  // `as alias`, where there is one.
  void skip_alias(bool in_parentheses) {
    const std::size_t before = at_;
    if (name(in_parentheses) == "as") {
      name(in_parentheses);
    } else {
      at_ = before;
    }
    skip_blanks(in_parentheses);
  }

  void plain_import() {
    do {
      std::string module = dotted_name();
      if (module.empty()) return;
      found_.push_back({.module = std::move(module)});
      skip_alias(false);
    } while (byte(at_) == ',' && ++at_ != 0);
  }

  void from_import(std::size_t keyword) {
    ScannedImport import;
    for (skip_blanks(false); byte(at_) == '.'; skip_blanks(false)) {
      ++import.level;
      ++at_;
    }
    if (at_ < keyword) import.module = dotted_name();
    if (at_ != keyword) {
      at_ = keyword;
      return;
    }
    at_ = keyword + 6;
    skip_blanks(false);
    const bool in_parentheses = byte(at_) == '(';
    if (in_parentheses) ++at_;
    skip_blanks(in_parentheses);
    if (byte(at_) == '*') {
      ++at_;
      import.names.emplace_back("*");
    }
    for (std::string each = name(in_parentheses); !each.empty(); each = name(in_parentheses)) {
      import.names.push_back(std::move(each));
      skip_alias(in_parentheses);
      if (byte(at_) != ',') break;
      ++at_;
    }
    found_.push_back(std::move(import));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t done_ = 0;
  std::vector<ScannedImport> found_;
};

}  // namespace

std::vector<ScannedImport> scan_imports(std::string_view bytes) { return Scanner(bytes).run(); }

}  // namespace forklint::workspace
