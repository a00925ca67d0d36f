// The literals of which a file must hold at least one to name a record without the help of another module.
//
// Python names must be spelled: whoever reaches `torch.utils.data.DataLoader` writes each of its components
// somewhere, whatever is aliased or star-imported. So any one component will do, and the least common is
// taken, unless a word that another record needs anyway lies in one of them.
//
// A method is called on an object that some other API may have returned; then only the name of the method and
// the components of that API are sure to be written.
//
// For methods, and where all components are common (subprocess.run), the word is the parameter that the
// condition asks for, where there is one. This is the one exception to soundness: such an argument passed by
// position, behind two others or more, or in a ** of which the file spells no key, is not seen.
#include <algorithm>
#include <set>

#include "catalog/text/records.h"

namespace forklint::catalog {
namespace {

// The only place where words are called common: they say little about a file, however they look.
constexpr std::string_view kCommon[] = {
    "accelerate",  "Application", "application",  "asynchronous", "asyncio",    "base",       "build",
    "call",        "check_call",  "check_output", "client",       "command",    "compute",    "concurrent",
    "config",      "context",     "contrib",      "core",         "data",       "Dataset",    "dataset",
    "DatasetDict", "datasets",    "distributed",  "django",       "evaluate",   "Fabric",     "fabric",
    "filter",      "functions",   "futures",      "getoutput",    "helpers",    "http",       "integrate",
    "interface",   "keras",       "launch",       "launcher",     "main",       "management", "managers",
    "mark",        "Model",       "models",       "open",         "optimize",   "Parallel",   "parallel",
    "pipe",        "platforms",   "Popen",        "predict",      "process",    "processes",  "pytest",
    "pytorch",     "scipy",       "Sequential",   "Server",       "server",     "servers",    "sklearn",
    "spacy",       "Sphinx",      "start",        "strategies",   "subprocess", "tensorflow", "torch",
    "train",       "Trainer",     "trainer",      "transformers", "update",     "util",       "utilities",
    "utils",       "vector",      "Worker",       "worker",       "workers"};

// Shorter components lie within too many other words.
constexpr std::size_t kShortest = 4;

using Parts = std::vector<std::string>;

bool is_relevant(const Api& api) {
  return api.creates != Creates::nothing || !api.start_method.empty() || !api.sets_family.empty() ||
         !api.context_family.empty() || !api.pins_family.empty() || !api.primitive_family.empty();
}

Parts components_of(std::string_view name) {
  Parts components;
  while (!name.empty()) {
    const std::size_t dot = std::min(name.find('.'), name.size());
    components.emplace_back(name.substr(0, dot));
    name.remove_prefix(std::min(dot + 1, name.size()));
  }
  return components;
}

std::string_view parent_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : name.substr(0, dot);
}

std::string last_of(std::string_view name) { return std::string(name.substr(name.rfind('.') + 1)); }

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// How rare a word looks: by its length and by how many words it is made of.
std::size_t rarity(std::string_view word) {
  constexpr std::size_t kJoint = 4;
  std::size_t joints = 0;
  for (std::size_t i = 1; i < word.size(); ++i) {
    if ((is_upper(word[i]) && !is_upper(word[i - 1])) || word[i] == '_') ++joints;
  }
  return word.size() + kJoint * joints;
}

bool is_common(std::string_view word) {
  return word.size() < kShortest ||
         std::find(std::begin(kCommon), std::end(kCommon), word) != std::end(kCommon);
}

// Whether the condition fails where its parameter is not given.
bool fails_by_default(const Condition& condition, std::string_view fallback) {
  const auto is_one_of = [&](std::initializer_list<std::string_view> values) {
    return std::find(values.begin(), values.end(), fallback) != values.end();
  };
  switch (condition.test) {
    case Test::given:
      return is_one_of({"", "None"});
    case Test::truthy:
      return is_one_of({"", "None", "False", "0", "''"});
    case Test::falsy:
      return is_one_of({"", "None", "True"});
    case Test::positive:
      return is_one_of({"", "None", "0"});
    case Test::other_than_one:
      return is_one_of({"", "None", "1"});
    case Test::more_than_one:
      return is_one_of({"", "None", "0", "1"});
    case Test::equals:
      return std::none_of(
          condition.operands.begin(), condition.operands.end(),
          [&](std::string_view operand) { return fallback.find(operand) != std::string_view::npos; });
    case Test::absent:
    case Test::not_equals:
      return false;
  }
  return false;
}

// The parameter without which the API creates nothing, if it is as good as always passed by keyword; else "".
std::string telling_parameter(const Api& api) {
  constexpr int kFewPassByPosition = 2;
  for (const Condition& condition : api.when) {
    std::string_view fallback;
    int position = 0;
    bool by_keyword = true;
    for (const ParameterSpec& spec : api.parameters) {
      if (spec.style == ParameterStyle::star) break;
      if (spec.name == condition.parameter) {
        fallback = spec.fallback;
        by_keyword = spec.style == ParameterStyle::keyword_only || position >= kFewPassByPosition;
        break;
      }
      ++position;
    }
    if (by_keyword && fails_by_default(condition, fallback)) return std::string(condition.parameter);
  }
  return {};
}

class WordCollector {
 public:
  WordCollector(std::span<const Api* const> apis, std::span<const Namespace> namespaces)
      : apis_(apis), namespaces_(namespaces) {}

