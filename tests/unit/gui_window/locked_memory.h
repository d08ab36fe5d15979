// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Takes this process the right to lock memory beyond a limit, as long as it exists; also from root,
// whom the limit does not bind otherwise (capabilities(7), CAP_IPC_LOCK).
#pragma once

#include <array>
#include <fstream>
#include <string>

#include <gtest/gtest.h>
#include <linux/capability.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace gokeyctl::gui::testing {

class LockedMemoryLimit {
 public:
  // `pages`: how many may be locked in addition to those that are.
  explicit LockedMemoryLimit(unsigned pages) {
    EXPECT_EQ(getrlimit(RLIMIT_MEMLOCK, &before_), 0);
    syscall(SYS_capget, &header_, had_.data());
    std::array<__user_cap_data_struct, 2> less = had_;
    less[0].effective &= ~(1U << CAP_IPC_LOCK);
    EXPECT_EQ(syscall(SYS_capset, &header_, less.data()), 0);
    rlimit limit = before_;
    limit.rlim_cur = locked_now() + pages * static_cast<rlim_t>(sysconf(_SC_PAGESIZE));
    EXPECT_EQ(setrlimit(RLIMIT_MEMLOCK, &limit), 0);
  }
  ~LockedMemoryLimit() {
    setrlimit(RLIMIT_MEMLOCK, &before_);
    syscall(SYS_capset, &header_, had_.data());
  }
  LockedMemoryLimit(const LockedMemoryLimit&) = delete;
  LockedMemoryLimit& operator=(const LockedMemoryLimit&) = delete;

 private:
  static rlim_t locked_now() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
      if (line.starts_with("VmLck:")) return std::stoul(line.substr(6)) * 1024;
    }
    ADD_FAILURE() << "no VmLck";
    return 0;
  }
  rlimit before_{};
  __user_cap_header_struct header_{_LINUX_CAPABILITY_VERSION_3, 0};
  std::array<__user_cap_data_struct, 2> had_{};
};

}  // namespace gokeyctl::gui::testing
