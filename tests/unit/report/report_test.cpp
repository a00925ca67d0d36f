#include "report/report.h"

#include <nlohmann/json.hpp>

#include "run_builder.h"

namespace forklint::report {
namespace {

using Json = nlohmann::json;

class Report : public testing::Test {
 protected:
  void SetUp() override {
    builder_.add_file("a.py", "x = 'é'; Pool()\n");
    builder_.run.files_checked = 2;
  }
  Json json() { return Json::parse(builder_.render(Format::json)); }
  std::string notices(const Style& style = {}) const {
    std::ostringstream err;
    render_notices(builder_.run, style, err);
    return err.str();
  }
  RunBuilder builder_;
};

TEST_F(Report, FormatsAreKnownByTheirNames) {
  for (const std::string_view name : format_names()) EXPECT_TRUE(format_named(name)) << name;
  EXPECT_EQ(format_named("json"), Format::json);
  EXPECT_EQ(format_named("xml"), std::nullopt);
}

TEST_F(Report, ConciseIsOneLineForEachFinding) {
  builder_.add_finding("a.py", "Pool").message = 1;
  builder_.add_finding("a.py", "x", Level::note);
  EXPECT_EQ(builder_.render(Format::concise),
            "a.py:1:10: FRK104 warning: 'Pool' forks.\n"
            "a.py:1:1: FRK104 note: 'x' forks.\n"
            "2 findings (1 warning, 1 note) in 1 file; checked 2 files\n");
}

TEST_F(Report, PathsAreSeenFromTheWorkingDirectory) {
  builder_.run.root = "/srv/me/project";
  builder_.add_file("sub/b.py", "x\n");
  builder_.add_finding("sub/b.py", "x").related = {{builder_.place("a.py", "Pool"), "Here."}};
  builder_.run.notices.push_back({Notice::Kind::error, "sub/b.py", 3, "syntax error"});
  builder_.run.working_directory = "/srv/me/project/sub";
  EXPECT_EQ(builder_.render(Format::concise, {.summary = false}), "b.py:1:1: FRK104 warning: 'x' forks.\n");
  EXPECT_EQ(notices(), "error: b.py:3: syntax error\n");
  EXPECT_EQ(json()["findings"][0]["path"], "b.py");
  EXPECT_EQ(json()["notices"][0]["path"], "b.py");
  const std::string full = builder_.render(Format::full);
  EXPECT_NE(full.find("--> b.py:1:1\n"), std::string::npos) << full;
  EXPECT_NE(full.find("::: /srv/me/project/a.py:1:10\n"), std::string::npos) << full;
}

TEST_F(Report, StandardInputLiesInNoFolder) {
  builder_.add_file("<stdin>", "x\n");
  builder_.add_finding("<stdin>", "x");
  builder_.run.root = "/srv/me";
  builder_.run.working_directory = "/srv/me/project";
  EXPECT_EQ(json()["findings"][0]["path"], "<stdin>");
}

TEST_F(Report, SummarySaysThatNothingWasFound) {
  EXPECT_EQ(builder_.render(Format::concise), "no forks found; checked 2 files\n");
}

TEST_F(Report, SummarySaysThatTheRunIsIncomplete) {
  builder_.run.complete = false;
  EXPECT_EQ(builder_.render(Format::concise),
            "no forks found; checked 2 files; not everything could be checked\n");
}

TEST_F(Report, SummaryCountsWhatCanBeFixedByItsBestFix) {
  builder_.add_finding("a.py", "Pool").fixes = {{"a", Applicability::unsafe, {}},
                                                {"b", Applicability::safe, {}}};
  builder_.add_finding("a.py", "x").fixes = {{"c", Applicability::unsafe, {}}};
  const std::string text = builder_.render(Format::concise);
  EXPECT_NE(text.find("\n1 fixable with --fix, 1 more with --fix --unsafe-fixes\n"), std::string::npos)
      << text;
}

TEST_F(Report, JsonHoldsTheFindingWithPlacesInCodePoints) {
  Finding& finding = builder_.add_finding("a.py", "Pool");
  finding.message = 1;
  finding.related.push_back({builder_.place("a.py", "x"), "Here."});
  finding.flow.push_back({builder_.place("a.py", "x"), "There.", 2});
  finding.fixes.push_back({"Use spawn", Applicability::display_only, {{"a.py", {0, 1}, "y"}}});
  const Json x =
      Json::parse(R"({"path": "a.py", "start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 2}})");
  Json related = x;
  related["message"] = "Here.";
  Json flow = x;
  flow["message"] = "There.";
  flow["depth"] = 2;
  Json edit = x;
  edit["replacement"] = "y";
  const Json expected = {
      {"id", "FRK104"},
      {"name", "implicit-fork-dataloader"},
      {"level", "warning"},
      {"message", {"'Pool' forks.", "Fork is the default before Python 3.14.", "Pass a context."}},
      {"path", "a.py"},
      {"start", {{"line", 1}, {"column", 10}}},
      {"end", {{"line", 1}, {"column", 14}}},
      {"related", Json::array({related})},
      {"flow", Json::array({flow})},
      {"fixes",
       Json::array(
           {{{"title", "Use spawn"}, {"applicability", "display-only"}, {"edits", Json::array({edit})}}})}};
  Json reported = json()["findings"];
  ASSERT_EQ(reported.size(), 1U);
  EXPECT_TRUE(reported[0]["fingerprint"].is_string());
  reported[0].erase("fingerprint");
  EXPECT_EQ(reported[0], expected);
}

