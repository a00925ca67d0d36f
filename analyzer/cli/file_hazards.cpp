#include "cli/file_hazards.h"

namespace forklint::cli {

using workspace::ScannedImport;
using workspace::ScannedImports;

bool FileHazards::are_brought(FileId file, std::string_view user) {
  const HazardUse& use = of(file, 0);
  return use.at_import || mentions_any(user, use.names) || mentions_any(user, use.locks);
}

const HazardUse& FileHazards::of(FileId file, unsigned depth) {
  constexpr unsigned kMaxDepth = 64;
  // Files that import each other have nothing from those whose answer is being made.
  const auto [known, is_new] = known_.try_emplace(file);
  if (!is_new || depth >= kMaxDepth) return known->second;
  const Result<std::string> bytes = read_(file);
  if (!bytes) return known->second;
  const ScannedImports imports = workspace::scan_imports(*bytes);
  const HazardUse imported = imported_by(file, imports, depth);
  return known_[file] = hazard_use(*bytes, imports, vocabulary_, imported);
}

HazardUse FileHazards::imported_by(FileId file, const ScannedImports& imports, unsigned depth) {
  HazardUse brought;
  // The packages around what is imported run too.
  for (const FileId target : links_.imported_by(file))
    brought.at_import = of(target, depth + 1).at_import || brought.at_import;
  for (const ScannedImport& import : imports.imports) {
    for (const ImportLinks::Imported& each : links_.files_behind(file, import, imports)) {
      const HazardUse& use = of(each.file, depth + 1);
      if (each.name == nullptr) {
        brought.add(use);
      } else {
        brought.add(use, each.name->name, each.name->local());
      }
    }
  }
  return brought;
}

}  // namespace forklint::cli
