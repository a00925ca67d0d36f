// Completions for shells, made from the options themselves: they can't be out of date.
#include <fmt/format.h>

#include <algorithm>

#include "cli/options/help.h"
#include "cli/options/subcommand.h"

namespace forklint::cli {
namespace {

std::vector<const CLI::App*> subcommands_of(const CLI::App& root) {
  return root.get_subcommands(static_cast<std::function<bool(const CLI::App*)>>(nullptr));
}

// The options that have a name; what stands alone is a path, which a shell knows to complete.
std::vector<const CLI::Option*> options_of(const CLI::App& app) {
  std::vector<const CLI::Option*> options;
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_lnames().empty()) options.push_back(option);
  }
  return options;
}

// "auto always never" where the option takes one of them.
std::string choices_of(const CLI::Option& option) {
  const std::string name = option.get_type_name();
  const std::size_t begin = name.find('{');
  const std::size_t end = name.rfind('}');
  if (begin == std::string::npos || end == std::string::npos) return "";
  std::string choices = name.substr(begin + 1, end - begin - 1);
  std::ranges::replace(choices, ',', ' ');
  return choices;
}

std::string words_of(const CLI::App& app) {
  std::string words;
  for (const CLI::App* command : subcommands_of(app)) words += command->get_name() + " ";
  for (const CLI::Option* option : options_of(app)) {
    for (const std::string& name : option->get_lnames()) words += "--" + name + " ";
    for (const std::string& name : option->get_snames()) words += "-" + name + " ";
  }
  if (!words.empty()) words.pop_back();
  return words;
}

std::string bash(const CLI::App& root) {
  std::string words;
  std::string values;
  for (const CLI::App* command : subcommands_of(root)) {
    words += fmt::format("    {}) words='{}' ;;\n", command->get_name(), words_of(*command));
  }
  for (const CLI::Option* option : options_of(root)) {
    if (const std::string choices = choices_of(*option); !choices.empty()) {
      values += fmt::format("    --{}) words='{}' ;;\n", option->get_lnames().front(), choices);
    }
  }
  return fmt::format(
      "# forklint's completions for bash: eval \"$(forklint completion bash)\"\n"
      "_forklint() {{\n"
      "  local word=${{COMP_WORDS[COMP_CWORD]}} words='{}'\n"
      "  case ${{COMP_WORDS[1]-}} in\n{}  esac\n"
      "  case ${{COMP_WORDS[COMP_CWORD-1]}} in\n{}  esac\n"
      "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
      "}}\n"
      "complete -o default -F _forklint forklint\n",
      words_of(root), words, values);
}

// Within single quotes of a shell.
std::string quoted(std::string text) {
  for (std::size_t at = 0; (at = text.find('\'', at)) != std::string::npos; at += 4) {
    text.replace(at, 1, "'\\''");
  }
  return text;
}

// zsh's _arguments reads brackets and colons for itself.
std::string zsh_text(const std::string& text) {
  std::string out;
  for (const char byte : quoted(text)) {
    if (byte == '[' || byte == ']' || byte == ':') out += '\\';
    out += byte;
  }
  return out;
}

std::string zsh_arguments(const CLI::App& app) {
  std::string out;
  for (const CLI::Option* option : options_of(app)) {
    const std::string choices = choices_of(*option);
    const std::string value = option->get_type_size() == 0 ? ""
                              : choices.empty()            ? fmt::format(":{}:_files", value_name(*option))
                                                : fmt::format(":{}:({})", value_name(*option), choices);
    for (const std::string& name : option->get_lnames()) {
      out += fmt::format(" \\\n      '--{}[{}]{}'", name, zsh_text(option->get_description()), value);
    }
  }
  return out + " \\\n      '*:file:_files'";
}

