#include "sarif/writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace sarif {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

Region one_line(std::uint32_t line, std::uint32_t begin, std::uint32_t end, std::string snippet) {
  return {line, begin, line, end, std::move(snippet)};
}

Location place(std::uint32_t line, std::string message = "") {
  Location location;
  location.physical.artifact = {"a.py", "SRCROOT", ""};
  location.physical.region = one_line(line, 1, 5, "code");
  location.message = std::move(message);
  return location;
}

Log log_with(Result result) {
  Run run;
  run.driver.name = "tool";
  run.driver.rules.push_back({"T1", "RuleOne", {"Short.", ""}, {"Full.", ""}, {"Help.", "**Help**"}});
  run.results.push_back(std::move(result));
  return {{std::move(run)}};
}

Result some_result() {
  Result result;
  result.rule_id = "T1";
  result.message = {"It is 'x'.", "default", {"x"}};
  result.locations.push_back(place(3));
  return result;
}

json parsed_result(const Log& log) { return json::parse(to_json(log)).at("runs").at(0).at("results").at(0); }

TEST(ToJson, AnEmptyLogIsValid) {
  EXPECT_EQ(to_json({}),
            "{\n \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n \"version\": \"2.1.0\",\n"
            " \"runs\": []\n}\n");
}

TEST(ToJson, ARunWithoutResultsSaysThatThereAreNone) {
  Log log;
  log.runs.emplace_back();
  const json run = json::parse(to_json(log)).at("runs").at(0);
  EXPECT_EQ(run.at("results"), json::array());
  EXPECT_EQ(run.at("columnKind"), "utf16CodeUnits");
  EXPECT_FALSE(run.contains("automationDetails"));
}

TEST(ToJson, StacksHaveTheirFramesWithWhatIsKnownOfThem) {
  Result result = some_result();
  result.stacks.push_back({"MainThread", {{place(3, "work"), ""}, {{0, {}, "sem_wait"}, "libc.so.6"}}});
  const json stack = parsed_result(log_with(std::move(result))).at("stacks").at(0);
  EXPECT_EQ(stack.at("message").at("text"), "MainThread");
  EXPECT_EQ(stack.at("frames").at(0).at("location").at("physicalLocation").at("region").at("startLine"), 3);
  EXPECT_EQ(stack.at("frames").at(1),
            (json{{"location", {{"message", {{"text", "sem_wait"}}}}}, {"module", "libc.so.6"}}));
}

TEST(ToJson, TheLayoutIsThatOfAnOrdinaryJsonPrinter) {
  const std::string text = to_json(log_with(some_result()));
  EXPECT_EQ(text, nlohmann::ordered_json::parse(text).dump(1) + "\n");
}

