#include "cli/hazard_use.h"

#include <algorithm>

#include "base/text.h"
#include "base/word.h"

namespace forklint::cli {
namespace {

using catalog::Hazard;
using text::holds_word;
using text::is_name_byte;
using workspace::ImportedName;
using workspace::Mentions;
using workspace::ScannedImport;
using workspace::ScannedImports;

bool calls_any(std::string_view text, const HazardUse::Names& names) {
  const auto is_call = [](std::string_view rest) {
    const auto end =
        std::find_if_not(rest.begin(), rest.end(), [](char c) { return c == '.' || is_name_byte(c); });
    return end != rest.end() && *end == '(';
  };
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return holds_word(text, name, is_call); });
}

// A statement of the top level: what stands from one line that is not indented to the next.
struct Block {
  std::size_t begin = 0;  // bytes
  std::size_t end = 0;
  std::string_view name;        // that it defines or assigns; "" for others
  bool is_definition = false;   // it runs when it is called
  bool only_as_script = false;  // behind `if __name__ ==`
};

class Blocks {
 public:
  explicit Blocks(std::string_view bytes) : bytes_(bytes) {}

  std::vector<Block> split() {
    for (std::size_t line = 0; line < bytes_.size(); line = next_line(line)) {
      if (!begins_statement(line)) continue;
      // A decorator belongs to what it decorates.
      if (blocks_.empty() || bytes_[blocks_.back().begin] != '@' || !blocks_.back().name.empty()) open(line);
      describe(line, blocks_.back());
    }
    close(bytes_.size());
    return std::move(blocks_);
  }

 private:
  std::size_t next_line(std::size_t at) const {
    return std::min(text::line_end(bytes_, at) + 1, bytes_.size());
  }

  bool begins_statement(std::size_t line) const {
    constexpr std::string_view kOthers = " \t\f\r\n#)]}\"'\\";
    return kOthers.find(bytes_[line]) == std::string_view::npos;
  }

  void close(std::size_t at) {
    if (!blocks_.empty()) blocks_.back().end = at;
  }

  void open(std::size_t line) {
    close(line);
    blocks_.push_back({.begin = line});
  }

  void describe(std::size_t line, Block& block) const {
    std::string_view text = bytes_.substr(line);
    for (const std::string_view keyword : {"async ", "def ", "class "}) {
      if (!text.starts_with(keyword)) continue;
      text.remove_prefix(keyword.size());
      block.is_definition = keyword != "async ";
    }
    block.only_as_script = text.starts_with("if __name__");
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    const auto end = std::find_if_not(text.begin(), text.end(), is_name_byte);
    const std::string_view word = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    std::string_view rest = text.substr(word.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    const bool assigns = rest.starts_with('=') || (rest.starts_with(':') && !is_keyword(word));
    if ((block.is_definition || assigns) && word != "__all__") block.name = word;
  }

  static bool is_keyword(std::string_view word) {
    return word == "try" || word == "else" || word == "except" || word == "finally";
  }

  std::string_view bytes_;
  std::vector<Block> blocks_;
};

class Search {
 public:
  Search(const ScannedImports& imports, const Vocabulary& vocabulary, Mentions mentions)
      : imports_(imports), mentions_(mentions), vocabulary_(vocabulary) {}

  // Whether a lock, or else any other hazard, is mentioned that an import brings.
  bool finds(bool lock) const {
    return std::any_of(imports_.imports.begin(), imports_.imports.end(),
                       [&](const ScannedImport& import) { return finds(import, lock); });
  }

 private:
  bool finds(const ScannedImport& import, bool lock) const {
    if (import.level > 0) return false;
    if (!import.is_from) {
      const std::string_view root = import.module.substr(0, import.module.find('.'));
      return import.alias.empty() ? is_used(root, root, lock) : is_used(import.alias, import.module, lock);
    }
    if (!vocabulary_.leads_to_hazard(import.module)) return false;
    const auto names = imports_.names_of(import);
    return std::any_of(names.begin(), names.end(), [&](const ImportedName& each) {
      const std::string full = std::string(import.module).append(".").append(each.name);
      return each.name == "*" ? !lock : is_used(each.local(), full, lock);
    });
  }

  // Whether something below `name`, which is known as `local` here, or itself, is a hazard that is mentioned.
  bool is_used(std::string_view local, std::string_view name, bool lock) const {
    if (!vocabulary_.leads_to_hazard(name)) return false;
    return mentions_.any(local, [&](Mentions::Chain chain) {
      std::string full(name);
      for (const std::string_view each : chain) {
        if (is_hazard(full, lock)) return true;
        full.append(".").append(each);
        if (!vocabulary_.leads_to_hazard(full)) return false;
      }
      return is_hazard(full, lock);
    });
  }

  bool is_hazard(std::string_view name, bool lock) const {
    const catalog::Api* api = vocabulary_.catalog().find(name);
    if (api == nullptr) return false;
    if (api->hazard == Hazard::none) return !lock && vocabulary_.has_hazard_methods(*api);
    return lock == (api->hazard == Hazard::lock);
  }

  const ScannedImports& imports_;
  const Mentions mentions_;
  const Vocabulary& vocabulary_;
};

// Whether it may create processes from a context that it is given: `self.ctx.Pool(4)`.
bool uses_given_context(std::string_view bytes, const Vocabulary& vocabulary) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  for (std::size_t dot = bytes.find('.'); dot != std::string_view::npos; dot = bytes.find('.', dot + 1)) {
    std::size_t end = dot + 1;
    if (end == bytes.size() || bytes[end] < 'A' || bytes[end] > 'Z') continue;
    while (end < bytes.size() && is_letter(bytes[end])) ++end;
    if (end < bytes.size() && bytes[end] == '(' && vocabulary.is_member(bytes.substr(dot + 1, end - dot - 1)))
      return true;
  }
  return false;
}

