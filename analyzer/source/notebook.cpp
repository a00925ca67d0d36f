#include "source/notebook.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "source/json_cursor.h"

namespace forklint {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr int kFirstFormat = 4;

// Takes everything and remembers where it stopped being JSON.
struct ErrorFinder : nlohmann::json_sax<Json> {
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    at = position;
    return false;
  }
  std::size_t at = 0;
};

// What a notebook's metadata calls its language; "" where they do not say.
std::string language_of(const Json& notebook) {
  for (const auto& [table, key] : {std::pair("kernelspec", "language"), std::pair("language_info", "name")}) {
    const Json::json_pointer where = Json::json_pointer("/metadata") / table / key;
    if (notebook.contains(where) && notebook.at(where).is_string())
      return notebook.at(where).get<std::string>();
  }
  return "";
}

bool is_python(std::string language) {
  std::transform(language.begin(), language.end(), language.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return language.empty() || language == "python" || language == "ipython" || language == "python3";
}

std::string decoded(std::string_view string_with_quotes) {
  const Json value = Json::parse(string_with_quotes, nullptr, false);
  return value.is_string() ? value.get<std::string>() : std::string();
}

// How many bytes of UTF-8 the character of a JSON string takes, and how many bytes it is written with.
struct Character {
  std::uint32_t code = 1;
  std::uint32_t disk = 1;
};

Character character_at(std::string_view json, std::uint32_t at) {
  if (json[at] != '\\') return {};
  if (json[at + 1] != 'u') return {1, 2};
  const auto unit = [&](std::uint32_t begin) {
    return std::stoul(std::string(json.substr(begin, 4)), nullptr, 16);
  };
  const unsigned long first = unit(at + 2);
  if (first >= 0xD800 && first < 0xDC00) return {4, 12};
  return {first < 0x80 ? 1U : first < 0x800 ? 2U : 3U, 6};
}

}  // namespace

bool is_notebook_path(std::string_view path) { return path.ends_with(".ipynb"); }

// Takes the code cells out of a JSON text that is known to be valid.
class Notebook::Reader {
 public:
  explicit Reader(Notebook& notebook) : notebook_(notebook), json_(notebook.file_.bytes()) {}

  void read_all() {
    const std::uint32_t begin = json_.starts_with(kByteOrderMark) ? 3 : 0;
    JsonCursor(json_, begin).for_each_member([&](std::string_view key, Span value) {
      if (key != "\"cells\"" || json_[value.begin] != '[') return;
      JsonCursor(json_, value.begin).for_each_item([&](Span cell) {
        ++number_;
        if (json_[cell.begin] == '{') read_cell(cell);
      });
    });
  }

 private:
  void read_cell(Span where) {
    Span source;
    bool is_code = false;
    JsonCursor(json_, where.begin).for_each_member([&](std::string_view key, Span value) {
      if (key == "\"source\"") source = value;
      if (key == "\"cell_type\"") is_code = json_.substr(value.begin, value.size()) == "\"code\"";
    });
    if (!is_code || source.size() == 0) return;
    Cell cell{.number = number_};
    const auto begin = static_cast<std::uint32_t>(notebook_.code_.size());
    if (json_[source.begin] == '"') {
      add_part(source, cell);
    } else if (json_[source.begin] == '[') {
      JsonCursor(json_, source.begin).for_each_item([&](Span item) { add_part(item, cell); });
      find_separator(source, cell);
    }
    if (notebook_.code_.size() == begin) return;
    if (!notebook_.code_.ends_with('\n')) notebook_.code_ += '\n';
    notebook_.spans_.push_back({begin, static_cast<std::uint32_t>(notebook_.code_.size())});
    notebook_.cells_.push_back(std::move(cell));
  }

  void add_part(Span string, Cell& cell) {
    if (json_[string.begin] != '"') return;
    const auto begin = static_cast<std::uint32_t>(notebook_.code_.size());
    notebook_.code_ += decoded(json_.substr(string.begin, string.size()));
    cell.parts.push_back(
        {{string.begin + 1, string.end - 1}, {begin, static_cast<std::uint32_t>(notebook_.code_.size())}});
  }

  // As the file has it between other lines, or in front of the only one.
  void find_separator(Span list, Cell& cell) const {
    if (cell.parts.size() > 1) {
      const std::uint32_t begin = cell.parts[0].disk.end;
      cell.between = json_.substr(begin, cell.parts[1].disk.begin - begin);
    } else if (!cell.parts.empty()) {
      const std::uint32_t begin = list.begin + 1;
      cell.between = "\"," + std::string(json_.substr(begin, cell.parts[0].disk.begin - begin));
    }
  }

  Notebook& notebook_;
  std::string_view json_;
  std::uint32_t number_ = 0;
};

