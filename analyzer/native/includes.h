// Which files of the project a unit is made of, and whether these name anything that forks. By their text:
// it may see too much, never too little.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "native/front_end.h"

namespace forklint::native {

class IncludeGraph {
 public:
  // Reads all files.
  IncludeGraph(const FileSystem& files, const std::vector<NativeFile>& inputs, unsigned jobs);

  // The file and the project's files that it may include, by index.
  std::vector<std::size_t> closure_of(std::size_t file) const;
  bool names_fork(std::size_t file) const { return facts_[file].names_fork; }
  bool uses_openmp(std::size_t file) const { return facts_[file].uses_openmp; }
  // Of modules of Python that the file may define.
  const std::vector<std::string>& modules(std::size_t file) const { return facts_[file].modules; }
  std::string_view hash(std::size_t file) const { return facts_[file].hash; }

 private:
  struct Facts {
    std::vector<std::string> includes;  // as written
    std::vector<std::string> modules;
    std::string hash;  // of its bytes
    bool names_fork = false;
    bool uses_openmp = false;
  };
  static Facts facts_of(std::string_view text);

  const std::vector<NativeFile>& inputs_;
  std::vector<Facts> facts_;
  std::multimap<std::string, std::size_t, std::less<>> by_name_;  // last component
};

}  // namespace forklint::native
