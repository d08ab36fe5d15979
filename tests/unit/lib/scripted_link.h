// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A console that answers from a script: what it must be sent, and what it then replies.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "gokeyctl/secret.h"
#include "transport/link/link.h"

namespace gokeyctl::testing {

inline Error link_error(Code code, std::string message) {
  Error error;
  error.code = code;
  error.message = std::move(message);
  return error;
}

struct Script {
  struct Step {
    std::string expect, reply;
  };
  std::vector<Step> steps;
  std::string wanted_command;  // exec; empty for a shell
  std::optional<int> exit_status;
  bool acknowledged = true;
  bool ends = true;    // false: silent after the last reply, so that a read runs into its deadline
  std::string errors;  // error stream
  std::size_t piece = 4096;  // most bytes of one read

  Script& reply(std::string text) {
    steps.push_back({"", std::move(text)});
    return *this;
  }
  Script& expect(std::string sent, std::string answer) {
    steps.push_back({std::move(sent), std::move(answer)});
    return *this;
  }
};

class ScriptedLink final : public transport::Link {
 public:
  ScriptedLink(Script script, std::string& sent) : script_(std::move(script)), sent_(sent) {
    advance();
  }

  Result<std::size_t> read_some(std::span<char> into, const transport::Until&) override {
    if (ready_.empty() && next_ == script_.steps.size() && script_.ends) return 0;
    if (ready_.empty()) return std::unexpected(link_error(Code::kTimeout, "the script is silent"));
    const std::size_t count = std::min({into.size(), ready_.size(), script_.piece});
    ready_.copy(into.data(), count);
    ready_.erase(0, count);
    return count;
  }

  Result<void> write_all(std::string_view bytes, base::Deadline) override {
    sent_ += bytes;
    pending_ += bytes;
    advance();
    return {};
  }

  Result<std::optional<int>> exit_status(base::Deadline) override { return script_.exit_status; }
  std::string_view error_output() const override { return script_.errors; }
  bool acknowledged() const override { return script_.acknowledged; }

 private:
  void advance() {
    while (next_ < script_.steps.size()) {
      const Script::Step& step = script_.steps[next_];
      if (!pending_.starts_with(step.expect)) return;
      pending_.erase(0, step.expect.size());
      ready_ += step.reply;
      ++next_;
    }
  }

  Script script_;
  std::string& sent_;
  std::string pending_, ready_;
  std::size_t next_ = 0;
};

class ScriptedConnection final : public transport::Connection {
 public:
  void add(Script script) { scripts_.push_back(std::move(script)); }
  void exec(std::string command, std::string output, std::optional<int> status = 0) {
    Script script;
    script.wanted_command = std::move(command);
    script.exit_status = status;
    add(script.reply(std::move(output)));
  }

  const transport::PeerKey& peer_key() const override { return key_; }
  const std::string& identification() const override { return identification_; }
  Result<std::unique_ptr<transport::Link>> exec(std::string_view command, base::Deadline) override {
    return open(std::string(command));
  }
  Result<std::unique_ptr<transport::Link>> shell(base::Deadline) override { return open(""); }
  Result<void> wait_closed(base::Deadline) override { return {}; }

  // Everything that was written, over all sessions, and the exec requests in their order.
  std::string sent;
  std::vector<std::string> commands;
  [[nodiscard]] bool done() const { return scripts_.empty(); }

 private:
  Result<std::unique_ptr<transport::Link>> open(const std::string& command) {
    commands.push_back(command);
    if (scripts_.empty() || scripts_.front().wanted_command != command) {
      ADD_FAILURE() << "the script does not expect '" << command << "'";
      return std::unexpected(link_error(Code::kUnreachable, "not in the script"));
    }
    auto link = std::make_unique<ScriptedLink>(std::move(scripts_.front()), sent);
    scripts_.pop_front();
    return link;
  }

  std::deque<Script> scripts_;
  transport::PeerKey key_{"ssh-ed25519", "SHA256:test"};
  std::string identification_ = "SSH-2.0-test";
};

inline Secret secret(std::string_view text) {
  Secret out(256);
  EXPECT_TRUE(out.append({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}));
  return out;
}

}  // namespace gokeyctl::testing
