// What people see. Each expectation is the whole output as a terminal shows it.
#include "run_builder.h"

namespace forklint::report {
namespace {

class FullReport : public testing::Test {
 protected:
  std::string full(const Style& style = {}) { return "\n" + builder_.render(Format::full, style); }
  RunBuilder builder_;
};

TEST_F(FullReport, ShowsThePlaceInItsLine) {
  builder_.add_file("src/train.py", "import torch\n\nloader = DataLoader(data, num_workers=4)\n");
  builder_.add_finding("src/train.py", "DataLoader");
  builder_.run.files_checked = 40;
  EXPECT_EQ(full(), R"(
warning[FRK104]: 'DataLoader' forks.
 --> src/train.py:3:10
  |
3 | loader = DataLoader(data, num_workers=4)
  |          ^^^^^^^^^^

1 finding (1 warning) in 1 file; checked 40 files
)");
}

TEST_F(FullReport, SaysWhyAndWhatInstead) {
  builder_.add_file("a.py", "Pool()\n");
  Finding& finding = builder_.add_finding("a.py", "Pool", Level::error);
  finding.message = 1;
  finding.fixes.push_back({"Use a spawn context", Applicability::safe, {{"a.py", {0, 4}, "ctx.Pool"}}});
  finding.fixes.push_back({"Set it in main", Applicability::unsafe, {{"a.py", {0, 0}, "x\n"}}});
  EXPECT_EQ(full(), R"(
error[FRK104]: 'Pool' forks.
 --> a.py:1:1
  |
1 | Pool()
  | ^^^^
  = why: Fork is the default before Python 3.14.
  = instead: Pass a context.
  = fix: Use a spawn context (safe: --fix applies it)
  = fix: Set it in main (unsafe: --fix --unsafe-fixes applies it)

1 finding (1 error) in 1 file; checked 0 files
1 fixable with --fix
)");
}

TEST_F(FullReport, PutsNearRelatedPlacesIntoTheSameFrame) {
  builder_.add_file("a.py", "t.start()\nx = 1\nlock.acquire()\n\n\n\nPool()\n");
  Finding& finding = builder_.add_finding("a.py", "Pool");
  finding.related.push_back({builder_.place("a.py", "lock"), "The lock is taken here."});
  finding.related.push_back({builder_.place("a.py", "t.start"), "The thread starts here."});
  EXPECT_EQ(full(), R"(
warning[FRK104]: 'Pool' forks.
 --> a.py:7:1
  |
1 | t.start()
  | ------- The thread starts here.
2 | x = 1
3 | lock.acquire()
  | ---- The lock is taken here.
...
7 | Pool()
  | ^^^^

1 finding (1 warning) in 1 file; checked 0 files
)");
}

TEST_F(FullReport, GivesFarRelatedPlacesFramesOfTheirOwn) {
  builder_.add_file("a.py", std::string(99, '\n') + "Pool()\n");
  builder_.add_file("b.py", "\n t.start()\n");
  Finding& finding = builder_.add_finding("a.py", "Pool");
  finding.related.push_back({builder_.place("b.py", "t.start"), "The thread starts here."});
  EXPECT_EQ(full(), R"(
warning[FRK104]: 'Pool' forks.
   --> a.py:100:1
    |
100 | Pool()
    | ^^^^
   ::: b.py:2:2
    |
  2 |  t.start()
    |  ------- The thread starts here.

1 finding (1 warning) in 1 file; checked 0 files
)");
}

TEST_F(FullReport, NumbersTheWayToTheFork) {
  builder_.add_file("a.py", "main()\nPool()\n");
  Finding& finding = builder_.add_finding("a.py", "Pool");
  finding.flow.push_back({builder_.place("a.py", "main"), "The entry point runs."});
  finding.flow.push_back({builder_.place("a.py", "Pool"), "It forks.", 1});
  EXPECT_EQ(full(), R"(
warning[FRK104]: 'Pool' forks.
 --> a.py:2:1
  |
2 | Pool()
  | ^^^^
  = path: in the order in which it runs
    1. a.py:1:1: The entry point runs.
    2.   a.py:2:1: It forks.

1 finding (1 warning) in 1 file; checked 0 files
)");
}

TEST_F(FullReport, AlignsMarksUnderTabsAndWideCharacters) {
  builder_.add_file("a.py", "\tx = '日本'; Pool()\r\n");
  builder_.add_finding("a.py", "Pool");
  EXPECT_EQ(full(), R"(
warning[FRK104]: 'Pool' forks.
 --> a.py:1:12
  |
1 |     x = '日本'; Pool()
  |                 ^^^^

1 finding (1 warning) in 1 file; checked 0 files
)");
}

TEST_F(FullReport, MarksAPlaceOverSeveralLinesOnItsFirst) {
  builder_.add_file("a.py", "x = Pool(\n    4,\n)\n");
  builder_.add_finding("a.py", "Pool(\n    4,\n)").arguments = {"Pool"};
  EXPECT_EQ(full(), R"(
warning[FRK104]: 'Pool' forks.
 --> a.py:1:5
  |
1 | x = Pool(
  |     ^^^^^

1 finding (1 warning) in 1 file; checked 0 files
)");
}

TEST_F(FullReport, CutsLongLinesAroundThePlace) {
  builder_.add_file("a.py",
                    "x = '" + std::string(5000, 'a') + "'; Pool(); y = '" + std::string(5000, 'b') + "'\n");
  builder_.add_finding("a.py", "Pool");
  const std::string shown = full();
  EXPECT_NE(shown.find("a.py:1:5009"), std::string::npos);
  EXPECT_NE(shown.find("1 | …" + std::string(27, 'a') + "'; Pool(); y = 'bbb"), std::string::npos) << shown;
  EXPECT_NE(shown.find("bbb…\n  | " + std::string(31, ' ') + "^^^^\n"), std::string::npos) << shown;
}

TEST_F(FullReport, ShowsTerminalEscapesInsteadOfObeyingThem) {
  builder_.add_file("a\n\x1B[2J.py", "x = '\x1B[31m\xE2\x80\xAE'; Pool()\n");
  builder_.add_finding("a\n\x1B[2J.py", "Pool").arguments = {"\x1B]0;title\x07"};
  EXPECT_EQ(full(), R"(
warning[FRK104]: '␛]0;title␇' forks.
 --> a␊␛[2J.py:1:15
  |
1 | x = '␛[31m\u{202e}'; Pool()
  |                      ^^^^

1 finding (1 warning) in 1 file; checked 0 files
)");
}

TEST_F(FullReport, SurvivesBytesThatAreNotUtf8) {
  builder_.add_file("a.py", "x = '\xFF\xFE'; Pool()\n");
  builder_.add_finding("a.py", "Pool");
  EXPECT_NE(full().find("1 | x = '\uFFFD\uFFFD'; Pool()\n  |           ^^^^"), std::string::npos) << full();
}

TEST_F(FullReport, NamesTheFileAloneWhereItsSourceIsGone) {
  builder_.add_file("a.py", "Pool()\n");
  builder_.add_finding("a.py", "Pool").place.path = "gone.py";
  EXPECT_NE(full().find("forks.\n --> gone.py\n\n"), std::string::npos) << full();
}

TEST_F(FullReport, NamesTheFileAloneWhereItHasBecomeShorter) {
  builder_.add_file("a.py", "Pool()\n");
  builder_.add_finding("a.py", "Pool").place.span = {100, 104};
  EXPECT_NE(full().find("forks.\n --> a.py\n\n"), std::string::npos) << full();
}

TEST_F(FullReport, MarksAnEmptyPlaceAtTheEndOfTheFile) {
  builder_.add_file("a.py", "x\n");
  builder_.add_finding("a.py", "x").place.span = {2, 2};
  EXPECT_NE(full().find("2 |\n  | ^\n"), std::string::npos) << full();
}

TEST_F(FullReport, LooksOnlyAtFilesThatItShows) {
  builder_.add_file("a.py", "Pool()\n");
  const Finding& finding = builder_.add_finding("a.py", "Pool");
  builder_.run.suppressed.push_back({finding, {}});
  builder_.run.suppressed[0].finding.place.path = "never.py";
  (void)full();
  builder_.run.source = [source = builder_.run.source](const std::string& path) {
    EXPECT_EQ(path, "a.py");
    return source(path);
  };
  std::ostringstream out;
  render(builder_.run, Format::full, {}, out);
}

TEST_F(FullReport, ShowsSuppressedFindingsOnRequest) {
  builder_.add_file("a.py", "Pool()\n");
  builder_.run.suppressed.push_back({builder_.add_finding("a.py", "Pool"), {"measured"}});
  builder_.run.findings.clear();
  EXPECT_EQ(full(), "\nno findings; 1 suppressed; checked 0 files\n");
  EXPECT_EQ(full({.show_suppressed = true}), R"(
warning[FRK104]: 'Pool' forks.
 --> a.py:1:1
  |
1 | Pool()
  | ^^^^
  = suppressed: measured

no findings; 1 suppressed; checked 0 files
)");
}

TEST_F(FullReport, ColoursOnlyWhenAsked) {
  builder_.add_file("a.py", "Pool()\n");
  builder_.add_finding("a.py", "Pool");
  EXPECT_EQ(full().find('\x1B'), std::string::npos);
  EXPECT_NE(full({.color = true}).find("\x1B[1;33m^^^^\x1B[0m"), std::string::npos);
}

}  // namespace
}  // namespace forklint::report
