// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// gokeyctl rand
#include <cstdint>
#include <vector>

#include <unistd.h>

#include "cli/commands/files.h"
#include "cli/commands/runners.h"
#include "cli/commands/target.h"

namespace gokeyctl::cli {
namespace {

constexpr std::uint32_t kDefaultBytes = 32;
constexpr std::uint32_t kMostBytes = 65536;

std::string hex(const std::vector<std::uint8_t>& bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (const std::uint8_t byte : bytes) {
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 0xFU];
  }
  return out;
}

Result<std::vector<std::uint8_t>> fetch(Way& console, std::uint32_t count) {
  std::vector<std::uint8_t> bytes;
  while (bytes.size() < count) {
    const Result<std::vector<std::uint8_t>> more = console.rand();
    if (!more) return std::unexpected(more.error());
    if (more->empty()) return fail(Code::kProtocol, _("the token sent no random bytes"));
    bytes.insert(bytes.end(), more->begin(), more->end());
  }
  bytes.resize(count);
  return bytes;
}

Result<Reply> rand(Context& context, TrustStore& trust, const Target& target) {
  const bool as_hex = context.inv.flag("hex");
  const std::optional<std::string> file = context.inv.value("out");
  Result<Way> console = connect(context, trust, target);
  if (!console) return std::unexpected(console.error());
  const Result<std::vector<std::uint8_t>> bytes =
      fetch(*console, context.inv.number("bytes").value_or(kDefaultBytes));
  if (!bytes) return std::unexpected(bytes.error());

  const std::string text = as_hex ? hex(*bytes) + "\n" : std::string(bytes->begin(), bytes->end());
  Reply reply;
  if (file) {
    if (Result<void> written = write_new_file(*file, text); !written)
      return std::unexpected(written.error());
    reply.action = true;
    reply.data = {{"bytes", bytes->size()}, {"file", *file}, {"hex", nullptr}};
    reply.rows = {{std::to_string(bytes->size()), *file}};
    reply.human = fill(_("{} random bytes written to {}\n"), {bytes->size(), *file});
    return reply;
  }
  reply.data = {{"bytes", bytes->size()}, {"file", nullptr}, {"hex", hex(*bytes)}};
  reply.rows = {{hex(*bytes)}};
  reply.human = text;
  return reply;
}

}  // namespace

Result<Reply> run_rand(Context& context) {
  const bool raw = context.globals.format == Format::kHuman && !context.inv.flag("hex") &&
                   !context.inv.flag("out");
  const std::uint32_t count = context.inv.number("bytes").value_or(kDefaultBytes);
  if (count == 0 || count > kMostBytes) {
    return fail(Code::kUsage, fill(_("--bytes is between 1 and {}"), {kMostBytes}),
                _("try 'gokeyctl rand --help'"));
  }
  if (raw && isatty(STDOUT_FILENO) == 1) {
    return fail(Code::kUsage, _("raw bytes are not printed on a terminal"),
                _("add --hex, or --out FILE"));
  }
  if (context.globals.all)
    return fail(Code::kUsage, _("rand asks one token"),
                _("name it with --device instead of --all"));
  return for_targets(context, Need::kConsole, rand);
}

}  // namespace gokeyctl::cli
