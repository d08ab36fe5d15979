// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "console/dialect.h"
#include "console/shell.h"

namespace {

// Sends what the fuzzer made, in pieces, whatever it is sent.
class FuzzedLink final : public gokeyctl::transport::Link {
 public:
  explicit FuzzedLink(std::string_view bytes) : bytes_(bytes) {}
  gokeyctl::Result<std::size_t> read_some(std::span<char> into,
                                          const gokeyctl::transport::Until&) override {
    const std::size_t count = std::min({into.size(), bytes_.size(), std::size_t{97}});
    bytes_.copy(into.data(), count);
    bytes_.remove_prefix(count);
    return count;
  }
  gokeyctl::Result<void> write_all(std::string_view, gokeyctl::base::Deadline) override {
    return {};
  }
  gokeyctl::Result<std::optional<int>> exit_status(gokeyctl::base::Deadline) override {
    return std::nullopt;
  }
  std::string_view error_output() const override { return {}; }
  bool acknowledged() const override { return true; }

 private:
  std::string_view bytes_;
};

class FuzzedConnection final : public gokeyctl::transport::Connection {
 public:
  explicit FuzzedConnection(std::string_view bytes) : bytes_(bytes) {}
  const gokeyctl::transport::PeerKey& peer_key() const override { return key_; }
  const std::string& identification() const override { return identification_; }
  gokeyctl::Result<std::unique_ptr<gokeyctl::transport::Link>> exec(
      std::string_view, gokeyctl::base::Deadline d) override {
    return shell(d);
  }
  gokeyctl::Result<std::unique_ptr<gokeyctl::transport::Link>> shell(
      gokeyctl::base::Deadline) override {
    return std::make_unique<FuzzedLink>(bytes_);
  }
  gokeyctl::Result<void> wait_closed(gokeyctl::base::Deadline) override { return {}; }

 private:
  std::string_view bytes_;
  gokeyctl::transport::PeerKey key_;
  std::string identification_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedConnection connection({reinterpret_cast<const char*>(data), size});
  gokeyctl::Secret passphrase(8);
  static_cast<void>(passphrase.append(std::uint8_t{'x'}));
  if (auto console = gokeyctl::console::make_classic(connection, std::chrono::seconds(5))) {
    static_cast<void>(
        gokeyctl::console::unlock_checked(**console, gokeyctl::Scope::kAll, passphrase));
    static_cast<void>(gokeyctl::console::rand_checked(**console));
  }
  if (auto console = gokeyctl::console::make_classic(connection, std::chrono::seconds(5))) {
    static_cast<void>((*console)->events([](const auto&) { return true; }, -1));
  }
  return 0;
}
