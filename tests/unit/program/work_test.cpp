// What linking a program costs, counted and not timed: it grows with the code, whatever shape that has.
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "program/component.h"
#include "program/program.h"

namespace forklint::program {
namespace {

struct File {
  std::string path;
  std::string text;
};

struct Cost {
  std::size_t questions = 0;  // that the evaluator had no answer to
  std::size_t bodies = 0;     // that were followed
  std::size_t sites = 0;
};

Cost cost_of(const std::vector<File>& files) {
  std::vector<std::string> paths;
  for (const File& file : files) paths.push_back(file.path);
  const ModuleTable table(paths);
  ProgramInput input;
  input.table = &table;
  input.target = {.platforms = {Platform::linux_}, .versions = {{3, 8}, {3, 13}}};
  for (const File& file : files) {
    auto module = std::make_unique<Module>();
    module->syntax = python::parse(std::make_unique<const SourceFile>(file.path, file.path, file.text),
                                   {.max_bytes = 16'000'000});
    module->reported = true;
    module->name = table.dotted_name(file.path);
    input.modules.push_back(std::move(module));
  }
  const Program program = Program::link(std::move(input), catalog::Catalog::builtin());
  return {program.work().questions, program.work().bodies, program.sites().size()};
}

// Four times the code may cost four times the work, and a little more for what is done once.
Cost expect_linear(const std::function<std::vector<File>(int)>& generate, int size) {
  const Cost small = cost_of(generate(size));
  const Cost large = cost_of(generate(4 * size));
  EXPECT_GT(large.sites, 0U);
  EXPECT_LE(large.questions, 5 * small.questions + 1000) << "from " << small.questions;
  EXPECT_LE(large.bodies, 5 * small.bodies + 100) << "from " << small.bodies;
  return large;
}

std::string numbered(std::string text, int number) {
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@'))
    text.replace(at, 1, std::to_string(number));
  return text;
}

std::string repeated(std::string_view text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += numbered(std::string(text), i);
  return all;
}

constexpr std::string_view kImport = "import multiprocessing\nimport threading\n";

TEST(Work, GrowsWithTheNumberOfSites) {
  expect_linear(
      [](int count) {
        return std::vector<File>{
            {"main.py", std::string(kImport) + repeated("def run_@(names):\n"
                                                        "    thread = threading.Thread(target=print)\n"
                                                        "    thread.start()\n"
                                                        "    pool = multiprocessing.Pool(@)\n"
                                                        "    pool.map(print, names)\n",
                                                        count)}};
      },
      100);
}

TEST(Work, GrowsWithTheNumberOfModules) {
  expect_linear(
      [](int count) {
        std::vector<File> files;
        for (int i = 0; i < count; ++i) {
          files.push_back(
              {numbered("part_@.py", i),
               std::string(kImport) + "def run():\n    multiprocessing.Process(target=print).start()\n"});
          files.push_back({numbered("script_@.py", i),
                           numbered("import part_@\nif __name__ == '__main__':\n    part_@.run()\n", i)});
        }
        return files;
      },
      50);
}

TEST(Work, GrowsWithTheNumberOfEntriesToOneSite) {
  expect_linear(
      [](int count) {
        std::vector<File> files{
            {"part.py",
             std::string(kImport) + "def run():\n    multiprocessing.Process(target=print).start()\n"}};
        for (int i = 0; i < count; ++i) {
          files.push_back(
              {numbered("script_@.py", i), "import part\nif __name__ == '__main__':\n    part.run()\n"});
        }
        return files;
      },
      50);
}

TEST(Work, GrowsWithTheDepthOfCalls) {
  expect_linear(
      [](int count) {
        std::string text(kImport);
        text += "def run_0(n):\n    multiprocessing.Pool(n)\n";
        for (int i = 0; i < count; ++i) {
          text += numbered("def run_@(n):\n", i + 1);
          text += numbered("    return run_@(n)\n", i);
        }
        return std::vector<File>{{"main.py", text + numbered("run_@(4)\n", count)}};
      },
      100);
}

// Each function calls the next one and another one: all of them lead to all others.
std::vector<File> knot(int count) {
  std::string text(kImport);
  for (int i = 0; i < count; ++i) {
    text += numbered("def run_@(n, work):\n    multiprocessing.Pool(n)\n", i);
    text += numbered("    run_@(n - 1, work)\n", (i + 1) % count);
    text += numbered("    return run_@(n, print)\n", (i * 7 + 3) % count);
  }
  return {{"main.py", text + "run_0(4, print)\n"}};
}

TEST(Work, GrowsWithTheLengthOfACircleOfCalls) { expect_linear(knot, 60); }

TEST(Work, GrowsWithTheSizeOfALargeKnotOfCalls) { expect_linear(knot, 240); }

TEST(Work, IsNotThatOfEveryPath) {
  expect_linear(
      [](int count) {
        std::string text(kImport);
        for (int i = 0; i < count; ++i) {
          text += numbered("def run_@(n):\n    if n:\n", i);
          text += numbered("        run_@(n)\n    run_@(1)\n", i + 1);
        }
        text += numbered("def run_@(n):\n    multiprocessing.Pool(n)\n", count);
        return std::vector<File>{{"main.py", text + "run_0(4)\n"}};
      },
      30);
}

TEST(Work, GrowsWithTheLengthOfACircleOfImports) {
  expect_linear(
      [](int count) {
        std::vector<File> files;
        for (int i = 0; i < count; ++i) {
          files.push_back({numbered("part_@.py", i),
                           numbered("from part_@ import *\nimport multiprocessing\n", (i + 1) % count) +
                               numbered("pool_@ = multiprocessing.Pool\n", i) +
                               numbered("def run_@():\n", i) +
                               numbered("    return pool_@(4)\n", (i + 2) % count)});
        }
        return files;
      },
      20);
}

TEST(Work, GrowsWithTheLinesOfAGeneratedFile) {
  const auto generate = [](int lines) {
    std::string text(kImport);
    text += "def value(n, previous=None):\n    return previous\nvalue_0 = value(0)\n";
    for (int i = 1; i < lines; ++i) {
      text += "value_" + std::to_string(i) + " = value(" + std::to_string(i) + ", value_" +
              std::to_string(i - 1) + ")\n";
    }
    return std::vector<File>{{"generated.py", text + "multiprocessing.Pool(4)\n"}};
  };
  // Up to a hundred thousand lines.
  EXPECT_LE(expect_linear(generate, 25'000).questions, 100'000U * 20);
}

}  // namespace
}  // namespace forklint::program
