// --help within 80 columns.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace forklint::cli {

// `text` in lines of at most `width` columns, broken between words.
std::string wrapped(const std::string& text, std::size_t width);

class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter();
  std::string make_description(const CLI::App* app) const override;
  std::string make_option(const CLI::Option* option, bool is_positional) const override;
  // The name of its value alone: what values there are is part of the description.
  std::string make_option_opts(const CLI::Option* option) const override;
  std::string make_subcommand(const CLI::App* command) const override;
  // Line by line.
  std::string make_footer(const CLI::App* app) const override;
};

// "FORMAT" of "FORMAT:{full,concise}".
std::string value_name(const CLI::Option& option);

}  // namespace forklint::cli
