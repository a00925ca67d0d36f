#include "cli/load.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>

#include "base/parallel.h"
#include "base/read_ahead.h"
#include "base/word.h"
#include "cli/demand.h"
#include "cli/file_hazards.h"
#include "python/notebook_code.h"
#include "source/notebook.h"
#include "workspace/prefilter.h"

namespace forklint::cli {
namespace {

using program::Module;
using program::ModuleTable;

// What is known of a file: nothing but its imports, as long as nobody needs more.
struct Scanned {
  std::unique_ptr<python::PythonModule> module;
  std::optional<Notice> notice;
  bool holds_word = false;
};

// The Python of a file as it is on the disk, or the source that a notebook's cells are.
struct Code {
  std::string bytes;
  std::unique_ptr<const SourceFile> notebook;  // null: `bytes` are the code

  std::string_view text() const { return notebook == nullptr ? std::string_view(bytes) : notebook->bytes(); }
};

std::vector<std::string> paths_of(const std::vector<workspace::InputFile>& inputs) {
  std::vector<std::string> paths;
  paths.reserve(inputs.size());
  for (const workspace::InputFile& input : inputs) paths.push_back(input.path);
  return paths;
}

// The functions of a module, or the classes around them, whose text mentions one of the names. It errs to
// more.
std::set<std::string> users_in(const python::PythonModule& module,
                               const std::set<std::string, std::less<>>& names) {
  const SourceFile& source = module.source();
  const workspace::ScannedImports imports = workspace::scan_imports(source.bytes());
  std::set<std::string, std::less<>> local = names;
  for (const workspace::ImportedName& each : imports.names) {
    if (names.contains(each.name)) local.emplace(each.local());
  }
  std::set<std::string> users;
  for (const python::Function* function : module.functions()) {
    const std::string_view name = function->class_ != nullptr ? function->class_->name : function->name;
    if (name.empty() || users.contains(std::string(name))) continue;
    const std::string_view body = source.text(function->span);
    if (std::any_of(local.begin(), local.end(),
                    [&](const std::string& each) { return text::holds_word(body, each); }))
      users.emplace(name);
  }
  return users;
}

}  // namespace

class Loader::Work {
 public:
  Work(const FileSystem& files, const std::vector<workspace::InputFile>& inputs,
       const catalog::Catalog& catalog, const LoadLimits& limits, unsigned jobs, Progress* progress,
       std::string folder)
      : files_(files),
        inputs_(inputs),
        vocabulary_(catalog),
        table_(
            paths_of(inputs), [&](std::string_view name) { return catalog.has_prefix(name); },
            std::move(folder)),
        links_(table_, vocabulary_),
        demand_(links_, vocabulary_, [this](FileId file) { return read(file); }),
        hazards_(links_, vocabulary_, [this](FileId file) { return read(file); }),
        limits_(limits),
        jobs_(jobs),
        progress_(progress) {}

  // `extra` takes the place of what is on the disk under the same path.
  void scan(std::vector<std::unique_ptr<const SourceFile>> extra) {
    scanned_.resize(inputs_.size());
    for (auto& source : extra) {
      const auto found = std::find_if(inputs_.begin(), inputs_.end(),
                                      [&](const auto& input) { return input.path == source->path(); });
      if (found == inputs_.end()) continue;
      const auto file = static_cast<FileId>(found - inputs_.begin());
      links_.set(file, links_.links_of(file, workspace::scan_imports(source->bytes())));
      parse(file, std::move(source));
    }
    ReadAhead ahead(files_, inputs_.size(),
                    [&](std::size_t i) -> const std::string& { return inputs_[i].disk_path; });
    parallel_for(inputs_.size(), jobs_, [&](std::size_t i) {
      if (!scanned_[i].module) look_at(static_cast<FileId>(i));
      ahead.advance();
      if (progress_ != nullptr) ++progress_->files_done;
    });
    for (FileId file = 0; file < scanned_.size(); ++file) note_parsed(file);
  }

  // Round by round: what the new modules offer, who uses that, and what those files offer then.
  void parse_on_demand() {
    follow_library_names();
    std::vector<FileId> modules;
    for (FileId file = 0; file < scanned_.size(); ++file) {
      if (scanned_[file].module) modules.push_back(file);
    }
    while (!modules.empty()) {
      in_turn(modules, [&](FileId file) { return demand_.look_at_module(file); });
      for (std::vector<FileId> candidates = demand_.take_candidates(); !candidates.empty();
           candidates = demand_.take_candidates()) {
        in_turn(candidates, [&](FileId file) { return look_at_text(file); });
      }
      const std::vector<FileId> wanted = demand_.take_wanted();
      parallel_for(wanted.size(), jobs_, [&](std::size_t k) { parse_from_disk(wanted[k]); });
      for (const FileId file : wanted) note_parsed(file);
      modules = demand_.take_modules();
      std::erase_if(modules, [&](FileId file) { return !scanned_[file].module; });
    }
  }