std::string zsh(const CLI::App& root) {
  std::string commands;
  std::string cases;
  for (const CLI::App* command : subcommands_of(root)) {
    commands += fmt::format(" '{}:{}'", command->get_name(), zsh_text(command->get_description()));
    cases += fmt::format("    {}) _arguments{} ;;\n", command->get_name(), zsh_arguments(*command));
  }
  return fmt::format(
      "#compdef forklint\n"
      "# forklint's completions for zsh: eval \"$(forklint completion zsh)\"\n"
      "_forklint() {{\n"
      "  local -a commands\n"
      "  commands=({})\n"
      "  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then _describe command commands; fi\n"
      "  case $words[2] in\n{}    *) _arguments{} ;;\n  esac\n"
      "}}\n"
      "compdef _forklint forklint\n",
      commands, cases, zsh_arguments(root));
}

void write_fish(const CLI::App& app, const std::string& condition, std::string& out) {
  for (const CLI::Option* option : options_of(app)) {
    out += fmt::format("complete -c forklint -n '{}' -l {}", condition, option->get_lnames().front());
    for (const std::string& name : option->get_snames()) out += " -s " + name;
    if (option->get_type_size() != 0) out += " -r";
    if (const std::string choices = choices_of(*option); !choices.empty()) {
      out += fmt::format(" -f -a '{}'", choices);
    }
    out += fmt::format(" -d '{}'\n", quoted(option->get_description()));
  }
}

std::string fish(const CLI::App& root) {
  std::string out = "# forklint's completions for fish: forklint completion fish | source\n";
  for (const CLI::App* command : subcommands_of(root)) {
    out += fmt::format("complete -c forklint -n __fish_use_subcommand -a {} -d '{}'\n", command->get_name(),
                       quoted(command->get_description()));
    write_fish(*command, "__fish_seen_subcommand_from " + command->get_name(), out);
  }
  write_fish(root, "__fish_use_subcommand", out);
  return out;
}

// roff takes a '.' or a "'" at the beginning of a line, and backslashes, for itself.
std::string roff(const std::string& text) {
  std::string out;
  for (const char byte : text) {
    if (byte == '\\' || byte == '-') out += '\\';
    out += byte;
  }
  return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

void write_manual(const CLI::App& app, std::string& out) {
  for (const CLI::Option* option : options_of(app)) {
    std::string names;
    for (const std::string& name : option->get_snames()) names += "-" + name + ", ";
    names += "--" + option->get_lnames().front();
    const std::string value = value_name(*option);
    out += fmt::format(".TP\n\\fB{}\\fR{}\n{}\n", roff(names),
                       value.empty() ? "" : " \\fI" + roff(value) + "\\fR", roff(option->get_description()));
  }
}

std::string manual(const CLI::App& root) {
  std::string out = fmt::format(
      ".TH FORKLINT 1\n.SH NAME\nforklint \\- find where Python code forks\n"
      ".SH SYNOPSIS\n.B forklint\n[\\fIOPTIONS\\fR] [\\fIPATH\\fR]...\n.br\n.B forklint\n\\fICOMMAND\\fR "
      "...\n"
      ".SH DESCRIPTION\n{}\n.SH OPTIONS\n",
      roff(root.get_description()));
  write_manual(root, out);
  out += ".SH COMMANDS\n";
  for (const CLI::App* command : subcommands_of(root)) {
    out += fmt::format(".SS {}\n{}\n", command->get_name(), roff(command->get_description()));
    // Those of the check stand above.
    if (command->get_name() != "check") write_manual(*command, out);
  }
  return out + fmt::format(".SH NOTES\n{}\n", roff(root.get_footer()));
}

Result<Command> text_for(const std::string& kind, const CLI::App& root) {
  if (kind == "bash") return Message{bash(root)};
  if (kind == "zsh") return Message{zsh(root)};
  if (kind == "fish") return Message{fish(root)};
  return Message{manual(root)};
}

}  // namespace

Subcommand add_completion(CLI::App& root) {
  CLI::App& app = *root.add_subcommand("completion", "Print completions for a shell, or the man page");
  const auto kind = std::make_shared<std::string>();
  app.add_option("kind", *kind, "bash, zsh, fish or man")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish", "man"}))
      ->type_name("KIND");
  return {&app, [kind, &root] { return text_for(*kind, root); }};
}

}  // namespace forklint::cli
