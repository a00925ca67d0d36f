#include "cli/demand.h"

#include <algorithm>

namespace forklint::cli {
namespace {

using workspace::ImportedName;
using workspace::Mentions;
using workspace::ScannedImport;
using workspace::ScannedImports;

std::uint32_t hash_of(std::string_view name) {
  if (name == "*") return Link::kStar;
  const std::size_t hash = std::hash<std::string_view>()(name);
  return std::max<std::uint32_t>(static_cast<std::uint32_t>(hash ^ (hash >> 32)), Link::kStar + 1);
}

std::uint64_t key_of(FileId file, std::uint32_t name) { return (std::uint64_t{file} << 32) | name; }

std::string dotted(std::string_view module, std::string_view name) {
  return module.empty() ? std::string(name) : std::string(module).append(".").append(name);
}

// What an import binds that leads to processes: its local name and what that stands for. Ends with true.
bool for_each_library_name(const ScannedImport& import, const ScannedImports& imports,
                           const Vocabulary& vocabulary,
                           const std::function<bool(std::string_view, std::string_view)>& visit) {
  if (import.level > 0) return false;
  if (!import.is_from) {
    const std::string_view root = import.module.substr(0, import.module.find('.'));
    const std::string_view name = import.alias.empty() ? root : import.module;
    return vocabulary.leads(name) && visit(import.alias.empty() ? root : import.alias, name);
  }
  // Below what leads nowhere nothing does.
  if (!vocabulary.leads(import.module)) return false;
  const auto names = imports.names_of(import);
  return std::any_of(names.begin(), names.end(), [&](const ImportedName& each) {
    if (each.name == "*") return visit(each.name, import.module);
    const std::string full = dotted(import.module, each.name);
    return vocabulary.leads(full) && visit(each.local(), full);
  });
}

// `import_module("multiprocessing")`; a name that is no literal may be any.
bool imports_by_string(std::string_view bytes, const Vocabulary& vocabulary) {
  constexpr std::string_view kFunction = "import_module(";
  for (std::size_t at = bytes.find(kFunction); at != bytes.npos; at = bytes.find(kFunction, at + 1)) {
    std::string_view rest = bytes.substr(at + kFunction.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
    if (rest.empty()) return false;
    if (rest.front() != '"' && rest.front() != '\'') return true;
    const std::string_view name = rest.substr(1, rest.find(rest.front(), 1) - 1);
    if (vocabulary.leads(name.substr(0, name.find('.')))) return true;
  }
  return false;
}

}  // namespace

// The project as one of its modules sees it.
class Demand::View : public Neighbours {
 public:
  View(const Demand& demand, FileId file) : demand_(demand), file_(file) {}

  FileId file_of(unsigned level, std::string_view name) const override {
    return demand_.file_of(file_, level, name);
  }
  FileId submodule(FileId package, std::string_view name) const override {
    return demand_.submodule(package, name);
  }
  const Offer* offer(FileId file, std::string_view name) const override {
    return file == kNoFile || file == file_ ? nullptr : demand_.offer(file, name);
  }
  const Offers* offers(FileId file) const override {
    return file == kNoFile || file == file_ ? nullptr : &demand_.offers_[file];
  }

