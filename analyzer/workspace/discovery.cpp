#include "workspace/discovery.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <set>
#include <thread>

#include "base/parallel.h"
#include "base/path.h"
#include "workspace/ignore_file.h"

namespace forklint::workspace {
namespace {

const std::vector<std::string>& built_in_excludes() {
  static const std::vector<std::string> patterns = {
      ".git/",        ".hg/",          ".svn/",  ".venv/",        "venv/",          ".tox/",
      ".nox/",        ".eggs/",        "build/", ".mypy_cache/",  ".pytest_cache/", ".ruff_cache/",
      "__pycache__/", "node_modules/", "dist/",  "site-packages/"};
  return patterns;
}

constexpr std::string_view kIgnoreFiles[] = {".gitignore", ".ignore", ".forklintignore"};

bool is_python(std::string_view name) { return name.ends_with(".py") || name.ends_with(".pyw"); }

// The ignore files that hold for a folder: its own and, by the chain, those of the folders around it.
struct Rules {
  std::shared_ptr<const Rules> outer;
  std::string folder;  // absolute
  IgnoreList list;
};

// Reads the folders below a start, each once, with several threads.
class Walker {
 public:
  Walker(const FileSystem& files, const Project& project)
      : files_(files),
        respects_(project.settings.respect_ignore_files.value_or(true)),
        root_(project.root),
        excludes_(exclude_list(project.settings)) {}

  static IgnoreList exclude_list(const Settings& settings) {
    std::vector<std::string> patterns = settings.exclude.value_or(built_in_excludes());
    patterns.insert(patterns.end(), settings.extend_exclude.begin(), settings.extend_exclude.end());
    return IgnoreList::of(patterns);
  }

  void walk(const std::string& start, unsigned jobs) {
    push(start, rules_around(start));
    const unsigned threads = jobs == 0 ? default_jobs() : jobs;
    std::vector<std::jthread> workers;
    for (unsigned i = 1; i < threads; ++i) workers.emplace_back([this] { work(); });
    work();
  }

  std::vector<std::string> take_found() { return std::move(found_); }
  std::vector<Notice> take_notices() { return std::move(notices_); }

  // Whether excludes or ignore files leave a named file out, as they would on a walk from the root.
  bool leaves_out(const std::string& file) {
    if (!path::is_inside(file, root_)) return false;
    const std::string relative = path::relative_to(file, root_).value_or(file);
    std::string folder = root_;
    std::shared_ptr<const Rules> rules = rules_of(root_, nullptr);
    for (std::size_t begin = 0;;) {
      const std::size_t slash = relative.find('/', begin);
      const bool is_last = slash == relative.npos;
      const std::string path = path::join(root_, relative.substr(0, slash));
      if (is_left_out(path, !is_last, rules.get())) return true;
      if (is_last) return false;
      rules = rules_of(path, rules);
      begin = slash + 1;
    }
  }

 private:
  struct Task {
    std::string folder;
    std::shared_ptr<const Rules> rules;
  };

  void push(std::string folder, std::shared_ptr<const Rules> rules) {
    const std::lock_guard lock(mutex_);
    tasks_.push_back({std::move(folder), std::move(rules)});
    ++open_;
    ready_.notify_one();
  }

