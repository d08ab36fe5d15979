// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What identifies the card before any key is there: application, ATR, capabilities.
// Section numbers are those of "Functional Specification of the OpenPGP application on ISO Smart
// Card Operating Systems", version 3.4.1.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace gokey::openpgp {

// 4.2.1: RID of the FSFE and application 01. Followed in the full AID by the version, the
// manufacturer, the serial number and two bytes that are reserved.
inline constexpr std::array<std::uint8_t, 6> kApplication{0xD2, 0x76, 0x00, 0x01, 0x24, 0x01};
inline constexpr std::array<std::uint8_t, 2> kVersion{0x03, 0x04};
inline constexpr std::size_t kAidLength = 16;

// 6.1: card service data F5 (selection by full and partial AID, EF.DIR and EF.ATR by GET DATA, no
// MF), capabilities C0 01 E0 (command chaining, extended Lc and Le, extended length information),
// life cycle 00 (cannot be terminated, so clients offer no factory reset).
inline constexpr std::array<std::uint8_t, 10> kHistoricalBytes{0x00, 0x31, 0xF5, 0x73, 0xC0,
                                                               0x01, 0xE0, 0x00, 0x90, 0x00};

// ISO/IEC 7816-3, 8.2: T=1, IFSC 254, BWI 7, CWI 5, the historical bytes, and the check byte.
inline constexpr std::array<std::uint8_t, 21> kAtr{0x3B, 0xDA, 0x18, 0xFF, 0x81, 0xB1, 0xFE,
                                                   0x75, 0x1F, 0x03, 0x00, 0x31, 0xF5, 0x73,
                                                   0xC0, 0x01, 0xE0, 0x00, 0x90, 0x00, 0x9C};

// Length limits. 7F66 announces kMaxAnnounced for both directions; longer commands are taken up to
// kMaxCommandData because SSH signs whole messages with Ed25519 keys.
inline constexpr std::size_t kMaxAnnounced = 2048;
inline constexpr std::size_t kMaxCommandData = 4096;
inline constexpr std::size_t kMaxChallenge = 1024;
inline constexpr std::size_t kMaxCertificate = 2048;
inline constexpr std::size_t kMaxSpecialObject = 2048;
inline constexpr std::size_t kMaxPassphrase = 127;

// 4.4.3.7 (C0): GET CHALLENGE and MSE; no secure messaging, import, attribute change, KDF, AES or
// private DOs.
inline constexpr std::array<std::uint8_t, 10> kExtendedCapabilities{0x40,
                                                                    0x00,
                                                                    kMaxChallenge >> 8U,
                                                                    kMaxChallenge & 0xFFU,
                                                                    kMaxCertificate >> 8U,
                                                                    kMaxCertificate & 0xFFU,
                                                                    kMaxSpecialObject >> 8U,
                                                                    kMaxSpecialObject & 0xFFU,
                                                                    0x00,
                                                                    0x01};

}  // namespace gokey::openpgp
