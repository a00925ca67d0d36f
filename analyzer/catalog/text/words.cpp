// The literals of which a file must hold at least one to name a record without the help of another module.
//
// Python names must be spelled: whoever reaches `torch.utils.data.DataLoader` writes each of its components
// somewhere, whatever is aliased or star-imported. So any one component will do, and the most distinctive is
// taken. A method is called on an object that another module may have made: there only the method's own name,
// or the parameter that its condition asks for, is sure to be written.
//
// One exception: preexec_fn of the subprocess functions is searched by that name. As a positional argument
// (the seventh of Popen) it is not seen; no code of the last twenty years that we know of passes it so.
#include <algorithm>
#include <set>

#include "catalog/text/records.h"

namespace forklint::catalog {
namespace {

// Components that say little about a file, however long they are.
constexpr std::string_view kCommon[] = {
    "Application", "Fabric",       "Manager",      "Process",   "Parallel", "Trainer",
    "Worker",      "asynchronous", "concurrent",   "context",   "contrib",  "datasets",
    "distributed", "fabric",       "functions",    "futures",   "helpers",  "integrate",
    "launcher",    "lightning",    "managers",     "optimize",  "parallel", "platforms",
    "process",     "processes",    "pytest",       "pytorch",   "servers",  "strategies",
    "subprocess",  "trainer",      "transformers", "utilities", "vector",   "worker"};

bool is_relevant(const Api& api) {
  return api.creates != Creates::nothing || !api.sets_family.empty() || !api.context_family.empty() ||
         !api.start_method.empty();
}

std::vector<std::string_view> components_of(std::string_view name) {
  std::vector<std::string_view> components;
  while (!name.empty()) {
    const std::size_t dot = std::min(name.find('.'), name.size());
    components.push_back(name.substr(0, dot));
    name.remove_prefix(std::min(dot + 1, name.size()));
  }
  return components;
}

// How much of a file's matter a component gives away.
std::size_t distinction(std::string_view component) {
  const bool common = std::find(std::begin(kCommon), std::end(kCommon), component) != std::end(kCommon);
  return common ? 1 : component.size();
}

std::string_view most_distinctive(std::string_view name) {
  std::string_view best;
  for (std::string_view component : components_of(name)) {
    if (best.empty() || distinction(component) > distinction(best)) best = component;
  }
  return best;
}

class WordCollector {
 public:
  WordCollector(std::span<const Api> apis, std::span<const Namespace> namespaces, RecordSet& storage)
      : apis_(apis), namespaces_(namespaces), storage_(storage) {
    for (const Api& api : apis) {
      if (api.is_class || !api.returns.empty()) classes_.insert(api.is_class ? api.name : api.returns);
    }
  }

  void collect() {
    for (const Api& api : apis_) {
      if (!is_relevant(api)) continue;
      if (api.creates == Creates::preexec) {
        add("preexec_fn");
        continue;
      }
      const std::size_t last = api.name.rfind('.');
      const bool is_method = last != api.name.npos && classes_.contains(api.name.substr(0, last));
      if (is_method) {
        add_method(api);
        continue;
      }
      add_name(api.name);
      for (std::string_view alias : api.aliases) add_name(alias);
    }
  }

  void add(std::string_view word) { words_.insert(word); }

  // Without the words that hold another one: whoever has the longer has the shorter.
  std::vector<std::string_view> take() const {
    std::vector<std::string_view> kept;
    for (std::string_view word : words_) {
      const bool holds_another = std::any_of(words_.begin(), words_.end(), [&](std::string_view other) {
        return other != word && word.find(other) != word.npos;
      });
      if (!holds_another) kept.push_back(word);
    }
    return kept;
  }

 private:
  void add_method(const Api& api) {
    constexpr std::size_t kTelling = 6;
    const std::string_view method = api.name.substr(api.name.rfind('.') + 1);
    if (!api.when.empty() && api.when.front().parameter.size() >= kTelling) {
      add(api.when.front().parameter);
    } else {
      add(method.size() >= kTelling ? method : most_distinctive(api.name));
    }
  }

  // The name itself, and how it reads in every namespace that mirrors the beginning of it.
  void add_name(std::string_view name, unsigned depth = 0) {
    constexpr unsigned kMaxDepth = 3;
    add(most_distinctive(name));
    if (depth == kMaxDepth) return;
    for (const Namespace& each : namespaces_) {
      const std::string below = std::string(each.mirrors) + ".";
      if (!name.starts_with(below)) continue;
      add_name(storage_.keep(std::string(each.name) + "." + std::string(name.substr(below.size()))),
               depth + 1);
    }
  }

  std::span<const Api> apis_;
  std::span<const Namespace> namespaces_;
  RecordSet& storage_;
  std::set<std::string_view> classes_;
  std::set<std::string_view> words_;
};

}  // namespace

std::vector<std::string_view> words_of(std::span<const Api> apis, std::span<const Namespace> namespaces,
                                       std::span<const Setting> settings, RecordSet& storage) {
  WordCollector collector(apis, namespaces, storage);
  collector.collect();
  for (const Setting& setting : settings) collector.add(most_distinctive(setting.name));
  return collector.take();
}

}  // namespace forklint::catalog
