// The prefilter reads no file that lacks the catalog's words, so a program that reaches a record must hold
// one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "builder.h"
#include "catalog/catalog.h"

namespace forklint::catalog {
namespace {

using testing::ElementsAre;

struct Import {
  std::string lines;
  std::string name;  // of the thing in the code behind the import
};

std::string parent_of(const std::string& name) { return name.substr(0, name.rfind('.')); }
std::string last_of(const std::string& name) { return name.substr(name.rfind('.') + 1); }

// The ways to reach a function or class by its qualified name.
std::vector<Import> imports_of(const std::string& name) {
  return {{"import " + parent_of(name) + "\n", name},
          {"from " + parent_of(name) + " import " + last_of(name) + "\n", last_of(name)},
          {"from " + parent_of(name) + " import " + last_of(name) + " as x\n", "x"},
          {"from " + parent_of(name) + " import *\n", last_of(name)}};
}

// Arguments that fulfil the conditions.
std::string arguments_for(const Api& api) {
  std::string arguments;
  for (const Condition& condition : api.when) {
    if (condition.test != Test::absent && condition.test != Test::not_equals) {
      arguments += std::string(condition.parameter) + "=v, ";
    }
  }
  return "(" + arguments + ")\n";
}

// A record's names: its own, its aliases, and those in the namespaces that a program would use.
std::vector<std::string> names_of(const Api& api) {
  std::vector<std::string> names{std::string(api.name)};
  names.insert(names.end(), api.aliases.begin(), api.aliases.end());
  for (std::size_t i = 0, count = names.size(); i < count; ++i) {
    if (!names[i].starts_with("multiprocessing.")) continue;
    for (const char* space : {"torch", "multiprocess", "billiard"}) {
      const std::string mirrored =
          space + std::string(space == std::string("torch") ? "." + names[i] : names[i].substr(15));
      if (Catalog::builtin().find(mirrored) == &api) names.push_back(mirrored);
    }
  }
  return names;
}

class Programs {
 public:
  Programs() {
    for (const Api* api : Catalog::builtin().apis()) {
      by_name_[std::string(api->name)] = api;
      if (!api->returns.empty()) makers_[std::string(api->returns)].push_back(api);
    }
  }

  std::vector<std::string> of(const Api& api) const {
    const std::string owner = parent_of(std::string(api.name));
    const auto found = by_name_.find(owner);
    const bool is_method = (found != by_name_.end() && found->second->is_class) || makers_.contains(owner);
    std::vector<std::string> programs;
    if (!is_method) {
      for (const std::string& name : names_of(api)) {
        for (const Import& import : imports_of(name))
          programs.push_back(import.lines + import.name + arguments_for(api));
      }
      return programs;
    }
    std::vector<Import> objects;
    std::set<std::string> seen;
    add_objects(owner, objects, seen);
    for (const Import& object : objects) {
      programs.push_back(object.lines + object.name + "()." + last_of(std::string(api.name)) +
                         arguments_for(api));
    }
    return programs;
  }

 private:
  // Expressions that give an instance of the class: its own call, and what returns one.
  void add_objects(const std::string& owner, std::vector<Import>& objects,
                   std::set<std::string>& seen) const {
    if (!seen.insert(owner).second) return;
    for (Import& import : imports_of(owner)) objects.push_back(std::move(import));
    const auto makers = makers_.find(owner);
    if (makers == makers_.end()) return;
    for (const Api* maker : makers->second) {
      const std::string holder = parent_of(std::string(maker->name));
      const auto found = by_name_.find(holder);
      if ((found != by_name_.end() && found->second->is_class) || makers_.contains(holder)) {
        std::vector<Import> holders;
        add_objects(holder, holders, seen);
        for (const Import& each : holders) {
          objects.push_back({each.lines, each.name + "()." + last_of(std::string(maker->name))});
        }
      } else {
        for (Import& import : imports_of(std::string(maker->name))) objects.push_back(std::move(import));
      }
    }
  }

  std::map<std::string, const Api*> by_name_;
  std::map<std::string, std::vector<const Api*>> makers_;
};

bool matters(const Api& api) {
  return api.creates != Creates::nothing || !api.start_method.empty() || !api.sets_family.empty() ||
         !api.context_family.empty() || !api.pins_family.empty() || !api.primitive_family.empty();
}

bool holds_a_word(const std::string& program) {
  const auto words = Catalog::builtin().words();
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return program.find(word) != std::string::npos; });
}

TEST(Words, EveryProgramThatReachesARecordHoldsOne) {
  const Programs programs;
  std::size_t checked = 0;
  for (const Api* api : Catalog::builtin().apis()) {
    if (!matters(*api)) continue;
    for (const std::string& program : programs.of(*api)) {
      EXPECT_TRUE(holds_a_word(program)) << api->file << ":" << api->line << ": none in\n" << program;
      ++checked;
    }
  }
  EXPECT_GT(checked, 1000U);
}

