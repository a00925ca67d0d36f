#include "native/includes.h"

#include <algorithm>
#include <array>

#include "base/parallel.h"
#include "base/path.h"
#include "base/word.h"
#include "native/fact_cache.h"

namespace forklint::native {
namespace {

// The C library's functions; SYS_fork and its like come with syscall.
constexpr std::array<std::string_view, 14> kWords = {"fork",    "vfork",    "_Fork",  "__fork", "__libc_fork",
                                                     "__vfork", "forkpty",  "daemon", "clone",  "__clone",
                                                     "clone2",  "__clone2", "clone3", "syscall"};

// Names that are pasted together (`fo##rk`) are not seen.
bool names_fork(std::string_view text) {
  return std::ranges::any_of(kWords, [&](std::string_view word) { return text::holds_word(text, word); });
}

// The function that Python looks for in a module, and the macros that write it.
constexpr std::array<std::string_view, 7> kModuleMarks = {"PyInit_",
                                                          "PYBIND11_MODULE(",
                                                          "PYBIND11_EMBEDDED_MODULE(",
                                                          "NB_MODULE(",
                                                          "BOOST_PYTHON_MODULE(",
                                                          "TORCH_LIBRARY(",
                                                          "TORCH_LIBRARY_FRAGMENT("};

std::vector<std::string> modules_in(std::string_view text) {
  std::vector<std::string> modules;
  for (const std::string_view mark : kModuleMarks) {
    for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
      std::size_t begin = at + mark.size();
      while (begin < text.size() && text[begin] == ' ') ++begin;
      std::size_t end = begin;
      while (end < text.size() && text::is_name_byte(text[end])) ++end;
      if (end > begin) modules.emplace_back(text.substr(begin, end - begin));
    }
  }
  return modules;
}

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  return text;
}

}  // namespace

IncludeGraph::Facts IncludeGraph::facts_of(std::string_view text) {
  Facts facts{.modules = modules_in(text),
              .hash = content_hash(text),
              .names_fork = native::names_fork(text),
              .uses_openmp = text.find("pragma omp") != std::string_view::npos};
  for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at + 1)) {
    std::string_view rest = trimmed(text.substr(at + 1, text.find('\n', at) - at - 1));
    if (!rest.starts_with("include")) continue;
    rest.remove_prefix(std::min(rest.find_first_of("\"<"), rest.size()));
    if (rest.empty()) continue;
    const std::size_t end = rest.find_first_of("\">", 1);
    if (end != std::string_view::npos) facts.includes.emplace_back(rest.substr(1, end - 1));
  }
  return facts;
}

IncludeGraph::IncludeGraph(const FileSystem& files, const std::vector<NativeFile>& inputs, unsigned jobs)
    : inputs_(inputs), facts_(inputs.size()) {
  parallel_for(inputs.size(), jobs, [&](std::size_t i) {
    if (const Result<std::string> bytes = files.read(inputs[i].disk_path)) facts_[i] = facts_of(*bytes);
  });
  for (std::size_t i = 0; i < inputs.size(); ++i)
    by_name_.emplace(std::string(path::name(inputs[i].path)), i);
}

std::vector<std::size_t> IncludeGraph::closure_of(std::size_t file) const {
  std::vector<std::size_t> closure{file};
  std::vector<bool> seen(inputs_.size());
  seen[file] = true;
  for (std::size_t next = 0; next < closure.size(); ++next) {
    for (const std::string& include : facts_[closure[next]].includes) {
      const auto [begin, end] = by_name_.equal_range(path::name(include));
      for (auto it = begin; it != end; ++it) {
        if (seen[it->second]) continue;
        seen[it->second] = true;
        closure.push_back(it->second);
      }
    }
  }
  return closure;
}

}  // namespace forklint::native
