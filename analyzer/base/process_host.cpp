#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "base/disk_file_system.h"

namespace forklint {
namespace {

std::optional<std::string> variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

}  // namespace

Host make_host(FileSystem& files) {
  return Host{.files = files,
              .in = std::cin,
              .out = std::cout,
              .err = std::cerr,
              .working_directory = files.resolve("."),
              .out_is_terminal = ::isatty(STDOUT_FILENO) == 1,
              .err_is_terminal = ::isatty(STDERR_FILENO) == 1,
              .is_process = true,
              .environment = variable};
}

}  // namespace forklint
