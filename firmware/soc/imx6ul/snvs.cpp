// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/snvs.h"

namespace gokey::imx6ul {
namespace {

constexpr std::uint32_t HPSVCR = 0x10, HPSR = 0x14, LPCR = 0x38, LPTDCR = 0x48, LPSR = 0x4C,
                        LPSMCMR = 0x5C, LPSMCLR = 0x60, LPPGDR = 0x64;
constexpr unsigned HPSR_SSM_STATE = 8;
constexpr std::uint32_t HPSR_OTPMK_SYNDROME = 0x1FFU << 16, HPSR_OTPMK_ZERO = 1U << 27;
constexpr std::uint32_t HPSVCR_LPSV_CFG_FATAL = 1U << 31;
constexpr std::uint32_t LPCR_MC_ENV = 1U << 2;
constexpr std::uint32_t LPSR_PGD = 1U << 3;  // power was lost
constexpr std::uint32_t LPTDCR_CT_EN = 1U << 4, LPTDCR_TT_EN = 1U << 5, LPTDCR_VT_EN = 1U << 6;
constexpr std::uint32_t kPowerGlitchDetector = 0x4173'6166;

constexpr std::uint32_t kTampers =
    Snvs::kClockTamper | Snvs::kTemperatureTamper | Snvs::kVoltageTamper | Snvs::kExternalTamper;

}  // namespace

Snvs::State Snvs::state() const {
  return static_cast<State>(block_.read(HPSR) >> HPSR_SSM_STATE & 0xFU);
}

bool Snvs::master_key_usable() const {
  const std::uint32_t status = block_.read(HPSR);
  const State now = state();
  return (now == State::kTrusted || now == State::kSecure) &&
         (status & (HPSR_OTPMK_ZERO | HPSR_OTPMK_SYNDROME)) == 0;
}

void Snvs::watch() const {
  // The glitch detector's value first: without it the record of lost power comes back at once.
  block_.write(LPPGDR, kPowerGlitchDetector);
  block_.write(LPSR, LPSR_PGD);
  block_.set(LPTDCR, LPTDCR_CT_EN | LPTDCR_TT_EN | LPTDCR_VT_EN);
  block_.set(HPSVCR, HPSVCR_LPSV_CFG_FATAL);
}

std::uint32_t Snvs::tampers() const { return block_.read(LPSR) & kTampers; }

void Snvs::clear_tampers() const { block_.write(LPSR, kTampers); }

std::uint64_t Snvs::counter() const {
  std::uint32_t high = block_.read(LPSMCMR);
  std::uint32_t low = block_.read(LPSMCLR);
  // It may have gone up between the two reads.
  if (const std::uint32_t again = block_.read(LPSMCMR); again != high) {
    high = again;
    low = block_.read(LPSMCLR);
  }
  return (std::uint64_t{high & 0xFFFFU} << 32U) | low;
}

std::uint64_t Snvs::count() const {
  block_.set(LPCR, LPCR_MC_ENV);
  block_.write(LPSMCLR, ~0U);  // any write counts
  return counter();
}

}  // namespace gokey::imx6ul
