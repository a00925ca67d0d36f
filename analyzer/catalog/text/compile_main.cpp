// forklint_catalog_compiler ROOT OUTPUT INPUT.toml...: writes the records as constants, or fails with file
// and line.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <span>

#include "catalog/text/compile_tables.h"

namespace forklint::catalog {
namespace {

// The name by which people know the file: relative to the root of the project.
std::string shown(const std::string& path, const std::string& root) {
  return path.starts_with(root + "/") ? path.substr(root.size() + 1) : path;
}

Result<void> compile(const std::string& root, const std::string& output, std::span<char*> inputs) {
  RecordSet records;
  for (const char* path : inputs) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return fail(std::string(path) + ": can't be read");
    const std::string toml(std::istreambuf_iterator<char>(file), {});
    if (Result<void> read = read_records(toml, {.path = shown(path, root)}, records); !read) return read;
  }
  if (Result<void> checked = check_records(records, nullptr); !checked) return checked;
  std::ofstream file(output, std::ios::binary);
  file << compiled(records);
  file.close();
  return file ? Result<void>() : fail(output + ": can't be written");
}

}  // namespace
}  // namespace forklint::catalog

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: forklint_catalog_compiler ROOT OUTPUT INPUT.toml...\n", stderr);
    return 2;
  }
  const auto done =
      forklint::catalog::compile(argv[1], argv[2], std::span(argv + 3, static_cast<std::size_t>(argc - 3)));
  if (done) return 0;
  std::fprintf(stderr, "%s\n", done.error().message.c_str());
  return 1;
}
