#include "native/compile_database.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/path.h"

namespace forklint::native {
namespace {

constexpr std::string_view kFileName = "compile_commands.json";

// Flags whose value is a folder, joined to them or the next word.
constexpr std::array<std::string_view, 5> kFolders = {"-I", "-isystem", "-iquote", "-idirafter",
                                                      "-cxx-isystem"};
constexpr std::array<std::string_view, 2> kMacros = {"-D", "-U"};
constexpr std::array<std::string_view, 19> kWhole = {
    "-pthread",  "-fopenmp",      "-fexceptions",    "-fno-exceptions", "-frtti",
    "-fno-rtti", "-fsigned-char", "-funsigned-char", "-fshort-enums",   "-fms-extensions",
    "-fchar8_t", "-fno-char8_t",  "-nostdinc",       "-nostdinc++",     "-m32",
    "-m64",      "-ansi",         "-fcoroutines",    "-fpermissive"};
constexpr std::array<std::string_view, 11> kPrefixes = {
    "-std=", "--std=", "-stdlib=", "--target=", "-msse",   "-mavx",
    "-mfma", "-mf16c", "-maes",    "-mbmi",     "-mpopcnt"};

bool has_prefix_of(const auto& prefixes, std::string_view text) {
  return std::ranges::any_of(prefixes, [&](std::string_view each) { return text.starts_with(each); });
}

// Reads one flag after the other, with the word behind it where it takes one.
class Filter {
 public:
  Filter(const std::vector<std::string>& arguments, const std::string& directory, const std::string& root)
      : arguments_(arguments), directory_(directory), root_(root) {}

  std::vector<std::string> run() {
    while (at_ < arguments_.size()) take(arguments_[at_++]);
    return std::move(allowed_);
  }

 private:
  void take(const std::string& argument) {
    if (std::ranges::find(kWhole, argument) != kWhole.end() || has_prefix_of(kPrefixes, argument)) {
      allowed_.push_back(argument);
    } else if (argument == "-x" || argument == "-target") {
      const std::string value = next();
      if (!value.empty() && value.front() != '-') allowed_.insert(allowed_.end(), {argument, value});
    } else if (argument == "-include") {
      const std::string file = path::normalise(path::join(directory_, next()));
      if (path::is_inside(file, root_)) allowed_.insert(allowed_.end(), {argument, file});
    } else if (!take_valued(argument, kFolders, true)) {
      take_valued(argument, kMacros, false);
    }
  }

  bool take_valued(const std::string& argument, const auto& flags, bool is_folder) {
    for (const std::string_view flag : flags) {
      if (!argument.starts_with(flag)) continue;
      std::string value = argument.size() > flag.size() ? argument.substr(flag.size()) : next();
      if (value.empty()) return true;
      if (is_folder) value = path::normalise(path::join(directory_, value));
      allowed_.insert(allowed_.end(), {std::string(flag), std::move(value)});
      return true;
    }
    return false;
  }

  std::string next() { return at_ < arguments_.size() ? arguments_[at_++] : ""; }

  const std::vector<std::string>& arguments_;
  const std::string& directory_;
  const std::string& root_;
  std::size_t at_ = 0;
  std::vector<std::string> allowed_;
};

class Reader {
 public:
  Reader(const FileSystem& files, std::string database, std::string root)
      : files_(files), database_(std::move(database)), root_(std::move(root)) {}

  // With `@file` replaced by what stands in the file.
  std::vector<std::string> expanded(const std::vector<std::string>& words, const std::string& directory,
                                    int depth) const {
    constexpr int kMaxDepth = 4;
    std::vector<std::string> result;
    for (const std::string& word : words) {
      if (!word.starts_with('@')) {
        result.push_back(word);
        continue;
      }
      const std::string file = path::normalise(path::join(directory, word.substr(1)));
      const std::string folder(path::parent(database_));
      if (depth >= kMaxDepth || !(path::is_inside(file, root_) || path::is_inside(file, folder))) continue;
      if (const Result<std::string> text = files_.read(file)) {
        const std::vector<std::string> more = expanded(split_command(*text), directory, depth + 1);
        result.insert(result.end(), more.begin(), more.end());
      }
    }
    return result;
  }

