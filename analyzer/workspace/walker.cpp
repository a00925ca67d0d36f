#include "workspace/walker.h"

#include <thread>

#include "base/parallel.h"
#include "base/path.h"

namespace forklint::workspace {
namespace {

// Emacs puts locks named ".#a.py" beside files, as links that lead nowhere.
bool is_python(std::string_view name) {
  return (name.ends_with(".py") || name.ends_with(".pyw")) && !name.starts_with(".#");
}

}  // namespace

void Walker::walk(const std::string& start, unsigned jobs) {
  start_ = start;
  push(start, rules_.around(start));
  const unsigned threads = jobs == 0 ? default_jobs() : jobs;
  std::vector<std::jthread> workers;
  for (unsigned i = 1; i < threads; ++i) workers.emplace_back([this] { work(); });
  work();
}

void Walker::push(std::string folder, RuleChain around) {
  const std::lock_guard lock(mutex_);
  tasks_.push_back({std::move(folder), std::move(around)});
  ++open_;
  ready_.notify_one();
}

void Walker::work() {
  while (true) {
    Task task;
    {
      std::unique_lock lock(mutex_);
      ready_.wait(lock, [this] { return !tasks_.empty() || open_ == 0; });
      if (tasks_.empty()) return;
      task = std::move(tasks_.back());
      tasks_.pop_back();
    }
    visit(task);
    const std::lock_guard lock(mutex_);
    if (--open_ == 0) ready_.notify_all();
  }
}

void Walker::visit(const Task& task) {
  const Result<std::vector<DirectoryEntry>> entries = files_.list(task.folder);
  if (!entries) {
    note(Notice::Kind::warning, task.folder, entries.error().message);
    return;
  }
  const RuleChain chain = rules_.in(task.folder, *entries, task.around);
  for (const DirectoryEntry& entry : *entries) visit_entry(task.folder, entry, chain);
}

void Walker::visit_entry(const std::string& folder, const DirectoryEntry& entry, const RuleChain& chain) {
  const bool python = is_python(entry.name);
  if (entry.kind == FileKind::file && !python) return;
  std::string path = path::join(folder, entry.name);
  const FileKind kind = entry.is_link ? files_.status(path).kind : entry.kind;
  if (rules_.leaves_out(path, kind == FileKind::directory, chain)) return;
  if (kind == FileKind::directory && entry.is_link) {
    pass_by_linked_folder(path);
  } else if (kind == FileKind::directory) {
    push(std::move(path), chain);
  } else if (python && kind == FileKind::file) {
    std::string file = entry.is_link ? files_.resolve(path) : std::move(path);
    const std::lock_guard lock(mutex_);
    found_.push_back(std::move(file));
  } else if (python) {
    note(Notice::Kind::warning, path,
         kind == FileKind::missing ? "link that leads nowhere" : "not a regular file");
  }
}

// A link to a folder of the project leads to what is walked anyway. Beyond the project it may lead to a data
// store of any size, so as git and grep do, it is not followed.
void Walker::pass_by_linked_folder(const std::string& path) {
  const std::string target = files_.resolve(path);
  const bool is_walked =
      path::is_inside(target, root_) || path::is_inside(target, start_) || path::is_inside(path, target);
  if (!is_walked) note(Notice::Kind::note, path, "link to a folder outside of the project");
}

void Walker::note(Notice::Kind kind, const std::string& path, const std::string& text) {
  const std::lock_guard lock(mutex_);
  notices_.push_back({kind, path::relative_to(path, root_).value_or(path), 0, text + ", passed by"});
}

}  // namespace forklint::workspace
