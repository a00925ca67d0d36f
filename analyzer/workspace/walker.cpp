#include "workspace/walker.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/parallel.h"
#include "base/path.h"
#include "source/native_file.h"
#include "source/notebook.h"
#include "workspace/launch_line.h"

namespace forklint::workspace {
namespace {

// Emacs puts locks named ".#a.py" beside files, as links that lead nowhere.
bool is_python(std::string_view name) {
  return (name.ends_with(".py") || name.ends_with(".pyw") || is_notebook_path(name)) &&
         !name.starts_with(".#");
}

}  // namespace

void Walker::walk(const std::string& start, unsigned jobs) {
  start_ = start;
  waiting_.push_back({start, rules_.around(start)});
  open_ = 1;
  // A disk takes many questions at once, and each thread waits for its own.
  constexpr unsigned kThreads = 8;
  const unsigned threads = jobs == 0 ? std::max(kThreads, default_jobs()) : jobs;
  parallel_for(threads, threads, [this](std::size_t) { work(); });
}

void Walker::work() {
  try {
    while (const std::optional<Folder> folder = next()) add(visit(*folder));
  } catch (...) {
    // The others wait for folders of this one.
    give_up();
    throw;
  }
}

std::optional<Walker::Folder> Walker::next() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !waiting_.empty() || open_ == 0; });
  if (waiting_.empty()) return std::nullopt;
  Folder folder = std::move(waiting_.back());
  waiting_.pop_back();
  return folder;
}

void Walker::add(Visit visit) {
  const std::lock_guard lock(mutex_);
  if (open_ == 0) return;
  open_ += visit.folders.size();
  --open_;
  std::move(visit.folders.begin(), visit.folders.end(), std::back_inserter(waiting_));
  std::move(visit.found.begin(), visit.found.end(), std::back_inserter(found_));
  std::move(visit.shell_scripts.begin(), visit.shell_scripts.end(), std::back_inserter(shell_scripts_));
  std::move(visit.native.begin(), visit.native.end(), std::back_inserter(native_));
  std::move(visit.notices.begin(), visit.notices.end(), std::back_inserter(notices_));
  if (open_ == 0 || !visit.folders.empty()) changed_.notify_all();
}

void Walker::give_up() {
  const std::lock_guard lock(mutex_);
  waiting_.clear();
  open_ = 0;
  changed_.notify_all();
}

Walker::Visit Walker::visit(const Folder& folder) const {
  Visit visit;
  const Result<std::vector<DirectoryEntry>> entries = files_.list(folder.path);
  if (!entries) {
    visit.notices.push_back(notice_of(Notice::Kind::warning, folder.path, entries.error().message));
    return visit;
  }
  const RuleChain chain = rules_.in(folder.path, *entries, folder.around);
  for (const DirectoryEntry& entry : *entries) visit_entry(folder.path, entry, chain, visit);
  return visit;
}

void Walker::visit_entry(const std::string& folder, const DirectoryEntry& entry, const RuleChain& chain,
                         Visit& visit) const {
  const bool python = is_python(entry.name);
  const bool shell = entry.kind == FileKind::file && is_shell_script(entry.name);
  const bool native = entry.kind == FileKind::file && is_native(entry.name);
  if (entry.kind == FileKind::file && !python && !shell && !native) return;
  std::string path = path::join(folder, entry.name);
  const FileKind kind = entry.is_link ? files_.status(path).kind : entry.kind;
  if (rules_.leaves_out(path, kind == FileKind::directory, chain)) return;
  if (kind == FileKind::directory && entry.is_link) {
    if (leads_beyond(path)) {
      visit.notices.push_back(notice_of(Notice::Kind::note, path, "link to a folder outside of the project"));
    }
  } else if (kind == FileKind::directory) {
    if (!walked_elsewhere_.contains(path)) visit.folders.push_back({std::move(path), chain});
  } else if (shell) {
    visit.shell_scripts.push_back(std::move(path));
  } else if (native) {
    visit.native.push_back(std::move(path));
  } else if (python && kind == FileKind::file) {
    visit.found.push_back(entry.is_link ? files_.resolve(path) : std::move(path));
  } else if (python) {
    const bool is_missing = kind == FileKind::missing;
    visit.notices.push_back(notice_of(Notice::Kind::warning, path,
                                      is_missing ? "link that leads nowhere" : "not a regular file"));
  }
}

// A link to a folder of the project leads to what is walked anyway. Beyond the project it may lead to a data
// store of any size, so as git and grep do, it is not followed.
bool Walker::leads_beyond(const std::string& link) const {
  const std::string target = files_.resolve(link);
  return !path::is_inside(target, root_) && !path::is_inside(target, start_) &&
         !path::is_inside(link, target);
}

Notice Walker::notice_of(Notice::Kind kind, const std::string& path, const std::string& cause) const {
  return {kind, path::relative_to(path, root_).value_or(path), 0, cause + ", passed by"};
}

}  // namespace forklint::workspace
