// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/openpgp/status.h"

namespace gokey::openpgp {

namespace sw = wire::sw;

wire::StatusWord status_of(vault::Outcome outcome) {
  switch (outcome) {
    case vault::Outcome::kDone:
      return sw::kOk;
    case vault::Outcome::kNotProvisioned:
    case vault::Outcome::kNoKey:
      return sw::kReferencedDataNotFound;
    case vault::Outcome::kRetryDelay:
      return sw::kAuthenticationMethodBlocked;
    case vault::Outcome::kLocked:
      return sw::kSecurityStatusNotSatisfied;
    case vault::Outcome::kBadData:
      return sw::kIncorrectData;
    case vault::Outcome::kStorage:
      return sw::kMemoryFailure;
    case vault::Outcome::kFailed:
    case vault::Outcome::kNoRandom:
      return sw::kNoPreciseDiagnosis;
    case vault::Outcome::kNotInitialised:
    case vault::Outcome::kAlreadyInitialised:
    case vault::Outcome::kWrongPassphrase:
    case vault::Outcome::kWrongAlgorithm:
    case vault::Outcome::kAlreadyProvisioned:
    case vault::Outcome::kBadForm:
    case vault::Outcome::kRefused:
      return sw::kConditionsOfUseNotSatisfied;
  }
  return sw::kNoPreciseDiagnosis;
}

}  // namespace gokey::openpgp