 private:
  const Demand& demand_;
  const FileId file_;
};

Demand::Demand(const program::ModuleTable& table, const Vocabulary& vocabulary, Read read)
    : table_(table), vocabulary_(vocabulary), read_(std::move(read)) {
  const std::vector<std::string>& paths = table.paths();
  for (FileId file = 0; file < paths.size(); ++file) ids_.emplace(paths[file].data(), file);
  for (const std::string& path : paths) {
    const unsigned level = program::ModuleTable::is_package(path) ? 2 : 1;
    packages_.push_back(id_of(table.resolve_relative(level, "", path)));
  }
  links_.resize(paths.size());
  modules_.resize(paths.size());
  offers_.resize(paths.size());
  asked_for_.resize(paths.size());
  news_of_file_.resize(paths.size());
  news_below_.resize(paths.size());
}

FileId Demand::id_of(std::string_view path) const {
  const auto found = ids_.find(path.data());
  return found == ids_.end() ? kNoFile : found->second;
}

FileId Demand::file_of(FileId importer, unsigned level, std::string_view name) const {
  const std::string_view path = path_of(importer);
  return id_of(level == 0 ? table_.resolve(name, path) : table_.resolve_relative(level, name, path));
}

FileId Demand::submodule(FileId package, std::string_view name) const {
  const std::string_view path = path_of(package);
  return program::ModuleTable::is_package(path) ? id_of(table_.resolve_relative(1, name, path)) : kNoFile;
}

Links Demand::links_of(FileId file, const ScannedImports& imports) const {
  Links links;
  links.reserve(imports.imports.size() + imports.names.size());
  const auto add = [&](FileId target, std::uint32_t name) {
    if (target != kNoFile && target != file) links.push_back({target, name});
  };
  for (const ScannedImport& import : imports.imports) {
    const FileId module = file_of(file, import.level, import.module);
    for_each_library_name(import, imports, vocabulary_, [&](std::string_view local, std::string_view) {
      links.push_back({Link::kLibrary, hash_of(local)});
      return false;
    });
    if (!import.is_from) {
      add(module, Link::kModule);
      // `import a.b` binds `a`, whatever becomes of `a.b`.
      const std::size_t dot = import.alias.empty() ? import.module.find('.') : import.module.npos;
      if (dot != import.module.npos) add(file_of(file, 0, import.module.substr(0, dot)), Link::kModule);
      continue;
    }
    const bool has_modules = module == kNoFile || program::ModuleTable::is_package(path_of(module));
    for (const ImportedName& each : imports.names_of(import)) {
      add(module, hash_of(each.name));
      if (!has_modules) continue;
      add(module != kNoFile ? submodule(module, each.name)
                            : file_of(file, import.level, dotted(import.module, each.name)),
          Link::kModule);
    }
  }
  links.shrink_to_fit();
  return links;
}

const Offer* Demand::offer(FileId file, std::string_view name) const {
  const Offers& offers = offers_[file];
  const auto found = offers.find(name);
  return found == offers.end() ? nullptr : &found->second;
}

std::vector<FileId> Demand::take_modules() {
  std::vector<FileId> modules = std::move(new_modules_);
  new_modules_.clear();
  return modules;
}

ModuleOffers Demand::look_at_module(FileId file) const {
  return offers_of(*modules_[file], vocabulary_, View(*this, file));
}

void Demand::add(FileId file, ModuleOffers found) {
  add_offers(file, std::move(found.offers));
  for (const FileName& each : found.uses) need(each);
  add_values(found.values);
}

void Demand::add_offers(FileId file, Offers offers) {
  for (auto& [name, offer] : offers) {
    const auto [known, is_new] = offers_[file].try_emplace(name, offer);
    // Where it comes from says the first answer: modules that import each other would change it for ever.
    offer.from = known->second.from;
    if (!is_new && known->second == offer) continue;
    known->second = std::move(offer);
    news_of_file_[file] = true;
    for (FileId at = file; at != kNoFile; at = packages_[at]) news_below_[at] = true;
    news_.insert(key_of(file, hash_of(name)));
  }
}

bool Demand::reaches_news(FileId file) const {
  return std::any_of(links_[file].begin(), links_[file].end(), [&](const Link& link) {
    if (link.target == Link::kLibrary) return false;
    if (link.name == Link::kModule) return static_cast<bool>(news_below_[link.target]);
    if (!news_of_file_[link.target]) return false;
    return link.name == Link::kStar || news_.contains(key_of(link.target, link.name)) ||
           news_.contains(key_of(link.target, Link::kStar));
  });
}

std::vector<FileId> Demand::take_candidates() {
  std::vector<FileId> candidates;
  if (news_.empty()) return candidates;
  for (FileId file = 0; file < links_.size(); ++file) {
    if (!reaches_news(file)) continue;
    (modules_[file] == nullptr ? candidates : new_modules_).push_back(file);
  }
  news_.clear();
  std::fill(news_of_file_.begin(), news_of_file_.end(), false);
  std::fill(news_below_.begin(), news_below_.end(), false);
  return candidates;
}

Demand::Look Demand::look_at_text(FileId file, std::string_view bytes) const {
  Look look;
  const ScannedImports imports = workspace::scan_imports(bytes);
  const Mentions mentions(bytes, imports);
  // `import a.b` and `import a.c` bind the same name: its mentions are searched once.
  std::unordered_set<std::string_view> packages;
  for (const ScannedImport& import : imports.imports) {
    if (import.is_from) {
      look_at_names(file, import, imports, mentions, look);
      continue;
    }
    const std::string_view root = import.module.substr(0, import.module.find('.'));
    const bool is_package = import.alias.empty() && file_of(file, 0, root) != kNoFile;
    if (!is_package || packages.insert(root).second) look_at_import(file, import, mentions, look);
  }
  return look;
}

void Demand::look_at_import(FileId file, const ScannedImport& import, const Mentions& mentions,
                            Look& look) const {
  const FileId module = file_of(file, 0, import.module);
  if (!import.alias.empty()) {
    if (module == kNoFile) return;
    mentions.any(import.alias, [&](Mentions::Chain chain) { return is_used(module, chain, look.uses); });
    return;
  }
  const std::string_view root = import.module.substr(0, import.module.find('.'));
  const FileId package = file_of(file, 0, root);
  const auto depth = static_cast<std::size_t>(std::count(import.module.begin(), import.module.end(), '.'));
  mentions.any(root, [&](Mentions::Chain chain) {
    if (package != kNoFile) return is_used(package, chain, look.uses);
    // A folder without __init__.py: only what the import spells leads somewhere.
    return module != kNoFile && chain.size() > depth && is_used(module, chain.subspan(depth), look.uses);
  });
}

void Demand::look_at_names(FileId file, const ScannedImport& import, const ScannedImports& imports,
                           const Mentions& mentions, Look& look) const {
  const FileId module = file_of(file, import.level, import.module);
  for (const ImportedName& each : imports.names_of(import)) {
    if (each.name == "*") {
      if (module == kNoFile || module == file) continue;
      for (const auto& [name, offered] : offers_[module]) {
        if (!name.starts_with('_')) pass_on({module, name}, name, offered, mentions, look);
      }
      continue;
    }
    const Offer* offered = module == kNoFile || module == file ? nullptr : offer(module, each.name);
    if (offered != nullptr) {
      pass_on({module, std::string(each.name)}, each.local(), *offered, mentions, look);
      continue;
    }
    const FileId inner = module != kNoFile ? submodule(module, each.name)
                                           : file_of(file, import.level, dotted(import.module, each.name));
    if (inner == kNoFile) continue;
    mentions.any(each.local(), [&](Mentions::Chain chain) { return is_used(inner, chain, look.uses); });
  }
}

void Demand::pass_on(FileName from, std::string_view local, const Offer& offered, const Mentions& mentions,
                     Look& look) const {
  Offer passed_on = offered;
  passed_on.from = from;
  look.passed_on.try_emplace(std::string(local), std::move(passed_on));
  if (mentions.any(local, [&](Mentions::Chain chain) { return is_used(offered, chain); }))
    look.uses.push_back(std::move(from));
}

bool Demand::is_used(const Offer& offered, Mentions::Chain rest) const {
  if (offered.stands_for.empty()) return true;
  std::string name = offered.stands_for;
  for (const std::string_view each : rest) {
    // What has a record is used, whatever is done with it.
    if (vocabulary_.catalog().find(name) != nullptr) return true;
    name = dotted(name, each);
    if (!vocabulary_.leads(name)) return false;
  }
  return true;
}

bool Demand::is_used(FileId module, Mentions::Chain chain, std::vector<FileName>& uses) const {
  for (std::size_t i = 0; i < chain.size() && module != kNoFile; ++i) {
    if (const Offer* offered = offer(module, chain[i]); offered != nullptr) {
      if (!is_used(*offered, chain.subspan(i + 1))) return false;
      uses.push_back({module, std::string(chain[i])});
      // Goes on: another use may need other files.
      return false;
    }
    module = submodule(module, chain[i]);
  }
  return false;
}

void Demand::add(FileId file, Look look) {
  add_offers(file, std::move(look.passed_on));
  if (look.uses.empty()) return;
  if (!asked_for_[file]) wanted_.push_back(file);
  asked_for_[file] = true;
  for (const FileName& each : look.uses) {
    need(each);
    used_by_[file].insert(each.name);
  }
}

void Demand::need(const FileName& name) {
  if (!needed_.insert(name).second) return;
  if (modules_[name.file] == nullptr && !asked_for_[name.file]) {
    asked_for_[name.file] = true;
    wanted_.push_back(name.file);
  }
  const Offer* offered = offer(name.file, name.name);
  if (offered != nullptr && offered->from.file != kNoFile) need(FileName(offered->from));
}

std::vector<FileId> Demand::take_wanted() {
  follow_values();
  std::vector<FileId> wanted = std::move(wanted_);
  wanted_.clear();
  std::sort(wanted.begin(), wanted.end());
  new_modules_.insert(new_modules_.end(), wanted.begin(), wanted.end());
  return wanted;
}

FileId Demand::file_at(std::string_view path) const {
  const auto& paths = table_.paths();
  auto found = std::lower_bound(paths.begin(), paths.end(), path);
  if (found == paths.end() || *found != path) found = std::find(paths.begin(), paths.end(), path);
  return found == paths.end() ? kNoFile : static_cast<FileId>(found - paths.begin());
}

std::vector<FileId> Demand::users_of(const std::vector<FileName>& names, const LookAt& look) {
  for (const FileName& each : names) add_offers(each.file, {{each.name, Offer{}}});
  for (std::vector<FileId> candidates = take_candidates(); !candidates.empty();
       candidates = take_candidates())
    look(candidates);
  std::vector<FileId> wanted = take_wanted();
  new_modules_.clear();
  return wanted;
}

const std::set<std::string, std::less<>>& Demand::used_by(FileId file) const {
  static const std::set<std::string, std::less<>> nothing;
  const auto found = used_by_.find(file);
  return found == used_by_.end() ? nothing : found->second;
}

bool Demand::ask_for(FileId file) {
  if (modules_[file] != nullptr || asked_for_[file]) return false;
  asked_for_[file] = true;
  return true;
}

std::vector<FileId> Demand::imported_by(FileId file) const {
  std::vector<FileId> targets;
  for (const Link& link : links_[file]) {
    if (link.target != Link::kLibrary) targets.push_back(link.target);
  }
  std::sort(targets.begin(), targets.end());
  targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
  return targets;
}

std::vector<Demand::Imported> Demand::files_behind(FileId file, const ScannedImport& import,
                                                   const ScannedImports& imports) const {
  std::vector<Imported> files;
  const auto add = [&](FileId target, const ImportedName* name = nullptr) {
    if (target != kNoFile && target != file) files.push_back({target, name});
  };
  const FileId module = file_of(file, import.level, import.module);
  if (!import.is_from) {
    add(module);
    // `import a.b` binds `a`.
    if (import.alias.empty()) add(file_of(file, 0, import.module.substr(0, import.module.find('.'))));
    return files;
  }
  for (const ImportedName& each : imports.names_of(import)) {
    add(module, each.name == "*" ? nullptr : &each);
    add(module != kNoFile ? submodule(module, each.name)
                          : file_of(file, import.level, dotted(import.module, each.name)));
  }
  return files;
}

// A star import asks every module that it may come from.
bool Demand::can_bind(const FileName& name) const {
  const Links& links = links_[name.file];
  if (std::any_of(links.begin(), links.end(), [](const Link& link) { return link.name == Link::kStar; }))
    return true;
  const Result<std::string> bytes = read_(name.file);
  return bytes && bytes->find(name.name) != std::string::npos;
}

void Demand::follow_values() {
  std::vector<FileName> waiting;
  while (!open_values_.empty()) {
    FileName value = std::move(open_values_.back());
    open_values_.pop_back();
    if (modules_[value.file] == nullptr) {
      if (!asked_for_[value.file] && !can_bind(value)) continue;
      if (!asked_for_[value.file]) wanted_.push_back(value.file);
      asked_for_[value.file] = true;
      waiting.push_back(std::move(value));
      continue;
    }
    const View view(*this, value.file);
    add_values(values_behind(value.name, *modules_[value.file], vocabulary_, view));
  }
  open_values_ = std::move(waiting);
}

bool Demand::uses_library(std::string_view bytes, const ScannedImports& imports) const {
  // Comments that speak to forklint.
  for (const std::string_view word : {"forklint:", "FRK"}) {
    if (bytes.find(word) != bytes.npos) return true;
  }
  if (vocabulary_.holds_word_of_its_own(bytes) || imports_by_string(bytes, vocabulary_)) return true;
  const Mentions mentions(bytes, imports);
  const auto uses = [&](std::string_view local, std::string_view name) {
    if (!vocabulary_.leads_by_name(name)) return false;
    if (local == "*" || vocabulary_.opens(name)) return true;
    return mentions.any(local, [&](Mentions::Chain chain) {
      std::string full(name);
      for (const std::string_view each : chain) {
        if (vocabulary_.catalog().find(full) != nullptr) return true;
        full = dotted(full, each);
        if (!vocabulary_.leads_by_name(full)) return false;
      }
      return true;
    });
  };
  return std::any_of(imports.imports.begin(), imports.imports.end(), [&](const ScannedImport& import) {
    return for_each_library_name(import, imports, vocabulary_, uses);
  });
}

// Follows re-exports by what is kept of imports: names by their hashes, under which they are passed on.
bool Demand::is_library_name(FileId file, std::uint32_t name, unsigned depth) const {
  constexpr unsigned kMaxReExports = 6;
  if (file == kNoFile || depth > kMaxReExports) return false;
  return std::any_of(links_[file].begin(), links_[file].end(), [&](const Link& link) {
    const bool brings_any = link.target == Link::kLibrary && name == Link::kStar;
    if (link.name != name && link.name != Link::kStar && !brings_any) return false;
    return link.target == Link::kLibrary || is_library_name(link.target, name, depth + 1);
  });
}

std::vector<FileName> Demand::library_names_used(FileId file, std::string_view bytes) const {
  std::vector<FileName> used;
  const ScannedImports imports = workspace::scan_imports(bytes);
  const Mentions mentions(bytes, imports);
  const auto use = [&](FileId module, std::string_view name) {
    if (is_library_name(module, hash_of(name))) used.push_back({module, std::string(name)});
  };
  const auto use_members = [&](FileId module, std::string_view local) {
    if (module == kNoFile) return;
    mentions.any(local, [&](Mentions::Chain chain) {
      for (FileId at = module; !chain.empty() && at != kNoFile; chain = chain.subspan(1)) {
        use(at, chain.front());
        at = submodule(at, chain.front());
      }
      return false;
    });
  };
  for (const ScannedImport& import : imports.imports) {
    const FileId module = file_of(file, import.level, import.module);
    if (!import.is_from) {
      const std::string_view root = import.module.substr(0, import.module.find('.'));
      if (import.alias.empty())
        use_members(file_of(file, 0, root), root);
      else
        use_members(module, import.alias);
      continue;
    }
    for (const ImportedName& each : imports.names_of(import)) {
      if (each.name == "*" || mentions.any(each.local())) use(module, each.name);
      if (each.name != "*" && module != kNoFile) use_members(submodule(module, each.name), each.local());
    }
  }
  return used;
}

void Demand::add_values(const std::vector<FileName>& names) {
  for (const FileName& each : names) {
    if (values_.insert(each).second) open_values_.push_back(each);
  }
}

}  // namespace forklint::cli
