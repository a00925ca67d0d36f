#include "cli/options/help.h"

#include <algorithm>
#include <sstream>

namespace forklint::cli {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kDescriptions = 30;

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

std::string HelpFormatter::make_option_desc(const CLI::Option* option) const {
  return wrapped(option->get_description(), kWidth - kDescriptions);
}

std::string HelpFormatter::make_option_opts(const CLI::Option* option) const {
  const std::string name = value_name(*option);
  return name.empty() ? name : " " + name;
}

std::string HelpFormatter::make_subcommand(const CLI::App* command) const {
  std::ostringstream out;
  CLI::detail::format_help(out, command->get_name(),
                           wrapped(command->get_description(), kWidth - kDescriptions), kDescriptions);
  return out.str();
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
