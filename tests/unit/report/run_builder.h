// Runs for the renderers' tests: sources as text, places by the words that stand there.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <sstream>
#include <string>

#include "finding/fingerprint.h"
#include "report/report.h"

namespace forklint::report {

inline constexpr MessageTemplate kMessages[] = {
    {.id = "one-line", .text = "'{0}' forks."},
    {.id = "three-lines", .text = "'{0}' forks.\nFork is the default before Python 3.14.\nPass a context."},
};
inline constexpr RuleInfo kRule = {.id = "FRK104", .name = "implicit-fork-dataloader", .messages = kMessages};

class RunBuilder {
 public:
  void add_file(const std::string& path, std::string bytes) {
    files_[path] = std::make_unique<SourceFile>(path, path, std::move(bytes));
  }

  // The first occurrence of `words` in the file.
  Place place(const std::string& path, std::string_view words) const {
    const std::size_t at = files_.at(path)->bytes().find(words);
    EXPECT_NE(at, std::string_view::npos) << words;
    return {path, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())}};
  }

  Finding& add_finding(const std::string& path, std::string_view words, Level level = Level::warning) {
    Finding finding;
    finding.rule = &kRule;
    finding.level = level;
    finding.arguments = {std::string(words)};
    finding.place = place(path, words);
    run.findings.push_back(std::move(finding));
    return run.findings.back();
  }

  std::string render(Format format, const Style& style = {}) {
    // Renderers may look only at files that a printed place lies in.
    run.source = [this](const std::string& path) -> const SourceFile* {
      const auto found = files_.find(path);
      return found == files_.end() ? nullptr : found->second.get();
    };
    identify(run);
    std::ostringstream out;
    report::render(run, format, style, out);
    return out.str();
  }

  RunResult run;

 private:
  std::map<std::string, std::unique_ptr<SourceFile>> files_;
};

}  // namespace forklint::report
