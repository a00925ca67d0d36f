#include "cli/demand.h"

#include <algorithm>

#include "base/lookup.h"

namespace forklint::cli {
namespace {

using workspace::ImportedName;
using workspace::Mentions;
using workspace::ScannedImport;
using workspace::ScannedImports;

std::uint64_t key_of(FileId file, std::uint32_t name) { return (std::uint64_t{file} << 32) | name; }

}  // namespace

// The project as one of its modules sees it.
class Demand::View : public Neighbours {
 public:
  View(const Demand& demand, FileId file) : demand_(demand), file_(file) {}

  FileId file_of(unsigned level, std::string_view name) const override {
    return demand_.links_.file_of(file_, level, name);
  }
  FileId submodule(FileId package, std::string_view name) const override {
    return demand_.links_.submodule(package, name);
  }
  std::string native_name(unsigned level, std::string_view module) const override {
    return demand_.links_.native_name(file_, level, module);
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

Demand::Demand(const ImportLinks& links, const Vocabulary& vocabulary, Read read)
    : links_(links),
      vocabulary_(vocabulary),
      read_(std::move(read)),
      modules_(links.size()),
      offers_(links.size()),
      asked_for_(links.size()),
      news_of_file_(links.size()),
      news_below_(links.size()) {
  for (FileId file = 0; file < links.size(); ++file) {
    const unsigned level = program::ModuleTable::is_package(links.path_of(file)) ? 2 : 1;
    packages_.push_back(links.file_of(file, level, ""));
  }
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
    news_.insert(key_of(file, hash_of_name(name)));
  }
}

bool Demand::reaches_news(FileId file) const {
  return std::any_of(links_.of(file).begin(), links_.of(file).end(), [&](const Link& link) {
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
    const bool is_package = import.alias.empty() && links_.file_of(file, 0, root) != kNoFile;
    if (!is_package || packages.insert(root).second) look_at_import(file, import, mentions, look);
  }
  return look;
}

void Demand::look_at_import(FileId file, const ScannedImport& import, const Mentions& mentions,
                            Look& look) const {
  const FileId module = links_.file_of(file, 0, import.module);
  if (!import.alias.empty()) {
    if (module == kNoFile) return;
    mentions.any(import.alias, [&](Mentions::Chain chain) { return is_used(module, chain, look.uses); });
    return;
  }
  const std::string_view root = import.module.substr(0, import.module.find('.'));
  const FileId package = links_.file_of(file, 0, root);
  const auto depth = static_cast<std::size_t>(std::count(import.module.begin(), import.module.end(), '.'));
  mentions.any(root, [&](Mentions::Chain chain) {
    if (package != kNoFile) return is_used(package, chain, look.uses);
    // A folder without __init__.py: only what the import spells leads somewhere.
    return module != kNoFile && chain.size() > depth && is_used(module, chain.subspan(depth), look.uses);
  });
}

void Demand::look_at_names(FileId file, const ScannedImport& import, const ScannedImports& imports,
                           const Mentions& mentions, Look& look) const {
  const FileId module = links_.file_of(file, import.level, import.module);
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
    const FileId inner = links_.module_named(file, import, module, each.name);
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
    name.append(".").append(each);
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
    module = links_.submodule(module, chain[i]);
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
  return value_or_empty(used_by_, file);
}

bool Demand::ask_for(FileId file) {
  if (modules_[file] != nullptr || asked_for_[file]) return false;
  asked_for_[file] = true;
  return true;
}

// A star import asks every module that it may come from.
bool Demand::can_bind(const FileName& name) const {
  const Links& links = links_.of(name.file);
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

void Demand::add_values(const std::vector<FileName>& names) {
  for (const FileName& each : names) {
    if (values_.insert(each).second) open_values_.push_back(each);
  }
}

}  // namespace forklint::cli
