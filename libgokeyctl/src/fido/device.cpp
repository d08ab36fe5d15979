// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A thin adapter to libfido2, which does the CBOR, the PIN protocols and the commands. Reports go
// through our own transport, so that errors of the device node keep their names and tests can stand
// in for a device.
#include "fido/device.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <utility>

#include "base/hex.h"
#include "fido/libfido2.h"
#include "gokeyctl/text.h"

namespace gokeyctl {
namespace {

// Its functions rather than those of the headers, which are not linked.
using namespace libfido2;

constexpr std::size_t kMinPin = 4, kMaxPin = 63;  // CTAP 2.1, 6.5.1
constexpr std::size_t kMaxText = 256;

template <typename T, auto& release>
struct Release {
  void operator()(T* object) const { release(&object); }
};
template <typename T, auto& release>
using Owned = std::unique_ptr<T, Release<T, release>>;
using Device = Owned<fido_dev_t, libfido2::fido_dev_free>;
using CborInfo = Owned<fido_cbor_info_t, libfido2::fido_cbor_info_free>;
using Metadata = Owned<fido_credman_metadata_t, libfido2::fido_credman_metadata_free>;
using Parties = Owned<fido_credman_rp_t, libfido2::fido_credman_rp_free>;
using Keys = Owned<fido_credman_rk_t, libfido2::fido_credman_rk_free>;

std::string text(const char* from_device) {
  return from_device == nullptr ? std::string() : printable(from_device, kMaxText);
}

std::vector<std::string> texts(char** list, std::size_t count) {
  std::vector<std::string> out;
  out.reserve(count);
  for (std::size_t i = 0; i < count; ++i) out.push_back(text(list[i]));
  return out;
}

std::string hex(const unsigned char* bytes, std::size_t size) {
  return bytes == nullptr ? std::string() : base::hex_lower({bytes, size});
}

std::string algorithm_name(int cose) {
  if (cose == COSE_ES256) return "es256";
  if (cose == COSE_ES384) return "es384";
  if (cose == COSE_EDDSA) return "eddsa";
  if (cose == COSE_RS256) return "rs256";
  return std::to_string(cose);
}

std::string protection_name(int level) {
  if (level == FIDO_CRED_PROT_UV_REQUIRED) return "required";
  if (level == FIDO_CRED_PROT_UV_OPTIONAL_WITH_ID) return "optional-with-list";
  return "optional";
}

// libfido2 calls with what open() returned: here the link itself, which its caller owns.
thread_local transport::ReportLink* opening = nullptr;

void* io_open(const char*) { return std::exchange(opening, nullptr); }
void io_close(void*) {}
int io_read(void* handle, unsigned char* into, std::size_t size, int milliseconds) {
  const auto deadline = milliseconds < 0
                            ? base::Deadline::never()
                            : base::Deadline::in(std::chrono::milliseconds(milliseconds));
  const auto report = static_cast<transport::ReportLink*>(handle)->read(deadline);
  if (!report || size < report->size()) return -1;
  std::ranges::copy(*report, into);
  return static_cast<int>(report->size());
}
// The first byte is the report's number, zero.
int io_write(void* handle, const unsigned char* bytes, std::size_t size) {
  transport::Report report{};
  if (size == 0 || size - 1 > report.size()) return -1;
  std::ranges::copy(std::span(bytes + 1, size - 1), report.begin());
  if (!static_cast<transport::ReportLink*>(handle)->write(report)) return -1;
  return static_cast<int>(size);
}

struct Meaning {
  int code;
  Code kind;
  const char* why;
  const char* hint;
  const char* reason;
};
constexpr Meaning kMeanings[] = {
    {FIDO_ERR_PIN_INVALID, Code::kWrongPassphrase, marked("that is not its PIN"), "", "wrong-pin"},
    {FIDO_ERR_PIN_AUTH_BLOCKED, Code::kRetryDelay,
     marked("after three wrong PINs it takes no more"),
     marked("unplug the token and plug it in again"), "pin-auth-blocked"},
    {FIDO_ERR_PIN_BLOCKED, Code::kLocked,
     marked("too many wrong PINs: the PIN is blocked for good"),
     marked("only a reset, which forgets every FIDO credential, gives a new one"), "pin-blocked"},
    {FIDO_ERR_PIN_NOT_SET, Code::kNotInitialised, marked("no PIN is set"),
     marked("set one: fido2-token -S NODE"), "no-pin"},
    {FIDO_ERR_INVALID_COMMAND, Code::kUnsupported, marked("this firmware cannot do that"), "",
     "no-such-command"},
    {FIDO_ERR_UNSUPPORTED_OPTION, Code::kUnsupported, marked("this firmware cannot do that"), "",
     "no-such-option"},
    {FIDO_ERR_USER_ACTION_TIMEOUT, Code::kPresenceTimeout, marked("nobody confirmed in time"), "",
     "presence-timeout"},
    {FIDO_ERR_CHANNEL_BUSY, Code::kBusy, marked("another program uses it just now"), "", "busy"},
    {FIDO_ERR_RX, Code::kTimeout, marked("the answer did not come"), "gokeyctl list", "no-answer"},
    {FIDO_ERR_TX, Code::kUnreachable, marked("it takes nothing any more"),
     marked("was the token unplugged?"), "hidraw"},
};

Error fido_error(const char* doing, int code) {
  const auto known = std::ranges::find(kMeanings, code, &Meaning::code);
  if (known == std::end(kMeanings)) {
    return Error{.code = Code::kProtocol,
                 .message = say("{}: {}", say(doing), text(fido_strerr(code))),
                 .hint = {},
                 .details = {{"reason", "ctap"}},
                 .cause = nullptr};
  }
  return Error{.code = known->kind,
               .message = say("{}: {}", say(doing), say(known->why)),
               .hint = *known->hint == '\0' ? Sentence() : say(known->hint),
               .details = {{"reason", known->reason}},
               .cause = nullptr};
}

}  // namespace

struct FidoDevice::Impl {
  std::unique_ptr<transport::ReportLink> link;  // outlives the device that uses it
  Device device;