// What leaves a lock held, or holds it around what it is given: no function that takes one and gives it back.
bool hands_on_lock(std::string_view text) {
  return text.find(".acquire") != std::string_view::npos ||
         text.find("contextmanager") != std::string_view::npos ||
         text.find("__enter__") != std::string_view::npos;
}

class FileSearch {
 public:
  FileSearch(std::string_view bytes, const ScannedImports& imports, const Vocabulary& vocabulary,
             const HazardUse& imported)
      : bytes_(bytes), imports_(imports), vocabulary_(vocabulary), imported_(imported) {
    const Search search(imports_, vocabulary_, Mentions(bytes_, imports_));
    has_hazard_ = search.finds(false) || uses_given(bytes_);
    has_lock_ = search.finds(true);
  }

  HazardUse run() {
    use_.at_import = imported_.at_import;
    // What it imports by name can be reached through it.
    for (const ImportedName& each : imports_.names) {
      if (each.name == "*") {
        use_.add(imported_);
      } else {
        use_.add(imported_, each.local(), each.local());
      }
    }
    const bool imports_hazard =
        std::any_of(imports_.imports.begin(), imports_.imports.end(), [&](const ScannedImport& import) {
          return vocabulary_.catalog().import_hazard(import.module) != nullptr;
        });
    if (!has_hazard_ && !has_lock_ && !imports_hazard && imported_.names.empty()) return std::move(use_);
    const std::vector<Block> blocks = Blocks(bytes_).split();
    for (const Block& block : blocks) look_at(block);
    while (follow_own_names(blocks)) {
    }
    for (const Block& block : blocks) look_at_run(block);
    return std::move(use_);
  }

 private:
  // Whether it may do something to what it is given: `context.Pool(4)`, `model.cuda()`.
  bool uses_given(std::string_view text) const {
    return uses_given_context(text, vocabulary_) || vocabulary_.calls_hazard_method(text);
  }

  std::string_view text_of(const Block& block) const {
    return bytes_.substr(block.begin, block.end - block.begin);
  }

  void look_at(const Block& block) {
    const std::string_view text = text_of(block);
    const Search search(imports_, vocabulary_, Mentions(bytes_, imports_, block.begin, block.end));
    const bool locks = has_lock_ && search.finds(true);
    const bool spells = imports_hazard(block) || (has_hazard_ && search.finds(false));
    const bool brings = spells || (has_hazard_ && uses_given(text)) || mentions_any(text, imported_.names) ||
                        (locks && hands_on_lock(text));
    if (spells && runs_at_import(block)) use_.at_import = true;
    if (block.name.empty()) return;
    if (spells && !runs_at_import(block)) use_.direct.emplace(block.name);
    if (locks) use_.locks.emplace(block.name);
    if (brings) use_.names.emplace(block.name);
  }

  // What uses another name of this file brings what that brings.
  bool follow_own_names(const std::vector<Block>& blocks) {
    const std::size_t before = use_.names.size() + use_.locks.size();
    for (const Block& block : blocks) {
      if (block.name.empty()) continue;
      for (HazardUse::Names* names : {&use_.names, &use_.locks}) {
        if (!names->contains(block.name) && mentions_any(text_of(block), *names)) names->emplace(block.name);
      }
    }
    return use_.names.size() + use_.locks.size() > before;
  }

  // What an import of the file runs.
  void look_at_run(const Block& block) {
    if (!runs_at_import(block)) return;
    if (calls_any(text_of(block), use_.direct) || calls_any(text_of(block), imported_.direct))
      use_.at_import = true;
  }

  static bool runs_at_import(const Block& block) { return !block.is_definition && !block.only_as_script; }

  bool imports_hazard(const Block& block) const {
    return std::any_of(imports_.imports.begin(), imports_.imports.end(), [&](const ScannedImport& import) {
      return import.begin >= block.begin && import.begin < block.end &&
             vocabulary_.catalog().import_hazard(import.module) != nullptr;
    });
  }

  const std::string_view bytes_;
  const ScannedImports& imports_;
  const Vocabulary& vocabulary_;
  const HazardUse& imported_;
  bool has_hazard_ = false;
  bool has_lock_ = false;
  HazardUse use_;
};

}  // namespace

void HazardUse::add(const HazardUse& imported) {
  at_import = at_import || imported.at_import;
  names.insert(imported.names.begin(), imported.names.end());
  direct.insert(imported.direct.begin(), imported.direct.end());
  locks.insert(imported.locks.begin(), imported.locks.end());
}

void HazardUse::add(const HazardUse& imported, std::string_view name, std::string_view local) {
  if (imported.names.contains(name)) names.emplace(local);
  if (imported.direct.contains(name)) direct.emplace(local);
  if (imported.locks.contains(name)) locks.emplace(local);
}

HazardUse hazard_use(std::string_view bytes, const ScannedImports& imports, const Vocabulary& vocabulary,
                     const HazardUse& imported) {
  return FileSearch(bytes, imports, vocabulary, imported).run();
}

bool mentions_any(std::string_view text, const HazardUse::Names& names) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return holds_word(text, name); });
}

}  // namespace forklint::cli