  void add_api(const Api& api) {
    const std::string parameter = telling_parameter(api);
    if (!is_method(api)) {
      add_names(api, {}, parameter);
      return;
    }
    if (!parameter.empty()) {
      spellings_.push_back({.parts = {parameter}});
      return;
    }
    add_names(api, {}, {});
    std::set<std::string_view> seen;
    add_makers(parent_of(api.name), last_of(api.name), seen);
  }

  void add_name(std::string_view name) { spellings_.push_back({.parts = components_of(name)}); }
  void add_word(std::string word) { words_.insert(std::move(word)); }

  // Those that leave the least choice come first, so that the others can share their words.
  std::vector<std::string> choose() {
    for (Spelling& spelling : spellings_) spelling.best = best_of(spelling);
    std::sort(spellings_.begin(), spellings_.end(), [](const Spelling& a, const Spelling& b) {
      return std::pair(rarity(a.best), std::string_view(a.best)) <
             std::pair(rarity(b.best), std::string_view(b.best));
    });
    for (const Spelling& spelling : spellings_) {
      const bool shared = std::any_of(spelling.parts.begin(), spelling.parts.end(),
                                      [&](const std::string& part) { return holds_word(part, false); });
      if (!shared) words_.insert(spelling.best);
    }
    std::vector<std::string> kept;
    for (const std::string& word : words_) {
      if (!holds_word(word, true)) kept.push_back(word);
    }
    return kept;
  }

 private:
  // What a file spells that names a record in one of its ways.
  struct Spelling {
    Parts parts;
    std::string parameter;
    std::string best;
  };

  bool is_method(const Api& api) const {
    const std::string_view parent = parent_of(api.name);
    return std::any_of(apis_.begin(), apis_.end(), [&](const Api* other) {
      return (other->is_class && other->name == parent) || (!parent.empty() && other->returns == parent);
    });
  }

  static std::string best_of(const Spelling& spelling) {
    std::string best;
    for (const std::string& part : spelling.parts) {
      if (!is_common(part) && rarity(part) >= rarity(best)) best = part;
    }
    if (!best.empty()) return best;
    if (!spelling.parameter.empty()) return spelling.parameter;
    for (const std::string& part : spelling.parts) {
      if (rarity(part) >= rarity(best)) best = part;
    }
    return best;
  }

  bool holds_word(std::string_view text, bool shorter_only) const {
    return std::any_of(words_.begin(), words_.end(), [&](const std::string& word) {
      return (!shorter_only || word.size() < text.size()) && text.find(word) != std::string_view::npos;
    });
  }

  void add_names(const Api& api, const std::string& method, const std::string& parameter) {
    add_mirrored(api.name, method, parameter, 0);
    for (const std::string_view alias : api.aliases) add_mirrored(alias, method, parameter, 0);
  }

  // The name itself, and how it reads in every namespace that mirrors the beginning of it.
  void add_mirrored(std::string_view name, const std::string& method, const std::string& parameter,
                    unsigned depth) {
    constexpr unsigned kMaxDepth = 3;
    Parts parts = components_of(name);
    if (!method.empty()) parts.push_back(method);
    spellings_.push_back({.parts = std::move(parts), .parameter = parameter});
    if (depth == kMaxDepth) return;
    for (const Namespace& each : namespaces_) {
      const std::string below = std::string(each.mirrors) + ".";
      if (!name.starts_with(below)) continue;
      add_mirrored(std::string(each.name) + "." + std::string(name.substr(below.size())), method, parameter,
                   depth + 1);
    }
  }

  // The ways to an object of the class that do not name the class: APIs that return one, and classes that
  // hold some. An API that is relevant has words of its own.
  void add_makers(std::string_view made, const std::string& method, std::set<std::string_view>& seen) {
    if (!seen.insert(made).second) return;
    for (const Api* maker : apis_) {
      if (maker->items == made) {
        add_names(*maker, method, {});
        add_makers(maker->name, method, seen);
      }
      if (maker->returns != made || is_relevant(*maker)) continue;
      if (!is_method(*maker)) {
        add_names(*maker, method, {});
        continue;
      }
      const std::string_view owner = parent_of(maker->name);
      add_mirrored(owner, method, {}, 0);
      add_makers(owner, method, seen);
    }
  }

  std::span<const Api* const> apis_;
  std::span<const Namespace> namespaces_;
  std::vector<Spelling> spellings_;
  std::set<std::string> words_;
};

}  // namespace

std::vector<std::string> words_of(std::span<const Api* const> apis, std::span<const Namespace> namespaces,
                                  std::span<const Setting> settings, std::span<const Api> extra) {
  WordCollector collector(apis, namespaces);
  // A project's own modules are also imported relatively: of their names only the last part is sure to be
  // spelled.
  for (const Api& api : extra) {
    collector.add_word(last_of(api.name));
    for (const std::string_view alias : api.aliases) collector.add_word(last_of(alias));
  }
  for (const Api* api : apis) {
    if (is_relevant(*api)) collector.add_api(*api);
  }
  for (const Setting& setting : settings) collector.add_name(setting.name);
  return collector.choose();
}

}  // namespace forklint::catalog
