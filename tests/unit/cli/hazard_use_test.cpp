#include "cli/hazard_use.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace forklint::cli {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

HazardUse use_of(std::string_view text, const HazardUse& imported = {}) {
  static const Vocabulary kVocabulary(catalog::Catalog::builtin());
  return hazard_use(text, workspace::scan_imports(text), kVocabulary, imported);
}

TEST(HazardUse, IsThatOfTheNamesAroundIt) {
  const HazardUse use = use_of(
      "import threading\n\ndef start():\n    threading.Thread().start()\n\ndef begin():\n    start()\n\n"
      "def compute():\n    return (1)\n");
  EXPECT_THAT(use.names, ElementsAre("begin", "start"));
  EXPECT_THAT(use.direct, ElementsAre("start"));
  EXPECT_FALSE(use.at_import);
}

TEST(HazardUse, WhatAScriptDoesNoImportDoes) {
  const HazardUse use =
      use_of("import threading\n\nx = ((1))\n\nif __name__ == '__main__':\n    threading.Thread().start()\n");
  EXPECT_THAT(use.direct, IsEmpty());
  EXPECT_FALSE(use.at_import);
}

TEST(HazardUse, ACallOfTheTopLevelIsMadeByTheImport) {
  EXPECT_TRUE(
      use_of("import threading\n\ndef start():\n    threading.Thread().start()\n\nstart()\n").at_import);
}

TEST(HazardUse, WhatAnImportBringsIsKnownByItsLocalName) {
  HazardUse threads;
  threads.names = {"start", "stop"};
  threads.direct = {"start"};
  HazardUse imported;
  imported.add(threads, "start", "begin");
  imported.add(threads, "nothing", "other");
  EXPECT_THAT(imported.names, ElementsAre("begin"));
  const HazardUse use = use_of(
      "from threads import start as begin, nothing as other\n\ndef run():\n    begin()\n\ndef start():\n    "
      "other()\n",
      imported);
  EXPECT_THAT(use.names, ElementsAre("begin", "run"));
}

}  // namespace
}  // namespace forklint::cli
