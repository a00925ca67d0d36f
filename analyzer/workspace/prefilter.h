// Decides from the bytes alone whether a file can matter, without parsing it. Sound: the words come from the
// catalog, and the imports tell which other modules of the project a file leans on.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace forklint::workspace {

// Multi-pattern search, built once and used by all threads.
class WordSearch {
 public:
  explicit WordSearch(std::span<const std::string_view> words);  // each at least 2 bytes
  WordSearch(WordSearch&&) noexcept;
  ~WordSearch();
  bool found_in(std::string_view bytes) const;

 private:
  struct Table;
  std::unique_ptr<const Table> table_;
};

// One import statement, as text. May report imports that stand in strings; never misses a real one.
struct ScannedImport {
  unsigned level = 0;              // leading dots
  std::string module;              // "" for `from . import x`
  std::vector<std::string> names;  // of `from`; {"*"} for a star; empty for `import module`
};

std::vector<ScannedImport> scan_imports(std::string_view bytes);

}  // namespace forklint::workspace
