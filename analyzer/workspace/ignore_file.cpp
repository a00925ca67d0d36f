#include "workspace/ignore_file.h"

#include <cstdint>

namespace forklint::workspace {
namespace {

// A bracket expression at glob[at] == '['. Sets `at` behind it; nothing matches one that is not closed.
bool matches_class(std::string_view glob, std::size_t& at, char c) {
  std::size_t i = at + 1;
  const bool negated = i < glob.size() && (glob[i] == '!' || glob[i] == '^');
  if (negated) ++i;
  bool found = false;
  for (bool first = true; i < glob.size() && (first || glob[i] != ']'); first = false) {
    char low = glob[i];
    if (low == '\\' && i + 1 < glob.size()) low = glob[++i];
    char high = low;
    if (i + 2 < glob.size() && glob[i + 1] == '-' && glob[i + 2] != ']') {
      i += 2;
      high = glob[i];
      if (high == '\\' && i + 1 < glob.size()) high = glob[++i];
    }
    found = found || (static_cast<unsigned char>(low) <= static_cast<unsigned char>(c) &&
                      static_cast<unsigned char>(c) <= static_cast<unsigned char>(high));
    ++i;
  }
  if (i >= glob.size()) {
    at = glob.size() + 1;
    return false;
  }
  at = i + 1;
  return c != '/' && found != negated;
}

// `*`, `?` and classes do not cross a '/'; `**` as a whole component does. Backtracks to the last star only.
class Glob {
 public:
  Glob(std::string_view glob, std::string_view text) : glob_(glob), text_(text) {}

  bool matches() {
    std::size_t g = 0;
    std::size_t t = 0;
    while (true) {
      if (g == glob_.size() && t == text_.size()) return true;
      if (step(g, t)) continue;
      // A later start for the last single star first, then for the last double one.
      if (star_.set && star_.text < text_.size() && text_[star_.text] != '/') {
        t = ++star_.text;
        g = star_.glob;
      } else if (deep_.set && deep_.text < text_.size()) {
        // `**/` resumes at the beginning of a component only.
        do {
          t = ++deep_.text;
        } while (deep_.component && t < text_.size() && text_[t - 1] != '/');
        if (deep_.component && text_[t - 1] != '/') return false;
        g = deep_.glob;
        star_.set = false;
      } else {
        return false;
      }
    }
  }

 private:
  struct Resume {
    bool set = false;
    bool component = false;
    std::size_t glob = 0;
    std::size_t text = 0;
  };

  // Takes one element of the pattern, if it fits.
  bool step(std::size_t& g, std::size_t& t) {
    if (g == glob_.size()) return false;
    if (glob_[g] == '*') return star(g, t);
    if (t == text_.size()) return false;
    if (glob_[g] == '[') {
      std::size_t next = g;
      if (!matches_class(glob_, next, text_[t])) return false;
      g = next;
      ++t;
      return true;
    }
    if (glob_[g] == '?') {
      if (text_[t] == '/') return false;
    } else {
      const bool escaped = glob_[g] == '\\' && g + 1 < glob_.size();
      if (escaped) ++g;
      if (glob_[g] != text_[t]) {
        if (escaped) --g;
        return false;
      }
    }
    ++g;
    ++t;
    return true;
  }

  bool star(std::size_t& g, std::size_t t) {
    const bool at_component = g == 0 || glob_[g - 1] == '/';
    const bool doubled = glob_.substr(g).starts_with("**");
    const bool ends_component = g + 2 == glob_.size() || (g + 2 < glob_.size() && glob_[g + 2] == '/');
    if (doubled && at_component && ends_component) {
      const bool last = g + 2 == glob_.size();
      g += last ? 2 : 3;
      deep_ = {true, !last, g, t};
      star_.set = false;
      // A trailing `/**` means everything inside: at least one more character.
      return last ? t < text_.size() : true;
    }
    while (g < glob_.size() && glob_[g] == '*') ++g;
    star_ = {true, false, g, t};
    return true;
  }

  std::string_view glob_;
  std::string_view text_;
  Resume star_;
  Resume deep_;
};

}  // namespace

void IgnoreList::add(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  // Trailing blanks do not count unless they are escaped.
  while (line.ends_with(' ') && !line.ends_with("\\ ")) line.remove_suffix(1);
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
  pattern.anchored = line.find('/') != line.npos;
  if (line.starts_with('/')) line.remove_prefix(1);
  if (line.empty()) return;
  pattern.glob = line;
  patterns_.push_back(std::move(pattern));
}

IgnoreList IgnoreList::parse(std::string_view text) {
  IgnoreList list;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    list.add(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return list;
}

IgnoreList IgnoreList::of(const std::vector<std::string>& patterns) {
  IgnoreList list;
  for (const std::string& pattern : patterns) list.add(pattern);
  return list;
}

bool IgnoreList::matches(const Pattern& pattern, std::string_view path, bool is_directory) {
  if (pattern.directory_only && !is_directory) return false;
  const std::string_view subject = pattern.anchored ? path : path.substr(path.rfind('/') + 1);
  return Glob(pattern.glob, subject).matches();
}

Ignored IgnoreList::decide(std::string_view path, bool is_directory) const {
  for (auto pattern = patterns_.rbegin(); pattern != patterns_.rend(); ++pattern) {
    if (matches(*pattern, path, is_directory)) return pattern->negated ? Ignored::included : Ignored::ignored;
  }
  return Ignored::unmentioned;
}

bool matches_pattern(std::string_view pattern, std::string_view path) {
  const IgnoreList list = IgnoreList::of({std::string(pattern)});
  for (std::size_t end = path.find('/'); end != path.npos; end = path.find('/', end + 1)) {
    if (list.decide(path.substr(0, end), true) == Ignored::ignored) return true;
  }
  return list.decide(path, false) == Ignored::ignored;
}

}  // namespace forklint::workspace
