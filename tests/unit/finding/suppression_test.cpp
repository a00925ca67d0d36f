// Each case is a piece of source in which every call of fork() is a finding of FRK105 and every call of
// thread() one of FRK201. The outcome reads: findings left | suppressed | notices, each as rule@line.
#include "finding/suppression.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace forklint {
namespace {

constexpr MessageTemplate kForkMessages[] = {{.id = "forks", .text = "Forks."}};
constexpr MessageTemplate kUnusedMessages[] = {
    {.id = "unused-blanket", .text = "Nothing here to suppress."},
    {.id = "unused", .text = "No '{0}' here to suppress."},
    {.id = "unknown-rule", .text = "There is no rule '{0}'."},
};
constexpr RuleInfo kFork = {.id = "FRK105", .messages = kForkMessages};
constexpr RuleInfo kThread = {.id = "FRK201", .messages = kForkMessages};
constexpr RuleInfo kUnused = {.id = "FRK901", .level = Level::note, .messages = kUnusedMessages};

class Suppressions : public testing::Test {
 protected:
  // Comments run from '#' to the end of the line, as long as the source has no strings.
  SuppressionOutcome apply(const std::string& text, std::vector<Span> statements = {}) {
    source_ = std::make_unique<SourceFile>("a.py", "a.py", text);
    const std::string_view bytes = source_->bytes();
    CommentedFile file{source_.get(), {}, std::move(statements)};
    for (std::size_t at = bytes.find('#'); at != std::string_view::npos; at = bytes.find('#', at)) {
      const std::size_t end = std::min(bytes.find_first_of("\r\n", at), bytes.size());
      file.comments.push_back({span(at, end), bytes.substr(at, end - at)});
      at = end;
    }
    std::vector<Finding> findings;
    add_calls("fork(", kFork, findings);
    add_calls("thread(", kThread, findings);
    return apply_suppressions(std::move(findings), {&file, 1}, policy_);
  }

  std::string outcome(const std::string& text, std::vector<Span> statements = {}) {
    const SuppressionOutcome result = apply(text, std::move(statements));
    std::string out;
    for (const Finding& finding : result.findings) out += shown(finding) + " ";
    out += "|";
    for (const SuppressedFinding& finding : result.suppressed) out += " " + shown(finding.finding);
    out += " |";
    for (const Notice& notice : result.notices) out += " @" + std::to_string(notice.line);
    return out;
  }

  std::string fixed(const std::string& text) {
    const SuppressionOutcome result = apply(text);
    std::string out = text;
    for (const Finding& finding : result.findings) {
      if (finding.fixes.empty()) continue;
      const Edit& edit = finding.fixes.at(0).edits.at(0);
      out.replace(edit.span.begin, edit.span.size(), edit.replacement);
    }
    return out;
  }

  SuppressionPolicy policy_ = {.unused_rule = &kUnused, .known_rules = {"FRK105", "FRK201", "FRK901"}};

 private:
  static Span span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  std::string shown(const Finding& finding) const {
    const Position at = source_->position(finding.place.span.begin, ColumnUnit::byte);
    return std::string(finding.rule->id) + "@" + std::to_string(at.line);
  }

  // The finding lies on the whole call, up to its ')'.
  void add_calls(std::string_view name, const RuleInfo& rule, std::vector<Finding>& findings) const {
    const std::string_view bytes = source_->bytes();
    for (std::size_t at = bytes.find(name); at != std::string_view::npos; at = bytes.find(name, at + 1)) {
      Finding finding;
      finding.rule = &rule;
      finding.place = {"a.py", span(at, bytes.find(')', at) + 1)};
      findings.push_back(std::move(finding));
    }
  }

