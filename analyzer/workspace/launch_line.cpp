#include "workspace/launch_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace forklint::workspace {
namespace {

// Programs that start the Python program that stands behind their options.
constexpr auto kLaunchers = std::to_array<std::string_view>(
    {"python",     "python2",   "python3",  "pypy3",   "ipython",       "torchrun",
     "accelerate", "deepspeed", "mpirun",   "mpiexec", "mpiexec.hydra", "orterun",
     "prun",       "srun",      "jsrun",    "aprun",   "horovodrun",    "bagua.distributed",
     "msrun",      "uv",        "poetry",   "pdm",     "hatch",         "pipenv",
     "conda",      "coverage",  "nsys",     "ncu",     "msprof",        "py-spy",
     "viztracer",  "kernprof",  "streamlit"});
// Words that stand before a launcher and change nothing of what it starts.
constexpr auto kPrefixes = std::to_array<std::string_view>(
    {"sudo", "env",  "nohup", "exec",  "time", "nice", "ionice", "taskset", "numactl", "timeout", "then",
     "do",   "else", "if",    "while", "!",    "{",    "(",      "setsid",  "stdbuf",  "chrt"});
// Modules that run the program behind their options, as launchers do.
constexpr auto kLauncherModules = std::to_array<std::string_view>({"torch.distributed.launch",
                                                                   "torch.distributed.run",
                                                                   "torch.distributed.launcher",
                                                                   "accelerate.commands.launch",
                                                                   "accelerate.commands.accelerate_cli",
                                                                   "deepspeed.launcher.runner",
                                                                   "deepspeed.launcher.launch",
                                                                   "paddle.distributed.launch",
                                                                   "oneflow.distributed.launch",
                                                                   "mpi4py",
                                                                   "mpi4py.futures",
                                                                   "horovod.runner.launch",
                                                                   "coverage",
                                                                   "pdb",
                                                                   "cProfile",
                                                                   "profile",
                                                                   "trace",
                                                                   "runpy",
                                                                   "memory_profiler",
                                                                   "viztracer",
                                                                   "debugpy"});

template <typename List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r'; }

bool is_name_byte(char c) {
  return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// The words of a command without their quotes.
std::vector<std::string> words_of(std::string_view command) {
  std::vector<std::string> words;
  bool in_word = false;
  char quote = 0;
  for (const char c : command) {
    if (quote == 0 && is_space(c)) {
      in_word = false;
      continue;
    }
    if (!in_word) words.emplace_back();
    in_word = true;
    if (c == quote) {
      quote = 0;
    } else if (quote == 0 && (c == '\'' || c == '"')) {
      quote = c;
    } else {
      words.back() += c;
    }
  }
  return words;
}

std::string_view last_component(std::string_view path) { return path.substr(path.rfind('/') + 1); }

// `python3.11`, `/usr/bin/python3`, `$PYTHON`, `${LAUNCHER}`: what a variable holds is most often one.
bool is_launcher(std::string_view word) {
  if (word.starts_with('$')) return true;
  const std::string_view name = last_component(word);
  return name.starts_with("python3.") || holds(kLaunchers, name);
}

bool is_assignment(std::string_view word) {
  const std::size_t equals = word.find('=');
  return equals != std::string_view::npos && equals != 0 &&
         std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(equals), is_name_byte);
}

bool is_python_file(std::string_view word) {
  return word.ends_with(".py") && word.size() > 3 && !word.starts_with('-');
}

bool is_dotted_name(std::string_view word) {
  return !word.empty() && word.front() != '.' && word.back() != '.' &&
         std::all_of(word.begin(), word.end(), [](char c) { return c == '.' || is_name_byte(c); });
}

// What of a path stands behind its last expansion: "train.py" of "${ROOT}/train.py".
std::string_view behind_expansions(std::string_view path) {
  const std::size_t dollar = path.rfind('$');
  if (dollar == std::string_view::npos) return path;
  const std::size_t slash = path.find('/', dollar);
  return slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
}

// Cuts a script into its commands, with the number of the line on which each begins.
class ScriptReader {
 public:
  ScriptReader(std::string_view text, std::string_view path) : text_(text), path_(path) {}

  std::vector<DeclaredEntry> read() {
    for (at_ = 0; at_ < text_.size(); ++at_) take(text_[at_]);
    end_command();
    return std::move(entries_);
  }

