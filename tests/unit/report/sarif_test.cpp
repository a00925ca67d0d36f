// What of a run stands where in a SARIF log. That the log is valid is tests/sarif's to check.
#include "report/sarif.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "report/sarif_results.h"
#include "report/sarif_rules.h"
#include "run_builder.h"
#include "sarif/fingerprints.h"

namespace forklint::report {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

class Sarif : public testing::Test {
 protected:
  Sarif() { builder.run.rules = {{&kRule, "# x\n\n## What\n\nIt forks.\n"}}; }

  json run(const Style& style = {}) {
    return json::parse(builder.render(Format::sarif, style)).at("runs").at(0);
  }
  json result(const Style& style = {}) { return run(style).at("results").at(0); }
  json primary() { return result().at("locations").at(0).at("physicalLocation"); }

  RunBuilder builder;
};

json region(unsigned line, unsigned begin, unsigned end, const std::string& text) {
  return {{"startLine", line},
          {"startColumn", begin},
          {"endLine", line},
          {"endColumn", end},
          {"snippet", {{"text", text}}}};
}

TEST_F(Sarif, ColumnsCountUtf16Units) {
  builder.add_file("a.py", "\xEF\xBB\xBFs = '\xF0\x9F\x98\x80\xC3\xA9'; Pool(4)\r\nend\r\n");
  builder.add_finding("a.py", "Pool(4)");
  EXPECT_EQ(primary().at("region"), region(1, 12, 19, "Pool(4)"));
  EXPECT_EQ(
      primary().at("contextRegion"),
      json::parse(R"({"startLine": 1, "endLine": 2, "snippet": {"text": "s = '😀é'; Pool(4)\r\nend"}})"));
}

TEST_F(Sarif, ThePrimaryRegionIsOneLine) {
  builder.add_file("a.py", "x = 1\nPool(\n  4,\n)\n");
  builder.add_finding("a.py", "Pool(\n  4,\n)");
  EXPECT_EQ(primary().at("region"), region(2, 1, 6, "Pool("));
}

TEST_F(Sarif, APointIsTheRestOfItsLine) {
  builder.add_file("a.py", "import x\n");
  builder.add_finding("a.py", "");
  EXPECT_EQ(primary().at("region"), region(1, 1, 9, "import x"));
}

TEST_F(Sarif, AMinifiedLineIsNotRepeated) {
  builder.add_file("a.py", std::string(9000, 'x') + ";Pool(4);" + std::string(9000, 'y'));
  builder.add_finding("a.py", "Pool(4)");
  EXPECT_EQ(primary().at("region"), region(1, 9002, 9009, "Pool(4)"));
  EXPECT_EQ(primary().at("contextRegion").at("startColumn"), 8902);
  EXPECT_EQ(primary().at("contextRegion").at("endColumn"), 9109);
}

TEST_F(Sarif, PathsAreEncodedAndStartAtTheTopOfTheRepository) {
  builder.add_file("my src/a\xFC%.py", "Pool(4)\n");
  builder.add_finding("my src/a\xFC%.py", "Pool(4)");
  EXPECT_EQ(primary().at("artifactLocation"),
            json::parse(R"({"uri": "my%20src/a%FC%25.py", "uriBaseId": "SRCROOT"})"));
  builder.run.root = "/srv/repository/packages/train";
  builder.run.version_control = {"https://git.example/o/r.git", "abc", "main", "packages/train/"};
  EXPECT_EQ(primary().at("artifactLocation").at("uri"), "packages/train/my%20src/a%FC%25.py");
}

TEST_F(Sarif, AFileOutsideOfTheProjectIsRelativeWhereItIsInTheRepository) {
  builder.run.root = "/srv/repository/packages/train";
  builder.run.version_control = {"", "", "", "packages/train/"};
  builder.add_file("/srv/repository/tools/a b.py", "Pool(4)\n");
  builder.add_finding("/srv/repository/tools/a b.py", "Pool(4)");
  EXPECT_EQ(primary().at("artifactLocation"),
            json::parse(R"({"uri": "tools/a%20b.py", "uriBaseId": "SRCROOT"})"));
  builder.run.version_control.reset();
  EXPECT_EQ(primary().at("artifactLocation"),
            json::parse(R"({"uri": "file:///srv/repository/tools/a%20b.py"})"));
}

TEST_F(Sarif, AFileThatIsGoneStillHasARegion) {
  builder.add_file("a.py", "Pool(4)\n");
  builder.add_finding("a.py", "Pool(4)").place = {"gone.py", {5, 9}};
  EXPECT_EQ(primary().at("region"),
            json::parse(R"({"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1})"));
}

TEST_F(Sarif, TheMessageIsTextAndIdWithArguments) {
  builder.add_file("a.py", "Pool(4)\n");
  builder.add_finding("a.py", "Pool(4)").message = 1;
  EXPECT_EQ(result().at("message").at("id"), "three-lines");
  EXPECT_EQ(result().at("message").at("arguments"), json::array({"Pool(4)"}));
  EXPECT_EQ(result().at("message").at("text"),
            "'Pool(4)' forks. Fork is the default before Python 3.14. Pass a context.");
  EXPECT_EQ(run().at("tool").at("driver").at("rules").at(0).at("messageStrings").at("three-lines").at("text"),
            "'{0}' forks. Fork is the default before Python 3.14. Pass a context.");
}

TEST_F(Sarif, RelatedPlacesAreLinkedFromTheMessage) {
  builder.add_file("a.py", "import torch\nPool(4)\n");
  Finding& finding = builder.add_finding("a.py", "Pool(4)");
  finding.related = {{builder.place("a.py", "import torch"), "Threads [of torch] start here."},
                     {builder.place("a.py", "Pool"), "The lock is held here."}};
  EXPECT_EQ(result().at("message").at("text"),
            "'Pool(4)' forks. Related: [Threads \\[of torch\\] start here](1), [The lock is held here](2).");
  const json related = result().at("relatedLocations");
  EXPECT_EQ(related.at(0).at("id"), 1);
  EXPECT_EQ(related.at(0).at("physicalLocation").at("region"), region(1, 1, 13, "import torch"));
  EXPECT_EQ(related.at(1).at("message").at("text"), "The lock is held here.");
}

TEST_F(Sarif, WordsOfTheCodeAreNoLinks) {
  builder.add_file("a.py", "pools[0](1)\n");
  builder.add_finding("a.py", "pools[0](1)");
  EXPECT_EQ(result().at("message").at("text"), "'pools[0] (1)' forks.");
}

TEST_F(Sarif, TheFlowIsInTheOrderOfExecution) {
  builder.add_file("a.py", "import torch\nPool(4)\n");
  builder.add_finding("a.py", "Pool(4)").flow = {{builder.place("a.py", "import torch"), "Threads start.", 0},
                                                 {builder.place("a.py", "Pool"), "Forks.", 2}};
  const json steps = result().at("codeFlows").at(0).at("threadFlows").at(0).at("locations");
  EXPECT_EQ(steps.at(0).at("location").at("message").at("text"), "Threads start.");
  EXPECT_EQ(steps.at(1).at("nestingLevel"), 2);
}

TEST_F(Sarif, AFixSaysWhatItDeletesAndInsertsAndWhetherItIsSafe) {
  builder.add_file("a.py", "Pool(4)\nx\n");
  builder.add_file("b.py", "y\n");
  builder.add_finding("a.py", "Pool(4)").fixes = {
      {"Pass a context.",
       Applicability::unsafe,
       {{"a.py", {6, 6}, ", c"}, {"a.py", {8, 10}, ""}, {"b.py", {0, 1}, "z"}}}};
  const json fix = result().at("fixes").at(0);
  EXPECT_EQ(fix.at("description").at("text"), "Pass a context (unsafe: review it before applying).");
  EXPECT_EQ(fix.at("properties").at("applicability"), "unsafe");
  const json& changes = fix.at("artifactChanges");
  ASSERT_EQ(changes.size(), 2U) << "one change for each file";
  const json expected = json::parse(R"([
    {"deletedRegion": {"startLine": 1, "startColumn": 7, "endLine": 1, "endColumn": 7}, "insertedContent": {"text": ", c"}},
    {"deletedRegion": {"startLine": 2, "startColumn": 1, "endLine": 3, "endColumn": 1}}])");
  EXPECT_EQ(changes.at(0).at("replacements"), expected);
  EXPECT_EQ(changes.at(1).at("artifactLocation").at("uri"), "b.py");
}

TEST_F(Sarif, AnInsertedTextIsReadInTheEncodingOfItsFile) {
  builder.add_file("a.py", "# coding: latin-1\nPool(4)\n");
  builder.add_finding("a.py", "Pool(4)").fixes = {{"Fix", Applicability::safe, {{"a.py", {18, 18}, "\xE9"}}}};
  EXPECT_EQ(result()
                .at("fixes")
                .at(0)
                .at("artifactChanges")
                .at(0)
                .at("replacements")
                .at(0)
                .at("insertedContent")
                .at("text"),
            "\xC3\xA9");
  builder.add_file("b.py", "# coding: gbk\nPool(4)\n");
  builder.run.findings.clear();
  builder.add_finding("b.py", "Pool(4)").fixes = {{"Fix", Applicability::safe, {{"b.py", {14, 14}, "\xE9"}}}};
  EXPECT_FALSE(result().contains("fixes")) << "a fix that cannot be said is left out";
}

TEST_F(Sarif, FingerprintsAreGitHubsAndOurOwn) {
  const std::string text = "Pool(4)\nPool(4)\n";
  builder.add_file("a.py", text);
  builder.add_finding("a.py", "Pool(4)");
  builder.add_finding("a.py", "Pool(4)").place.span = {8, 15};
  const json results = run().at("results");
  const json& first = results.at(0).at("partialFingerprints");
  const json& second = results.at(1).at("partialFingerprints");
  EXPECT_EQ(first.at("primaryLocationLineHash"), sarif::line_hashes(text).at(0));
  EXPECT_EQ(second.at("primaryLocationLineHash"), sarif::line_hashes(text).at(1));
  EXPECT_NE(first.at("forklint/v1"), second.at("forklint/v1"));
}

TEST_F(Sarif, SuppressedFindingsAreThereOnlyOnRequestAndInTheirPlace) {
  builder.add_file("a.py", "Pool(4)\nx = Pool(5)\n");
  const Finding suppressed = builder.add_finding("a.py", "Pool(4)");
  builder.run.findings.clear();
  builder.add_finding("a.py", "Pool(5)");
  builder.run.suppressed = {{suppressed, {"known"}}};
  EXPECT_EQ(run().at("results").size(), 1U);
  EXPECT_FALSE(result().contains("suppressions"));
  const json shown = run({.show_suppressed = true}).at("results");
  ASSERT_EQ(shown.size(), 2U);
  EXPECT_EQ(shown.at(0).at("suppressions"),
            json::parse(R"([{"kind": "inSource", "justification": "known"}])"));
  EXPECT_EQ(shown.at(1).at("suppressions"), json::array());
  EXPECT_EQ(shown.at(1).at("partialFingerprints"), result().at("partialFingerprints"));
}

TEST_F(Sarif, ARuleIsDescribedByItsPage) {
  const json rule = run().at("tool").at("driver").at("rules").at(0);
  EXPECT_EQ(rule.at("id"), "FRK104");
  EXPECT_EQ(rule.at("name"), "ImplicitForkDataloader");
  EXPECT_EQ(rule.at("fullDescription").at("text"), "It forks.");
  EXPECT_EQ(rule.at("help").at("text"), "x\n\nWhat\n\nIt forks.");
  EXPECT_EQ(rule.at("help").at("markdown"), "# x\n\n## What\n\nIt forks.\n");
  EXPECT_THAT(rule.at("helpUri").get<std::string>(), testing::EndsWith("/FRK104.md"));
  EXPECT_EQ(rule.at("properties").at("problem.severity"), "warning");
}

TEST_F(Sarif, NoticesAreNotifications) {
  builder.run.complete = false;
  builder.run.notices = {{Notice::Kind::error, "a b.py", 3, "syntax error"},
                         {Notice::Kind::warning, "sub/pyproject.toml", 0, "requires-python is missing"},
                         {Notice::Kind::note, "", 0, "stopped early."}};
  const json invocation = run().at("invocations").at(0);
  EXPECT_EQ(invocation.at("executionSuccessful"), false);
  const json expected = json::parse(R"([
    {"level": "error", "message": {"text": "syntax error."}, "locations": [{"physicalLocation": {
      "artifactLocation": {"uri": "a%20b.py", "uriBaseId": "SRCROOT"}, "region": {"startLine": 3}}}]},
    {"level": "note", "message": {"text": "stopped early."}}])");
  EXPECT_EQ(invocation.at("toolExecutionNotifications"), expected);
  EXPECT_EQ(invocation.at("toolConfigurationNotifications").at(0).at("message").at("text"),
            "requires-python is missing.");
}

TEST_F(Sarif, TheRunSaysTheRevisionAndOnRequestTheCategory) {
  EXPECT_FALSE(run().contains("versionControlProvenance"));
  EXPECT_FALSE(run().contains("automationDetails"));
  builder.run.version_control = {"https://git.example/o/r.git", "abc", "main", ""};
  const json expected = json::parse(R"([{"repositoryUri": "https://git.example/o/r.git",
    "revisionId": "abc", "branch": "main", "mappedTo": {"uriBaseId": "SRCROOT"}}])");
  EXPECT_EQ(run().at("versionControlProvenance"), expected);
  EXPECT_EQ(run({.sarif_category = "nightly"}).at("automationDetails").at("id"), "nightly/");
  EXPECT_EQ(run({.sarif_category = "a/b/"}).at("automationDetails").at("id"), "a/b/");
  builder.run.version_control = {"not an address", "abc", "main", ""};
  EXPECT_FALSE(run().contains("versionControlProvenance"));
}

TEST_F(Sarif, NamesNoPlaceOfThisMachine) {
  builder.run.root = "/srv/secret";
  builder.add_file("a.py", "Pool(4)\n");
  builder.add_finding("a.py", "Pool(4)");
  EXPECT_THAT(builder.render(Format::sarif), Not(HasSubstr("secret")));
}

TEST(MessageString, QuotesPlaceholdersAndDoublesOtherBraces) {
  EXPECT_EQ(message_string("'{0}' costs {1}.\nNo {} and {x}."), "'{0}' costs '{1}'. No {{}} and {{x}}.");
  EXPECT_EQ(message_string("{0}{"), "'{0}'{{");
}

TEST(PascalCase, JoinsWords) { EXPECT_EQ(pascal_case("preexec-fn"), "PreexecFn"); }

}  // namespace
}  // namespace forklint::report