  std::unique_ptr<SourceFile> source_;
};

TEST_F(Suppressions, HoldOnTheirOwnLine) {
  EXPECT_EQ(outcome("fork()  # forklint: ignore[FRK105]\nfork()\n"), "FRK105@2 | FRK105@1 |");
  EXPECT_EQ(outcome("fork()  # noqa: FRK105\n"), "| FRK105@1 |");
  EXPECT_EQ(outcome("fork()  # forklint: ignore\n"), "| FRK105@1 |");
}

TEST_F(Suppressions, TakeOnlyTheRulesTheyName) {
  EXPECT_EQ(outcome("fork(); thread()  # forklint: ignore[FRK2]\n"), "FRK105@1 | FRK201@1 |");
}

TEST_F(Suppressions, AloneOnTheirLineHoldForTheNextLineWithCode) {
  EXPECT_EQ(outcome("  # forklint: ignore[FRK105] -- why\n\n  # more words\n  fork()\n"), "| FRK105@4 |");
  EXPECT_EQ(outcome("# forklint: ignore[FRK105]\nx = 1\nfork()\n"), "FRK901@1 FRK105@3 | |");
}

TEST_F(Suppressions, MayStandAtEitherEndOfACallOverSeveralLines) {
  EXPECT_EQ(outcome("fork(  # forklint: ignore[FRK105]\n  1,\n)\n"), "| FRK105@1 |");
  EXPECT_EQ(outcome("fork(\n  1,\n)  # forklint: ignore[FRK105]\n"), "| FRK105@1 |");
  EXPECT_EQ(outcome("fork(\n  1,  # forklint: ignore[FRK105]\n)\n"), "FRK105@1 FRK901@2 | |");
}

TEST_F(Suppressions, MayStandAtEitherEndOfTheInnermostStatement) {
  const std::string text = "def f():  # forklint: ignore[FRK105]\n  x = [\n    fork(),\n  ]\n";
  const Span whole = {0, static_cast<std::uint32_t>(text.size() - 1)};
  const Span assignment = {static_cast<std::uint32_t>(text.find("x =")), whole.end};
  EXPECT_EQ(outcome(text, {whole, assignment}), "FRK901@1 FRK105@3 | |");
  EXPECT_EQ(outcome("x = [\n  fork(),\n]  # noqa: FRK105\n", {{0, 17}}), "| FRK105@2 |");
  EXPECT_EQ(outcome("# noqa: FRK105\nx = [\n  fork(),\n]\n", {{15, 32}}), "| FRK105@3 |");
}

TEST_F(Suppressions, MayHoldForAWholeFile) {
  EXPECT_EQ(outcome("fork()\nthread()\n# forklint: ignore-file[FRK105]\n"), "FRK201@2 | FRK105@1 |");
  EXPECT_EQ(outcome("# forklint: ignore-file\nfork()\nthread()\n"), "| FRK105@2 FRK201@3 |");
}

TEST_F(Suppressions, HoldWithEveryNewline) {
  EXPECT_EQ(outcome("x\r\nfork()  # forklint: ignore[FRK105]\r\nfork()\r\n"), "FRK105@3 | FRK105@2 |");
  EXPECT_EQ(outcome("x\r# forklint: ignore[FRK105]\rfork()\r"), "| FRK105@3 |");
}

TEST_F(Suppressions, CarryTheirReason) {
  EXPECT_EQ(apply("fork()  # forklint: ignore[FRK105] -- ends in exec\n")
                .suppressed.at(0)
                .suppression.justification,
            "ends in exec");
}

TEST_F(Suppressions, ThatAreMalformedGiveANotice) {
  EXPECT_EQ(outcome("x\nfork()  # forklint: ignore FRK105\n"), "FRK105@2 | | @2");
  EXPECT_EQ(apply("fork()  # forklint: ignore[\n").notices.at(0).text,
            "this comment suppresses nothing: ']' is missing after the rules to ignore");
}

TEST_F(Suppressions, WithoutUseAreFindings) {
  EXPECT_EQ(outcome("x = 1  # forklint: ignore[FRK105]\n"), "FRK901@1 | |");
  EXPECT_EQ(outcome("x = 1  # forklint: ignore\n"), "FRK901@1 | |");
  EXPECT_EQ(outcome("x = 1  # forklint: ignore-file[FRK105]\n"), "FRK901@1 | |");
  EXPECT_EQ(outcome("x = 1  # noqa: E501\n"), "| |");
  EXPECT_EQ(message_text(apply("fork()  # noqa: FRK105, FRK201\n").findings.at(0)),
            "No 'FRK201' here to suppress.");
}

TEST_F(Suppressions, OfUnknownRulesAreFindingsWithoutAFix) {
  const SuppressionOutcome result = apply("fork()  # forklint: ignore[FRK105, FRK777]\n");
  ASSERT_EQ(result.findings.size(), 1U);
  EXPECT_EQ(message_text(result.findings[0]), "There is no rule 'FRK777'.");
  EXPECT_TRUE(result.findings[0].fixes.empty());
}

TEST_F(Suppressions, OfRulesThatAreSwitchedOffAreNotUnused) {
  policy_.is_enabled = [](std::string_view rule) { return rule != "FRK105"; };
  EXPECT_EQ(outcome("x = 1  # forklint: ignore[FRK105]\n"), "| |");
  EXPECT_EQ(outcome("x = 1  # forklint: ignore\n"), "| |");
  EXPECT_EQ(outcome("x = 1  # forklint: ignore[FRK201]\n"), "FRK901@1 | |");
}

TEST_F(Suppressions, AreNotLookedForWhereTheirRuleIsSwitchedOff) {
  policy_.is_enabled = [](std::string_view rule) { return rule != "FRK901"; };
  EXPECT_EQ(outcome("x = 1  # forklint: ignore[FRK105]\n"), "| |");
}

TEST_F(Suppressions, OfTheirOwnRuleTakeItsName) {
  EXPECT_EQ(outcome("x = 1  # forklint: ignore[FRK105, FRK901]\n"), "| FRK901@1 |");
  EXPECT_EQ(outcome("x = 1  # noqa: FRK105\n# forklint: ignore-file[FRK901]\n"), "| FRK901@1 |");
}

TEST_F(Suppressions, AreTakenOutByTheirFix) {
  EXPECT_EQ(fixed("x = 1  # forklint: ignore[FRK105]\ny\n"), "x = 1\ny\n");
  EXPECT_EQ(fixed("a\n  # forklint: ignore\r\nb\n"), "a\nb\n");
  EXPECT_EQ(fixed("x = 1  # noqa: FRK105  # type: ignore\n"), "x = 1  # type: ignore\n");
  EXPECT_EQ(fixed("fork()  # forklint: ignore[FRK201, FRK105]\n"), "fork()  # forklint: ignore[FRK105]\n");
  EXPECT_EQ(fixed("x = 1  # noqa: E501, FRK105\n"), "x = 1  # noqa: E501\n");
}

}  // namespace
}  // namespace forklint
