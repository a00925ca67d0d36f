#include "base/memory_file_system.h"

#include <optional>

#include "base/descriptor.h"
#include "base/path.h"

namespace forklint {

MemoryFileSystem::MemoryFileSystem(std::string working_directory)
    : working_directory_(std::move(working_directory)) {
  add_directory(working_directory_);
}

std::string MemoryFileSystem::absolute(const std::string& path) const {
  return path::normalise(path::join(working_directory_, path));
}

MemoryFileSystem::Node& MemoryFileSystem::add(const std::string& path) {
  const std::lock_guard lock(mutex_);
  std::string current = absolute(path);
  Node& node = nodes_[current];
  node = Node{.inode = next_inode_++};
  while (current != "/") {
    current = path::parent(current);
    if (!nodes_.contains(current)) nodes_[current] = Node{.inode = next_inode_++};
  }
  return node;
}

void MemoryFileSystem::add_file(const std::string& path, std::string content) {
  Node& node = add(path);
  node.kind = FileKind::file;
  node.content = std::move(content);
}

void MemoryFileSystem::add_directory(const std::string& path) { add(path); }

void MemoryFileSystem::add_link(const std::string& path, std::string target) {
  Node& node = add(path);
  node.kind = FileKind::other;
  node.is_link = true;
  node.content = std::move(target);
}

void MemoryFileSystem::add_other(const std::string& path) { add(path).kind = FileKind::other; }

void MemoryFileSystem::make_unreadable(const std::string& path, std::string cause) {
  const std::lock_guard lock(mutex_);
  const auto found = nodes_.find(absolute(path));
  if (found != nodes_.end()) found->second.refusal = std::move(cause);
}

void MemoryFileSystem::remove(const std::string& path) {
  const std::lock_guard lock(mutex_);
  nodes_.erase(absolute(path));
}

const MemoryFileSystem::Node* MemoryFileSystem::find(const std::string& absolute_path) const {
  const auto found = nodes_.find(absolute_path);
  return found == nodes_.end() ? nullptr : &found->second;
}

std::string MemoryFileSystem::follow(const std::string& path) const {
  constexpr int kMostLinks = 40;
  int links = 0;
  std::string rest = absolute(path).substr(1);
  std::string resolved = "/";
  while (!rest.empty()) {
    const std::size_t slash = rest.find('/');
    const std::string next = path::normalise(path::join(resolved, rest.substr(0, slash)));
    rest = slash == std::string::npos ? std::string() : rest.substr(slash + 1);
    const Node* node = find(next);
    if (node == nullptr || !node->is_link) {
      resolved = next;
      continue;
    }
    if (++links > kMostLinks) return "";
    const std::string target = path::normalise(path::join(path::parent(next), node->content));
    rest = path::join(target, rest).substr(1);
    resolved = "/";
  }
  return resolved;
}

Result<std::string> MemoryFileSystem::read(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  const std::string resolved = follow(path);
  if (resolved.empty()) return fail(failure_message("read", path, "Too many levels of symbolic links"));
  const Node* node = find(resolved);
  if (node == nullptr) return fail(failure_message("read", path, "No such file or directory"));
  if (!node->refusal.empty()) return fail(failure_message("read", path, node->refusal));
  if (node->kind == FileKind::directory) return fail(failure_message("read", path, "is a directory"));
  if (node->kind != FileKind::file) return fail(failure_message("read", path, "not a regular file"));
  return node->content;
}

Result<std::vector<DirectoryEntry>> MemoryFileSystem::list(const std::string& directory) const {
  const std::lock_guard lock(mutex_);
  const std::string resolved = follow(directory);
  const Node* node = find(resolved);
  if (node == nullptr) return fail(failure_message("list", directory, "No such file or directory"));
  if (!node->refusal.empty()) return fail(failure_message("list", directory, node->refusal));
  if (node->kind != FileKind::directory) return fail(failure_message("list", directory, "Not a directory"));
  std::vector<DirectoryEntry> entries;
  for (const auto& [path, entry] : nodes_) {
    if (path == "/" || path::parent(path) != resolved) continue;
    entries.push_back({std::string(path::name(path)), entry.kind, entry.is_link});
  }
  return entries;
}

FileStatus MemoryFileSystem::status(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  FileStatus status;
  const std::string place = absolute(path);
  const std::string parent = follow(std::string(path::parent(place)));
  const Node* itself = find(path::normalise(path::join(parent, path::name(place))));
  status.is_link = itself != nullptr && itself->is_link;
  const Node* node = find(follow(path));
  if (node == nullptr) return status;
  status.kind = node->kind;
  status.size = node->content.size();
  status.device = 1;
  status.inode = node->inode;
  return status;
}

std::string MemoryFileSystem::resolve(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  const std::string resolved = follow(path);
  return find(resolved) == nullptr ? absolute(path) : resolved;
}

Result<void> MemoryFileSystem::write(const std::string& path, std::string_view content) {
  const std::lock_guard lock(mutex_);
  const std::string resolved = follow(path);
  if (find(std::string(path::parent(resolved))) == nullptr) {
    return fail(failure_message("write", path, "No such file or directory"));
  }
  Node& node = nodes_[resolved];
  if (node.inode == 0) node = Node{.kind = FileKind::file, .inode = next_inode_++};
  if (!node.refusal.empty()) return fail(failure_message("write", path, node.refusal));
  if (node.kind == FileKind::directory) return fail(failure_message("write", path, "is a directory"));
  node.content = content;
  return {};
}

}  // namespace forklint
