#include "workspace/version_control.h"

#include <algorithm>
#include <cctype>

#include "base/path.h"

namespace forklint::workspace {
namespace {

// Where a work tree's own state lies, and what it shares with the repository's other work trees.
struct GitFolders {
  std::string top;
  std::string own;
  std::string common;
};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::string read_line(const FileSystem& files, const std::string& path) {
  const Result<std::string> content = files.read(path);
  if (!content) return {};
  return std::string(trimmed(std::string_view(*content).substr(0, content->find('\n'))));
}

std::string_view without_prefix(std::string_view text, std::string_view prefix) {
  return text.starts_with(prefix) ? text.substr(prefix.size()) : std::string_view();
}

// `.git` is a folder, or in a linked work tree or submodule a file that names one.
std::string git_folder(const FileSystem& files, const std::string& top) {
  std::string dot_git = path::join(top, ".git");
  const FileKind kind = files.status(dot_git).kind;
  if (kind == FileKind::directory) return dot_git;
  if (kind != FileKind::file) return {};
  const std::string line = read_line(files, dot_git);
  const std::string_view target = trimmed(without_prefix(line, "gitdir:"));
  return target.empty() ? std::string() : path::normalise(path::join(top, target));
}

std::optional<GitFolders> find_git(const FileSystem& files, std::string top) {
  while (true) {
    const std::string own = git_folder(files, top);
    if (!own.empty() && files.status(path::join(own, "HEAD")).kind == FileKind::file) {
      const std::string common = read_line(files, path::join(own, "commondir"));
      return GitFolders{top, own, common.empty() ? own : path::normalise(path::join(own, common))};
    }
    std::string above(path::parent(top));
    if (above == top || above == ".") return std::nullopt;
    top = std::move(above);
  }
}

bool is_hash(std::string_view text) {
  return (text.size() == 40 || text.size() == 64) &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// The files are the repository's, which may be hostile: a name must not lead out of it.
bool is_reference(std::string_view name) {
  return name.starts_with("refs/") && name.find("..") == std::string_view::npos;
}

std::string packed_reference(const FileSystem& files, const std::string& common, std::string_view name) {
  const Result<std::string> packed = files.read(path::join(common, "packed-refs"));
  if (!packed) return {};
  std::string_view rest = *packed;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = trimmed(rest.substr(0, end));
    const std::size_t blank = line.find(' ');
    if (blank != std::string_view::npos && line.substr(blank + 1) == name)
      return std::string(line.substr(0, blank));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

std::string resolved_reference(const FileSystem& files, const GitFolders& git, std::string name) {
  constexpr int kMaxSymbolicReferences = 5;
  for (int i = 0; i < kMaxSymbolicReferences && is_reference(name); ++i) {
    std::string value = read_line(files, path::join(git.own, name));
    if (value.empty()) value = read_line(files, path::join(git.common, name));
    if (value.empty()) value = packed_reference(files, git.common, name);
    if (is_hash(value)) return value;
    name = trimmed(without_prefix(value, "ref:"));
  }
  return {};
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
  });
  return out;
}

// The value of a line of git's configuration: quotes gone, a comment after it gone.
std::string config_value(std::string_view text) {
  std::string value;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\' && at + 1 < text.size()) {
      value += text[++at];
    } else if (text[at] == '"') {
      quoted = !quoted;
    } else if (!quoted && (text[at] == '#' || text[at] == ';')) {
      break;
    } else {
      value += text[at];
    }
  }
  return std::string(trimmed(value));
}

// The address of the remote "origin", else of the first remote that has one.
std::string remote_address(std::string_view config) {
  std::string first;
  std::string section;
  while (!config.empty()) {
    const std::size_t end = std::min(config.find('\n'), config.size());
    const std::string_view line = trimmed(config.substr(0, end));
    config.remove_prefix(std::min(end + 1, config.size()));
    if (line.starts_with('[')) {
      section = line.substr(0, line.find(']'));
      continue;
    }
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos || !lower(section).starts_with("[remote ")) continue;
    if (lower(trimmed(line.substr(0, equals))) != "url") continue;
    std::string value = config_value(line.substr(equals + 1));
    if (section.ends_with(" \"origin\"")) return value;
    if (first.empty()) first = std::move(value);
  }
  return first;
}

bool is_scheme(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](unsigned char byte) {
    return std::isalnum(byte) != 0 || byte == '+' || byte == '-' || byte == '.';
  });
}

}  // namespace

std::string public_uri(std::string_view remote) {
  const std::size_t scheme_end = remote.find("://");
  std::string scheme = "ssh";
  std::string rest;
  if (scheme_end != std::string_view::npos) {
    if (!is_scheme(remote.substr(0, scheme_end))) return {};
    scheme = lower(remote.substr(0, scheme_end));
    if (scheme == "file") return {};
    rest = remote.substr(scheme_end + 3);
    rest = rest.substr(0, rest.find_first_of("?#"));
  } else {
    // git takes "host:path" for ssh unless a slash stands before the colon.
    const std::size_t colon = remote.find(':');
    if (colon == std::string_view::npos || remote.find('/') < colon) return {};
    const std::string_view path = remote.substr(colon + 1);
    rest = std::string(remote.substr(0, colon)) + (path.starts_with('/') ? "" : "/") + std::string(path);
  }
  const std::size_t host_end = std::min(rest.find('/'), rest.size());
  const std::size_t user_end = rest.rfind('@', host_end);
  if (user_end != std::string::npos) rest.erase(0, user_end + 1);
  if (rest.empty() || rest.starts_with('/')) return {};
  return scheme + "://" + rest;
}

std::optional<VersionControl> read_version_control(const FileSystem& files, const std::string& root) {
  const std::optional<GitFolders> git = find_git(files, root);
  if (!git) return std::nullopt;
  VersionControl result;
  const std::string prefix = path::relative_to(root, git->top).value_or(".");
  if (prefix != ".") result.prefix = prefix + "/";

  const std::string head = read_line(files, path::join(git->own, "HEAD"));
  const std::string reference(trimmed(without_prefix(head, "ref:")));
  result.revision = is_hash(head) ? head : resolved_reference(files, *git, reference);
  // With another format of references HEAD names a branch that cannot exist.
  if (reference != "refs/heads/.invalid") result.branch = without_prefix(reference, "refs/heads/");

  if (const Result<std::string> config = files.read(path::join(git->common, "config"))) {
    result.repository_uri = public_uri(remote_address(*config));
  }
  return result;
}

}  // namespace forklint::workspace
