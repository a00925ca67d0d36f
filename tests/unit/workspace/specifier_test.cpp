#include "workspace/specifier.h"

#include <gtest/gtest.h>

namespace forklint::workspace {
namespace {

Specifier parsed(std::string_view text) {
  const Result<Specifier> specifier = Specifier::parse(text);
  EXPECT_TRUE(specifier) << (specifier ? "" : specifier.error().message);
  return specifier.value_or(Specifier());
}

bool allows(std::string_view text, PatchVersion version) { return parsed(text).allows(version); }

// The minor versions from 3.6 to 3.15 of which some release is allowed.
std::string minors(std::string_view text) {
  const Specifier specifier = parsed(text);
  std::string list;
  for (std::uint16_t minor = 6; minor <= 15; ++minor) {
    if (specifier.allows_some({3, minor})) list += (list.empty() ? "" : " ") + std::to_string(minor);
  }
  return list;
}

constexpr std::string_view kAll = "6 7 8 9 10 11 12 13 14 15";

TEST(Specifier, AllowsEverythingWhereNothingIsSaid) {
  EXPECT_EQ(minors(""), kAll);
  EXPECT_EQ(minors("  "), kAll);
}

TEST(Specifier, ComparesAsPep440Does) {
  EXPECT_EQ(minors(">=3.8,<3.13"), "8 9 10 11 12");
  EXPECT_EQ(minors(">= 3.8 , < 3.13,"), "8 9 10 11 12");
  EXPECT_EQ(minors(">3.13"), "13 14 15") << "3.13.1 is above 3.13";
  EXPECT_EQ(minors("<=3.8"), "6 7 8") << "but of 3.8 only 3.8.0";
  EXPECT_FALSE(allows("<=3.8", {3, 8, 1}));
  EXPECT_EQ(minors("==3.9"), "9");
  EXPECT_FALSE(allows("==3.9", {3, 9, 4}));
  EXPECT_TRUE(allows("===3.9.4", {3, 9, 4}));
  EXPECT_EQ(minors(">=3"), kAll);
  EXPECT_EQ(minors("<3"), "");
  EXPECT_EQ(minors(">=4"), "");
}

TEST(Specifier, KnowsWildcards) {
  EXPECT_EQ(minors("==3.9.*"), "9");
  EXPECT_TRUE(allows("==3.9.*", {3, 9, 18}));
  EXPECT_EQ(minors("==3.*"), kAll);
  EXPECT_EQ(minors(">=3.6,!=3.7.*,!=3.9"), "6 8 9 10 11 12 13 14 15") << "3.9 alone is 3.9.0";
  EXPECT_FALSE(allows("!=3.9", {3, 9, 0}));
  EXPECT_TRUE(allows("!=3.9", {3, 9, 1}));
}

TEST(Specifier, KnowsCompatibleReleases) {
  EXPECT_EQ(minors("~=3.12"), "12 13 14 15");
  EXPECT_EQ(minors("~=3.12.2"), "12");
  EXPECT_FALSE(allows("~=3.12.2", {3, 12, 1}));
}

TEST(Specifier, KnowsWhatPoetryWrites) {
  EXPECT_EQ(minors("^3.12"), "12 13 14 15");
  EXPECT_EQ(minors("~3.12"), "12");
  EXPECT_EQ(minors("~3"), kAll);
  EXPECT_EQ(minors("3.12.*"), "12");
  EXPECT_EQ(minors("*"), kAll);
  EXPECT_EQ(minors(">=3.10 <3.12 !=3.11.*"), "10");
  EXPECT_EQ(minors("~3.8 || ^3.14"), "8 14 15");
  EXPECT_EQ(minors(">=3.8,<3.9 | 3.11.*"), "8 11");
}

TEST(Specifier, PutsPreReleasesBeforeTheirRelease) {
  EXPECT_EQ(minors(">=3.13.0rc1,<3.15a1"), "13 14");
  EXPECT_TRUE(allows(">3.13.0-rc.1", {3, 13, 0}));
  EXPECT_FALSE(allows("<=3.13.0b2", {3, 13, 0}));
  EXPECT_TRUE(allows(">=3.13.dev0", {3, 13, 0}));
  EXPECT_FALSE(allows("==3.13.0rc1", {3, 13, 0}));
}

TEST(Specifier, PutsPostReleasesBehindTheirRelease) {
  EXPECT_FALSE(allows(">=3.13.1.post1", {3, 13, 1}));
  EXPECT_TRUE(allows("<3.13.1.post1.dev2", {3, 13, 1}));
  EXPECT_FALSE(allows(">=3.13.1.2", {3, 13, 1}));
  EXPECT_TRUE(allows(">=3.13.1.0", {3, 13, 1}));
}

TEST(Specifier, ComparesPatchReleases) {
  EXPECT_FALSE(allows(">=3.8.10", {3, 8, 9}));
  EXPECT_TRUE(allows(">=3.8.10", {3, 8, 10}));
  EXPECT_TRUE(allows("<3.8.10", {3, 8, 9}));
  EXPECT_TRUE(parsed(">=3.8.59").allows_some({3, 8}));
}

class NoSpecifier : public testing::TestWithParam<std::pair<std::string_view, std::string_view>> {};

TEST_P(NoSpecifier, IsNamedInTheError) {
  const Result<Specifier> specifier = Specifier::parse(GetParam().first);
  ASSERT_FALSE(specifier);
  EXPECT_EQ(specifier.error().message, GetParam().second);
}

INSTANTIATE_TEST_SUITE_P(Mistakes, NoSpecifier,
                         testing::Values(std::pair("three", "'three' is no version specifier"),
                                         std::pair(">=3.8,>>3.9", "'>>3.9' is no version specifier"),
                                         std::pair(">=", "'>=' is no version specifier"),
                                         std::pair(">=3..8", "'>=3..8' is no version specifier"),
                                         std::pair(">=3.", "'>=3.' is no version specifier"),
                                         std::pair(">=*", "'>=*' is no version specifier"),
                                         std::pair(">=3.8foo", "'>=3.8foo' is no version specifier"),
                                         std::pair(">=3.8rc1b", "'>=3.8rc1b' is no version specifier"),
                                         std::pair("~=3", "'~=3' is no version specifier"),
                                         std::pair(">=99999999999",
                                                   "'>=99999999999' is no version specifier"),
                                         std::pair("^3.8 ||", "a choice is missing beside '||'")));

}  // namespace
}  // namespace forklint::workspace
