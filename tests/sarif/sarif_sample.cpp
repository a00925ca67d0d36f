// Writes a SARIF log with everything in it that is awkward, for the public validator:
//   sarif_sample OUTPUT FINDINGS
#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <string>

#include "report/sarif.h"

namespace {

using namespace forklint;

constexpr MessageTemplate kMessages[] = {
    {"three-lines",
     "'{0}' forks.\nThe default of Python {1} is fork.\nWrite 'mp_context={2}', which costs {3} s."},
    {"braces", "A worker gets '{0}', and {} or {x} of a template stay as they are."},
};
constexpr std::string_view kTags[] = {"reliability", "external/cwe/cwe-833"};
constexpr std::string_view kPage =
    "# some-rule (FRK998)\n\n## What\n\nA pool is made **without** a `context`, see [the "
    "guide](guide.md).\n\n"
    "## Bad\n\n```python\n# a comment, no heading\npool = Pool(4)\n```\n\n## When to ignore\n\nNever.\n";
constexpr RuleInfo kRule = {.id = "FRK998",
                            .name = "some-rule",
                            .summary = "A pool without a context.",
                            .level = Level::warning,
                            .messages = kMessages,
                            .tags = kTags};
constexpr RuleInfo kSilentRule = {.id = "FRK999",
                                  .name = "silent-rule",
                                  .summary = "A rule that found nothing.",
                                  .level = Level::note,
                                  .precision = "low",
                                  .messages = kMessages,
                                  .tags = kTags};

class Sample {
 public:
  Sample() {
    add("src/plain.py", "from multiprocessing import Pool\npool = Pool(4)\n");
    add("src/one line.py", "Pool(4)");
    add("src/100%/h\xC3\xA4sslich #1?.py",
        "\xEF\xBB\xBFx = '\xF0\x9F\x98\x80\xF0\x9F\x98\x80'; p = Pool(4)\r\n# end\r\n");
    add("src/a:b[0]\x1B\n.py", "Pool(4)\rPool(4)\r");
    add("src/latin\xFC.py", "# -*- coding: latin-1 -*-\nx = '\xE9'; Pool(4)  # \xE9\n");
    add("src/broken.py", "s = '\xFF\xFE'; Pool(4)\n\n");
    add("src/many lines.py", "Pool(\n  4,\n  initializer=f,\n)\n");
    add("src/minified.py", "x=[" + std::string(5000, '1') + "];Pool(4);y=[" + std::string(5000, '2') + "]\n");
    run.rules = {{&kRule, kPage}, {&kSilentRule, ""}};
    run.root = "/srv/project/sub";
    run.version_control = {"https://git.example.org/o/r", std::string(40, 'a'), "main", "sub/"};
    run.source = [this](const std::string& path) -> const SourceFile* {
      const auto found = files_.find(path);
      return found == files_.end() ? nullptr : found->second.get();
    };
    run.notices = {{Notice::Kind::error, "src/a b.py", 3, "syntax error: 'print \"x\"'"},
                   {Notice::Kind::warning, "pyproject.toml", 0, "requires-python is missing; 3.8 is assumed"},
                   {Notice::Kind::note, "", 0, "2 files were skipped"}};
    run.complete = false;
  }

  void add_findings(std::size_t count) {
    while (run.findings.size() < count) {
      for (const auto& [path, file] : files_) add_finding(*file);
    }
    run.findings.resize(count);
    if (count > 0) run.suppressed = {{run.findings.front(), {"checked, [see](1)"}}};
    std::ranges::sort(run.findings, comes_before);
  }

  RunResult run;

 private:
  void add(const std::string& path, std::string bytes) {
    files_[path] = std::make_unique<SourceFile>(path, path, std::move(bytes));
  }

  void add_finding(const SourceFile& file) {
    const auto begin = static_cast<std::uint32_t>(file.bytes().find("Pool("));
    const auto end = static_cast<std::uint32_t>(file.bytes().find(')', begin) + 1);
    const std::size_t number = run.findings.size();
    Finding finding;
    finding.rule = &kRule;
    finding.level = number % 3 == 0 ? Level::error : number % 3 == 1 ? Level::warning : Level::note;
    finding.message = number % 2;
    finding.arguments = {"handlers[0](1) {\"a\": {1}}\n\xFF", "3.8", "ctx", "0.2"};
    finding.place = {file.path(), {begin, end}};
    const Place import{"src/plain.py", {0, 32}};
    finding.related = {{import, "A thread [of 'x\\y'] starts here."},
                       {finding.place, "The lock is taken here."}};
    finding.flow = {{import, "Imported here.", 0},
                    {finding.place, "Called here.", 1},
                    {{"gone.py", {7, 9}}, "Forked.", 2}};
    finding.fixes = {{"Pass a context.",
                      Applicability::safe,
                      {{file.path(), {end - 1, end - 1}, ", mp_context='\xC3\xA4'"}}},
                     {"Remove it",
                      Applicability::unsafe,
                      {{"src/plain.py", {33, 48}, ""}, {file.path(), {begin, end}, "None"}}},
                     {"Look", Applicability::display_only, {{"gone.py", {0, 0}, "x"}}}};
    run.findings.push_back(std::move(finding));
  }

  std::map<std::string, std::unique_ptr<SourceFile>> files_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: sarif_sample OUTPUT FINDINGS\n";
    return 2;
  }
  Sample sample;
  sample.add_findings(std::stoul(argv[2]));
  std::ofstream out(argv[1], std::ios::binary);
  report::Style style;
  style.show_suppressed = true;
  style.sarif_category = "sample";
  report::render_sarif(sample.run, style, out);
  out.close();
  return out ? 0 : 2;
}
