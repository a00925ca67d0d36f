// Prefixes are looked up among sorted names. That '.' sorts before whatever a name may hold is what makes
// "a.b" stand directly behind "a", and it is the schema that keeps the few smaller bytes out of names.
#include <gtest/gtest.h>

#include "catalog/catalog.h"

namespace forklint::catalog {
namespace {

Result<Catalog> with_names(std::initializer_list<std::string_view> names) {
  std::string toml;
  for (const std::string_view name : names) {
    toml += "[[api]]\nname = \"" + std::string(name) + "\"\nhazard = \"python-threads\"\nhazard-of = \"x\"\n";
  }
  return Catalog::extended(toml, "forklint.toml", "");
}

TEST(Prefix, IsFoundAmongNamesThatBeginAlike) {
  const Result<Catalog> catalog =
      with_names({"zoo_b", "zoo0", "zooB.c", "zoo\u00e9.d", "zoo.cage.lion", "zoo_c.d"});
  ASSERT_TRUE(catalog) << catalog.error().message;
  for (const char* name : {"zoo", "zoo.cage", "zoo.cage.lion", "zooB", "zoo\u00e9", "zoo_c", "zoo_b"}) {
    EXPECT_TRUE(catalog->has_prefix(name)) << name;
  }
  for (const char* name : {"zo", "zoo.cag", "zoo.c", "zoo_", "zoo-b", "zoo.cage.lion.paw", "zooC", "zoo "}) {
    EXPECT_FALSE(catalog->has_prefix(name)) << name;
  }
}

TEST(Prefix, IsNoPrefixOfALongerName) {
  const Result<Catalog> catalog = with_names({"zoo_b.c", "zoo0.c"});
  ASSERT_TRUE(catalog) << catalog.error().message;
  EXPECT_FALSE(catalog->has_prefix("zoo"));
}

TEST(Prefix, CountsOnTheSchemaToRefuseBytesThatSortBeforeADot) {
  for (const std::string_view name : {"zoo-b", "zoo b", "zoo+b.c", "zoo!"}) {
    const Result<Catalog> catalog = with_names({name});
    ASSERT_FALSE(catalog) << name;
    EXPECT_TRUE(catalog.error().message.starts_with("forklint.toml:2: ")) << catalog.error().message;
  }
}

}  // namespace
}  // namespace forklint::catalog
