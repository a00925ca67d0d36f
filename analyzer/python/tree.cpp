#include "python/tree.h"

#include <chrono>
#include <cstring>
#include <ctime>
#include <string>
#include <utility>

#include "base/check.h"
#include "python/guards.h"

namespace forklint::python {
namespace {

// Of this thread's own work: a machine that is busy, or that stops us for a while, changes no result.
std::chrono::nanoseconds time_used() {
  timespec used{};
  FORKLINT_CHECK(clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used) == 0, "threads have a clock");
  return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

// When the system's clock last ticked. The parser asks whether its time is over every few microseconds, or
// seconds, and this costs a hundredth of what a thread's own time does: that is looked at once in each tick.
std::chrono::nanoseconds last_tick() {
  timespec tick{};
  FORKLINT_CHECK(clock_gettime(CLOCK_MONOTONIC_COARSE, &tick) == 0, "the system has a clock");
  return std::chrono::seconds(tick.tv_sec) + std::chrono::nanoseconds(tick.tv_nsec);
}

enum class OnError : std::uint8_t { go_on, stop };

class Parser {
 public:
  Parser() : parser_(ts_parser_new()) {
    FORKLINT_CHECK(ts_parser_set_language(parser_, python_language()),
                   "the Python grammar does not fit the tree-sitter library");
  }
  ~Parser() { ts_parser_delete(parser_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  void start(std::string_view text, std::chrono::nanoseconds max_time) {
    text_ = text;
    deadline_ = time_used() + max_time;
  }

  // Null when the time is over, and with OnError::stop perhaps when there is an error.
  Tree parse(Span span, OnError on_error) {
    on_error_ = on_error;
    const TSRange range = {{span.begin, 0}, {span.end, 0}, span.begin, span.end};
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
    Parser& self = *static_cast<Parser*>(state->payload);
    if (state->has_error && self.on_error_ == OnError::stop) return true;
    const std::chrono::nanoseconds tick = last_tick();
    return std::exchange(self.looked_at_, tick) != tick && time_used() > self.deadline_;
  }

  TSParser* parser_;
  std::string_view text_;
  std::chrono::nanoseconds deadline_{};
  std::chrono::nanoseconds looked_at_{};
  OnError on_error_ = OnError::go_on;
};

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
    const Span span = {starts[i], starts[i + 1]};
    Tree tree = parser.parse(span, OnError::go_on);
    if (tree == nullptr) return false;
    pieces.push_back({std::move(tree), span});
  }
  return true;
}

}  // namespace

ParsedText parse_text(std::string_view text, std::chrono::nanoseconds max_time) {
  thread_local Parser parser;
  std::string copy;
  if (has_lone_return(text)) {
    copy = with_line_feeds(text);
    text = copy;
  }
  ParsedText result;
  const Span all = {0, static_cast<std::uint32_t>(text.size())};
  parser.start(text, max_time);
  Tree whole = parser.parse(all, OnError::stop);
  if (whole != nullptr && !ts_node_has_error(ts_tree_root_node(whole.get()))) {
    result.pieces.push_back({std::move(whole), all});
  } else {
    whole.reset();
    result.gave_up = !add_pieces(parser, text, result.pieces);
  }
  return result;
}

}  // namespace forklint::python