  Loaded collect() {
    Loaded loaded;
    for (std::size_t i = 0; i < scanned_.size(); ++i) {
      loaded.files_checked += inputs_[i].reported;
      if (auto& notice = scanned_[i].notice) loaded.notices.push_back(*std::move(notice));
      if (scanned_[i].module) hand_over(static_cast<FileId>(i), loaded);
    }
    return loaded;
  }

  bool is_imported(std::string_view path) const { return links_.is_imported(links_.file_at(path)); }

  Loaded parse_more(const program::Unread& unread) {
    Loaded loaded;
    std::vector<FileName> leading;
    for (const auto& [module, name] : unread.leading) {
      const FileId file = links_.file_at(module->path());
      if (file != kNoFile) leading.push_back({file, std::string(name)});
    }
    // Up to the scripts: who uses what leads to a fork leads to it too.
    while (!leading.empty()) {
      const std::vector<FileId> users = demand_.users_of(leading, [&](const std::vector<FileId>& candidates) {
        in_turn(candidates, [&](FileId file) { return look_at_text(file); });
      });
      leading.clear();
      parse_into(loaded, users, [&](FileId file) {
        for (const std::string& name : users_in(*scanned_[file].module, demand_.used_by(file)))
          leading.push_back({file, name});
      });
    }
    // And down to what they run, and what runs in their workers; who imports that may change what they read.
    std::vector<FileId> run;
    std::unordered_set<FileId> of_workers;
    for (const std::string_view path : unread.of_workers) {
      const FileId file = links_.id_of(path);
      if (file == kNoFile || !of_workers.insert(file).second) continue;
      if (demand_.ask_for(file)) run.push_back(file);
    }
    for (const program::UnreadFile& each : unread.files) {
      const FileId file = links_.id_of(each.file);
      if (file == kNoFile || !(calls_any(file, each.methods) || imports_any(file, of_workers) ||
                               hazards_.are_brought(file, text_of(*each.used_by))))
        continue;
      if (demand_.ask_for(file)) run.push_back(file);
    }
    parse_into(loaded, run, [](FileId) {});
    return loaded;
  }

  const ModuleTable& table() const { return table_; }

 private:
  void parse_into(Loaded& loaded, const std::vector<FileId>& files,
                  const std::function<void(FileId)>& visit) {
    parallel_for(files.size(), jobs_, [&](std::size_t k) { parse_from_disk(files[k]); });
    for (const FileId file : files) {
      note_parsed(file);
      if (!scanned_[file].module) continue;
      visit(file);
      hand_over(file, loaded);
    }
  }

  void hand_over(FileId file, Loaded& loaded) {
    auto module = std::make_unique<Module>();
    module->syntax = std::move(*scanned_[file].module);
    module->reported = inputs_[file].reported;
    module->name = table_.dotted_name(inputs_[file].path);
    module->is_package = ModuleTable::is_package(inputs_[file].path);
    if (module->reported) {
      const auto& notices = module->syntax.notices();
      loaded.notices.insert(loaded.notices.end(), notices.begin(), notices.end());
    }
    demand_.set_parsed(file, module->syntax);
    loaded.modules.push_back(std::move(module));
  }

  static std::string_view text_of(const Module& module) { return module.syntax.source().bytes(); }

  // Whether the file calls a method of one of these names, or may run over something, or what it is given.
  bool calls_any(FileId file, const std::vector<std::string_view>& methods) const {
    if (methods.empty()) return false;
    const Result<std::string> bytes = read(file);
    return bytes && std::any_of(methods.begin(), methods.end(), [&](std::string_view method) {
             return method == "__iter__" || method == "__call__" ||
                    bytes->find("." + std::string(method) + "(") != std::string::npos;
           });
  }

  bool imports_any(FileId file, const std::unordered_set<FileId>& files) const {
    const std::vector<FileId> imported = links_.imported_by(file);
    return std::any_of(imported.begin(), imported.end(), [&](FileId each) { return files.contains(each); });
  }

  python::Limits parser_limits() const { return {.max_bytes = limits_.max_bytes}; }

  Result<Code> code_of(FileId file) const {
    const workspace::InputFile& input = inputs_[file];
    Result<std::string> bytes = files_.read(input.disk_path);
    if (!bytes) return tl::unexpected(bytes.error());
    if (!is_notebook_path(input.path)) return Code{std::move(*bytes), nullptr};
    auto source = python::source_of(input.path, input.disk_path, std::move(*bytes));
    if (!source) return tl::unexpected(source.error());
    return Code{"", std::move(*source)};
  }

  // Its text alone.
  Result<std::string> read(FileId file) const {
    Result<Code> code = code_of(file);
    if (!code) return tl::unexpected(code.error());
    return code->notebook == nullptr ? std::move(code->bytes) : std::string(code->text());
  }

  void note_parsed(FileId file) {
    if (scanned_[file].module) demand_.set_parsed(file, *scanned_[file].module);
  }

