// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/system_error.h"
#include "transport/hid/report_link.h"

namespace gokeyctl::transport {
namespace {

Error hid_error(const std::string& node, int number) {
  const bool denied = number == EACCES || number == EPERM;
  return Error{.code = denied ? Code::kNoPermission : Code::kUnreachable,
               .message = say("use the token's FIDO side {}: {}", node, base::system_error(number)),
               .hint = denied ? Sentence("gokeyctl doctor --fix") : say("was the token unplugged?"),
               .details = {{"reason", denied ? "hidraw-permission" : "hidraw"}},
               .cause = nullptr};
}

class Hidraw final : public ReportLink {
 public:
  Hidraw(base::Descriptor fd, std::string node) : fd_(std::move(fd)), node_(std::move(node)) {}

  Result<Report> read(base::Deadline deadline) override {
    for (;;) {
      pollfd waiting{fd_.get(), POLLIN, 0};
      const int ready = ::poll(&waiting, 1, deadline.poll_timeout());
      if (ready < 0 && errno == EINTR) continue;
      if (ready == 0) return std::unexpected(no_answer());
      Report report{};
      const ssize_t count = ::read(fd_.get(), report.data(), report.size());
      if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
      if (count > 0) return report;
      return std::unexpected(hid_error(node_, count == 0 ? ENODEV : errno));
    }
  }

  // A report without a number is written behind a zero byte: Documentation/hid/hidraw.rst.
  Result<void> write(const Report& report) override {
    std::array<std::uint8_t, 1 + std::tuple_size_v<Report>> numbered{};
    std::ranges::copy(report, numbered.begin() + 1);
    for (;;) {
      const ssize_t count = ::write(fd_.get(), numbered.data(), numbered.size());
      if (count == static_cast<ssize_t>(numbered.size())) return {};
      if (count < 0 && errno == EINTR) continue;
      return std::unexpected(hid_error(node_, count < 0 ? errno : EIO));
    }
  }

 private:
  [[nodiscard]] Error no_answer() const {
    return Error{
        .code = Code::kTimeout,
        .message = say("use the token's FIDO side {}: {}", node_, say("no answer in time")),
        .hint = {},
        .details = {{"reason", "no-answer"}},
        .cause = nullptr};
  }

  base::Descriptor fd_;
  std::string node_;
};

}  // namespace

Result<std::unique_ptr<ReportLink>> open_hidraw(const std::string& node) {
  base::Descriptor fd(::open(node.c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK));
  if (!fd) return std::unexpected(hid_error(node, errno));
  return std::make_unique<Hidraw>(std::move(fd), node);
}

}  // namespace gokeyctl::transport
