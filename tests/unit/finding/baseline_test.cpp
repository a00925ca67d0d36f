#include "finding/baseline.h"

#include <gtest/gtest.h>

namespace forklint {
namespace {

constexpr RuleInfo kRule = {.id = "FRK102", .name = "implicit-fork-process"};

Finding finding(std::uint32_t offset) {
  Finding result;
  result.rule = &kRule;
  result.place = {"a.py", {offset, offset}};
  return result;
}

// As if it had been recognised in this run.
void add(RunResult& run, std::uint32_t offset, const std::string& fingerprint) {
  run.findings.push_back(finding(offset));
  run.fingerprints[finding(offset)] = fingerprint;
}

TEST(Baseline, NamesWhatWasThereWhenItWasWritten) {
  RunResult before;
  add(before, 10, "1");
  add(before, 20, "2");
  const Result<Baseline> baseline = parse_baseline(baseline_text(before));
  ASSERT_TRUE(baseline) << baseline.error().message;
  RunResult run;
  add(run, 40, "2");
  add(run, 50, "3");
  set_known_aside(run, *baseline);
  ASSERT_EQ(run.findings.size(), 1U);
  EXPECT_EQ(run.findings[0].place.span.begin, 50U);
  ASSERT_TRUE(run.known);
  ASSERT_EQ(run.known->size(), 1U);
  EXPECT_EQ(run.known->front().place.span.begin, 40U);
}

TEST(Baseline, WrittenAnewKeepsWhatIsKnown) {
  RunResult run;
  add(run, 10, "1");
  add(run, 20, "2");
  set_known_aside(run, {"2"});
  EXPECT_EQ(parse_baseline(baseline_text(run))->size(), 2U);
}

TEST(Baseline, HasALineForEachFinding) {
  RunResult run;
  add(run, 10, "1");
  EXPECT_EQ(baseline_text(run),
            "{\"version\": 1, \"findings\": [\n"
            "  {\"fingerprint\":\"1\",\"id\":\"FRK102\",\"path\":\"a.py\"}\n]}\n");
}

TEST(Baseline, WithoutFindingsIsOneAllTheSame) { EXPECT_TRUE(parse_baseline(baseline_text({}))->empty()); }

TEST(Baseline, IsNotJustAnyFile) {
  for (const char* text : {"", "[]", "{}", R"({"findings": []})", R"({"version": 2, "findings": []})",
                           R"({"version": 1, "findings": [1]})", R"({"version": 1, "findings": [{}]})"}) {
    EXPECT_FALSE(parse_baseline(text)) << text;
  }
}

}  // namespace
}  // namespace forklint
