#include "cli/load.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "base/parallel.h"
#include "cli/carriers.h"
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
      : files_(files),
        inputs_(inputs),
        catalog_(catalog),
        search_(catalog.words()),
        limits_(limits),
        jobs_(jobs) {
    for (std::size_t i = 0; i < inputs.size(); ++i) index_.emplace(inputs[i].path, i);
  }

  // `extra` takes the place of what is on the disk under the same path.
  void scan(std::vector<std::unique_ptr<const SourceFile>> extra) {
    scanned_.resize(inputs_.size());
    for (auto& source : extra) {
      const auto found = index_.find(source->path());
      if (found != index_.end())
        scanned_[found->second].module = python::parse(std::move(source), parser_limits());
    }
    parallel_for(inputs_.size(), jobs_, [&](std::size_t i) {
      if (!scanned_[i].module) scanned_[i] = look_at(inputs_[i], false);
    });
  }

  // Parses, round by round, the files that import what others carry; what those re-export is carried on.
  void parse_on_demand(const ModuleTable& table) {
    carried_.resize(scanned_.size());
    parallel_for(scanned_.size(), jobs_, [&](std::size_t i) {
      if (scanned_[i].module) carried_[i] = carriers_of(*scanned_[i].module, catalog_, {});
    });
    for (std::size_t i = 0; i < scanned_.size(); ++i) offer(i);
    for (bool grown = true; grown;) {
      std::vector<std::size_t> wanted;
      for (std::size_t i = 0; i < scanned_.size(); ++i) {
        if (!scanned_[i].module && !scanned_[i].imports.empty() && wants(i, table)) wanted.push_back(i);
      }
      grown = !wanted.empty();
      parallel_for(wanted.size(), jobs_, [&](std::size_t k) {
        scanned_[wanted[k]] = look_at(inputs_[wanted[k]], true);
        std::unordered_set<std::string>& carried = carried_[wanted[k]];
        if (scanned_[wanted[k]].module) carried = carriers_of(*scanned_[wanted[k]].module, catalog_, carried);
      });
      for (std::size_t i : wanted) offer(i);
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
    // Text that the search can't read is the parser's to speak of.
    const bool is_wide = bytes->starts_with("\xFF\xFE") || bytes->starts_with("\xFE\xFF");
    if (!always_parse && !is_wide && !search_.found_in(*bytes)) {
      result.imports = workspace::scan_imports(*bytes);
      return result;
    }
    result.module = python::parse(
        std::make_unique<const SourceFile>(input.path, input.disk_path, std::move(*bytes)), parser_limits());
    return result;
  }

  void offer(std::size_t index) {
    if (!carried_[index].empty()) offered_.emplace(inputs_[index].path, &carried_[index]);
  }

  // Whether the file imports a name that carries something; notes which of its own names do so then.
  bool wants(std::size_t index, const ModuleTable& table) {
    const std::string& path = inputs_[index].path;
    bool wants = false;
    for (const workspace::ScannedImport& import : scanned_[index].imports) {
      const auto offer_of = [&](const std::string& name) {
        const auto found = offered_.find(
            import.level == 0 ? table.resolve(name, path) : table.resolve_relative(import.level, name, path));
        return found == offered_.end() ? nullptr : found->second;
      };
      const std::unordered_set<std::string>* from = offer_of(import.module);
      if (import.names.empty() && from != nullptr) {
        wants = true;
        carried_[index].insert(import.module.substr(0, import.module.find('.')));
      }
      for (const std::string& name : import.names) {
        const bool on_offer = from != nullptr && (name == "*" || from->contains(name) || from->contains("*"));
        if (!on_offer && offer_of(import.module.empty() ? name : import.module + "." + name) == nullptr)
          continue;
        wants = true;
        carried_[index].insert(name);
      }
    }
    return wants;
  }

  const FileSystem& files_;
  const std::vector<workspace::InputFile>& inputs_;
  const catalog::Catalog& catalog_;
  const workspace::WordSearch search_;
  const LoadLimits limits_;
  const unsigned jobs_;
  std::vector<Scanned> scanned_;
  std::unordered_map<std::string, std::size_t> index_;
  std::vector<std::unordered_set<std::string>> carried_;  // by file: its names that carry something
  std::unordered_map<std::string_view, const std::unordered_set<std::string>*> offered_;
};

}  // namespace

Loaded load(const FileSystem& files, const std::vector<workspace::InputFile>& inputs,
            std::vector<std::unique_ptr<const SourceFile>> extra, const catalog::Catalog& catalog,
            const LoadLimits& limits, unsigned jobs) {
  std::vector<std::string> paths;
  paths.reserve(inputs.size());
  for (const workspace::InputFile& input : inputs) paths.push_back(input.path);
  Loaded loaded{.table = ModuleTable(std::move(paths),
                                     [&](std::string_view name) { return catalog.has_prefix(name); })};
  Loader loader(files, inputs, catalog, limits, jobs);
  loader.scan(std::move(extra));
  loader.parse_on_demand(loaded.table);
  loader.collect(loaded);
  return loaded;
}

}  // namespace forklint::cli
