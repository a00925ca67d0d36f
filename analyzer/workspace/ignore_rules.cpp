#include "workspace/ignore_rules.h"

#include <algorithm>

#include "base/path.h"

namespace forklint::workspace {

struct FolderRules {
  RuleChain outer;
  std::string folder;  // absolute
  IgnoreList list;
};

namespace {

std::vector<std::string> built_in_excludes() {
  return {".git/",        ".hg/",          ".svn/",  ".venv/",        "venv/",          ".tox/",
          ".nox/",        ".eggs/",        "build/", ".mypy_cache/",  ".pytest_cache/", ".ruff_cache/",
          "__pycache__/", "node_modules/", "dist/",  "site-packages/"};
}

IgnoreList excludes_of(const Settings& settings) {
  std::vector<std::string> patterns = settings.exclude.value_or(built_in_excludes());
  patterns.insert(patterns.end(), settings.extend_exclude.begin(), settings.extend_exclude.end());
  return IgnoreList::of(patterns);
}

// The later ones win. The first is git's list for one clone only.
constexpr std::string_view kIgnoreFiles[] = {".git/info/exclude", ".gitignore", ".ignore", ".forklintignore"};

bool tells_of_rules(const DirectoryEntry& entry) {
  return entry.name.starts_with('.') && (entry.name == ".git" || entry.name.ends_with("ignore"));
}

// A path below a folder as seen from there.
std::string_view below(std::string_view path, std::string_view folder) {
  return path.substr(folder == "/" ? 1 : folder.size() + 1);
}

}  // namespace

IgnoreRules::IgnoreRules(const FileSystem& files, const Project& project)
    : files_(files),
      root_(project.root),
      respects_files_(project.settings.respect_ignore_files.value_or(true)),
      excludes_(excludes_of(project.settings)) {}

RuleChain IgnoreRules::read(const std::string& folder, RuleChain outer) const {
  IgnoreList list;
  for (const std::string_view name : kIgnoreFiles) {
    if (const Result<std::string> text = files_.read(path::join(folder, name)))
      list.append(IgnoreList::parse(*text));
  }
  if (list.empty()) return outer;
  return std::make_shared<const FolderRules>(FolderRules{std::move(outer), folder, std::move(list)});
}

RuleChain IgnoreRules::in(const std::string& folder, const std::vector<DirectoryEntry>& entries,
                          RuleChain outer) const {
  const bool may_have = respects_files_ && std::any_of(entries.begin(), entries.end(), tells_of_rules);
  return may_have ? read(folder, std::move(outer)) : outer;
}

// The repository's top folder; without a repository there is nothing around the folder to look at.
std::string IgnoreRules::top_around(const std::string& folder) const {
  for (std::string at = folder;; at = std::string(path::parent(at))) {
    if (files_.status(path::join(at, ".git")).kind != FileKind::missing) return at;
    if (path::parent(at) == at) return folder;
  }
}

RuleChain IgnoreRules::around(const std::string& folder) const {
  RuleChain chain;
  if (!respects_files_) return chain;
  const std::string inner = path::is_inside(folder, root_) ? root_ : folder;
  const std::string top = top_around(inner);
  for (std::string at = top; at != folder;) {
    chain = read(at, std::move(chain));
    const std::string_view rest = below(folder, at);
    at = path::join(at, rest.substr(0, rest.find('/')));
  }
  return chain;
}

bool IgnoreRules::leaves_out(const std::string& path, bool is_directory, const RuleChain& chain) const {
  const std::string from_root = path::relative_to(path, root_).value_or(std::string(path::name(path)));
  if (excludes_.decide(from_root, is_directory) == Ignored::ignored) return true;
  for (const FolderRules* rules = chain.get(); rules != nullptr; rules = rules->outer.get()) {
    const Ignored word = rules->list.decide(below(path, rules->folder), is_directory);
    if (word != Ignored::unmentioned) return word == Ignored::ignored;
  }
  return false;
}

bool IgnoreRules::leaves_out_named(const std::string& path, bool is_directory) const {
  if (path == root_ || !path::is_inside(path, root_)) return false;
  RuleChain chain = around(root_);
  for (std::string folder = root_;;) {
    if (respects_files_) chain = read(folder, std::move(chain));
    const std::string_view rest = below(path, folder);
    const std::size_t slash = rest.find('/');
    std::string next = path::join(folder, rest.substr(0, slash));
    const bool is_last = slash == std::string_view::npos;
    if (leaves_out(next, !is_last || is_directory, chain)) return true;
    if (is_last) return false;
    folder = std::move(next);
  }
}

}  // namespace forklint::workspace
