#include "workspace/requires_python.h"

#include <algorithm>

#include "base/path.h"
#include "base/text.h"

namespace forklint::workspace {
namespace {

// Columns count code points.
std::size_t offset_of(std::string_view text, const toml::source_position& position) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  std::size_t offset = position.line == 1 && text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  for (toml::source_index line = 1; line < position.line; ++line) offset = text.find('\n', offset) + 1;
  for (toml::source_index column = 1; column < position.column && offset < text.size(); ++column) {
    offset += text::decode(text, offset).size;
  }
  return offset;
}

// The bytes of a text value inside of its quotes.
Span span_of(const Document& document, const toml::node& node, const std::string& value) {
  const std::size_t begin = offset_of(document.text, node.source().begin);
  const std::size_t end = offset_of(document.text, node.source().end);
  // Behind a line break or with escapes in it, the value is not all that stands between the quotes.
  const std::size_t found = document.text.find(value, begin + 1);
  const bool is_verbatim = found != std::string::npos && found + value.size() < end;
  return is_verbatim
             ? Span{static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(found + value.size())}
             : Span{static_cast<std::uint32_t>(begin + 1), static_cast<std::uint32_t>(end - 1)};
}

std::optional<RequiresPython> specifier_at(const Document& document, const toml::table* table,
                                           std::string_view key) {
  const toml::node* node = table == nullptr ? nullptr : table->get(key);
  if (node == nullptr) return std::nullopt;
  const auto specifier = node->value_exact<std::string>();
  if (!specifier) return std::nullopt;
  return RequiresPython{*specifier, document.path, span_of(document, *node, *specifier),
                        node->source().begin.line};
}

// `python_requires = >=3.8` of [options] in a setup.cfg, line by line. The value may stand on a line of its
// own below its key, indented.
class SetupConfig {
 public:
  std::optional<RequiresPython> read(std::string_view text) {
    for (std::size_t begin = 0; begin < text.size() && !found_; ++number_) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      read_line(text.substr(begin, end - begin), begin);
      begin = end + 1;
    }
    return std::move(found_);
  }

 private:
  void read_line(std::string_view line, std::size_t offset) {
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) return;
    const bool is_indented = line.starts_with(' ') || line.starts_with('\t');
    if (is_indented && awaits_value_) take_value(line, offset, 0);
    if (is_indented || line.starts_with('#') || line.starts_with(';')) return;
    awaits_value_ = false;
    if (line.starts_with('[')) in_options_ = line.starts_with("[options]");
    const std::size_t equals = line.find_first_of("=:");
    if (!in_options_ || equals == std::string_view::npos) return;
    const std::string_view key = line.substr(0, line.find_last_not_of(" \t", equals - 1) + 1);
    if (key != "python_requires" && key != "python-requires") return;
    awaits_value_ = true;
    take_value(line, offset, equals + 1);
  }

  void take_value(std::string_view line, std::size_t offset, std::size_t from) {
    const std::size_t first = line.find_first_not_of(" \t\r", from);
    if (first == std::string_view::npos) return;
    const std::size_t last = line.find_last_not_of(" \t\r") + 1;
    found_ = RequiresPython{
        std::string(line.substr(first, last - first)),
        "setup.cfg",
        {static_cast<std::uint32_t>(offset + first), static_cast<std::uint32_t>(offset + last)},
        number_};
  }

  bool in_options_ = false;
  bool awaits_value_ = false;
  std::uint32_t number_ = 1;
  std::optional<RequiresPython> found_;
};

}  // namespace

std::optional<RequiresPython> requires_python_in(const Document& document) {
  auto found = specifier_at(document, table_at(document.table, {"project"}), "requires-python");
  if (found) return found;
  return specifier_at(document, table_at(document.table, {"tool", "poetry", "dependencies"}), "python");
}

std::optional<RequiresPython> requires_python_in_setup_cfg(const FileSystem& files, const std::string& root) {
  const Result<std::string> text = files.read(path::join(root, "setup.cfg"));
  return text ? SetupConfig().read(*text) : std::nullopt;
}

}  // namespace forklint::workspace
