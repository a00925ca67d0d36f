// compile_commands.json: how the project's build calls the compiler. It comes from strangers, so only flags
// that say what the code means are taken from it, never one that could make Clang write or load anything.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/host.h"
#include "base/result.h"

namespace forklint::native {

class CompileDatabase {
 public:
  // `path` is the file; response files are read below `root` or beside the database alone. Fails on anything
  // that is no compilation database, with one line that names the file.
  static Result<CompileDatabase> read(const FileSystem& files, const std::string& path,
                                      const std::string& root);

  // Of an absolute path; null where the build does not know it.
  const std::vector<std::string>* flags_of(const std::string& file) const;

 private:
  std::map<std::string, std::vector<std::string>> flags_;
};

// The database in the root or in one of the usual build folders below it; never above the root.
std::optional<std::string> find_database(const FileSystem& files, const std::string& root);

// The words of a command as a shell would split them.
std::vector<std::string> split_command(const std::string& command);

// Of a compiler's arguments those that may be passed on, with paths made absolute.
std::vector<std::string> allowed_flags(const std::vector<std::string>& arguments,
                                       const std::string& directory, const std::string& root);

}  // namespace forklint::native
