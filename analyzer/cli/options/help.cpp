#include "cli/options/help.h"

#include <algorithm>
#include <sstream>

namespace forklint::cli {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kDescriptions = 30;

// A name and what it does, in two columns. What CLI11 has for that differs between its versions.
std::string row(const std::string& name, const std::string& description) {
  std::string out = "  " + name;
  if (out.size() >= kDescriptions && !description.empty()) out += '\n' + std::string(kDescriptions, ' ');
  out.resize(std::max(out.size(), kDescriptions), ' ');
  for (const char byte : wrapped(description, kWidth - kDescriptions)) {
    out += byte;
    if (byte == '\n') out.append(kDescriptions, ' ');
  }
  return out + '\n';
}

}  // namespace

std::string wrapped(const std::string& text, std::size_t width) {
  std::istringstream words(text);
  std::string out;
  std::size_t column = 0;
  for (std::string word; words >> word;) {
    if (column > 0 && column + 1 + word.size() > width) {
      out += '\n';
      column = 0;
    }
    if (column > 0) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
  }
  return out;
}

HelpFormatter::HelpFormatter() { column_width(kDescriptions); }

std::string HelpFormatter::make_description(const CLI::App* app) const {
  return wrapped(app->get_description(), kWidth) + "\n\n";
}

std::string HelpFormatter::make_option(const CLI::Option* option, bool is_positional) const {
  return row(make_option_name(option, is_positional) + make_option_opts(option), make_option_desc(option));
}

std::string HelpFormatter::make_option_opts(const CLI::Option* option) const {
  const std::string name = value_name(*option);
  return name.empty() ? name : " " + name;
}

std::string HelpFormatter::make_subcommand(const CLI::App* command) const {
  return row(command->get_name(), command->get_description());
}

std::string HelpFormatter::make_footer(const CLI::App* app) const {
  std::istringstream lines(app->get_footer());
  std::string out;
  for (std::string line; std::getline(lines, line);) out += '\n' + wrapped(line, kWidth);
  return out.empty() ? out : out + '\n';
}

std::string value_name(const CLI::Option& option) {
  if (option.get_type_size() == 0) return "";
  const std::string name = option.get_type_name();
  return name.substr(0, name.find(':'));
}

}  // namespace forklint::cli
