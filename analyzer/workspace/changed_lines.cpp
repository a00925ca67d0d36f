#include "workspace/changed_lines.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

#include "base/run_program.h"
#include "base/text.h"

namespace forklint::workspace {
namespace {

// Takes the first line off `text`.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  return line;
}

std::uint32_t take_number(std::string_view& text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

struct Side {
  std::uint32_t first = 0;
  std::uint32_t count = 1;
};

// "12,3" or "12"
Side take_side(std::string_view& text) {
  Side side;
  side.first = take_number(text);
  if (text.starts_with(',')) {
    text.remove_prefix(1);
    side.count = take_number(text);
  }
  return side;
}

char unescaped(char letter) {
  constexpr std::string_view kLetters = "abtnvfr";
  constexpr std::string_view kBytes = "\a\b\t\n\v\f\r";
  const std::size_t found = kLetters.find(letter);
  return found == std::string_view::npos ? letter : kBytes[found];
}

// git writes a path with unusual bytes in quotes, as C would.
std::string path_of(std::string_view text) {
  if (text.ends_with('\t')) text.remove_suffix(1);
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::string(text);
  text = text.substr(1, text.size() - 2);
  std::string path;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\' || at + 1 == text.size()) {
      path += text[at];
      continue;
    }
    ++at;
    constexpr std::size_t kOctalDigits = 3;
    unsigned value = 0;
    const char* begin = text.data() + at;
    const char* limit = text.data() + std::min(at + kOctalDigits, text.size());
    const auto [end, error] = std::from_chars(begin, limit, value, 8);
    if (error == std::errc()) {
      path += static_cast<char>(value);
      at += static_cast<std::size_t>(end - begin) - 1;
    } else {
      path += unescaped(text[at]);
    }
  }
  return path;
}

class Git {
 public:
  explicit Git(std::string directory) : directory_(std::move(directory)) {}

  // Programs of the repository's own configuration that reading its files would start.
  Result<void> switch_filters_off() {
    Result<Ran> keys = run({"config", "--null", "--name-only", "--get-regexp", "^filter\\."});
    if (!keys) return tl::unexpected(keys.error());
    for (std::string_view rest = keys->out; !rest.empty();) {
      const std::string_view key = rest.substr(0, rest.find('\0'));
      rest.remove_prefix(std::min(key.size() + 1, rest.size()));
      const std::string driver(key.substr(0, key.rfind('.')));
      for (const char* setting : {".clean=", ".process=", ".required=false"}) {
        options_.insert(options_.end(), {"-c", driver + setting});
      }
    }
    return {};
  }

  Result<Ran> run(const std::vector<std::string>& arguments) const {
    std::vector<std::string> command = {"git"};
    command.insert(command.end(), options_.begin(), options_.end());
    command.insert(command.end(), arguments.begin(), arguments.end());
    Result<Ran> ran = run_program(
        command, RunLimits{},
        {.directory = directory_,
         .environment = {"GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_PAGER=cat", "LC_ALL=C"}});
    if (!ran) return fail("can't run " + ran.error().message);
    return ran;
  }

  // What it says; the first line of its complaint as error.
  Result<std::string> ask(const std::vector<std::string>& arguments) const {
    Result<Ran> said = run(arguments);
    if (!said) return tl::unexpected(said.error());
    if (said->status == 0) return std::move(said->out);
    std::string_view complaint = said->err;
    return fail("git: " + text::visible(take_line(complaint)));
  }

 private:
  std::string directory_;
  std::vector<std::string> options_ = {
      "--no-pager",         "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c",
      "core.quotePath=true"};
};

Result<std::string> commit_named(const std::string& revision, const Git& git) {
  Result<std::string> inside = git.ask({"rev-parse", "--is-inside-work-tree"});
  if (!inside) return inside;
  std::optional<std::string> commit;
  if (!revision.empty() && revision.front() != '-') {
    const Result<Ran> said = git.run({"rev-parse", "--verify", "--quiet", revision + "^{commit}"});
    if (!said) return tl::unexpected(said.error());
    if (said->status == 0) commit = said->out.substr(0, said->out.find('\n'));
  }
  if (!commit) return fail("there is no revision '" + text::visible(revision) + "' in this repository");
  return *commit;
}

}  // namespace

void ChangedLines::add(const std::string& path, std::uint32_t first, std::uint32_t count) {
  if (count > 0) ranges_[path].push_back({first, first + (count - 1)});
}

void ChangedLines::add_file(const std::string& path) {
  ranges_[path].push_back({0, std::numeric_limits<std::uint32_t>::max()});
}

bool ChangedLines::any_of(std::string_view path, std::uint32_t first, std::uint32_t last) const {
  const auto found = ranges_.find(path);
  if (found == ranges_.end()) return false;
  return std::ranges::any_of(found->second,
                             [&](const Range& range) { return range.first <= last && first <= range.last; });
}

ChangedLines read_diff(std::string_view diff) {
  ChangedLines changed;
  std::string path;
  // A changed line may look like a header: how many there are of them is said before.
  std::uint64_t skipped = 0;
  while (!diff.empty()) {
    std::string_view line = take_line(diff);
    if (line.starts_with('\\')) continue;
    if (skipped > 0) {
      --skipped;
    } else if (line.starts_with("+++ ")) {
      path = path_of(line.substr(4));
    } else if (line.starts_with("@@ -")) {
      line.remove_prefix(4);
      const Side before = take_side(line);
      if (!line.starts_with(" +")) continue;
      line.remove_prefix(2);
      const Side after = take_side(line);
      changed.add(path, after.first, after.count);
      skipped = std::uint64_t{before.count} + after.count;
    }
  }
  return changed;
}

Result<ChangedLines> changed_since(const std::string& revision, const std::string& root) {
  Git git(root);
  const Result<std::string> commit = commit_named(revision, git);
  if (!commit) return tl::unexpected(commit.error());
  if (Result<void> off = git.switch_filters_off(); !off) return tl::unexpected(off.error());
  const Result<std::string> diff =
      git.ask({"diff", "--unified=0", "--no-prefix", "--no-color", "--no-ext-diff", "--no-textconv",
               "--ignore-submodules=all", "--find-renames", "--relative", *commit, "--"});
  if (!diff) return tl::unexpected(diff.error());
  ChangedLines changed = read_diff(*diff);
  const Result<std::string> untracked = git.ask({"ls-files", "--others", "--exclude-standard", "-z"});
  if (!untracked) return tl::unexpected(untracked.error());
  for (std::string_view rest = *untracked; !rest.empty();) {
    const std::string_view path = rest.substr(0, rest.find('\0'));
    rest.remove_prefix(std::min(path.size() + 1, rest.size()));
    changed.add_file(std::string(path));
  }
  return changed;
}

}  // namespace forklint::workspace