  // Throws what JSON throws where an entry is none.
  std::pair<std::string, std::vector<std::string>> entry(const nlohmann::json& each) const {
    const std::string directory =
        path::join(path::parent(database_), each.at("directory").get<std::string>());
    const std::string file = path::normalise(path::join(directory, each.at("file").get<std::string>()));
    const std::vector<std::string> words = each.contains("arguments")
                                               ? each.at("arguments").get<std::vector<std::string>>()
                                               : split_command(each.at("command").get<std::string>());
    return {file, allowed_flags(expanded(words, directory, 0), directory, root_)};
  }

 private:
  const FileSystem& files_;
  const std::string database_;
  const std::string root_;
};

}  // namespace

std::vector<std::string> split_command(const std::string& command) {
  std::vector<std::string> words;
  std::string word;
  bool open = false;
  char quote = 0;
  for (std::size_t i = 0; i < command.size(); ++i) {
    const char c = command[i];
    if (c == '\\' && quote != '\'' && i + 1 < command.size()) {
      word += command[++i];
      open = true;
    } else if (quote != 0) {
      if (c == quote) {
        quote = 0;
      } else {
        word += c;
      }
    } else if (c == '"' || c == '\'') {
      quote = c;
      open = true;
    } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      if (open || !word.empty()) words.push_back(std::exchange(word, {}));
      open = false;
    } else {
      word += c;
    }
  }
  if (open || !word.empty()) words.push_back(std::move(word));
  return words;
}

std::vector<std::string> allowed_flags(const std::vector<std::string>& arguments,
                                       const std::string& directory, const std::string& root) {
  return Filter(arguments, directory, root).run();
}

Result<CompileDatabase> CompileDatabase::read(const FileSystem& files, const std::string& path,
                                              const std::string& root) {
  const Result<std::string> text = files.read(path);
  if (!text) return tl::unexpected(text.error());
  CompileDatabase database;
  const Reader reader(files, path, root);
  try {
    const nlohmann::json json = nlohmann::json::parse(*text);
    if (!json.is_array()) return fail(path + ": no compilation database: it holds no array");
    for (const nlohmann::json& each : json) {
      auto [file, flags] = reader.entry(each);
      database.flags_.try_emplace(std::move(file), std::move(flags));
    }
  } catch (const nlohmann::json::exception& error) {
    return fail(path + ": no compilation database: " + error.what());
  }
  return database;
}

const std::vector<std::string>* CompileDatabase::flags_of(const std::string& file) const {
  const auto found = flags_.find(file);
  return found == flags_.end() ? nullptr : &found->second;
}

std::optional<std::string> find_database(const FileSystem& files, const std::string& root) {
  const auto in = [&](const std::string& folder) -> std::optional<std::string> {
    std::string file = path::join(folder, kFileName);
    return files.status(file).kind == FileKind::file ? std::optional(std::move(file)) : std::nullopt;
  };
  const auto folders_in = [&](const std::string& folder) {
    std::vector<std::string> names;
    if (const auto entries = files.list(folder)) {
      for (const DirectoryEntry& entry : *entries) {
        if (entry.kind == FileKind::directory) names.push_back(entry.name);
      }
    }
    std::ranges::sort(names);
    return names;
  };
  if (auto found = in(root)) return found;
  for (const std::string& name : folders_in(root)) {
    if (name != "build" && name != "builddir" && name != "out" && name != "_skbuild" &&
        !name.starts_with("cmake-build"))
      continue;
    const std::string folder = path::join(root, name);
    if (auto found = in(folder)) return found;
    for (const std::string& inner : folders_in(folder)) {
      if (auto found = in(path::join(folder, inner))) return found;
    }
  }
  return std::nullopt;
}

}  // namespace forklint::native
