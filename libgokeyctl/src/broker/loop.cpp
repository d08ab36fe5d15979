// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "broker/loop.h"

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace gokeyctl::broker {
namespace {

std::unexpected<Error> failed(const char* what) {
  return std::unexpected(
      Error{.code = Code::kFailed,
            .message = std::string(what) + ": " + std::generic_category().message(errno),
            .hint = {},
            .details = {{"reason", "system"}},
            .cause = nullptr});
}

}  // namespace

BootClock::time_point BootClock::now() {
  timespec now{};
  ::clock_gettime(CLOCK_BOOTTIME, &now);
  return time_point(std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec));
}

Result<Bell> Bell::make() {
  base::Descriptor fd(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  if (!fd) return failed("make an eventfd");
  return Bell(std::move(fd));
}

void Bell::ring() const {
  const std::uint64_t one = 1;
  static_cast<void>(!::write(fd_.get(), &one, sizeof one));  // full is rung as well
}

void Bell::silence() const {
  std::uint64_t count = 0;
  static_cast<void>(!::read(fd_.get(), &count, sizeof count));
}

Result<std::unique_ptr<Loop>> Loop::make() {
  auto bell = Bell::make();
  if (!bell) return std::unexpected(bell.error());
  base::Descriptor timer(::timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK));
  if (!timer) return failed("make a timer");
  return std::unique_ptr<Loop>(new Loop(std::move(*bell), std::move(timer)));
}

void Loop::stop() {
  stopping_ = true;
  bell_.ring();
}

void Loop::post(Task task) {
  {
    const std::lock_guard hold(mutex_);
    posted_.push_back(std::move(task));
  }
  bell_.ring();
}

void Loop::watch(int fd, short events, Task ready) {
  watches_[fd] = Watch{events, std::move(ready)};
}

void Loop::unwatch(int fd) { watches_.erase(fd); }

Loop::TimerId Loop::at(BootClock::time_point time, Task task) {
  timers_.emplace(next_timer_, Timer{time, std::move(task)});
  return next_timer_++;
}

void Loop::cancel(TimerId id) { timers_.erase(id); }

void Loop::arm() {
  BootClock::time_point first{};
  for (const auto& [id, timer] : timers_) {
    if (first == BootClock::time_point{} || timer.time < first) first = timer.time;
  }
  if (first == armed_) return;
  armed_ = first;
  const auto since = first.time_since_epoch();
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(since);
  itimerspec setting{};  // all zero disarms
  setting.it_value.tv_sec = seconds.count();
  setting.it_value.tv_nsec = (since - seconds).count();
  ::timerfd_settime(timer_.get(), TFD_TIMER_ABSTIME, &setting, nullptr);
}

void Loop::run_posted() {
  bell_.silence();
  std::vector<Task> tasks;
  {
    const std::lock_guard hold(mutex_);
    tasks.swap(posted_);
  }
  for (const Task& task : tasks) task();
}

void Loop::run_timers() {
  std::uint64_t count = 0;
  static_cast<void>(!::read(timer_.get(), &count, sizeof count));
  armed_ = {};
  const auto now = BootClock::now();
  std::vector<std::pair<BootClock::time_point, TimerId>> due;
  for (const auto& [id, timer] : timers_) {
    if (timer.time <= now) due.emplace_back(timer.time, id);
  }
  std::ranges::sort(due);
  for (const auto& [time, id] : due) {
    auto found = timers_.extract(id);  // none: another task has cancelled it
    if (found) found.mapped().task();
  }
}

Result<void> Loop::run() {
  std::vector<pollfd> waiting;
  while (!stopping_) {
    arm();
    waiting = {{bell_.fd(), POLLIN, 0}, {timer_.get(), POLLIN, 0}};
    for (const auto& [fd, watch] : watches_) waiting.push_back({fd, watch.events, 0});
    if (::poll(waiting.data(), waiting.size(), -1) < 0) {
      if (errno == EINTR) continue;
      return failed("wait for something to do");
    }
    if (waiting[0].revents != 0) run_posted();
    if (waiting[1].revents != 0) run_timers();
    for (std::size_t i = 2; i < waiting.size() && !stopping_; ++i) {
      if (waiting[i].revents == 0) continue;
      const auto found = watches_.find(waiting[i].fd);
      if (found == watches_.end()) continue;
      const Task ready = found->second.ready;  // it may take itself off the list
      ready();
    }
  }
  stopping_ = false;
  return {};
}

}  // namespace gokeyctl::broker
