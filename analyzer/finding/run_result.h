// Everything a renderer needs to know of a run: a value, in the order in which it is printed.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "finding/finding.h"
#include "source/source_file.h"

namespace forklint {

struct Suppression {
  std::string justification;  // the text after `--` in the comment; may be ""
};

struct SuppressedFinding {
  Finding finding;
  Suppression suppression;
};

// A rule that took part in the run, with its page (Markdown) for help texts. Static lifetime.
struct RuleEntry {
  const RuleInfo* info = nullptr;
  std::string_view page;
};

// The revision that was analysed, where the project lies in a repository.
struct VersionControl {
  std::string repository_uri;  // without credentials; "" where it is only known on this machine
  std::string revision;        // full hash; "" before the first commit
  std::string branch;          // "" for a detached head
  std::string prefix;          // from the repository's top to the project root: "" or "packages/train/"
};

struct ComesBefore {
  bool operator()(const Finding& left, const Finding& right) const { return comes_before(left, right); }
};

// What a finding is recognised by from run to run.
using Fingerprints = std::map<Finding, std::string, ComesBefore>;

struct RunResult {
  std::vector<RuleEntry> rules;               // every rule there is, by id
  std::vector<Finding> findings;              // sorted, without duplicates
  std::vector<SuppressedFinding> suppressed;  // sorted likewise
  std::vector<Notice> notices;                // sorted by path, line, text
  // Sorted; those that a baseline names. Nothing where no baseline was given.
  std::optional<std::vector<Finding>> known;
  Fingerprints fingerprints;  // of all findings above and those that were left out since (identify)
  std::uint64_t files_checked = 0;
  std::optional<std::uint64_t> fixed;  // findings that are gone because of --fix
  bool complete = true;                // false when a part of the run failed (SARIF executionSuccessful)
  std::string root;                    // absolute path of the project root
  // Absolute; people and programs are told paths from here, so that a click or an open() finds the file.
  std::string working_directory;
  std::optional<VersionControl> version_control;
  // The file a place lies in; null when it is gone. Pointers live as long as the RunResult.
  std::function<const SourceFile*(const std::string& path)> source;
};

}  // namespace forklint