  void work() {
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

  std::shared_ptr<const Rules> rules_of(const std::string& folder, std::shared_ptr<const Rules> outer) const {
    if (!respects_) return nullptr;
    std::string text;
    for (std::string_view name : kIgnoreFiles) text += content(path::join(folder, name));
    if (folder == root_) text = content(path::join(folder, ".git/info/exclude")) + text;
    if (text.empty()) return outer;
    return std::make_shared<const Rules>(Rules{std::move(outer), folder, IgnoreList::parse(text)});
  }

  std::string content(const std::string& path) const {
    Result<std::string> text = files_.read(path);
    if (!text) return {};
    return text->ends_with('\n') ? std::move(*text) : std::move(*text) + '\n';
  }

  // The rules of the folders between the root and a start below it.
  std::shared_ptr<const Rules> rules_around(const std::string& start) const {
    std::shared_ptr<const Rules> rules;
    if (start == root_ || !path::is_inside(start, root_)) return rules;
    const std::string relative = path::relative_to(start, root_).value_or("");
    rules = rules_of(root_, nullptr);
    for (std::size_t slash = relative.find('/'); slash != relative.npos;
         slash = relative.find('/', slash + 1)) {
      rules = rules_of(path::join(root_, relative.substr(0, slash)), rules);
    }
    return rules;
  }

  bool is_left_out(const std::string& path, bool is_directory, const Rules* rules) const {
    const std::string from_root = path::relative_to(path, root_).value_or(std::string(path::name(path)));
    if (excludes_.decide(from_root, is_directory) == Ignored::ignored) return true;
    for (; rules != nullptr; rules = rules->outer.get()) {
      const Ignored word =
          rules->list.decide(path.substr(rules->folder == "/" ? 1 : rules->folder.size() + 1), is_directory);
      if (word != Ignored::unmentioned) return word == Ignored::ignored;
    }
    return false;
  }

  // A folder that a link leads to may be met twice, or lie around itself.
  bool is_new(const std::string& folder, const FileStatus& status) {
    const std::lock_guard lock(mutex_);
    return status.kind == FileKind::directory && seen_.insert({status.device, status.inode}).second &&
           !folder.empty();
  }

  void visit(const Task& task) {
    Result<std::vector<DirectoryEntry>> entries = files_.list(task.folder);
    if (!entries) {
      note(task.folder, entries.error().message);
      return;
    }
    std::shared_ptr<const Rules> rules = task.rules;
    if (respects_ && std::any_of(entries->begin(), entries->end(), [&](const DirectoryEntry& entry) {
          return task.folder == root_ || (entry.name.ends_with("ignore") && entry.name.front() == '.');
        })) {
      rules = rules_of(task.folder, task.rules);
    }
    for (const DirectoryEntry& entry : *entries) visit_entry(task.folder, entry, rules);
  }

  void visit_entry(const std::string& folder, const DirectoryEntry& entry,
                   const std::shared_ptr<const Rules>& rules) {
    const bool python = is_python(entry.name);
    if (entry.kind == FileKind::file && !python) return;
    std::string path = path::join(folder, entry.name);
    FileKind kind = entry.kind;
    if (entry.is_link) {
      const FileStatus status = files_.status(path);
      kind = status.kind;
      if (kind == FileKind::directory && !linked_folder_is_new(path, status)) return;
    }
    if (is_left_out(path, kind == FileKind::directory, rules.get())) return;
    if (kind == FileKind::directory) {
      push(std::move(path), rules);
    } else if (python && kind == FileKind::file) {
      const std::string file = entry.is_link ? files_.resolve(path) : std::move(path);
      const std::lock_guard lock(mutex_);
      found_.push_back(file);
    } else if (python) {
      note(path, kind == FileKind::missing ? "dangling link" : "not a regular file");
    }
  }

  // Links to folders inside of the walk lead to what is walked anyway.
  bool linked_folder_is_new(const std::string& path, const FileStatus& status) {
    const std::string target = files_.resolve(path);
    if (path::is_inside(target, root_) || path::is_inside(path, target)) return false;
    return is_new(target, status);
  }

  void note(const std::string& path, const std::string& text) {
    const std::lock_guard lock(mutex_);
    notices_.push_back(
        {Notice::Kind::warning, path::relative_to(path, root_).value_or(path), 0, text + ", passed by"});
  }

  const FileSystem& files_;
  const bool respects_;
  const std::string root_;
  const IgnoreList excludes_;
  std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<Task> tasks_;
  std::size_t open_ = 0;
  std::set<std::pair<std::uint64_t, std::uint64_t>> seen_;
  std::vector<std::string> found_;
  std::vector<Notice> notices_;
};

class Discoverer {
 public:
  Discoverer(const FileSystem& files, const Project& project, unsigned jobs)
      : files_(files), project_(project), jobs_(jobs) {}

  Result<void> add_given(const std::string& given, const std::string& working_directory) {
    const std::string path = files_.resolve(path::join(working_directory, given));
    switch (files_.status(path).kind) {
      case FileKind::missing:
        return fail(given + ": no such file or folder");
      case FileKind::other:
        return fail(given + ": neither a file nor a folder");
      case FileKind::directory:
        walk(path, true);
        walked_root_ = walked_root_ || path == project_.root;
        break;
      case FileKind::file:
        if (!project_.settings.force_exclude.value_or(false) || !Walker(files_, project_).leaves_out(path)) {
          reported_.insert(path);
        }
        break;
    }
    return {};
  }

  Discovered finish() {
    if (!walked_root_) walk(project_.root, false);
    for (const std::string& file : reported_) add(file, true);
    for (const std::string& file : context_) {
      if (!reported_.contains(file)) add(file, false);
    }
    std::sort(result_.files.begin(), result_.files.end(),
              [](const InputFile& left, const InputFile& right) { return left.path < right.path; });
    return std::move(result_);
  }

 private:
  void walk(const std::string& start, bool reported) {
    Walker walker(files_, project_);
    walker.walk(start, jobs_);
    for (std::string& file : walker.take_found()) (reported ? reported_ : context_).insert(std::move(file));
    if (!reported) return;
    for (Notice& notice : walker.take_notices()) result_.notices.push_back(std::move(notice));
  }

  void add(const std::string& file, bool reported) {
    result_.files.push_back({.path = path::relative_to(file, project_.root).value_or(file),
                             .disk_path = file,
                             .reported = reported});
  }

  const FileSystem& files_;
  const Project& project_;
  const unsigned jobs_;
  std::set<std::string> reported_;
  std::set<std::string> context_;
  bool walked_root_ = false;
  Discovered result_;
};

}  // namespace

Result<Discovered> discover(const FileSystem& files, const Project& project,
                            const std::vector<std::string>& paths, const std::string& working_directory,
                            unsigned jobs) {
  Discoverer discoverer(files, project, jobs);
  for (const std::string& given : paths) {
    if (Result<void> added = discoverer.add_given(given, working_directory); !added) {
      return tl::unexpected(added.error());
    }
  }
  return discoverer.finish();
}

}  // namespace forklint::workspace
