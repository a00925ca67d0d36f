#include "workspace/ignore_file.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <iterator>
#include <optional>

namespace forklint::workspace {
namespace {

bool is_special(char c) { return c == '*' || c == '?' || c == '[' || c == '\\'; }

// Whether a byte belongs to [:name:]; nothing for a name that is none.
std::optional<bool> is_in_named_class(std::string_view name, char c) {
  constexpr std::pair<std::string_view, int (*)(int)> kClasses[] = {
      {"alnum", std::isalnum}, {"alpha", std::isalpha}, {"blank", std::isblank}, {"cntrl", std::iscntrl},
      {"digit", std::isdigit}, {"graph", std::isgraph}, {"lower", std::islower}, {"print", std::isprint},
      {"punct", std::ispunct}, {"space", std::isspace}, {"upper", std::isupper}, {"xdigit", std::isxdigit}};
  for (const auto& [known, holds] : kClasses) {
    // Bytes beyond ASCII belong to no class, whatever the locale.
    if (name == known)
      return static_cast<unsigned char>(c) < 0x80 && holds(static_cast<unsigned char>(c)) != 0;
  }
  return std::nullopt;
}

// A bracket expression of a pattern, such as [a-z0-9], [!/] or [[:digit:]_], held against one byte.
class BracketExpression {
 public:
  // `glob` begins behind the opening bracket.
  BracketExpression(std::string_view glob, char c) : glob_(glob), c_(static_cast<unsigned char>(c)) {}

  // Nothing where the expression is not closed or names an unknown class: then no path matches.
  std::optional<bool> matches() {
    const bool negated = at_ < glob_.size() && (glob_[at_] == '!' || glob_[at_] == '^');
    if (negated) ++at_;
    bool found = false;
    // A ']' that comes first stands for itself.
    for (bool first = true; at_ < glob_.size() && (first || glob_[at_] != ']'); first = false) {
      const std::optional<bool> holds = element();
      if (!holds) return std::nullopt;
      found = found || *holds;
    }
    if (at_ >= glob_.size()) return std::nullopt;
    return c_ != '/' && found != negated;
  }

  // How much of the pattern it takes, with the closing bracket.
  std::size_t size() const { return at_ + 1; }

 private:
  std::optional<bool> element() {
    if (glob_.substr(at_).starts_with("[:")) {
      const std::size_t end = glob_.find(']', at_ + 2);
      if (end == std::string_view::npos) return std::nullopt;
      if (end > at_ + 2 && glob_[end - 1] == ':') {
        const std::string_view name = glob_.substr(at_ + 2, end - at_ - 3);
        at_ = end + 1;
        return is_in_named_class(name, static_cast<char>(c_));
      }
    }
    const std::optional<unsigned char> low = literal();
    if (!low) return std::nullopt;
    const bool is_range = at_ + 1 < glob_.size() && glob_[at_] == '-' && glob_[at_ + 1] != ']';
    if (!is_range) return c_ == *low;
    ++at_;
    const std::optional<unsigned char> high = literal();
    if (!high) return std::nullopt;
    // As git has it, a range that runs backwards still holds the byte that it begins with.
    return c_ == *low || (*low <= c_ && c_ <= *high);
  }

  std::optional<unsigned char> literal() {
    if (glob_[at_] == '\\') ++at_;
    if (at_ == glob_.size()) return std::nullopt;
    return static_cast<unsigned char>(glob_[at_++]);
  }

  std::string_view glob_;
  unsigned char c_;
  std::size_t at_ = 0;
};

// `*`, `?` and brackets do not cross a '/'; `**` as a whole component does. What comes before the last star
// was matched as early as possible and need never be tried again: it can't do better further on.
class Glob {
 public:
  Glob(std::string_view glob, std::string_view text) : glob_(glob), text_(text) {}

  bool matches() {
    while (!takes_everything_) {
      if (g_ == glob_.size() && t_ == text_.size()) return true;
      if (!step() && !resume()) return false;
    }
    return true;
  }

 private:
  struct Resume {
    std::size_t glob = 0;
    std::size_t text = 0;
  };

  // Takes one element of the pattern, if it fits.
  bool step() {
    if (g_ == glob_.size()) return false;
    if (glob_[g_] == '*') return take_stars();
    if (t_ == text_.size()) return false;
    if (glob_[g_] == '[') return take_bracket();
    if (glob_[g_] == '?') return take(text_[t_] != '/', 1);
    if (glob_[g_] != '\\') return take(glob_[g_] == text_[t_], 1);
    // An escape at the end of the pattern escapes nothing and matches nothing.
    return g_ + 1 < glob_.size() && take(glob_[g_ + 1] == text_[t_], 2);
  }

