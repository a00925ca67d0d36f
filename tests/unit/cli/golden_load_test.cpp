// Parsing only what is needed must give what parsing everything gives: held for every golden source, each
// alone and each project.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/memory_file_system.h"
#include "cli/load.h"
#include "program/program.h"
#include "rules/rule.h"
#include "workspace/settings.h"

namespace forklint::cli {
namespace {

namespace fs = std::filesystem;

// Unit tests run in tests/.
fs::path golden_folder() { return "golden"; }

std::vector<std::string> findings_of(const std::vector<fs::path>& sources, const fs::path& root,
                                     bool parse_everything, bool look = false) {
  MemoryFileSystem files;
  std::vector<workspace::InputFile> inputs;
  for (const fs::path& source : sources) {
    std::ifstream in(source, std::ios::binary);
    const std::string path = fs::relative(source, root).generic_string();
    files.add_file("/p/" + path, std::string(std::istreambuf_iterator<char>(in), {}));
    inputs.push_back({.path = path, .disk_path = "/p/" + path});
  }
  Loader loader(files, inputs, catalog::Catalog::builtin(), {.parse_everything = parse_everything}, 1);
  Loaded loaded = loader.load({});
  std::vector<Finding> findings;
  const auto check = [&](const program::Program& program) {
    findings.clear();
    for (const rules::RegisteredRule& each : rules::all_rules()) {
      if (each.rule->check != nullptr) each.rule->check(program, findings);
    }
  };
  const std::function<void(const program::Program&)> at_each_link = check;
  const program::Program program =
      link_all(loader, loaded, {{}, &loader.table(), *workspace::target_of({}), {}},
               catalog::Catalog::builtin(), look ? at_each_link : nullptr);
  check(program);
  std::vector<std::string> lines;
  for (const Finding& finding : findings) {
    lines.push_back(finding.place.path + ":" + std::to_string(finding.place.span.begin) + " " +
                    message_text(finding));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

void expect_the_same(const std::vector<fs::path>& sources, const fs::path& root) {
  const std::vector<std::string> findings = findings_of(sources, root, false);
  EXPECT_EQ(findings, findings_of(sources, root, true)) << sources.front();
  // Who looks at a program that is not complete (so_far.h) changes nothing of what comes out.
  EXPECT_EQ(findings, findings_of(sources, root, false, true)) << sources.front();
}

std::vector<fs::path> python_files_below(const fs::path& folder) {
  std::vector<fs::path> sources;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".py") sources.push_back(entry.path());
  }
  std::sort(sources.begin(), sources.end());
  return sources;
}

TEST(GoldenLoad, FindsTheSameInEverySource) {
  std::size_t count = 0;
  for (const auto& folder : fs::directory_iterator(golden_folder())) {
    if (!folder.is_directory() || folder.path().filename() == "projects") continue;
    for (const fs::path& source : python_files_below(folder.path())) {
      expect_the_same({source}, folder.path());
      ++count;
    }
  }
  EXPECT_GT(count, 200U);
}

TEST(GoldenLoad, FindsTheSameInEveryProject) {
  std::size_t count = 0;
  for (const auto& project : fs::directory_iterator(golden_folder() / "projects")) {
    const std::vector<fs::path> sources = python_files_below(project.path());
    if (sources.empty()) continue;
    expect_the_same(sources, project.path());
    ++count;
  }
  EXPECT_GT(count, 10U);
}

}  // namespace
}  // namespace forklint::cli
