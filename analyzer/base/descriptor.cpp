#include "base/descriptor.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "base/text.h"

namespace forklint {

Descriptor::~Descriptor() {
  if (is_open()) ::close(descriptor_);
}

bool Descriptor::close() {
  const int closing = descriptor_;
  descriptor_ = -1;
  return ::close(closing) == 0;
}

std::string errno_message(std::string_view action, std::string_view path) {
  return failure_message(action, path, std::generic_category().message(errno));
}

std::string failure_message(std::string_view action, std::string_view path, std::string_view cause) {
  return fmt::format("cannot {} '{}': {}", action, text::visible(path), cause);
}

}  // namespace forklint
