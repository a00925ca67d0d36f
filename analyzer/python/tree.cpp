#include "python/tree.h"

#include <chrono>
#include <cstring>
#include <string>

#include "base/check.h"
#include "python/guards.h"

namespace forklint::python {
namespace {

using Clock = std::chrono::steady_clock;

// Far more than any file within the limits needs, so that a busy machine changes no result.
constexpr std::chrono::seconds kTimeLimit{30};

class Parser {
 public:
  Parser() : parser_(ts_parser_new()) {
    FORKLINT_CHECK(ts_parser_set_language(parser_, python_language()),
                   "the Python grammar does not fit the tree-sitter library");
  }
  ~Parser() { ts_parser_delete(parser_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  // Null when the time is over.
  Tree parse(std::string_view text, TSRange range) {
    text_ = text;
    deadline_ = Clock::now() + kTimeLimit;
    ts_parser_set_included_ranges(parser_, &range, 1);
    const TSInput input = {this, read, TSInputEncodingUTF8, nullptr};
    const TSParseOptions options = {this, is_over};
    Tree tree(ts_parser_parse_with_options(parser_, nullptr, input, options));
    if (tree == nullptr) ts_parser_reset(parser_);
    return tree;
  }

 private:
  static const char* read(void* payload, std::uint32_t offset, TSPoint, std::uint32_t* length) {
    const std::string_view text = static_cast<Parser*>(payload)->text_;
    const std::size_t left = offset < text.size() ? text.size() - offset : 0;
    *length = static_cast<std::uint32_t>(left);
    return left > 0 ? text.data() + offset : "";
  }
  static bool is_over(TSParseState* state) {
    return Clock::now() > static_cast<Parser*>(state->payload)->deadline_;
  }

  TSParser* parser_;
  std::string_view text_;
  Clock::time_point deadline_;
};

TSRange range_of(std::uint32_t begin, std::uint32_t end) { return {{begin, 0}, {end, 0}, begin, end}; }

// A lone carriage return ends a line in Python but not in the grammar.
std::string with_line_feeds(std::string_view text) {
  std::string copy(text);
  for (std::size_t i = 0; i < copy.size(); ++i) {
    const bool is_lone = copy[i] == '\r' && (i + 1 == copy.size() || copy[i + 1] != '\n');
    if (is_lone) copy[i] = '\n';
  }
  return copy;
}

bool has_lone_return(std::string_view text) {
  for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) {
    if (at + 1 == text.size() || text[at + 1] != '\n') return true;
  }
  return false;
}

bool add_pieces(Parser& parser, std::string_view text, std::vector<Piece>& pieces) {
  std::vector<std::uint32_t> starts = statement_starts(text);
  if (starts.empty() || starts.front() != 0) starts.insert(starts.begin(), 0);
  starts.push_back(static_cast<std::uint32_t>(text.size()));
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    Tree tree = parser.parse(text, range_of(starts[i], starts[i + 1]));
    if (tree == nullptr) return false;
    pieces.push_back({std::move(tree), {starts[i], starts[i + 1]}});
  }
  return true;
}

}  // namespace

ParsedText parse_text(std::string_view text) {
  thread_local Parser parser;
  std::string copy;
  if (has_lone_return(text)) {
    copy = with_line_feeds(text);
    text = copy;
  }
  ParsedText result;
  const auto size = static_cast<std::uint32_t>(text.size());
  Tree whole = parser.parse(text, range_of(0, size));
  if (whole == nullptr) {
    result.gave_up = true;
  } else if (!ts_node_has_error(ts_tree_root_node(whole.get()))) {
    result.pieces.push_back({std::move(whole), {0, size}});
  } else {
    result.gave_up = !add_pieces(parser, text, result.pieces);
  }
  return result;
}

}  // namespace forklint::python
