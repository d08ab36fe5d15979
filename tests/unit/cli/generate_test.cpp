// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/generate/generate.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <unistd.h>

namespace gokeyctl::cli {
namespace {

namespace fs = std::filesystem;

// A folder that goes away with the test.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("gokeyctl-generate-" + std::to_string(getpid()))) {
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] fs::path write(const GeneratedFile& file) const {
    const fs::path path = path_ / fs::path(file.path).filename();
    std::ofstream(path, std::ios::binary) << file.content;
    return path;
  }

 private:
  fs::path path_;
};

std::string read(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

bool installed(const std::string& program) {
  return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0;
}

TEST(Reference, IsWhatTheTableSays) {
  const fs::path folder = GOKEY_CLI_REFERENCE;
  std::size_t count = 0;
  for (const GeneratedFile& file : reference_pages()) {
    const fs::path path = folder / fs::path(file.path).filename();
    EXPECT_EQ(read(path), file.content)
        << path << " differs; run: gokeyctl __generate DIR and copy DIR/reference to docs/cli";
    ++count;
  }
  const auto there = std::distance(fs::directory_iterator(folder), fs::directory_iterator());
  EXPECT_EQ(static_cast<std::size_t>(there), count) << "a page of a command that is gone";
}

TEST(Manual, HasNothingThatMandocWarnsAbout) {
  if (!installed("mandoc")) GTEST_SKIP() << "mandoc is not installed";
  const Folder folder;
  for (const GeneratedFile& page : manual_pages()) {
    const std::string command =
        "mandoc -T lint -W warning '" + folder.write(page).string() + "' >&2";
    EXPECT_EQ(std::system(command.c_str()), 0) << page.path;
  }
}

TEST(Completion, ParsesInEveryShell) {
  const Folder folder;
  const std::pair<const char*, std::string> scripts[] = {
      {"bash", bash_completion()}, {"zsh", zsh_completion()}, {"fish", fish_completion()}};
  for (const auto& [shell, script] : scripts) {
    if (!installed(shell)) continue;
    const std::string command =
        std::string(shell) + " -n '" + folder.write({shell, script}).string() + "'";
    EXPECT_EQ(std::system(command.c_str()), 0) << shell;
  }
}

TEST(Completion, BashOffersWhatFits) {
  if (!installed("bash")) GTEST_SKIP() << "bash is not installed";
  const Folder folder;
  const fs::path script = folder.write({"gokeyctl.bash", bash_completion()});
  const auto offers = [&](const std::string& words) {
    const std::size_t count = static_cast<std::size_t>(std::count(words.begin(), words.end(), ' '));
    const fs::path out = script.string() + ".out";
    const std::string command = "bash -c 'source " + script.string() + "; COMP_WORDS=(" + words +
                                "); COMP_CWORD=" + std::to_string(count) +
                                "; _gokeyctl; echo ${COMPREPLY[*]}' > '" + out.string() + "'";
    EXPECT_EQ(std::system(command.c_str()), 0);
    return read(out);
  };
  EXPECT_EQ(offers("gokeyctl unl"), "unlock\n");
  EXPECT_EQ(offers("gokeyctl card k"), "keys\n");
  EXPECT_EQ(offers("gokeyctl -d AABB unlock s"), "sig\n");
  EXPECT_EQ(offers("gokeyctl status --wat"), "--watch\n");
  EXPECT_EQ(offers("gokeyctl --color n"), "never\n");
}

}  // namespace
}  // namespace gokeyctl::cli
