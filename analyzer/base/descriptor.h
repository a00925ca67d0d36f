// An open file descriptor that closes itself, and the words for what went wrong with it.
#pragma once

#include <string>
#include <string_view>

namespace forklint {

class Descriptor {
 public:
  explicit Descriptor(int descriptor) : descriptor_(descriptor) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor();

  bool is_open() const { return descriptor_ >= 0; }
  int get() const { return descriptor_; }
  // False with errno set where the system found out only now that it could not write.
  bool close();

 private:
  int descriptor_;
};

// "cannot read 'a.py': No such file or directory", by the present errno.
std::string errno_message(std::string_view action, std::string_view path);
std::string failure_message(std::string_view action, std::string_view path, std::string_view cause);

}  // namespace forklint