  // What a word in a file belongs to may come from another module of the project.
  void follow_library_names() {
    std::vector<FileId> files;
    for (FileId file = 0; file < scanned_.size(); ++file) {
      if (scanned_[file].holds_word) files.push_back(file);
    }
    std::vector<std::vector<FileName>> used(files.size());
    parallel_for(files.size(), jobs_, [&](std::size_t k) {
      const FileId file = files[k];
      if (scanned_[file].module) {
        used[k] = links_.library_names_used(file, scanned_[file].module->source().bytes());
      } else if (Result<Code> code = code_of(file)) {
        used[k] = links_.library_names_used(file, code->text());
        if (!used[k].empty()) parse(file, source_of(file, std::move(*code)));
      }
    });
    for (std::size_t k = 0; k < files.size(); ++k) {
      demand_.add_values(used[k]);
      note_parsed(files[k]);
    }
  }

  // Works on the files with several threads, and takes in the results in their order.
  template <typename Work>
  void in_turn(const std::vector<FileId>& files, Work work) {
    std::vector<decltype(work(FileId{}))> results(files.size());
    parallel_for(files.size(), jobs_, [&](std::size_t k) { results[k] = work(files[k]); });
    for (std::size_t k = 0; k < files.size(); ++k) demand_.add(files[k], std::move(results[k]));
  }

  void look_at(FileId file) {
    Result<Code> code = code_of(file);
    if (!code) {
      note_failure(file, code.error());
      return;
    }
    const std::string_view text = code->text();
    // Text that the search can't read is the parser's to speak of.
    const bool is_wide = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
    const workspace::ScannedImports imports = workspace::scan_imports(text);
    links_.set(file, links_.links_of(file, imports));
    scanned_[file].holds_word = vocabulary_.holds_word(text);
    if (is_wide || limits_.parse_everything ||
        (scanned_[file].holds_word && links_.uses_library(file, text, imports)))
      parse(file, source_of(file, std::move(*code)));
  }

  Demand::Look look_at_text(FileId file) const {
    const Result<std::string> bytes = read(file);
    return bytes ? demand_.look_at_text(file, *bytes) : Demand::Look{};
  }

  void parse_from_disk(FileId file) {
    if (Result<Code> code = code_of(file)) parse(file, source_of(file, std::move(*code)));
  }

  std::unique_ptr<const SourceFile> source_of(FileId file, Code code) const {
    if (code.notebook != nullptr) return std::move(code.notebook);
    return std::make_unique<const SourceFile>(inputs_[file].path, inputs_[file].disk_path,
                                              std::move(code.bytes));
  }

  void parse(FileId file, std::unique_ptr<const SourceFile> source) {
    scanned_[file].module =
        std::make_unique<python::PythonModule>(python::parse(std::move(source), parser_limits()));
  }

  void note_failure(FileId file, const Error& error) {
    if (inputs_[file].reported)
      scanned_[file].notice = Notice{Notice::Kind::warning, inputs_[file].path, 0, error.message};
  }

  const FileSystem& files_;
  const std::vector<workspace::InputFile>& inputs_;
  const Vocabulary vocabulary_;
  const ModuleTable table_;
  ImportLinks links_;
  Demand demand_;
  FileHazards hazards_;
  const LoadLimits limits_;
  const unsigned jobs_;
  Progress* const progress_;
  std::vector<Scanned> scanned_;
};

Loader::Loader(const FileSystem& files, const std::vector<workspace::InputFile>& inputs,
               const catalog::Catalog& catalog, const LoadLimits& limits, unsigned jobs, Progress* progress,
               std::string folder)
    : work_(std::make_unique<Work>(files, inputs, catalog, limits, jobs, progress, std::move(folder))) {}

Loader::~Loader() = default;

const ModuleTable& Loader::table() const { return work_->table(); }

Loaded Loader::load(std::vector<std::unique_ptr<const SourceFile>> extra) {
  work_->scan(std::move(extra));
  work_->parse_on_demand();
  return work_->collect();
}

Loaded Loader::load_more(const program::Unread& unread) { return work_->parse_more(unread); }

bool Loader::is_imported(std::string_view path) const { return work_->is_imported(path); }

program::Program link_all(Loader& loader, Loaded& loaded, program::ProgramInput input,
                          const catalog::Catalog& catalog,
                          const std::function<void(const program::Program&)>& linked) {
  // Each round follows what the forks' surroundings run one call further down.
  constexpr unsigned kMaxRounds = 6;
  input.modules = std::move(loaded.modules);
  input.is_imported = [&loader](std::string_view path) { return loader.is_imported(path); };
  program::Program program = program::Program::link(std::move(input), catalog);
  for (unsigned round = 0; round < kMaxRounds; ++round) {
    Loaded more = loader.load_more(program.unread());
    if (more.modules.empty()) break;
    if (linked) linked(program);
    loaded.notices.insert(loaded.notices.end(), more.notices.begin(), more.notices.end());
    program.extend(std::move(more.modules));
  }
  return program;
}

}  // namespace forklint::cli
