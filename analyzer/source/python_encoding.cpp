#include "source/python_encoding.h"

#include <algorithm>
#include <array>

namespace forklint {
namespace {

constexpr std::string_view kBlank = " \t\f";

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == '.';
}

// The line at the front of `bytes`, which loses it together with its newline.
std::string_view take_line(std::string_view& bytes) {
  const std::size_t end = bytes.find_first_of("\r\n");
  const std::string_view line = bytes.substr(0, end);
  if (end == std::string_view::npos) {
    bytes = {};
  } else {
    bytes.remove_prefix(end + (bytes.substr(end).starts_with("\r\n") ? 2 : 1));
  }
  return line;
}

// By hand what PEP 263 says as ^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)
std::string_view declared_in(std::string_view line) {
  constexpr std::string_view kWord = "coding";
  const std::size_t hash = line.find_first_not_of(kBlank);
  if (hash == std::string_view::npos || line[hash] != '#') return {};
  for (std::size_t at = line.find(kWord, hash); at != std::string_view::npos; at = line.find(kWord, at + 1)) {
    std::string_view rest = line.substr(at + kWord.size());
    if (!rest.starts_with(':') && !rest.starts_with('=')) continue;
    rest.remove_prefix(1);
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
    const auto end = std::find_if_not(rest.begin(), rest.end(), is_name_character);
    const std::string_view name = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    if (!name.empty()) return name;
  }
  return {};
}

bool is_blank_or_comment(std::string_view line) {
  const std::size_t first = line.find_first_not_of(kBlank);
  return first == std::string_view::npos || line[first] == '#';
}

// As Python compares codec names: lower case, '_' and ' ' as '-'.
std::string normalised(std::string_view name) {
  std::string result(name);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '_') c = '-';
  }
  return result;
}

Encoding encoding_named(std::string_view written) {
  // Pure ASCII is UTF-8; a byte beyond it is wrong in either.
  constexpr std::array<std::string_view, 9> kUtf8 = {"utf-8",     "utf8",  "u8",       "utf",    "utf8-ucs2",
                                                     "utf-8-sig", "ascii", "us-ascii", "cp65001"};
  constexpr std::array<std::string_view, 11> kLatin1 = {"latin-1",    "latin1",    "latin",       "l1",
                                                        "iso-8859-1", "iso8859-1", "iso-latin-1", "8859",
                                                        "cp819",      "ibm819",    "iso88591"};
  const std::string name = normalised(written);
  if (name.empty() || std::ranges::find(kUtf8, name) != kUtf8.end() || name.starts_with("utf-8-")) {
    return Encoding::utf8;
  }
  const bool latin1 = std::ranges::find(kLatin1, name) != kLatin1.end() || name.starts_with("latin-1-") ||
                      name.starts_with("iso-8859-1-") || name.starts_with("iso-latin-1-");
  return latin1 ? Encoding::latin1 : Encoding::other_ascii_compatible;
}

}  // namespace

PythonEncoding python_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::string_view first = take_line(bytes);
  std::string_view name = declared_in(first);
  if (name.empty() && is_blank_or_comment(first)) name = declared_in(take_line(bytes));
  return {std::string(name), encoding_named(name)};
}

}  // namespace forklint