TEST(Words, ThoseOfSettingsAreThere) {
  EXPECT_TRUE(holds_a_word("os.environ[\"VLLM_WORKER_MULTIPROC_METHOD\"] = m"));
  EXPECT_TRUE(holds_a_word("from torch import _inductor as i\ni.config.worker_start_method = m"));
}

TEST(Words, OrdinaryProgramsHoldNone) {
  for (const char* program :
       {"import os\nimport sys\n\n\ndef main(args):\n    return os.path.join(args.root, 'data')\n",
        "import subprocess\nsubprocess.run(['ls'], check=True)\nsubprocess.Popen(args, "
        "stdout=subprocess.PIPE)\n",
        "import torch\nimport torch.nn as nn\n\n\nclass Model(nn.Module):\n    def forward(self, x):\n       "
        " return x\n",
        "import asyncio\n\nasyncio.run(main())\n",
        "from datasets import Dataset\nDataset.from_dict({}).map(f)\n",
        "import threading\nthreading.Thread(target=work).start()\n",
        "import numpy as np\nrequest = empty(3)\n"}) {
    EXPECT_FALSE(holds_a_word(program)) << program;
  }
}

TEST(Words, AreLongEnoughToBeSearchedForFast) {
  for (const std::string_view word : Catalog::builtin().words()) EXPECT_GE(word.size(), 4U) << word;
}

TEST(Words, NoneHoldsAnother) {
  const auto words = Catalog::builtin().words();
  for (const std::string_view word : words) {
    for (const std::string_view other : words) {
      EXPECT_TRUE(word == other || word.find(other) == std::string_view::npos) << word << " holds " << other;
    }
  }
}

// ------------------------------------------------------------------------------- how words are chosen

std::vector<std::string> words_for(std::string_view toml) {
  RecordSet records;
  const ReadOptions options{.path = "records.toml", .needs_source = false};
  const Result<void> read = read_records(toml, options, records);
  EXPECT_TRUE(read.has_value()) << (read ? "" : read.error().message);
  std::vector<const Api*> apis;
  for (const Api& api : records.apis) apis.push_back(&api);
  return words_of(apis, records.namespaces, records.settings, {});
}

TEST(Words, AreTheRarestPartOfAName) {
  EXPECT_THAT(words_for("[[api]]\nname = 'torch.utils.data.DataLoader'\ncreates = 'fork'\n"),
              ElementsAre("DataLoader"));
  EXPECT_THAT(words_for("[[api]]\nname = 'os.fork'\ncreates = 'fork'\n"), ElementsAre("fork"));
}

TEST(Words, AreSharedWhereTheyCanBe) {
  EXPECT_THAT(words_for("[[api]]\nname = 'os.fork'\nalso = ['posix.fork']\ncreates = 'fork'\n"
                        "[[api]]\nname = 'tools.forking_server'\ncreates = 'fork'\n"),
              ElementsAre("fork"));
}

TEST(Words, AreNeededOfEveryNamespace) {
  EXPECT_THAT(words_for("[[api]]\nname = 'mother.run'\ncreates = 'fork'\n"
                        "[[namespace]]\nname = 'child'\nmirrors = 'mother'\n"),
              ElementsAre("child", "mother"));
}

TEST(Words, AreTheParameterOfMethodsAndOfCommonNames) {
  const std::string condition =
      "creates = 'fork'\nwhen = [{ parameter = 'num_proc', is = 'more-than-one' }]\n";
  EXPECT_THAT(
      words_for("[[api]]\nname = 'sets.Set'\nclass = true\n[[api]]\nname = 'sets.Set.map'\n" + condition),
      ElementsAre("num_proc"));
  EXPECT_THAT(words_for("[[api]]\nname = 'subprocess.run'\n" + condition), ElementsAre("num_proc"));
}

TEST(Words, AreNoParameterThatNeedNotBeSpelled) {
  const std::string begin =
      "[[api]]\nname = 'sets.Set'\nclass = true\n[[api]]\nname = 'sets.Set.transform'\n";
  const std::string condition =
      "creates = 'fork'\nwhen = [{ parameter = 'num_proc', is = 'more-than-one' }]\n";
  EXPECT_THAT(words_for(begin + "signature = 'num_proc=1'\n" + condition), ElementsAre("transform"));
  EXPECT_THAT(words_for(begin + "signature = 'a=1, b=2, num_proc=4'\n" + condition),
              ElementsAre("transform"));
  EXPECT_THAT(words_for(begin + "signature = 'a=1, b=2, num_proc=1'\n" + condition), ElementsAre("num_proc"));
}

TEST(Words, FollowTheObjectToWhatReturnsIt) {
  EXPECT_THAT(words_for("[[api]]\nname = 'sets.Set'\nclass = true\n"
                        "[[api]]\nname = 'sets.Set.update'\ncreates = 'fork'\n"
                        "[[api]]\nname = 'other.maker'\nreturns = 'sets.Set'\n"),
              ElementsAre("maker", "sets"));
}

}  // namespace
}  // namespace forklint::catalog
