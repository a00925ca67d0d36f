// A worker may die at any byte: what it said is a whole unit or none.
#include "native/protocol.h"

#include <gtest/gtest.h>

#include "native/comments.h"

namespace forklint::native {
namespace {

NativeUnit sample() {
  NativeUnit unit;
  unit.path = "/p/a.c";
  unit.files = {"/p/a.c"};
  unit.functions.push_back({.key = "c:@F@f", .name = "f", .place = {0, {4, 5}}, .external = true});
  unit.functions[0].calls.push_back({.place = {0, {10, 16}}, .callee = "c:@F@fork", .name = "fork"});
  NativeFork fork{.kind = ForkKind::vfork, .name = "vfork", .place = {0, {10, 16}}};
  fork.child.known = true;
  fork.child.returns.push_back({0, {20, 26}});
  unit.forks.push_back(fork);
  unit.bindings.push_back({"ext", "f", "c:@F@f", {0, {30, 33}}});
  unit.scopes.push_back({"@table", "ext", "Pool", true});
  return unit;
}

TEST(Protocol, AUnitComesBackAsItWas) {
  const auto unit = unit_from(to_text(sample()));
  ASSERT_TRUE(unit) << unit.error().message;
  EXPECT_EQ(unit->forks.at(0).kind, ForkKind::vfork);
  EXPECT_EQ(unit->forks.at(0).child.returns.at(0).span, (Span{20, 26}));
  EXPECT_EQ(unit->functions.at(0).calls.at(0).name, "fork");
  EXPECT_EQ(unit->bindings.at(0).scope, "ext");
  EXPECT_EQ(unit->scopes.at(0).inner, "Pool");
}

TEST(Protocol, EveryPrefixIsNoUnit) {
  const std::string text = to_text(sample());
  for (std::size_t size = 0; size < text.size(); ++size)
    EXPECT_FALSE(unit_from(text.substr(0, size))) << size;
}

TEST(Protocol, IndicesThatPointNowhereAreRefused) {
  NativeUnit unit = sample();
  unit.forks[0].function = 1;
  EXPECT_FALSE(unit_from(to_text(unit)));
  unit = sample();
  unit.bindings[0].place.file = 1;
  EXPECT_FALSE(unit_from(to_text(unit)));
}

TEST(Protocol, WhatIsAskedComesBackWithTextsOfAnyBytes) {
  const ReaderInput asked{{"/p/a.c", "/p", {"-DX"}},
                          {{"/p/a.c", std::string("a\0\n\xff", 4)}, {"/p/b.h", ""}}};
  const Result<ReaderInput> input = input_from(to_text(asked));
  ASSERT_TRUE(input) << input.error().message;
  EXPECT_EQ(input->request.flags, asked.request.flags);
  EXPECT_EQ(input->texts, asked.texts);
  const std::string text = to_text(asked);
  for (std::size_t size = 0; size < text.size(); ++size)
    EXPECT_FALSE(input_from(text.substr(0, size))) << size;
  EXPECT_FALSE(input_from(text + " "));
}

TEST(Protocol, NamesOfFilesMayBeAnyBytes) {
  EXPECT_TRUE(input_from(to_text(ReaderInput{{"/p/\xff.c", "/p", {"-DX=\xfe"}}, {}})));
}

TEST(Comments, AreFoundOutsideOfStrings) {
  const std::string_view text = "a \"// no\" '\"' // yes\nR\"(/* no */)\" /* yes */ 1'000 // end";
  std::vector<std::string_view> found;
  for (const Span span : comments_in(text)) found.push_back(text.substr(span.begin, span.size()));
  EXPECT_EQ(found, (std::vector<std::string_view>{"// yes", "/* yes ", "// end"}));
}

}  // namespace
}  // namespace forklint::native
