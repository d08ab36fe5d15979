// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Beside OpenSSH's own programs and a simulated token.
#include "gokeyctl/identities.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <string_view>
#include <thread>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "identities/agent.h"

namespace gokeyctl {
namespace {

namespace fs = std::filesystem;

// The output of a shell command; "" and a failure if it does not exit with 0.
std::string output(const std::string& command) {
  FILE* pipe = popen(command.c_str(), "r");
  std::string text;
  for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe)) text += static_cast<char>(c);
  EXPECT_EQ(pclose(pipe), 0) << command;
  return text;
}

// A program that runs until the test ends.
class Running {
 public:
  explicit Running(std::vector<std::string> words, int keep_fd = -1) {
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    if (keep_fd >= 0) posix_spawn_file_actions_adddup2(&actions, keep_fd, keep_fd);
    EXPECT_EQ(posix_spawnp(&pid_, arguments[0], &actions, nullptr, arguments.data(), environ), 0);
    posix_spawn_file_actions_destroy(&actions);
  }
  ~Running() {
    kill(pid_, SIGTERM);
    waitpid(pid_, nullptr, 0);
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

 private:
  pid_t pid_ = 0;
};

class Identities : public testing::Test {
 protected:
  Identities() : root_(fs::temp_directory_path() / ("gokey-ids-" + std::to_string(getpid()))) {
    fs::create_directories(root_);
  }
  ~Identities() override { fs::remove_all(root_); }
  // A key made by ssh-keygen.
  fs::path keygen(const std::string& name, const std::string& kind = "ed25519",
                  const std::string& passphrase = "") {
    output("ssh-keygen -q -t " + kind + " -N '" + passphrase + "' -C '" + name + "' -f " +
           (root_ / name).string());
    return root_ / name;
  }
  static std::string keygen_fingerprint(const fs::path& file) {
    const std::string line = output("ssh-keygen -l -f " + file.string() + ".pub");
    const std::size_t at = line.find("SHA256:");
    return line.substr(at, line.find(' ', at) - at);
  }

  fs::path root_;
};

TEST_F(Identities, FindsTheKeysOfTheFolder) {
  keygen("id_ed25519");
  keygen("work", "ecdsa");
  keygen("id_locked", "ed25519", "correct horse");
  fs::remove(keygen("id_bare", "ed25519", "x").string() + ".pub");
  std::ofstream(root_ / "config") << "Host *\n";
  std::ofstream(root_ / "id_nonsense") << "nothing\n";
  std::ofstream(root_ / "alone.pub") << "ssh-ed25519 AAAA\n";
  const auto found = list_identities({"", root_});
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].file, root_ / "id_bare");
  EXPECT_TRUE(found[0].encrypted) << "OpenSSH's format tells the public half all the same";
  EXPECT_EQ(found[1].file, root_ / "id_ed25519");
  EXPECT_EQ(found[1].type, "ssh-ed25519");
  EXPECT_EQ(found[1].comment, "id_ed25519");
  EXPECT_EQ(found[1].fingerprint, keygen_fingerprint(root_ / "id_ed25519"));
  EXPECT_TRUE(found[1].usable());
  EXPECT_EQ(found[2].file, root_ / "id_locked");
  EXPECT_FALSE(found[2].usable());
  EXPECT_EQ(found[3].type, "ecdsa-sha2-nistp256");
  EXPECT_EQ(list_identities({"", root_ / "none"}).size(), 0U);
}

TEST_F(Identities, AKeyOfAgentAndFolderComesOnce) {
  const std::string socket = root_ / "agent";
  const Running agent({"ssh-agent", "-D", "-a", socket});
  const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(5);
  while (!fs::exists(socket) && std::chrono::steady_clock::now() < limit) std::this_thread::yield();
  EXPECT_TRUE(list_agent_identities(socket)->empty());
  const fs::path locked = keygen("id_locked", "ed25519", "x");
  std::ofstream(root_ / "askpass") << "#!/bin/sh\necho x\n";
  chmod((root_ / "askpass").c_str(), 0700);
  output("SSH_AUTH_SOCK=" + socket + " SSH_ASKPASS_REQUIRE=force SSH_ASKPASS=" +
         (root_ / "askpass").string() + " ssh-add -q " + locked.string() + " 2>/dev/null");
  fs::create_directory(root_ / "elsewhere");
  output("SSH_AUTH_SOCK=" + socket + " ssh-add -q " + keygen("elsewhere/only").string() +
         " 2>/dev/null");
  const auto found = list_identities({socket, root_});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].in_agent);
  EXPECT_EQ(found[0].file, locked);
  EXPECT_TRUE(found[0].usable()) << "through the agent";
  EXPECT_TRUE(found[1].in_agent);
  EXPECT_FALSE(found[1].file);
  EXPECT_EQ(found[1].fingerprint, keygen_fingerprint(root_ / "elsewhere/only"));
}

TEST_F(Identities, AnAgentThatIsGoneIsNoKeysAndAnError) {
  EXPECT_EQ(list_agent_identities(root_ / "gone").error().code, Code::kUnreachable);
  keygen("id");
  EXPECT_EQ(list_identities({root_ / "gone", root_}).size(), 1U);
}

