#include "sarif/limits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace sarif {
namespace {

using nlohmann::json;
using testing::ElementsAre;

Log log_of(const std::vector<Level>& levels) {
  Log log;
  Run& run = log.runs.emplace_back();
  for (std::size_t i = 0; i < levels.size(); ++i) {
    Result& result = run.results.emplace_back();
    result.rule_id = "T1";
    result.level = levels[i];
    result.message.text = "r" + std::to_string(i);
  }
  return log;
}

json run_within(const Log& log, const Limits& limits) {
  return json::parse(to_json_within(log, limits)).at("runs").at(0);
}

std::vector<std::string> messages(const json& run) {
  std::vector<std::string> texts;
  for (const json& result : run.at("results")) texts.push_back(result.at("message").at("text"));
  return texts;
}

std::string only_notification(const json& run) {
  const json& notifications = run.at("invocations").at(0).at("toolExecutionNotifications");
  EXPECT_EQ(notifications.size(), 1U);
  return notifications.at(0).at("message").at("text");
}

TEST(Limits, ALogThatFitsIsLeftAlone) {
  const json run = run_within(log_of({Level::note, Level::error}), {.results = 2});
  EXPECT_THAT(messages(run), ElementsAre("r0", "r1"));
  EXPECT_FALSE(run.contains("invocations"));
}

TEST(Limits, ResultsGoByLeastSeverityAndTheRestKeepsItsOrder) {
  const Log log = log_of({Level::note, Level::error, Level::warning, Level::note, Level::error});
  const json run = run_within(log, {.results = 3});
  EXPECT_THAT(messages(run), ElementsAre("r1", "r2", "r4"));
  EXPECT_EQ(only_notification(run),
            "2 results of 5 left out, those of least severity: a run may have 3 results.");
}

TEST(Limits, OfEqualResultsTheLastGo) {
  EXPECT_THAT(messages(run_within(log_of({Level::note, Level::note, Level::note}), {.results = 2})),
              ElementsAre("r0", "r1"));
}

TEST(Limits, SuppressedResultsGoFirst) {
  Log log = log_of({Level::error, Level::note});
  log.runs[0].results[0].suppressions = {{{"known"}}};
  log.runs[0].results[1].suppressions.emplace();
  EXPECT_THAT(messages(run_within(log, {.results = 1})), ElementsAre("r1"));
}

TEST(Limits, GitHubsOwnLimitIsTheDefault) {
  const json run = run_within(log_of(std::vector<Level>(25'001, Level::note)), {});
  EXPECT_EQ(run.at("results").size(), 25'000U);
  EXPECT_EQ(only_notification(run),
            "1 result of 25001 left out, those of least severity: a run may have 25000 results.");
}

TEST(Limits, TheCompressedFileStaysBelowItsLimit) {
  Log log = log_of(std::vector<Level>(500, Level::warning));
  log.runs[0].results[400].level = Level::error;
  // Text that compresses badly, so that the results and not the layout make the size.
  std::uint32_t state = 1;
  for (Result& result : log.runs[0].results) {
    for (int i = 0; i < 200; ++i) {
      state = state * 1664525 + 1013904223;
      result.message.text += static_cast<char>('!' + (state >> 24) % 90);
    }
  }
  const Limits limits{.compressed_bytes = 40'000};
  const std::string text = to_json_within(log, limits);
  EXPECT_LE(compressed_size(text), limits.compressed_bytes);
  EXPECT_GT(compressed_size(text), limits.compressed_bytes * 8 / 10) << "no more than needed is dropped";
  const json run = json::parse(text).at("runs").at(0);
  EXPECT_TRUE(std::ranges::any_of(run.at("results"),
                                  [](const json& result) { return result.at("level") == "error"; }));
  EXPECT_THAT(only_notification(run),
              testing::MatchesRegex(
                  "[0-9]+ results of 500 left out, .*: compressed, the file may have 40000 bytes\\."));
}

TEST(Limits, ALogThatCannotFitEndsWithoutResults) {
  EXPECT_TRUE(
      run_within(log_of({Level::error, Level::error}), {.compressed_bytes = 10}).at("results").empty());
}

TEST(Limits, APathKeepsItsEnds) {
  Log log = log_of({Level::error});
  CodeFlow& flow = log.runs[0].results[0].code_flows.emplace_back();
  for (int i = 0; i < 10; ++i) flow.locations.push_back({{0, {}, "s" + std::to_string(i)}, 0});
  const json run = run_within(log, {.flow_locations = 4});
  std::vector<std::string> steps;
  for (const json& step :
       run.at("results").at(0).at("codeFlows").at(0).at("threadFlows").at(0).at("locations")) {
    steps.push_back(step.at("location").at("message").at("text"));
  }
  EXPECT_THAT(steps, ElementsAre("s0", "s1", "s8", "s9"));
}

TEST(Limits, RelatedPlacesAndTagsAreCutAtTheEnd) {
  Log log = log_of({Level::error});
  log.runs[0].results[0].related_locations.resize(5);
  log.runs[0].driver.rules.emplace_back().properties.tags = {"a", "b", "c"};
  const json run = run_within(log, {.related_locations = 3, .tags = 2});
  EXPECT_EQ(run.at("results").at(0).at("relatedLocations").size(), 3U);
  EXPECT_EQ(run.at("tool").at("driver").at("rules").at(0).at("properties").at("tags"),
            json::parse(R"(["a", "b"])"));
}

}  // namespace
}  // namespace sarif
