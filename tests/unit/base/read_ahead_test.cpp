#include "base/read_ahead.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

#include "base/forwarding_file_system.h"
#include "base/memory_file_system.h"

namespace forklint {
namespace {

// Notes what it is told to expect; `is_there`: its files need not be fetched.
class Expecting final : public ForwardingFileSystem {
 public:
  explicit Expecting(bool is_there) : ForwardingFileSystem(none_), is_there_(is_there) {}

  bool expect(const std::string& path) const override {
    const std::lock_guard lock(mutex_);
    expected_.push_back(path);
    grown_.notify_all();
    return is_there_;
  }
  std::vector<std::string> wait_for(std::size_t count) const {
    std::unique_lock lock(mutex_);
    grown_.wait(lock, [&] { return expected_.size() >= count; });
    return expected_;
  }
  std::vector<std::string> expected() const {
    const std::lock_guard lock(mutex_);
    return expected_;
  }

 private:
  const bool is_there_;
  MemoryFileSystem none_;
  mutable std::mutex mutex_;
  mutable std::condition_variable grown_;
  mutable std::vector<std::string> expected_;
};

std::vector<std::string> paths(std::size_t count) {
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < count; ++i) paths.push_back("/" + std::to_string(i));
  return paths;
}

TEST(ReadAhead, AsksForEachFileInOrder) {
  const std::vector<std::string> all = paths(ReadAhead::kDistance);
  const Expecting files(false);
  const ReadAhead ahead(files, all.size(), [&](std::size_t i) -> const std::string& { return all[i]; });
  EXPECT_EQ(files.wait_for(all.size()), all);
}

TEST(ReadAhead, IsNotFurtherAheadThanItMayBe) {
  const std::vector<std::string> all = paths(ReadAhead::kDistance + 2);
  const Expecting files(false);
  ReadAhead ahead(files, all.size(), [&](std::size_t i) -> const std::string& { return all[i]; });
  files.wait_for(ReadAhead::kDistance);
  ahead.advance();
  // The file after this one has to wait for the next to be read.
  EXPECT_EQ(files.wait_for(ReadAhead::kDistance + 1).size(), ReadAhead::kDistance + 1);
}

TEST(ReadAhead, LooksAtFewOfTheFilesThatAreThere) {
  const std::vector<std::string> all = paths(ReadAhead::kDistance);
  const Expecting files(true);
  {
    const ReadAhead ahead(files, 0, [&](std::size_t i) -> const std::string& { return all[i]; });
  }
  EXPECT_TRUE(files.expected().empty());
  {
    const ReadAhead ahead(files, all.size(), [&](std::size_t i) -> const std::string& { return all[i]; });
    files.wait_for(9);
  }
  // 1, 3, 7, 15, 31, 63, then every 64th.
  EXPECT_EQ(files.expected(),
            (std::vector<std::string>{"/0", "/2", "/6", "/14", "/30", "/62", "/126", "/190", "/254"}));
}

TEST(ReadAhead, EndsWhileItWaits) {
  const std::vector<std::string> all = paths(ReadAhead::kDistance * 2);
  const Expecting files(false);
  {
    const ReadAhead ahead(files, all.size(), [&](std::size_t i) -> const std::string& { return all[i]; });
    files.wait_for(ReadAhead::kDistance);
  }
  EXPECT_LE(files.expected().size(), ReadAhead::kDistance + 1);
}

}  // namespace
}  // namespace forklint