TEST(AgentAnswer, MustBeWhole) {
  using identities::parse_agent_answer;
  const std::vector<std::uint8_t> one = {12, 0, 0, 0, 1, 0, 0, 0, 1, 'b', 0, 0, 0, 1, 'c'};
  const auto keys = parse_agent_answer(one);
  ASSERT_TRUE(keys);
  EXPECT_EQ(keys->front().comment, "c");
  for (std::size_t size = 0; size < one.size(); ++size)
    EXPECT_FALSE(parse_agent_answer(std::span(one).first(size))) << size;
  std::vector<std::uint8_t> more = one;
  more.push_back(0);
  EXPECT_FALSE(parse_agent_answer(more));
  more = one;
  more[0] = 5;  // SSH_AGENT_FAILURE
  EXPECT_EQ(parse_agent_answer(more).error().code, Code::kProtocol);
}

TEST_F(Identities, MakesAKeyThatOpenSshTakes) {
  const fs::path file = root_ / "new/id_gokey";
  const auto made = create_identity(file, "me@desk\nssh-rsa AAAA");
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_EQ(made->comment, "me@desk ssh-rsa AAAA") << "one line, whatever the comment holds";
  struct stat info{};
  ASSERT_EQ(stat(file.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0600U);
  ASSERT_EQ(stat(file.parent_path().c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0700U);
  const std::string derived = output("ssh-keygen -y -P '' -f " + file.string());
  std::ifstream beside(file.string() + ".pub");
  std::string line;
  std::getline(beside, line);
  EXPECT_TRUE(line.starts_with(derived.substr(0, derived.find_last_not_of('\n')))) << line;
  EXPECT_EQ(made->fingerprint, keygen_fingerprint(file));
  EXPECT_EQ(std::distance(fs::directory_iterator(file.parent_path()), {}), 2) << "nothing is left";
}

TEST_F(Identities, MakesAKeyUnderAPassphrase) {
  const std::string word = "correct horse";
  Secret passphrase(64);
  ASSERT_TRUE(passphrase.append({reinterpret_cast<const std::uint8_t*>(word.data()), word.size()}));
  const auto made = create_identity(root_ / "id", "", &passphrase);
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_TRUE(made->encrypted);
  output("ssh-keygen -y -P 'correct horse' -f " + (root_ / "id").string());
  EXPECT_NE(
      system(("ssh-keygen -y -P wrong -f " + (root_ / "id").string() + " >/dev/null 2>&1").c_str()),
      0);
}

TEST_F(Identities, OverwritesNothing) {
  for (const char* there : {"id", "id.pub"}) {
    std::ofstream(root_ / there) << "mine";
    const auto made = create_identity(root_ / "id", "");
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().details.at("reason"), "exists");
    std::ifstream file(root_ / there);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), "mine");
    EXPECT_EQ(std::distance(fs::directory_iterator(root_), {}), 1);
    fs::remove(root_ / there);
  }
  fs::create_symlink("/nonexistent", root_ / "id");
  EXPECT_FALSE(create_identity(root_ / "id", "")) << "nor through a link";
  EXPECT_EQ(create_identity("/proc/id", "").error().code == Code::kUsage, false);
}

TEST_F(Identities, AsksATokenWhichKeysItTakes) {
  std::string authorized;
  for (const char* name : {"one", "seven"}) {
    std::ifstream file(keygen(name).string() + ".pub");
    authorized += std::string(std::istreambuf_iterator<char>(file), {});
  }
  // More strangers than a console bears in one connection.
  for (const char* name : {"two", "three", "four", "five", "six"}) keygen(name);
  std::ofstream(root_ / "authorized") << authorized;
  const std::string state = root_ / "state";
  output(std::string(GOKEY_SIM) + " --state " + state + " provision --ssh-authorized-keys " +
         (root_ / "authorized").string() + " >/dev/null");
  std::array<int, 2> ready{};
  ASSERT_EQ(pipe2(ready.data(), O_CLOEXEC), 0);
  const Running sim(
      {GOKEY_SIM, "--state", state, "--ssh", "127.0.0.1:0", "--ready-fd", std::to_string(ready[1])},
      ready[1]);
  close(ready[1]);
  FILE* line = fdopen(ready[0], "r");
  std::array<char, 256> words{};
  ASSERT_NE(fgets(words.data(), words.size(), line), nullptr);
  fclose(line);
  const std::string_view ready_line = words.data();
  constexpr std::string_view kBegin = "{\"ssh\":\"127.0.0.1:";
  ASSERT_TRUE(ready_line.starts_with(kBegin)) << ready_line;
  const std::string_view digits = ready_line.substr(kBegin.size());
  std::uint16_t port = 0;
  ASSERT_EQ(std::from_chars(digits.data(), digits.data() + digits.size(), port).ec, std::errc());

  const Endpoint console{.host = "127.0.0.1", .port = port};
  const auto patience = std::chrono::seconds(5);
  const Result<HostKey> key = scan_host_key(console, patience);
  ASSERT_TRUE(key) << key.error().message;
  const auto found = list_identities({"", root_});
  ASSERT_EQ(found.size(), 7U);
  const auto answers = try_identities(console, key->fingerprint, found, patience);
  ASSERT_TRUE(answers) << answers.error().message;
  ASSERT_EQ(answers->size(), found.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    const bool mine = found[i].comment == "one" || found[i].comment == "seven";
    EXPECT_EQ((*answers)[i], mine ? Acceptance::kAccepted : Acceptance::kRefused)
        << found[i].comment;
  }
  const auto other = try_identities(console, "SHA256:other", found, patience);
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, Code::kHostKey);
}

}  // namespace
}  // namespace gokeyctl
