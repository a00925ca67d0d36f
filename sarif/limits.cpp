#include "sarif/limits.h"

#include <zlib.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "sarif/writer.h"

namespace sarif {
namespace {

template <typename Value>
void shorten(std::vector<Value>& values, std::size_t limit) {
  if (values.size() > limit) values.resize(limit);
}

// A path is read from its ends: how it starts and what it leads to.
void shorten_middle(std::vector<ThreadFlowLocation>& steps, std::size_t limit) {
  if (steps.size() <= limit) return;
  const auto first = steps.begin() + static_cast<std::ptrdiff_t>(limit / 2);
  steps.erase(first, first + static_cast<std::ptrdiff_t>(steps.size() - limit));
}

void apply_to_parts(Run& run, const Limits& limits) {
  for (Rule& rule : run.driver.rules) shorten(rule.properties.tags, limits.tags);
  for (Result& result : run.results) {
    shorten(result.related_locations, limits.related_locations);
    for (CodeFlow& flow : result.code_flows) shorten_middle(flow.locations, limits.flow_locations);
  }
}

int weight(const Result& result) {
  if (result.suppressions && !result.suppressions->empty()) return 0;
  return 1 + static_cast<int>(result.level);
}

void keep_weightiest(std::vector<Result>& results, std::size_t limit) {
  if (results.size() <= limit) return;
  std::vector<std::size_t> order(results.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, [&](std::size_t left, std::size_t right) {
    return std::pair(-weight(results[left]), left) < std::pair(-weight(results[right]), right);
  });
  order.resize(limit);
  std::ranges::sort(order);
  std::vector<Result> kept;
  kept.reserve(limit);
  for (const std::size_t index : order) kept.push_back(std::move(results[index]));
  results = std::move(kept);
}

std::string plural(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

// Takes results away until the run has at most `limit`, and says so in place of what it said before.
class Dropper {
 public:
  explicit Dropper(Run& run) : run_(run), total_(run.results.size()) {}

  void drop_to(std::size_t limit, const std::string& reason) {
    if (run_.results.size() <= limit) return;
    keep_weightiest(run_.results, limit);
    if (run_.invocations.empty()) run_.invocations.emplace_back();
    auto& notifications = run_.invocations.front().execution_notifications;
    if (!announced_) notifications.emplace_back();
    announced_ = true;
    notifications.back() = {Level::warning,
                            plural(total_ - limit, "result") + " of " + std::to_string(total_) +
                                " left out, those of least severity: " + reason + ".",
                            std::nullopt};
  }

 private:
  Run& run_;
  std::size_t total_;
  bool announced_ = false;
};

std::size_t total_results(const Log& log) {
  std::size_t total = 0;
  for (const Run& run : log.runs) total += run.results.size();
  return total;
}

}  // namespace

std::size_t compressed_size(const std::string& text) {
  constexpr std::size_t kGzipFrame = 18;
  constexpr std::size_t kChunk = 1 << 16;
  z_stream stream{};
  // Without memory for the compressor the text counts in full, which is safe.
  if (deflateInit(&stream, Z_BEST_SPEED) != Z_OK) return text.size() + kGzipFrame;
  std::vector<unsigned char> output(kChunk);
  std::size_t size = kGzipFrame;
  std::size_t read = 0;
  int status = Z_OK;
  while (status != Z_STREAM_END) {
    if (stream.avail_in == 0 && read < text.size()) {
      const std::size_t length = std::min(kChunk, text.size() - read);
      // zlib's interface lacks the const; it does not write here.
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data() + read));
      stream.avail_in = static_cast<uInt>(length);
      read += length;
    }
    stream.next_out = output.data();
    stream.avail_out = static_cast<uInt>(output.size());
    status = deflate(&stream, read == text.size() ? Z_FINISH : Z_NO_FLUSH);
    size += output.size() - stream.avail_out;
  }
  deflateEnd(&stream);
  return size;
}

std::string to_json_within(Log log, const Limits& limits) {
  std::vector<Dropper> droppers;
  for (Run& run : log.runs) {
    apply_to_parts(run, limits);
    droppers.emplace_back(run).drop_to(limits.results, "a run may have " + plural(limits.results, "result"));
  }
  while (true) {
    std::string text = to_json(log);
    const std::size_t size = text.size() <= limits.compressed_bytes ? text.size() : compressed_size(text);
    if (size <= limits.compressed_bytes || total_results(log) == 0) return text;
    for (std::size_t i = 0; i < log.runs.size(); ++i) {
      // A little more than the share that is too much, since what is cut is the same in each result.
      const std::size_t count = log.runs[i].results.size();
      const double share = 0.95 * static_cast<double>(limits.compressed_bytes) / static_cast<double>(size);
      const auto kept = static_cast<std::size_t>(static_cast<double>(count) * share);
      droppers[i].drop_to(std::min(kept, count == 0 ? 0 : count - 1),
                          "compressed, the file may have " + plural(limits.compressed_bytes, "byte"));
    }
  }
}

}  // namespace sarif
