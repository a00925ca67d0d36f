// Decides from the bytes alone whether a file can matter, without parsing it. Sound: the words come from the
// catalog, and the imports tell which other modules of the project a file leans on.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
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

struct ImportedName {
  std::string_view name;  // "*" for a star
  std::string_view alias;
  std::string_view local() const { return alias.empty() ? name : alias; }
};

// One import statement, as text. May report imports that stand in strings; never misses a real one.
struct ScannedImport {
  unsigned level = 0;       // leading dots
  std::string_view module;  // "" for `from . import x`
  std::string_view alias;   // of `import module as alias`
  bool is_from = false;
  std::uint32_t first_name = 0;  // of `from`: where its names begin in `names`
  std::uint32_t name_count = 0;
  std::uint32_t begin = 0;  // bytes
  std::uint32_t end = 0;
};

// All imports of a file, in order of the text. Views of the text, but for names that are written with blanks.
struct ScannedImports {
  std::vector<ScannedImport> imports;
  std::vector<ImportedName> names;
  std::vector<std::unique_ptr<const std::string>> respelled;

  std::span<const ImportedName> names_of(const ScannedImport& import) const {
    return std::span(names).subspan(import.first_name, import.name_count);
  }
};

ScannedImports scan_imports(std::string_view bytes);

// The uses of a name that an import binds: every place outside of the scanned imports where it stands as a
// word, is no attribute of something else, and can be code. It may see some in strings and comments.
class Mentions {
 public:
  // `begin` and `end`, in bytes, leave out what stands elsewhere. All outlive it.
  Mentions(std::string_view bytes, const ScannedImports& imports, std::size_t begin = 0,
           std::size_t end = std::string_view::npos)
      : bytes_(bytes), imports_(imports), begin_(begin), end_(std::min(end, bytes.size())) {}

  // Whether `accepts` takes the attributes that follow some use: {"utils", "Loader"} for
  // `name.utils.Loader(`.
  using Chain = std::span<const std::string_view>;
  bool any(std::string_view name, const std::function<bool(Chain)>& accepts) const;
  bool any(std::string_view name) const;

 private:
  std::size_t find(std::string_view name, std::size_t from) const;
  bool stands_alone(std::size_t begin, std::size_t end) const;
  bool is_prose(std::size_t begin, std::size_t end) const;
  std::size_t skip_blanks(std::size_t at) const;
  void read_chain(std::size_t at, std::vector<std::string_view>& chain) const;

  std::string_view bytes_;
  const ScannedImports& imports_;
  std::size_t begin_;
  std::size_t end_;
};

}  // namespace forklint::workspace