 private:
  void take(char c) {
    const bool is_escape = c == '\\' && quote_ != '\'' && at_ + 1 < text_.size();
    if (is_escape) {
      // A line that goes on is one with the next.
      if (text_[++at_] == '\n') {
        ++line_;
        command_ += ' ';
      } else {
        command_ += text_[at_];
      }
    } else if (quote_ != 0) {
      if (c == quote_) quote_ = 0;
      line_ += c == '\n';
      command_ += c;
    } else if (c == '\'' || c == '"') {
      quote_ = c;
      command_ += c;
    } else if (c == '#' && (command_.empty() || is_space(command_.back()))) {
      at_ = std::min(text_.find('\n', at_), text_.size()) - 1;
    } else if (c == '\n' || c == ';' || c == '|' || c == '&') {
      end_command();
      line_ += c == '\n';
      begun_at_ = line_;
    } else {
      command_ += c;
    }
  }

  void end_command() {
    if (std::optional<DeclaredEntry> entry = launched_by(command_)) {
      entry->by = DeclaredBy::launcher;
      entry->path = path_;
      entry->line = begun_at_;
      entries_.push_back(std::move(*entry));
    }
    command_.clear();
  }

  std::string_view text_;
  std::string_view path_;
  std::size_t at_ = 0;
  char quote_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t begun_at_ = 1;
  std::string command_;
  std::vector<DeclaredEntry> entries_;
};

}  // namespace

std::optional<DeclaredEntry> launched_by(std::string_view command) {
  const std::vector<std::string> words = words_of(command);
  std::size_t at = 0;
  // An option of a prefix, and the number behind it: `nice -n 10 python train.py`.
  const auto is_before_launcher = [](const std::string& word) {
    return holds(kPrefixes, word) || is_assignment(word) || word.starts_with('-') ||
           (word.front() >= '0' && word.front() <= '9');
  };
  while (at < words.size() && !words[at].empty() && is_before_launcher(words[at])) ++at;
  if (at == words.size() || !is_launcher(words[at])) return std::nullopt;
  const auto found = [&](DeclaredEntry entry) {
    entry.written = std::string(last_component(words[at]));
    return entry;
  };
  for (std::size_t i = at + 1; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "-c") return std::nullopt;
    if (is_python_file(word)) {
      const std::string_view file = behind_expansions(word);
      return file.empty() ? std::nullopt : std::optional(found({.file = std::string(file)}));
    }
    if ((word != "-m" && word != "--module") || i + 1 == words.size()) continue;
    const std::string& module = words[++i];
    if (!is_dotted_name(module)) continue;
    if (!holds(kLauncherModules, module)) return found({.module = module});
  }
  return std::nullopt;
}

std::vector<DeclaredEntry> launched_in_script(std::string_view text, std::string_view path) {
  return ScriptReader(text, path).read();
}

std::optional<DeclaredEntry> entry_in_settings(std::string_view text) {
  constexpr std::string_view kModule = "-m ";
  std::optional<DeclaredEntry> entry = launched_by(text);
  const bool is_one_word = text.find_first_of(" \t") == std::string_view::npos;
  if (entry) {
    // The launcher's line says all.
  } else if (is_one_word && is_python_file(text)) {
    entry = DeclaredEntry{.file = std::string(text)};
  } else if (text.starts_with(kModule) && is_dotted_name(text.substr(kModule.size()))) {
    entry = DeclaredEntry{.module = std::string(text.substr(kModule.size()))};
  } else if (DeclaredEntry named = entry_of_reference(text);
             is_dotted_name(named.module) && is_dotted_name(named.function)) {
    entry = std::move(named);
  } else {
    return std::nullopt;
  }
  entry->by = DeclaredBy::settings;
  entry->written = text;
  return entry;
}

std::string no_entry_point(std::string_view text, std::string_view where) {
  return fmt::format(
      R"('{}' of '{}' is none of "train.py", "pkg.cli:main", "-m pkg.tool" and "torchrun train.py")", text,
      where);
}

bool is_shell_script(std::string_view name) {
  return name.ends_with(".sh") || name.ends_with(".bash") || name.ends_with(".slurm") ||
         name.ends_with(".sbatch");
}

}  // namespace forklint::workspace
