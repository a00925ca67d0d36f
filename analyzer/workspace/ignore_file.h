// The pattern language of .gitignore, which ignore files, excludes and per-file-ignores share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace forklint::workspace {

// Whether a gitignore pattern holds for a path below the folder of the pattern, or for a folder around it.
bool matches_pattern(std::string_view pattern, std::string_view path);

enum class Ignored : std::uint8_t { unmentioned, ignored, included };

// The lines of one ignore file, or of a list of patterns.
class IgnoreList {
 public:
  IgnoreList() = default;
  static IgnoreList parse(std::string_view text);
  static IgnoreList of(const std::vector<std::string>& patterns);

  // What the last matching line says of this very path, which is relative to the folder of the list.
  // Folders around it are the caller's to ask about first: what lies in an ignored folder can't be included.
  Ignored decide(std::string_view path, bool is_directory) const;
  // The patterns of another list for the same folder, which win over those that are here.
  void append(IgnoreList stronger);
  bool empty() const { return patterns_.empty(); }

 private:
  struct Pattern {
    std::string glob;  // without leading and trailing slash and '!'
    bool negated = false;
    bool directory_only = false;
    bool anchored = false;  // a slash before its end: matched from the folder of the list
    bool literal = false;   // nothing special in it: compared as it is
  };
  void add(std::string_view line);
  static bool matches(const Pattern& pattern, std::string_view path, bool is_directory);
  friend bool matches_pattern(std::string_view pattern, std::string_view path);

  std::vector<Pattern> patterns_;
};

}  // namespace forklint::workspace
