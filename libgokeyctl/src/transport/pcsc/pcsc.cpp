// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "transport/pcsc/pcsc.h"

#include <cstring>
#include <utility>

#include "gokeyctl/text.h"
#include "transport/pcsc/libpcsclite.h"

namespace gokeyctl::transport {
namespace {

Error card_error(Code code, const Sentence& doing, Sentence why, Sentence hint,
                 std::string reason) {
  return Error{.code = code,
               .message = say("{}: {}", doing, std::move(why)),
               .hint = std::move(hint),
               .details = {{"reason", std::move(reason)}},
               .cause = nullptr};
}

// pcsclite.h, "error codes".
Error pcsc_error(LONG code, const Sentence& doing) {
  switch (code) {
    case SCARD_E_NO_SERVICE:
    case SCARD_E_SERVICE_STOPPED:
      return card_error(Code::kUnreachable, doing, say("pcscd is not running"),
                        "systemctl start pcscd.socket", "no-pcscd");
    case SCARD_E_SHARING_VIOLATION:
      return card_error(
          Code::kBusy, doing, say("another program holds the card for itself"),
          say("if it is scdaemon: gpgconf --kill scdaemon, and pcsc-shared in scdaemon.conf"),
          "card-exclusive");
    case SCARD_W_SECURITY_VIOLATION:
      return card_error(Code::kNoPermission, doing, say("pcscd does not let you"), "",
                        "pcscd-policy");
    case SCARD_E_NO_SMARTCARD:
    case SCARD_W_REMOVED_CARD:
      return card_error(Code::kNoToken, doing, say("there is no card in the reader"), "",
                        "no-card");
    case SCARD_E_NO_READERS_AVAILABLE:
    case SCARD_E_UNKNOWN_READER:
    case SCARD_E_READER_UNAVAILABLE:
      return card_error(Code::kNoToken, doing, say("there is no such reader"), "gokeyctl list",
                        "no-reader");
    default:
      return card_error(Code::kFailed, doing, printable(pcsc_stringify_error(code)), "", "pcsc");
  }
}

class Context {
 public:
  static Result<Context> establish(const Sentence& doing) {
    if (!load()) return std::unexpected(base::not_installed(doing, "libpcsclite", "libpcsclite1"));
    SCARDCONTEXT handle = 0;
    const LONG code = SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &handle);
    if (code != SCARD_S_SUCCESS) return std::unexpected(pcsc_error(code, doing));
    return Context(handle);
  }
  ~Context() {
    if (handle_ != 0) SCardReleaseContext(handle_);
  }
  Context(Context&& other) noexcept : handle_(std::exchange(other.handle_, 0)) {}
  Context& operator=(Context&&) = delete;
  [[nodiscard]] SCARDCONTEXT get() const { return handle_; }

 private:
  explicit Context(SCARDCONTEXT handle) : handle_(handle) {}
  SCARDCONTEXT handle_;
};

// Disconnects with LEAVE_CARD: what others have verified or selected stays.
class SharedCard final : public CardLink {
 public:
  SharedCard(Context context, SCARDHANDLE handle, DWORD protocol)
      : context_(std::move(context)), handle_(handle), protocol_(protocol) {}
  ~SharedCard() override {
    if (in_transaction_) SCardEndTransaction(handle_, SCARD_LEAVE_CARD);
    SCardDisconnect(handle_, SCARD_LEAVE_CARD);
  }
  SharedCard(const SharedCard&) = delete;
  SharedCard& operator=(const SharedCard&) = delete;

  [[nodiscard]] LONG begin() {
    LONG code = SCardBeginTransaction(handle_);
    if (code == SCARD_W_RESET_CARD) {  // another program reset it before: take notice and go on
      DWORD protocol = 0;
      code = SCardReconnect(handle_, SCARD_SHARE_SHARED, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1,
                            SCARD_LEAVE_CARD, &protocol);
      if (code == SCARD_S_SUCCESS) code = SCardBeginTransaction(handle_);
    }
    in_transaction_ = code == SCARD_S_SUCCESS;
    return code;
  }