  bool take(bool fits, std::size_t size) {
    if (!fits) return false;
    g_ += size;
    ++t_;
    return true;
  }

  bool take_bracket() {
    BracketExpression bracket(glob_.substr(g_ + 1), text_[t_]);
    const bool fits = bracket.matches().value_or(false);
    return take(fits, 1 + bracket.size());
  }

  bool take_stars() {
    const bool begins_component = g_ == 0 || glob_[g_ - 1] == '/';
    const std::size_t end = std::min(glob_.find_first_not_of('*', g_), glob_.size());
    const bool ends_component = end == glob_.size() || glob_[end] == '/';
    if (end - g_ > 1 && begins_component && ends_component) {
      takes_everything_ = end == glob_.size();
      g_ = end + 1;
      star_.reset();
      components_ = {g_, t_};
    } else {
      g_ = end;
      star_ = {g_, t_};
    }
    return true;
  }

  // Gives the last star one byte more, or else the last `**/` one component more.
  bool resume() {
    if (star_ && star_->text < text_.size() && text_[star_->text] != '/') {
      t_ = ++star_->text;
      g_ = star_->glob;
      return true;
    }
    if (!components_) return false;
    const std::size_t slash = text_.find('/', components_->text);
    if (slash == std::string_view::npos) return false;
    t_ = components_->text = slash + 1;
    g_ = components_->glob;
    star_.reset();
    return true;
  }

  std::string_view glob_;
  std::string_view text_;
  std::size_t g_ = 0;
  std::size_t t_ = 0;
  std::optional<Resume> star_;
  std::optional<Resume> components_;
  bool takes_everything_ = false;
};

// Blanks at the end of a line do not count unless they are escaped.
std::string_view without_trailing_blanks(std::string_view line) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == ' ') continue;
    if (line[i] == '\\' && i + 1 < line.size()) ++i;
    end = i + 1;
  }
  return line.substr(0, end);
}

}  // namespace

void IgnoreList::add(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  line = without_trailing_blanks(line);
  if (line.empty() || line.front() == '#') return;
  Pattern pattern;
  if (line.front() == '!') {
    pattern.negated = true;
    line.remove_prefix(1);
  }
  if (line.ends_with('/')) {
    pattern.directory_only = true;
    line.remove_suffix(1);
  }
  pattern.anchored = line.find('/') != std::string_view::npos;
  if (line.starts_with('/')) line.remove_prefix(1);
  if (line.empty()) return;
  pattern.glob = line;
  pattern.literal = std::none_of(line.begin(), line.end(), is_special);
  patterns_.push_back(std::move(pattern));
}

IgnoreList IgnoreList::parse(std::string_view text) {
  IgnoreList list;
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    list.add(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return list;
}

void IgnoreList::append(IgnoreList stronger) {
  std::move(stronger.patterns_.begin(), stronger.patterns_.end(), std::back_inserter(patterns_));
}

IgnoreList IgnoreList::of(const std::vector<std::string>& patterns) {
  IgnoreList list;
  for (const std::string& pattern : patterns) list.add(pattern);
  return list;
}

bool IgnoreList::matches(const Pattern& pattern, std::string_view path, bool is_directory) {
  if (pattern.directory_only && !is_directory) return false;
  const std::string_view subject = pattern.anchored ? path : path.substr(path.rfind('/') + 1);
  return pattern.literal ? pattern.glob == subject : Glob(pattern.glob, subject).matches();
}

Ignored IgnoreList::decide(std::string_view path, bool is_directory) const {
  const auto last = std::find_if(patterns_.rbegin(), patterns_.rend(), [&](const Pattern& pattern) {
    return matches(pattern, path, is_directory);
  });
  if (last == patterns_.rend()) return Ignored::unmentioned;
  return last->negated ? Ignored::included : Ignored::ignored;
}

bool matches_pattern(std::string_view pattern, std::string_view path) {
  const IgnoreList list = IgnoreList::of({std::string(pattern)});
  for (std::size_t end = path.find('/'); end != std::string_view::npos; end = path.find('/', end + 1)) {
    if (list.decide(path.substr(0, end), true) == Ignored::ignored) return true;
  }
  return list.decide(path, false) == Ignored::ignored;
}

}  // namespace forklint::workspace
