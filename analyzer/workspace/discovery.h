// Which files there are, and which of them are reported on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/host.h"
#include "finding/finding.h"
#include "workspace/settings.h"

namespace forklint::workspace {

enum class FileType : std::uint8_t { python, notebook };

struct InputFile {
  std::string path;       // relative to the root with '/', or absolute when it lies outside
  std::string disk_path;  // to open it
  FileType type = FileType::python;
  bool reported = true;  // false: context only
};

struct Discovered {
  std::vector<InputFile> files;          // sorted by path, each file once (links resolved)
  std::vector<InputFile> shell_scripts;  // sorted by path: what they launch may be a program of the project
  std::vector<InputFile> native;         // sorted by path, once each: C and C++, headers too
  // What was passed by below the given paths: unreadable folders, linked folders beyond the project, links
  // that lead nowhere, and what is called *.py without being a file.
  std::vector<Notice> notices;
};

// Walks `paths` (files or folders, relative to `working_directory`) and, as context, the whole project.
// A path that does not exist is an error. Named files are taken whatever their suffix, and named files and
// folders whatever excludes and ignore files say of them, unless force-exclude is set. Links to files are
// resolved; links to folders are not followed. Ignore files count from the top of the repository on, also
// where that lies around the root. `jobs`: the most threads that read folders; 0 for as many as a disk can
// serve, which may be more than there are processors.
Result<Discovered> discover(const FileSystem& files, const Project& project,
                            const std::vector<std::string>& paths, const std::string& working_directory,
                            unsigned jobs);

}  // namespace forklint::workspace
