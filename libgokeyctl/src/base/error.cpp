// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "base/error.h"

#include <utility>

namespace gokeyctl {

std::string_view code_name(Code code) {
  switch (code) {
    case Code::kOk:
      return "ok";
    case Code::kFailed:
      return "failed";
    case Code::kUsage:
      return "usage";
    case Code::kNothingToDo:
      return "nothing-to-do";
    case Code::kCancelled:
      return "cancelled";
    case Code::kInternal:
      return "internal";
    case Code::kNoToken:
      return "no-token";
    case Code::kNoPermission:
      return "no-permission";
    case Code::kAmbiguous:
      return "ambiguous";
    case Code::kBusy:
      return "busy";
    case Code::kUnreachable:
      return "unreachable";
    case Code::kWrongMode:
      return "wrong-mode";
    case Code::kSshAuth:
      return "ssh-auth";
    case Code::kHostKey:
      return "host-key";
    case Code::kWrongPassphrase:
      return "wrong-passphrase";
    case Code::kLocked:
      return "locked";
    case Code::kNotInitialised:
      return "not-initialised";
    case Code::kNoPresenceRequest:
      return "no-presence-request";
    case Code::kPresenceTimeout:
      return "presence-timeout";
    case Code::kRetryDelay:
      return "retry-delay";
    case Code::kVerifyFailed:
      return "verify-failed";
    case Code::kDowngradeRefused:
      return "downgrade-refused";
    case Code::kImageMismatch:
      return "image-mismatch";
    case Code::kWriteFailed:
      return "write-failed";
    case Code::kReadbackMismatch:
      return "readback-mismatch";
    case Code::kPartial:
      return "partial";
    case Code::kUnsupported:
      return "unsupported";
    case Code::kProtocol:
      return "protocol";
    case Code::kTimeout:
      return "timeout";
  }
  return "internal";
}

Error wrap(Error inner, Sentence message) {
  Error outer;
  outer.code = inner.code;
  outer.message = std::move(message);
  outer.hint = inner.hint;
  outer.details = inner.details;
  outer.cause = std::make_shared<const Error>(std::move(inner));
  return outer;
}

}  // namespace gokeyctl

namespace gokeyctl::base {

Error error(Code code, Sentence message, Sentence hint, std::string reason) {
  return Error{.code = code,
               .message = std::move(message),
               .hint = std::move(hint),
               .details = {{"reason", std::move(reason)}},
               .cause = nullptr};
}

}  // namespace gokeyctl::base
