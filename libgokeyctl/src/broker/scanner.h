// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Finds tokens as they come and go, in threads of its own: udev, pcscd and cards may take their
// time.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "broker/loop.h"
#include "gokeyctl/token.h"
#include "transport/pcsc/watch.h"

namespace gokeyctl::broker {

class Scanner {
 public:
  // `found` is called on the scanner's thread, at once and after each change, with what is on USB,
  // in readers and in the trust store.
  using Found = std::function<void(std::vector<KnownToken>)>;
  [[nodiscard]] static Result<std::unique_ptr<Scanner>> start(std::filesystem::path trust,
                                                              Found found);
  ~Scanner();
  Scanner(const Scanner&) = delete;
  Scanner& operator=(const Scanner&) = delete;

  void look();  // from any thread

 private:
  Scanner(std::filesystem::path trust, Found found, Bell bell)
      : trust_(std::move(trust)), found_(std::move(found)), bell_(std::move(bell)) {}
  void run();
  void wait(UsbMonitor* monitor);
  void scan();

  std::filesystem::path trust_;
  Found found_;
  Bell bell_;
  std::atomic<bool> stopping_ = false;
  base::Descriptor addresses_;  // tells of network interfaces, while a token waits for its own
  std::unique_ptr<transport::ReaderWatch> readers_;
  std::thread thread_;
};

}  // namespace gokeyctl::broker