TEST(ToJson, AResultSaysWhatItHasAndNothingElse) {
  const json result = parsed_result(log_with(some_result()));
  EXPECT_EQ(result, json::parse(R"({
    "ruleId": "T1", "ruleIndex": 0, "level": "warning",
    "message": {"text": "It is 'x'.", "id": "default", "arguments": ["x"]},
    "locations": [{"physicalLocation": {
      "artifactLocation": {"uri": "a.py", "uriBaseId": "SRCROOT"},
      "region": {"startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 5, "snippet": {"text": "code"}}}}]})"));
}

TEST(ToJson, APathBecomesOneThreadFlow) {
  Result result = some_result();
  result.code_flows.push_back({{{place(1, "Starts."), 0}, {place(2, "Goes on."), 1}}});
  const json flows = parsed_result(log_with(result)).at("codeFlows");
  const json& steps = flows.at(0).at("threadFlows").at(0).at("locations");
  ASSERT_EQ(steps.size(), 2U);
  EXPECT_EQ(steps[0].at("location").at("message").at("text"), "Starts.");
  EXPECT_FALSE(steps[0].contains("nestingLevel"));
  EXPECT_EQ(steps[1].at("nestingLevel"), 1);
}

TEST(ToJson, AFixIsItsReplacements) {
  Result result = some_result();
  const Region gap{2, 4, 2, 4, std::nullopt};
  result.fixes.push_back(
      {"Insert.", {{{"a.py", "", ""}, {{gap, "new"}, {one_line(2, 9, 12, "old"), ""}}}}, {}});
  const json fix = parsed_result(log_with(result)).at("fixes").at(0);
  const json& replacements = fix.at("artifactChanges").at(0).at("replacements");
  EXPECT_EQ(replacements.at(0).at("insertedContent").at("text"), "new");
  EXPECT_FALSE(replacements.at(1).contains("insertedContent")) << "a deletion inserts nothing";
}

TEST(ToJson, AResultThatIsNotSuppressedSaysSoOnlyWhereSuppressionsAreShown) {
  Result result = some_result();
  EXPECT_FALSE(parsed_result(log_with(result)).contains("suppressions"));
  result.suppressions.emplace();
  EXPECT_EQ(parsed_result(log_with(result)).at("suppressions"), json::array());
  result.suppressions->push_back({"reason"});
  EXPECT_EQ(parsed_result(log_with(result)).at("suppressions"),
            json::parse(R"([{"kind": "inSource", "justification": "reason"}])"));
}

TEST(ToJson, WhatIsNotUtf8IsReplaced) {
  Result result = some_result();
  result.message.text = "caf\xE9 \xF0\x9F\x98\x80 \x01 \"quoted\"\n.";
  const std::string text = to_json(log_with(result));
  EXPECT_THAT(text, HasSubstr("caf\xEF\xBF\xBD \xF0\x9F\x98\x80 \\u0001 \\\"quoted\\\"\\n."));
  EXPECT_THAT(text, Not(HasSubstr("\xE9 ")));
}

TEST(ToJson, ARuleHasEverythingThatGitHubAsksFor) {
  Log log = log_with(some_result());
  Rule& rule = log.runs[0].driver.rules[0];
  rule.help_uri = "https://example.org/T1";
  rule.default_level = Level::error;
  rule.message_strings["default"] = "It is '{0}'.";
  rule.properties = {{"reliability"}, {{"precision", "high"}, {"problem.severity", "error"}}};
  const json written = json::parse(to_json(log)).at("runs").at(0).at("tool").at("driver").at("rules").at(0);
  EXPECT_EQ(written, json::parse(R"({
    "id": "T1", "name": "RuleOne", "shortDescription": {"text": "Short."}, "fullDescription": {"text": "Full."},
    "help": {"text": "Help.", "markdown": "**Help**"}, "helpUri": "https://example.org/T1",
    "defaultConfiguration": {"level": "error"}, "messageStrings": {"default": {"text": "It is '{0}'."}},
    "properties": {"tags": ["reliability"], "precision": "high", "problem.severity": "error"}})"));
}

TEST(ToJson, ARunSaysWhereItsFilesComeFromAndWhatWentWrong) {
  Log log = log_with(some_result());
  auto& run = log.runs[0];
  run.automation_id = "nightly/";
  run.newline_sequences = {"\r\n", "\n"};
  run.original_uri_base_ids["SRCROOT"] = {"", "", "The root."};
  run.version_control.push_back({"https://example.org/r", "abc", "main", {"", "SRCROOT", ""}});
  run.invocations.push_back({false,
                             {{Level::error, "It failed.", place(7).physical}},
                             {{Level::note, "Odd.", {}}},
                             {"file:///at/", "", ""}});
  const json written = json::parse(to_json(log)).at("runs").at(0);
  EXPECT_EQ(written.at("automationDetails").at("id"), "nightly/");
  EXPECT_EQ(written.at("newlineSequences"), json::parse(R"(["\r\n", "\n"])"));
  EXPECT_EQ(written.at("originalUriBaseIds").at("SRCROOT").at("description").at("text"), "The root.");
  EXPECT_EQ(written.at("versionControlProvenance").at(0).at("mappedTo").at("uriBaseId"), "SRCROOT");
  const json& invocation = written.at("invocations").at(0);
  EXPECT_EQ(invocation.at("executionSuccessful"), false);
  const json& notification = invocation.at("toolExecutionNotifications").at(0);
  EXPECT_EQ(notification.at("level"), "error");
  EXPECT_EQ(notification.at("locations").at(0).at("physicalLocation").at("region").at("startLine"), 7);
  EXPECT_EQ(invocation.at("toolConfigurationNotifications").at(0).at("message").at("text"), "Odd.");
  EXPECT_EQ(invocation.at("workingDirectory").at("uri"), "file:///at/");
}

}  // namespace
}  // namespace sarif
