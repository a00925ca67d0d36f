#include "finding/directive.h"

#include <gtest/gtest.h>

namespace forklint {
namespace {

// "kind[selectors] -- reason", one for each directive, or "complaint: …".
std::string read(std::string_view comment) {
  const ParsedComment parsed = parse_directives(comment);
  std::string out;
  for (const Directive& directive : parsed.directives) {
    constexpr std::string_view kKinds[] = {"ignore", "ignore-file", "noqa"};
    if (!out.empty()) out += "; ";
    out += kKinds[static_cast<std::size_t>(directive.kind)];
    out += '[';
    for (const std::string& selector : directive.selectors) out += selector + " ";
    if (out.back() == ' ') out.pop_back();
    out += ']';
    if (!directive.justification.empty()) out += " -- " + directive.justification;
  }
  if (parsed.complaint) out += "complaint: " + *parsed.complaint;
  return out;
}

TEST(Directive, NamesRulesInBrackets) {
  EXPECT_EQ(read("# forklint: ignore[FRK104]"), "ignore[FRK104]");
  EXPECT_EQ(read("# forklint: ignore[FRK104, FRK2] -- one worker only"),
            "ignore[FRK104 FRK2] -- one worker only");
  EXPECT_EQ(read("# forklint: ignore-file[FRK1]"), "ignore-file[FRK1]");
}

TEST(Directive, WithoutBracketsStandsForEveryRule) {
  EXPECT_EQ(read("# forklint: ignore"), "ignore[]");
  EXPECT_EQ(read("# forklint: ignore -- measured"), "ignore[] -- measured");
  EXPECT_EQ(read("# forklint: ignore-file"), "ignore-file[]");
}

TEST(Directive, IsReadWhateverTheSpacingAndCase) {
  EXPECT_EQ(read("#forklint:ignore[frk104,FRK2]"), "ignore[FRK104 FRK2]");
  EXPECT_EQ(read("#  Forklint :  IGNORE [ FRK104 , ]  --  why  "), "ignore[FRK104] -- why");
  EXPECT_EQ(read("#: forklint: ignore"), "");
}

TEST(Directive, StandsBesideOtherToolsComments) {
  EXPECT_EQ(read("# type: ignore  # forklint: ignore[FRK104]"), "ignore[FRK104]");
  EXPECT_EQ(read("# forklint: ignore[FRK104] -- see issue#12  # type: ignore"),
            "ignore[FRK104] -- see issue#12");
  EXPECT_EQ(read("# forklint: ignore[FRK104]  # noqa: FRK2"), "ignore[FRK104]; noqa[FRK2]");
}

TEST(Directive, ReasonMayFollowTheBracketsWithoutDashes) {
  EXPECT_EQ(read("# forklint: ignore[FRK104] we know"), "ignore[FRK104] -- we know");
}

TEST(Noqa, SpeaksToForkLintOnlyByItsCodes) {
  EXPECT_EQ(read("# noqa: FRK104"), "noqa[FRK104]");
  EXPECT_EQ(read("#NOQA:E501,frk104 F401 because"), "noqa[FRK104] -- because");
  EXPECT_EQ(read("# noqa"), "");
  EXPECT_EQ(read("# noqa: E501"), "");
}

TEST(Noqa, KeepsTheCodesOfOthersForARewrite) {
  EXPECT_EQ(parse_directives("# noqa: E501, FRK104, F401").directives.at(0).foreign,
            (std::vector<std::string>{"E501", "F401"}));
}

TEST(Directive, ThatIsMalformedIsComplainedAbout) {
  EXPECT_EQ(read("# forklint: ignore[FRK104"), "complaint: ']' is missing after the rules to ignore");
  EXPECT_EQ(read("# forklint: ignore[]"), "complaint: no rule stands between the brackets");
  EXPECT_EQ(read("# forklint: ignore FRK104"),
            "complaint: rules to ignore stand in brackets and a reason after '--', not 'FRK104'");
  EXPECT_EQ(read("# forklint: ignroe[FRK104]"),
            "complaint: 'ignroe' is no forklint comment; did you mean 'ignore'?");
  EXPECT_EQ(read("# forklint: disable=FRK104"),
            "complaint: 'disable' is no forklint comment; write 'forklint: ignore[RULE]' or "
            "'forklint: ignore-file[RULE]'");
}

TEST(Directive, IsNotSeenInProse) {
  EXPECT_EQ(read("# we run forklint: it finds forks"), "");
  EXPECT_EQ(read("# forklint ignores this"), "");
}

TEST(Directive, KnowsItsPlaceInTheComment) {
  const std::string comment = "# type: ignore  # forklint: ignore[FRK104, FRK2]  ";
  const Directive directive = parse_directives(comment).directives.at(0);
  const auto text = [&](Span span) { return comment.substr(span.begin, span.size()); };
  EXPECT_EQ(text(directive.span), "# forklint: ignore[FRK104, FRK2]");
  EXPECT_EQ(text(directive.list), "FRK104, FRK2");
}

}  // namespace
}  // namespace forklint