Result<std::shared_ptr<const Notebook>> Notebook::read(SourceFile file) {
  const std::string_view bytes = file.bytes();
  const Json json = Json::parse(bytes, nullptr, false);
  if (json.is_discarded()) {
    ErrorFinder finder;
    Json::sax_parse(bytes, &finder);
    const auto at = static_cast<std::uint32_t>(std::min(finder.at > 0 ? finder.at - 1 : 0, bytes.size()));
    return fail(fmt::format("no valid JSON (line {}), so it is not analysed as a notebook",
                            file.position(at, ColumnUnit::byte).line));
  }
  if (!json.is_object() || !json.contains("cells") || !json["cells"].is_array()) {
    const bool is_old = json.is_object() && json.contains("worksheets");
    return fail(is_old ? "a notebook in a format before 4, which is not analysed"
                       : "no notebook: it has no list of 'cells'");
  }
  const Json format = json.value("nbformat", Json(kFirstFormat));
  if (!format.is_number_integer() || format.get<int>() < kFirstFormat)
    return fail("a notebook in a format before 4, which is not analysed");
  auto notebook = std::shared_ptr<Notebook>(new Notebook(std::move(file)));
  if (is_python(language_of(json))) Reader(*notebook).read_all();
  return std::shared_ptr<const Notebook>(std::move(notebook));
}

// The last cell that begins before the offset, or there; cells are never empty.
std::size_t Notebook::cell_at(std::uint32_t offset) const {
  const auto after = std::upper_bound(spans_.begin(), spans_.end(), offset,
                                      [](std::uint32_t at, Span span) { return at < span.begin; });
  return after == spans_.begin() ? 0 : static_cast<std::size_t>(after - spans_.begin()) - 1;
}

std::uint32_t Notebook::cell_number(std::uint32_t offset) const {
  return cells_.empty() ? 1 : cells_[cell_at(offset)].number;
}

std::uint32_t Notebook::cell_begin(std::uint32_t offset) const {
  return spans_.empty() ? 0 : spans_[cell_at(offset)].begin;
}

std::uint32_t Notebook::disk_offset(const Part& part, std::uint32_t offset) const {
  std::uint32_t disk = part.disk.begin;
  for (std::uint32_t code = part.code.begin; code < offset && disk < part.disk.end;) {
    const Character next = character_at(file_.bytes(), disk);
    code += next.code;
    disk += next.disk;
  }
  return disk;
}

Span Notebook::on_disk(Span code) const {
  if (cells_.empty()) return {};
  const Cell& cell = cells_[cell_at(code.begin)];
  // A newline that the cell does not end with lies behind its last character.
  const auto part_of = [&](std::uint32_t offset) -> const Part& {
    const auto found = std::find_if(cell.parts.begin(), cell.parts.end(),
                                    [&](const Part& part) { return offset < part.code.end; });
    return found == cell.parts.end() ? cell.parts.back() : *found;
  };
  const std::uint32_t begin = disk_offset(part_of(code.begin), code.begin);
  if (code.size() == 0) return {begin, begin};
  const std::uint32_t end = disk_offset(part_of(code.end - 1), code.end);
  return {begin, std::max(begin, end)};
}

// As the inside of a JSON string, in the way of the file.
std::string Notebook::quoted(std::string_view text) const {
  const std::string_view bytes = file_.bytes();
  const bool is_ascii = std::all_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) == 0; });
  const std::string dumped = Json(text).dump(-1, ' ', is_ascii, Json::error_handler_t::replace);
  return dumped.substr(1, dumped.size() - 2);
}

std::optional<Notebook::DiskEdit> Notebook::on_disk(Span code, std::string_view replacement) const {
  if (cells_.empty()) return std::nullopt;
  const std::size_t index = cell_at(code.begin);
  const Cell& cell = cells_[index];
  if (code.end > spans_[index].end) return std::nullopt;
  // A place between two lines is the beginning of the second one.
  const auto offset_of = [&](std::uint32_t offset) {
    for (const Part& part : cell.parts) {
      if (offset < part.code.end) return disk_offset(part, offset);
    }
    return cell.parts.back().disk.end;
  };
  // The newline behind the last line of a cell is ours, not the file's.
  const bool lacks_newline = cell.parts.back().code.end < spans_[index].end;
  std::string text(replacement);
  if (lacks_newline && code.end == spans_[index].end && text.ends_with('\n')) {
    text.pop_back();
    if (code.size() == 0) text.insert(0, "\n");
  }
  replacement = text;
  DiskEdit edit{{offset_of(code.begin), offset_of(code.end)}, ""};
  const bool ends_cell = edit.span.end == cell.parts.back().disk.end;
  while (!replacement.empty()) {
    const std::size_t newline = replacement.find('\n');
    const std::string_view line =
        replacement.substr(0, newline == std::string_view::npos ? newline : newline + 1);
    replacement.remove_prefix(line.size());
    edit.text += quoted(line);
    if (line.ends_with('\n') && !(ends_cell && replacement.empty())) edit.text += cell.between;
  }
  return edit;
}

}  // namespace forklint
