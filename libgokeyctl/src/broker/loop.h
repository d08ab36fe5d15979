// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What the broker's thread waits for: descriptors, moments, and work that other threads hand over.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "base/descriptor.h"
#include "gokeyctl/error.h"

namespace gokeyctl::broker {

// Goes on while the machine sleeps.
struct BootClock {
  using duration = std::chrono::nanoseconds;
  using rep = duration::rep;
  using period = duration::period;
  using time_point = std::chrono::time_point<BootClock>;
  static constexpr bool is_steady = true;
  [[nodiscard]] static time_point now();
};

// A descriptor that another thread, or a signal handler, makes readable (eventfd(2)).
class Bell {
 public:
  [[nodiscard]] static Result<Bell> make();
  [[nodiscard]] int fd() const { return fd_.get(); }
  void ring() const;
  void silence() const;

 private:
  explicit Bell(base::Descriptor fd) : fd_(std::move(fd)) {}
  base::Descriptor fd_;
};

class Loop {
 public:
  using Task = std::function<void()>;
  using TimerId = std::uint64_t;

  [[nodiscard]] static Result<std::unique_ptr<Loop>> make();

  // Runs tasks until stop(). Sleeps whenever there is nothing to do.
  [[nodiscard]] Result<void> run();
  // From any thread or signal handler.
  void stop();
  // From any thread: runs on the loop's.
  void post(Task task);

  // The following are for the loop's own thread. `events` as of poll(2).
  void watch(int fd, short events, Task ready);
  void unwatch(int fd);
  TimerId at(BootClock::time_point time, Task task);
  void cancel(TimerId id);

 private:
  Loop(Bell bell, base::Descriptor timer) : bell_(std::move(bell)), timer_(std::move(timer)) {}
  struct Watch {
    short events;
    Task ready;
  };
  struct Timer {
    BootClock::time_point time;
    Task task;
  };
  void arm();
  void run_posted();
  void run_timers();

  Bell bell_;
  base::Descriptor timer_;
  std::atomic<bool> stopping_ = false;
  std::map<int, Watch> watches_;
  std::map<TimerId, Timer> timers_;
  TimerId next_timer_ = 1;
  BootClock::time_point armed_{};  // zero: not
  std::mutex mutex_;
  std::vector<Task> posted_;
};

}  // namespace gokeyctl::broker
