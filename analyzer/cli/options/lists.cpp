#include "cli/options/lists.h"

#include <algorithm>

namespace forklint::cli {

CLI::Option* add_list(CLI::App& app, const char* name, std::vector<std::string>& values, const char* text) {
  return app.add_option(name, values, text)
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin <= list.size()) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    std::string part = list.substr(begin, end - begin);
    part.erase(0, part.find_first_not_of(' '));
    part.erase(part.find_last_not_of(' ') + 1);
    if (!part.empty()) parts.push_back(std::move(part));
    begin = end + 1;
  }
  return parts;
}

std::vector<std::string> split_all(const std::vector<std::string>& lists) {
  std::vector<std::string> parts;
  for (const std::string& list : lists) {
    for (std::string& part : split(list)) parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace forklint::cli
