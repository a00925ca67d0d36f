// Options whose value is a list.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace forklint::cli {

// An option that may be given several times, each time with one value: what follows it is a path.
CLI::Option* add_list(CLI::App& app, const char* name, std::vector<std::string>& values, const char* text);

// "a, b" -> a and b.
std::vector<std::string> split(const std::string& list);
std::vector<std::string> split_all(const std::vector<std::string>& lists);

}  // namespace forklint::cli
