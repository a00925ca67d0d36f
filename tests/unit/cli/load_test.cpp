// Which files are parsed: those that can create processes or decide over them, however they reach the names,
// and as few others as possible.
#include "cli/load.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/memory_file_system.h"

namespace forklint::cli {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

using Files = std::map<std::string, std::string>;

// The paths of what is parsed.
std::vector<std::string> parsed(const Files& project) {
  MemoryFileSystem files;
  std::vector<workspace::InputFile> inputs;
  for (const auto& [path, text] : project) {
    files.add_file("/p/" + path, text);
    inputs.push_back({.path = path, .disk_path = "/p/" + path});
  }
  Loader loader(files, inputs, catalog::Catalog::builtin(), {}, 2);
  const Loaded loaded = loader.load({});
  std::vector<std::string> paths;
  for (const auto& module : loaded.modules) paths.push_back(module->path());
  return paths;
}

constexpr const char* kLoaderModule =
    "from torch.utils.data import DataLoader\n"
    "def build(dataset, workers):\n    return DataLoader(dataset, num_workers=workers)\n";

// ---------------------------------------------------------------------------------- a word of the catalog

TEST(Load, ParsesWhatUsesAnApiByName) {
  EXPECT_THAT(parsed({{"a.py", "import os\nos.fork()\n"},
                      {"b.py", "import multiprocessing as mp\nmp.Pool(2)\n"},
                      {"c.py", "from torch.utils.data import DataLoader as D\nD(x, num_workers=2)\n"}}),
              ElementsAre("a.py", "b.py", "c.py"));
}

TEST(Load, AWordThatNothingImportedHasAUseForIsNotParsed) {
  EXPECT_THAT(parsed({{"a.py", "import os\n# never fork here\nprint(os.path.sep)\n"},
                      {"b.py", "def spawn():\n    return 'fork'\n"},
                      {"c.py", "import subprocess\nsubprocess.run(['spawn'])\n"}}),
              IsEmpty());
}

TEST(Load, ReadsNamesThatAreImportedByString) {
  EXPECT_THAT(
      parsed({{"a.py", "import importlib\nimportlib.import_module('multiprocessing').Pool(2)\n"},
              {"b.py", "import importlib\nimportlib.import_module('json')  # not multiprocessing\n"}}),
      ElementsAre("a.py"));
  EXPECT_THAT(
      parsed({{"a.py",
               "import importlib\nNAME = 'multiprocessing'\n"
               "importlib.import_module(NAME).Pool(2)\n"},
              {"b.py", "import importlib\ndef f(name):\n    importlib.import_module(name).Pool('json')\n"}}),
      ElementsAre("a.py"));
}

TEST(Load, AModuleThatIsHandedOnNeedsTheNameOfWhatItHas) {
  EXPECT_THAT(parsed({{"a.py", "import os\nprint(hasattr(os, 'fork'))\n"},
                      {"b.py", "import os\nprint(os)\nmultiprocessing = None\n"}}),
              ElementsAre("a.py"));
}

TEST(Load, AnObjectNeedsToBeMadeOrItsMethodToBeCalled) {
  EXPECT_THAT(parsed({{"a.py", "import ctypes\nlibrary = ctypes.CDLL(None)\nfork = 1\n"},
                      {"b.py", "from a import library\nlibrary.fork()\n"},
                      {"c.py", "import ctypes\nfork = ctypes.c_int\n"}}),
              ElementsAre("a.py", "b.py"));
}

TEST(Load, AModuleUnderAnotherNameIsStillThatModule) {
  EXPECT_THAT(parsed({{"a.py", "import os\nsystem = os\nsystem.fork()\n"},
                      {"b.py", "import os\nmodules = [os]\nmodules[0].fork()\n"}}),
              ElementsAre("a.py", "b.py"));
}

TEST(Load, WordsThatNeedNoImportAreEnough) {
  EXPECT_THAT(parsed({{"a.py", "def run(command, popen):\n    popen(command, preexec_fn=print)\n"},
                      {"b.py", "import os\nos.environ['JOBLIB_START_METHOD'] = 'fork'\n"},
                      {"c.py", "def f(data):\n    return data.map(print, num_proc=4)\n"}}),
              ElementsAre("a.py", "b.py", "c.py"));
}

TEST(Load, AnApiWhoseModuleTheProjectPassesOnIsParsedWithThatModule) {
  EXPECT_THAT(parsed({{"compat.py", "from torch.utils import data\n"},
                      {"other.py", "from torch.utils import data\n"},
                      {"train.py", "from compat import data\ndata.DataLoader([1], num_workers=2)\n"}}),
              ElementsAre("compat.py", "train.py"));
  EXPECT_THAT(
      parsed({{"compat.py", "import os as system\n"}, {"a.py", "import compat\ncompat.system.fork()\n"}}),
      ElementsAre("a.py", "compat.py"));
}

// -------------------------------------------------------------------------------------- what is passed on

TEST(Load, ParsesUsersOfAReExport) {
  EXPECT_THAT(parsed({{"compat.py", "import multiprocessing as mp\n"},
                      {"a.py", "from compat import mp\nmp.Pool(2)\n"},
                      {"b.py", "from compat import mp\nprint(mp.cpu_count())\n"},
                      {"c.py", "import compat\ncompat.mp.Pool(2)\n"},
                      {"d.py", "import compat\nprint(compat.other)\n"},
                      {"e.py", "from compat import *\nmp.Pool(2)\n"}}),
              ElementsAre("a.py", "c.py", "compat.py", "e.py"));
}

TEST(Load, FollowsAPackageThatPassesOnWhatItsModulesOffer) {
  const Files project{{"pkg/__init__.py", "from .data import build as make\n__all__ = ['make']\n"},
                      {"pkg/data.py", kLoaderModule},
                      {"run.py", "from pkg import make\nmake([1], 4)\n"}};
  EXPECT_THAT(parsed(project), ElementsAre("pkg/__init__.py", "pkg/data.py", "run.py"));
  Files unused = project;
  unused["run.py"] = "from pkg import make\n";
  EXPECT_THAT(parsed(unused), ElementsAre("pkg/data.py"));
}

TEST(Load, FollowsAttributesOfImportedModules) {
  const Files project{{"pkg/__init__.py", ""},
                      {"pkg/data.py", kLoaderModule},
                      {"a.py", "import pkg.data\npkg.data.build([1], 4)\n"},
                      {"b.py", "import pkg.data as d\nd.build([1], 4)\n"},
                      {"c.py", "from pkg import data\ndata.build([1], 4)\n"},
                      {"d.py", "import pkg.data\nprint(pkg.data.VERSION)\n"},
                      {"e.py", "from pkg import data\nother.build([1], 4)\n"}};
  EXPECT_THAT(parsed(project), ElementsAre("a.py", "b.py", "c.py", "pkg/data.py"));
}

TEST(Load, FollowsLongChainsOfModulesThatOfferSomethingOfTheirOwn) {
  EXPECT_THAT(parsed({{"one.py", kLoaderModule},
                      {"two.py", "from one import build\ndef more(d, n):\n    return build(d, workers=n)\n"},
                      {"three.py", "import two\ndef most(n):\n    return two.more([1], n)\n"},
                      {"four.py", "from three import most\nmost(4)\n"}}),
              ElementsAre("four.py", "one.py", "three.py", "two.py"));
}

TEST(Load, ImportsInACircleComeToAnEnd) {
  EXPECT_THAT(
      parsed(
          {{"a.py", "from b import *\nfrom torch.utils.data import DataLoader\nclass A(DataLoader): pass\n"},
           {"b.py", "from a import *\nfrom c import A as B\n"},
           {"c.py", "from b import *\nfrom a import A\nA(1)\n"}}),
      Contains("c.py"));
}

// ------------------------------------------------------------------------------------------ what is offered

// Whether a file that uses `use` of a module is parsed on demand.
bool is_offered(const std::string& module, const std::string& use) {
  const std::vector<std::string> paths =
      parsed({{"lib.py", module}, {"user.py", "import lib\nlib." + use + "\n"}});
  return std::find(paths.begin(), paths.end(), "user.py") != paths.end();
}

TEST(Load, ContextsPartialsAndTablesAreOffered) {
  const std::string begin =
      "import functools, multiprocessing as mp\nfrom torch.utils.data import DataLoader\n";
  EXPECT_TRUE(is_offered(begin + "ctx = mp.get_context('spawn')\n", "ctx.Pool(2)"));
  EXPECT_TRUE(is_offered(begin + "Loader = functools.partial(DataLoader, num_workers=2)\n", "Loader([1])"));
  EXPECT_TRUE(is_offered(
      "import functools, subprocess\nstart = functools.partial(subprocess.Popen, preexec_fn=print)\n",
      "start(['true'])"));
  EXPECT_FALSE(
      is_offered("import functools, subprocess\nstart = functools.partial(subprocess.Popen, shell=True)\n",
                 "start('true')"));
  EXPECT_TRUE(is_offered(begin + "LOADERS = {'a': DataLoader}\n", "LOADERS['a']([1], num_workers=2)"));
  EXPECT_TRUE(is_offered(begin + "make = lambda: mp.get_context()\n", "make().Pool(2)"));
  EXPECT_FALSE(is_offered(begin + "results = mp.Pool(2).map(print, [1])\n", "results"));
}

TEST(Load, ClassesDerivedFromKnownOnesAreOffered) {
  const std::string begin = "from multiprocessing import Process\nclass Worker(Process):\n    pass\n";
  EXPECT_TRUE(is_offered(begin, "Worker().start()"));
  EXPECT_TRUE(is_offered(begin + "class Special(Worker):\n    pass\n", "Special().start()"));
  EXPECT_FALSE(is_offered(begin + "class Other:\n    pass\n", "Other()"));
}

TEST(Load, FunctionsThatReturnSuchThingsAreOffered) {
  const std::string begin = "import multiprocessing as mp\n";
  EXPECT_TRUE(is_offered(begin + "def make():\n    return mp.get_context()\n", "make().Pool(2)"));
  EXPECT_TRUE(is_offered(begin + "def make():\n    ctx = mp.get_context()\n    yield ctx\n", "make()"));
  EXPECT_TRUE(is_offered(begin + "def inner():\n    return mp\ndef make():\n    return inner()\n", "make()"));
}

TEST(Load, AFunctionThatMerelyCreatesProcessesIsNotOffered) {
  const std::string begin = "import multiprocessing as mp\n";
  EXPECT_FALSE(is_offered(begin + "def run(f, xs):\n    return mp.Pool(4).map(f, xs)\n", "run(print, [1])"));
  EXPECT_FALSE(is_offered(begin + "def main():\n    mp.Process(target=print).start()\n", "main()"));
  EXPECT_FALSE(
      is_offered(begin + "class Trainer:\n    def run(self):\n        mp.Pool(4)\n", "Trainer().run()"));
}

TEST(Load, FunctionsWhoseParametersDecideAreOffered) {
  const std::string begin = "from torch.utils.data import DataLoader\nimport multiprocessing as mp\n";
  EXPECT_TRUE(
      is_offered(begin + "def f(n):\n    m = min(n, 4)\n    DataLoader([1], num_workers=m)\n", "f(2)"));
  EXPECT_TRUE(is_offered(begin + "def f(a):\n    DataLoader([1], num_workers=a.workers)\n", "f(args)"));
  EXPECT_TRUE(is_offered(begin + "def f(**kw):\n    DataLoader([1], **kw)\n", "f(num_workers=2)"));
  EXPECT_TRUE(is_offered(begin + "def f(method):\n    mp.set_start_method(method)\n", "f('fork')"));
  EXPECT_TRUE(
      is_offered(begin + "def g(n):\n    DataLoader([1], num_workers=n)\ndef f(m):\n    g(n=m)\n", "f(2)"));
  EXPECT_FALSE(is_offered(begin + "def f(data):\n    DataLoader(data, num_workers=2)\n", "f([1])"));
}

TEST(Load, ClassesWhoseConstructorDecidesAreOffered) {
  const std::string module =
      "from torch.utils.data import DataLoader\n"
      "class Base:\n    def __init__(self, config):\n        self.config = config\n"
      "class Trainer(Base):\n    def run(self):\n"
      "        return DataLoader([1], num_workers=self.config.workers)\n";
  EXPECT_TRUE(is_offered(module, "Trainer(config).run()"));
}

// -------------------------------------------------------------------------------------- values that decide

TEST(Load, ParsesTheModulesWhoseValuesDecide) {
  const std::string train =
      "import settings\nfrom defaults import SIZE, WORKERS\nfrom torch.utils.data import DataLoader\n"
      "DataLoader([SIZE], num_workers=settings.WORKERS or WORKERS)\n";
  EXPECT_THAT(parsed({{"train.py", train},
                      {"settings.py", "WORKERS = 4\n"},
                      {"defaults.py", "from base import *\nSIZE = 1\n"},
                      {"base.py", "from limits import MOST\nWORKERS = MOST\n"},
                      {"limits.py", "MOST = 4\n"},
                      {"unrelated.py", "WORKERS = 4\n"}}),
              ElementsAre("base.py", "defaults.py", "limits.py", "settings.py", "train.py"));
}

TEST(Load, ValuesThatDecideNothingAreNotLookedFor) {
  EXPECT_THAT(parsed({{"train.py",
                       "from data import ITEMS\nfrom torch.utils.data import DataLoader\n"
                       "DataLoader(ITEMS, num_workers=4)\n"},
                      {"data.py", "ITEMS = [1]\n"}}),
              ElementsAre("train.py"));
}

}  // namespace
}  // namespace forklint::cli