TEST_F(Report, JsonHoldsSuppressedFindingsNoticesAndASummary) {
  builder_.run.suppressed.push_back({builder_.add_finding("a.py", "Pool"), {"measured"}});
  builder_.run.notices.push_back({Notice::Kind::error, "b.py", 3, "syntax error"});
  builder_.run.notices.push_back({Notice::Kind::note, "", 0, "slow"});
  const Json document = json();
  EXPECT_EQ(document["version"], 1);
  EXPECT_EQ(document["suppressed"][0]["justification"], "measured");
  EXPECT_EQ(document["notices"], Json::parse(R"([
    {"level": "error", "path": "b.py", "line": 3, "text": "syntax error"},
    {"level": "note", "path": null, "line": null, "text": "slow"}])"));
  EXPECT_EQ(document["summary"], Json::parse(R"({"findings": 1, "errors": 0, "warnings": 1, "notes": 0,
    "suppressed": 1, "known": 0, "files_checked": 2, "complete": true})"));
}

TEST_F(Report, JsonIsValidWhateverBytesAreInIt) {
  builder_.add_file("\xFF.py", "Pool('\xFE')\n");
  builder_.add_finding("\xFF.py", "Pool").arguments = {"\xFE"};
  EXPECT_EQ(json()["findings"][0]["path"], "\uFFFD.py");
}

TEST_F(Report, JsonSaysNoPositionWhereTheSourceIsGone) {
  builder_.add_finding("a.py", "Pool").place.path = "gone.py";
  EXPECT_TRUE(json()["findings"][0]["start"].is_null());
}

TEST_F(Report, NoticesAreLinesThatNoTerminalObeys) {
  builder_.run.notices.push_back({Notice::Kind::warning, "a\x1B.py", 3, "syntax error"});
  builder_.run.notices.push_back({Notice::Kind::note, "a.py", 0, "not UTF-8"});
  builder_.run.notices.push_back({Notice::Kind::error, "", 0, "nothing to check"});
  EXPECT_EQ(notices(),
            "warning: a␛.py:3: syntax error\n"
            "note: a.py: not UTF-8\n"
            "error: nothing to check\n");
  EXPECT_NE(notices({.color = true}).find("\x1B[1;31merror:\x1B[0m"), std::string::npos);
}

}  // namespace
}  // namespace forklint::report
