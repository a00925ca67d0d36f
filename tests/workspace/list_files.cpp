// list_files ROOT: the Python files that a walk finds when ignore files alone decide, each ended by a NUL.
#include <cstdio>

#include "base/disk_file_system.h"
#include "workspace/discovery.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const forklint::DiskFileSystem files;
  forklint::workspace::Project project{.root = files.resolve(argv[1])};
  project.settings.exclude = std::vector<std::string>{".git"};
  const auto found = forklint::workspace::discover(files, project, {"."}, project.root, 2);
  if (!found) {
    std::fprintf(stderr, "%s\n", found.error().message.c_str());
    return 1;
  }
  for (const auto& file : found->files) std::fwrite(file.path.c_str(), 1, file.path.size() + 1, stdout);
  return 0;
}
