#include "base/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

namespace forklint {
namespace {

TEST(ParallelFor, CallsEachIndexOnce) {
  for (const unsigned jobs : {0U, 1U, 2U, 7U}) {
    std::vector<std::atomic<int>> calls(1000);
    parallel_for(calls.size(), jobs, [&](std::size_t i) { ++calls[i]; });
    for (const std::atomic<int>& each : calls) EXPECT_EQ(each, 1) << jobs << " jobs";
  }
}

TEST(ParallelFor, NothingToDoIsDone) {
  parallel_for(0, 4, [](std::size_t) { FAIL(); });
}

TEST(ParallelFor, OneJobStaysInTheCallersThreadAndInOrder) {
  const std::thread::id caller = std::this_thread::get_id();
  std::vector<std::size_t> order;
  parallel_for(5, 1, [&](std::size_t i) {
    EXPECT_EQ(std::this_thread::get_id(), caller);
    order.push_back(i);
  });
  EXPECT_EQ(order, (std::vector<std::size_t>{0, 1, 2, 3, 4}));
}

TEST(ParallelFor, SeveralJobsWorkAtTheSameTime) {
  // Each of two items waits for the other to have begun.
  std::atomic<int> begun{0};
  parallel_for(2, 2, [&](std::size_t) {
    ++begun;
    const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (begun < 2 && std::chrono::steady_clock::now() < limit) std::this_thread::yield();
    EXPECT_EQ(begun, 2);
  });
}

TEST(ParallelFor, WhatIsThrownReachesTheCallerAndNothingMoreIsBegun) {
  for (const unsigned jobs : {1U, 4U}) {
    std::atomic<std::size_t> calls{0};
    const auto work = [&](std::size_t i) {
      ++calls;
      if (i == 3) throw std::runtime_error("item 3");
      std::this_thread::sleep_for(std::chrono::microseconds(50));
    };
    EXPECT_THROW(parallel_for(100'000, jobs, work), std::runtime_error);
    EXPECT_LT(calls, 100'000U);
  }
}

TEST(ParallelFor, HasAtLeastOneJob) { EXPECT_GE(default_jobs(), 1U); }

}  // namespace
}  // namespace forklint