  ~Impl() {
    if (device) fido_dev_close(device.get());
  }
  // With the closing zero that libfido2 wants.
  template <typename Use>
  [[nodiscard]] Result<FidoCredentials> with_pin(const Secret& pin, Use use);
  [[nodiscard]] Result<FidoCredentials> list(const char* pin);
  [[nodiscard]] Result<void> add_party(const char* party, const char* pin, FidoCredentials& into);
  [[nodiscard]] Error pin_error(int code);
};

FidoDevice::FidoDevice(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
FidoDevice::~FidoDevice() = default;
FidoDevice::FidoDevice(FidoDevice&&) noexcept = default;
FidoDevice& FidoDevice::operator=(FidoDevice&&) noexcept = default;

Result<FidoDevice> FidoAccess::open(std::unique_ptr<transport::ReportLink> link,
                                    std::chrono::milliseconds timeout) {
  constexpr const char* doing = marked("open the token's FIDO side");
  if (!libfido2::load())
    return std::unexpected(base::not_installed(say(doing), "libfido2", "libfido2-1"));
  fido_init(0);
  auto impl = std::make_unique<FidoDevice::Impl>();
  impl->link = std::move(link);
  impl->device.reset(fido_dev_new());
  const fido_dev_io_t functions{io_open, io_close, io_read, io_write};
  if (!impl->device || fido_dev_set_io_functions(impl->device.get(), &functions) != FIDO_OK)
    return std::unexpected(fido_error(doing, FIDO_ERR_INTERNAL));
  fido_dev_set_timeout(impl->device.get(), static_cast<int>(timeout.count()));
  opening = impl->link.get();
  const int opened = fido_dev_open(impl->device.get(), "token");
  opening = nullptr;
  if (opened != FIDO_OK) return std::unexpected(fido_error(doing, opened));
  return FidoDevice(std::move(impl));
}

Result<FidoDevice> FidoDevice::open(const std::string& node, std::chrono::milliseconds timeout) {
  auto link = transport::open_hidraw(node);
  if (!link) return std::unexpected(std::move(link).error());
  return FidoAccess::open(std::move(*link), timeout);
}

Result<FidoInfo> FidoDevice::info() {
  FidoInfo info;
  fido_dev_t* device = impl_->device.get();
  if (!fido_dev_is_fido2(device)) {
    info.versions = {"U2F_V2"};
    return info;
  }
  const CborInfo cbor(fido_cbor_info_new());
  if (const int code = fido_dev_get_cbor_info(device, cbor.get()); code != FIDO_OK)
    return std::unexpected(fido_error(marked("ask the token what its FIDO side can do"), code));
  const fido_cbor_info_t* from = cbor.get();
  info.versions = texts(fido_cbor_info_versions_ptr(from), fido_cbor_info_versions_len(from));
  info.extensions = texts(fido_cbor_info_extensions_ptr(from), fido_cbor_info_extensions_len(from));
  info.aaguid = hex(fido_cbor_info_aaguid_ptr(from), fido_cbor_info_aaguid_len(from));
  const auto names = texts(fido_cbor_info_options_name_ptr(from), fido_cbor_info_options_len(from));
  for (std::size_t i = 0; i < names.size(); ++i)
    info.options.emplace_back(names[i], fido_cbor_info_options_value_ptr(from)[i]);
  for (std::size_t i = 0; i < fido_cbor_info_algorithm_count(from); ++i)
    info.algorithms.push_back(algorithm_name(fido_cbor_info_algorithm_cose(from, i)));
  for (std::size_t i = 0; i < fido_cbor_info_protocols_len(from); ++i)
    info.pin_protocols.push_back(fido_cbor_info_protocols_ptr(from)[i]);
  if (const auto size = fido_cbor_info_maxmsgsiz(from); size > 0) info.max_message_size = size;
  if (const auto least = fido_cbor_info_minpinlen(from); least > 0) info.min_pin_length = least;
  if (const auto left = fido_cbor_info_rk_remaining(from); left >= 0)
    info.remaining_credentials = static_cast<std::uint64_t>(left);
  info.pin_set = info.option("clientPin");
  int tries = 0;
  if (info.pin_set.value_or(false) && fido_dev_get_retry_count(device, &tries) == FIDO_OK)
    info.pin_tries = static_cast<unsigned>(std::max(tries, 0));
  return info;
}

Error FidoDevice::Impl::pin_error(int code) {
  Error error = fido_error(marked("list the FIDO credentials"), code);
  int tries = 0;
  if (code != FIDO_ERR_PIN_INVALID || fido_dev_get_retry_count(device.get(), &tries) != FIDO_OK)
    return error;
  error.details["tries_left"] = std::to_string(tries);
  error.hint = say_count("{} try left", "{} tries left", static_cast<unsigned long>(tries));
  return error;
}

Result<void> FidoDevice::Impl::add_party(const char* party, const char* pin,
                                         FidoCredentials& into) {
  const Keys keys(fido_credman_rk_new());
  const int code = fido_credman_get_dev_rk(device.get(), party, keys.get(), pin);
  if (code == FIDO_ERR_NO_CREDENTIALS) return {};
  if (code != FIDO_OK) return std::unexpected(pin_error(code));
  for (std::size_t i = 0; i < fido_credman_rk_count(keys.get()); ++i) {
    const fido_cred_t* key = fido_credman_rk(keys.get(), i);
    if (key == nullptr) continue;
    into.list.push_back({.relying_party = text(party),
                         .user_name = text(fido_cred_user_name(key)),
                         .user_display_name = text(fido_cred_display_name(key)),
                         .user_id = hex(fido_cred_user_id_ptr(key), fido_cred_user_id_len(key)),
                         .credential_id = hex(fido_cred_id_ptr(key), fido_cred_id_len(key)),
                         .algorithm = algorithm_name(fido_cred_type(key)),
                         .protection = protection_name(fido_cred_prot(key))});
  }
  return {};
}

Result<FidoCredentials> FidoDevice::Impl::list(const char* pin) {
  FidoCredentials found;
  const Metadata metadata(fido_credman_metadata_new());
  if (const int code = fido_credman_get_dev_metadata(device.get(), metadata.get(), pin);
      code != FIDO_OK)
    return std::unexpected(pin_error(code));
  found.existing = fido_credman_rk_existing(metadata.get());
  found.remaining = fido_credman_rk_remaining(metadata.get());
  if (found.existing == 0) return found;
  const Parties parties(fido_credman_rp_new());
  const int code = fido_credman_get_dev_rp(device.get(), parties.get(), pin);
  if (code == FIDO_ERR_NO_CREDENTIALS) return found;
  if (code != FIDO_OK) return std::unexpected(pin_error(code));
  for (std::size_t i = 0; i < fido_credman_rp_count(parties.get()); ++i) {
    const char* party = fido_credman_rp_id(parties.get(), i);
    if (party == nullptr) continue;
    if (auto added = add_party(party, pin, found); !added)
      return std::unexpected(std::move(added).error());
  }
  return found;
}

template <typename Use>
Result<FidoCredentials> FidoDevice::Impl::with_pin(const Secret& pin, Use use) {
  Secret closed(kMaxPin + 1);
  const bool kept = pin.expose([&](std::span<const std::uint8_t> bytes) {
    return bytes.size() >= kMinPin && bytes.size() <= kMaxPin &&
           std::ranges::find(bytes, 0) == bytes.end() && closed.append(bytes) && closed.append(0);
  });
  if (!kept) {
    return std::unexpected(Error{
        .code = Code::kUsage,
        .message = say("{}: {}", say("list the FIDO credentials"), say("a PIN has 4 to 63 bytes")),
        .hint = {},
        .details = {{"reason", "pin-length"}},
        .cause = nullptr});
  }
  return closed.expose([&](std::span<const std::uint8_t> bytes) {
    return use(reinterpret_cast<const char*>(bytes.data()));
  });
}

Result<FidoCredentials> FidoDevice::credentials(const Secret& pin) {
  fido_dev_t* device = impl_->device.get();
  if (!fido_dev_is_fido2(device) || !fido_dev_supports_credman(device))
    return std::unexpected(
        fido_error(marked("list the FIDO credentials"), FIDO_ERR_INVALID_COMMAND));
  if (!fido_dev_has_pin(device))
    return std::unexpected(fido_error(marked("list the FIDO credentials"), FIDO_ERR_PIN_NOT_SET));
  return impl_->with_pin(pin, [this](const char* text) { return impl_->list(text); });
}

}  // namespace gokeyctl