  Result<std::vector<std::uint8_t>> transmit(std::span<const std::uint8_t> command) override {
    std::vector<std::uint8_t> response(MAX_BUFFER_SIZE_EXTENDED);
    DWORD size = response.size();
    const SCARD_IO_REQUEST request{protocol_, sizeof request};
    const LONG code = SCardTransmit(handle_, &request, command.data(), command.size(), nullptr,
                                    response.data(), &size);
    if (code != SCARD_S_SUCCESS) return std::unexpected(pcsc_error(code, say("read the card")));
    response.resize(size);
    return response;
  }

 private:
  Context context_;
  SCARDHANDLE handle_;
  DWORD protocol_;
  bool in_transaction_ = false;
};

Result<std::vector<std::string>> reader_names(const Context& context, const Sentence& doing) {
  DWORD size = 0;
  LONG code = SCardListReaders(context.get(), nullptr, nullptr, &size);
  std::vector<std::string> names;
  if (code == SCARD_E_NO_READERS_AVAILABLE) return names;
  std::string text(size, '\0');
  if (code == SCARD_S_SUCCESS) code = SCardListReaders(context.get(), nullptr, text.data(), &size);
  if (code == SCARD_E_NO_READERS_AVAILABLE) return names;
  if (code != SCARD_S_SUCCESS) return std::unexpected(pcsc_error(code, doing));
  text.resize(size);
  // Names end with a zero byte each, the list with another.
  for (std::size_t begin = 0; begin < text.size() && text[begin] != '\0';) {
    names.emplace_back(text.c_str() + begin);
    begin += names.back().size() + 1;
  }
  return names;
}

}  // namespace

Result<std::vector<CardReader>> list_pcsc_readers() {
  const Sentence doing = say("list the card readers");
  const auto context = Context::establish(doing);
  if (!context) return std::unexpected(context.error());
  const auto names = reader_names(*context, doing);
  if (!names) return std::unexpected(names.error());
  std::vector<CardReader> readers;
  if (names->empty()) return readers;

  std::vector<SCARD_READERSTATE> states(names->size());
  for (std::size_t i = 0; i < states.size(); ++i) {
    states[i] = {};
    states[i].szReader = (*names)[i].c_str();
    states[i].dwCurrentState = SCARD_STATE_UNAWARE;  // answered at once
  }
  const LONG code = SCardGetStatusChange(context->get(), 0, states.data(), states.size());
  if (code != SCARD_S_SUCCESS && code != SCARD_E_TIMEOUT)
    return std::unexpected(pcsc_error(code, doing));
  for (const SCARD_READERSTATE& state : states) {
    CardReader reader;
    reader.name = state.szReader;
    reader.card_present = (state.dwEventState & SCARD_STATE_PRESENT) != 0;
    reader.exclusive = (state.dwEventState & SCARD_STATE_EXCLUSIVE) != 0;
    const std::size_t size = std::min<std::size_t>(state.cbAtr, sizeof state.rgbAtr);
    reader.atr.assign(state.rgbAtr, state.rgbAtr + size);
    readers.push_back(std::move(reader));
  }
  return readers;
}

Result<std::unique_ptr<CardLink>> open_pcsc_card(const std::string& reader) {
  const Sentence doing = say("open the card in '{}'", printable(reader, 80));
  auto context = Context::establish(doing);
  if (!context) return std::unexpected(std::move(context).error());
  SCARDHANDLE handle = 0;
  DWORD protocol = 0;
  LONG code = SCardConnect(context->get(), reader.c_str(), SCARD_SHARE_SHARED,
                           SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &handle, &protocol);
  if (code != SCARD_S_SUCCESS) return std::unexpected(pcsc_error(code, doing));
  auto card = std::make_unique<SharedCard>(std::move(*context), handle, protocol);
  code = card->begin();
  if (code != SCARD_S_SUCCESS) return std::unexpected(pcsc_error(code, doing));
  return card;
}

}  // namespace gokeyctl::transport
