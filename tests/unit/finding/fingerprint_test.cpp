#include "finding/fingerprint.h"

#include <gtest/gtest.h>

#include <set>

namespace forklint {
namespace {

constexpr RuleInfo kRule{.id = "FRK999", .name = "some-rule", .summary = "Some."};
constexpr RuleInfo kOtherRule{.id = "FRK998", .name = "other-rule", .summary = "Other."};

Finding finding_at(const SourceFile& file, std::string_view code, std::size_t occurrence = 0) {
  std::size_t begin = file.bytes().find(code);
  for (; occurrence > 0; --occurrence) begin = file.bytes().find(code, begin + 1);
  Finding finding;
  finding.rule = &kRule;
  finding.place = {file.path(),
                   {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + code.size())}};
  return finding;
}

std::vector<std::string> of(const SourceFile& file, const std::vector<Finding>& findings) {
  std::vector<const Finding*> pointers;
  for (const Finding& finding : findings) pointers.push_back(&finding);
  return fingerprints(pointers, [&](const std::string&) { return &file; });
}

std::string of(const std::string& text, std::string_view code) {
  const SourceFile file("a.py", "a.py", text);
  return of(file, {finding_at(file, code)}).front();
}

TEST(Fingerprint, IsSixteenHexadecimalDigits) {
  const std::string value = of("mp.Pool(4)\n", "mp.Pool(4)");
  EXPECT_EQ(value.size(), 16U);
  EXPECT_EQ(value.find_first_not_of("0123456789abcdef"), std::string::npos);
}

TEST(Fingerprint, SurvivesLinesThatMoveAndNeighboursThatChange) {
  EXPECT_EQ(of("x = mp.Pool(4)\ny = 1\n", "mp.Pool(4)"),
            of("import os\n\ndef f():\n    return mp.Pool(4)  # why not\nz = 2\n", "mp.Pool(4)"));
}

TEST(Fingerprint, SurvivesAFormatter) {
  EXPECT_EQ(
      of("mp.Process(target=f, name='x')", "mp.Process(target=f, name='x')"),
      of("mp.Process(\n    target=f,\n    name=\"x\",\n)", "mp.Process(\n    target=f,\n    name=\"x\",\n)"));
}

TEST(Fingerprint, IsThatOfTheWholeCallWhereverItsLinesBreak) {
  // A call over several lines is reported at its name.
  EXPECT_EQ(of("mp.Process(target=f, name='a)b')\n", "mp.Process(target=f, name='a)b')"),
            of("x = mp.Process(\n    target=f,\n    name='a)b',\n)\n", "mp.Process"));
  EXPECT_NE(of("mp.Process(\n    target=f\n)\n", "mp.Process"),
            of("mp.Process(\n    target=g\n)\n", "mp.Process"));
  EXPECT_EQ(of("mp.Process(\n    target=f\n", "mp.Process"), of("mp.Process", "mp.Process"));
}

TEST(Fingerprint, ChangesWithTheCodeThePathAndTheRule) {
  const SourceFile file("a.py", "a.py", "mp.Pool(4)\n");
  const SourceFile elsewhere("b.py", "b.py", "mp.Pool(4)\n");
  Finding of_other_rule = finding_at(file, "mp.Pool(4)");
  of_other_rule.rule = &kOtherRule;
  const std::set<std::string> different = {
      of(file, {finding_at(file, "mp.Pool(4)")}).front(), of(file, {finding_at(file, "mp.Pool")}).front(),
      of(file, {of_other_rule}).front(), of(elsewhere, {finding_at(elsewhere, "mp.Pool(4)")}).front()};
  EXPECT_EQ(different.size(), 4U);
}

TEST(Fingerprint, IsAnotherForEachOfEqualPlaces) {
  const SourceFile file("a.py", "a.py", "mp.Pool(4)\nmp.Pool(4)\n");
  const std::vector<std::string> values =
      of(file, {finding_at(file, "mp.Pool(4)"), finding_at(file, "mp.Pool(4)", 1)});
  EXPECT_NE(values[0], values[1]);
  EXPECT_EQ(values[0], of("mp.Pool(4)\n", "mp.Pool(4)"))
      << "the first one is not changed by a second one after it";
}

TEST(Fingerprint, IsThereForAFileThatIsGone) {
  Finding finding;
  finding.rule = &kRule;
  finding.place.path = "gone.py";
  const std::vector<const Finding*> pointers = {&finding, &finding};
  const auto values = fingerprints(pointers, [](const std::string&) { return nullptr; });
  EXPECT_NE(values[0], values[1]);
}

TEST(CodeShape, LeavesOutWhatAFormatterMayChange) {
  EXPECT_EQ(code_shape("f(a,\t'b', )  [1 , ]"), "f(a,\"b\")[1]");
  EXPECT_EQ(code_shape("a = \\\r\n  b"), "a=b");
  EXPECT_EQ(code_shape("'\\n'"), "\"\\n\"") << "a backslash inside of a string stays";
}

}  // namespace
}  // namespace forklint
