#include "cli/load.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "base/parallel.h"
#include "workspace/prefilter.h"

namespace forklint::cli {
namespace {

using program::Module;
using program::ModuleTable;

// What a first look at a file gives: a module, or the imports by which it may still matter.
struct Scanned {
  std::optional<python::PythonModule> module;
  std::vector<workspace::ScannedImport> imports;
  std::optional<Notice> notice;
};

class Loader {
 public:
  Loader(const FileSystem& files, const std::vector<workspace::InputFile>& inputs,
         const catalog::Catalog& catalog, const LoadLimits& limits, unsigned jobs)
      : files_(files), inputs_(inputs), search_(catalog.words()), limits_(limits), jobs_(jobs) {
    for (std::size_t i = 0; i < inputs.size(); ++i) index_.emplace(inputs[i].path, i);
  }

  void scan() {
    scanned_.resize(inputs_.size());
    parallel_for(inputs_.size(), jobs_, [&](std::size_t i) { scanned_[i] = look_at(inputs_[i], false); });
  }

  void adopt(std::vector<std::unique_ptr<const SourceFile>> extra) {
    for (auto& source : extra) {
      const auto found = index_.find(source->path());
      if (found == index_.end()) continue;
      scanned_[found->second].module = python::parse(std::move(source), parser_limits());
    }
  }

  // Parses, round by round, the files that import something of interest from a parsed one.
  void parse_on_demand(const ModuleTable& table) {
    for (std::size_t i = 0; i < scanned_.size(); ++i) {
      if (scanned_[i].module) offer_all(i);
    }
    for (bool grown = true; grown;) {
      std::vector<std::size_t> wanted;
      for (std::size_t i = 0; i < scanned_.size(); ++i) {
        if (!scanned_[i].module && wants(i, table)) wanted.push_back(i);
      }
      grown = !wanted.empty();
      parallel_for(wanted.size(), jobs_, [&](std::size_t k) {
        Scanned parsed = look_at(inputs_[wanted[k]], true);
        parsed.imports = std::move(scanned_[wanted[k]].imports);
        scanned_[wanted[k]] = std::move(parsed);
      });
    }
  }

  void collect(Loaded& loaded) {
    for (std::size_t i = 0; i < scanned_.size(); ++i) {
      loaded.files_checked += inputs_[i].reported;
      if (scanned_[i].notice) loaded.notices.push_back(std::move(*scanned_[i].notice));
      if (!scanned_[i].module) continue;
      auto module = std::make_unique<Module>();
      module->syntax = std::move(*scanned_[i].module);
      module->reported = inputs_[i].reported;
      module->name = loaded.table.dotted_name(inputs_[i].path);
      module->is_package = ModuleTable::is_package(inputs_[i].path);
      if (module->reported) {
        const auto& notices = module->syntax.notices();
        loaded.notices.insert(loaded.notices.end(), notices.begin(), notices.end());
      }
      loaded.modules.push_back(std::move(module));
    }
  }

 private:
  python::Limits parser_limits() const { return {.max_bytes = limits_.max_bytes}; }

  Scanned look_at(const workspace::InputFile& input, bool always_parse) const {
    Scanned result;
    Result<std::string> bytes = files_.read(input.disk_path);
    if (!bytes) {
      if (input.reported) result.notice = Notice{Notice::Kind::warning, input.path, 0, bytes.error().message};
      return result;
    }
    if (!always_parse && !search_.found_in(*bytes)) {
      result.imports = workspace::scan_imports(*bytes);
      return result;
    }
    result.module = python::parse(
        std::make_unique<const SourceFile>(input.path, input.disk_path, std::move(*bytes)), parser_limits());
    return result;
  }

  // Everything that a module with a word of the catalog defines or re-exports may carry it on.
  void offer_all(std::size_t index) {
    std::unordered_set<std::string>& names = offered_[inputs_[index].path];
    for (const auto& [name, bindings] : scanned_[index].module->scope().names) names.emplace(name);
    if (!scanned_[index].module->scope().star_imports.empty()) names.emplace("*");
  }

  // Whether the file imports something on offer; what it re-exports is on offer from then on.
  bool wants(std::size_t index, const ModuleTable& table) {
    const std::string& path = inputs_[index].path;
    bool wants = false;
    for (const workspace::ScannedImport& import : scanned_[index].imports) {
      const auto resolve = [&](const std::string& name) {
        return std::string(import.level == 0 ? table.resolve(name, path)
                                             : table.resolve_relative(import.level, name, path));
      };
      const auto from = offered_.find(resolve(import.module));
      if (import.names.empty() && from != offered_.end()) wants = true;
      for (const std::string& name : import.names) {
        const bool on_offer = from != offered_.end() &&
                              (name == "*" || from->second.contains(name) || from->second.contains("*"));
        const bool is_module =
            offered_.contains(resolve(import.module.empty() ? name : import.module + "." + name));
        if (!on_offer && !is_module) continue;
        wants = true;
        offered_[path].insert(name);
      }
    }
    return wants;
  }

  const FileSystem& files_;
  const std::vector<workspace::InputFile>& inputs_;
  const workspace::WordSearch search_;
  const LoadLimits limits_;
  const unsigned jobs_;
  std::vector<Scanned> scanned_;
  std::unordered_map<std::string, std::size_t> index_;
  std::unordered_map<std::string, std::unordered_set<std::string>> offered_;
};

}  // namespace

Loaded load(const FileSystem& files, const std::vector<workspace::InputFile>& inputs,
            std::vector<std::unique_ptr<const SourceFile>> extra, const catalog::Catalog& catalog,
            const LoadLimits& limits, unsigned jobs) {
  std::vector<std::string> paths;
  paths.reserve(inputs.size());
  for (const workspace::InputFile& input : inputs) paths.push_back(input.path);
  Loaded loaded{.table = ModuleTable(paths)};
  Loader loader(files, inputs, catalog, limits, jobs);
  loader.scan();
  loader.adopt(std::move(extra));
  loader.parse_on_demand(loaded.table);
  loader.collect(loaded);
  return loaded;
}

}  // namespace forklint::cli
