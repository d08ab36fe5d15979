// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "transport/pcsc/watch.h"

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "transport/pcsc/libpcsclite.h"

namespace gokeyctl::transport {
namespace {

// pcsc-lite: the name under which SCardGetStatusChange waits for new readers.
constexpr const char* kPlugAndPlay = "\\\\?PnP?\\Notification";
constexpr std::chrono::milliseconds kCancelAgain{20};

// Readers, and whether a card is in each. Whether somebody uses it is of no interest.
using Seen = std::map<std::string, bool>;

std::vector<std::string> names_in(SCARDCONTEXT context) {
  std::vector<std::string> names;
  DWORD size = 0;
  if (SCardListReaders(context, nullptr, nullptr, &size) != SCARD_S_SUCCESS) return names;
  std::string text(size, '\0');
  if (SCardListReaders(context, nullptr, text.data(), &size) != SCARD_S_SUCCESS) return names;
  for (std::size_t begin = 0; begin < text.size() && text[begin] != '\0';) {
    names.emplace_back(text.c_str() + begin);
    begin += names.back().size() + 1;
  }
  return names;
}

}  // namespace

struct ReaderWatch::Impl {
  std::function<void()> changed;
  std::mutex mutex;
  std::condition_variable condition;
  bool stopping = false, ended = false, asked = true;
  std::optional<SCARDCONTEXT> context;
  std::thread thread;

  void run();
  void watch(SCARDCONTEXT handle);
  [[nodiscard]] bool stops() {
    const std::lock_guard hold(mutex);
    return stopping;
  }
};

// Until pcscd goes away or nobody wants to know any more.
void ReaderWatch::Impl::watch(SCARDCONTEXT handle) {
  std::optional<Seen> before;
  std::map<std::string, DWORD> known;
  while (!stops()) {
    const std::vector<std::string> names = names_in(handle);
    std::vector<SCARD_READERSTATE> states(names.size() + 1);
    for (std::size_t i = 0; i < names.size(); ++i) {
      states[i] = {};
      states[i].szReader = names[i].c_str();
      const auto found = known.find(names[i]);
      states[i].dwCurrentState = found == known.end() ? SCARD_STATE_UNAWARE : found->second;
    }
    states.back() = {};
    states.back().szReader = kPlugAndPlay;
    const bool first = !before;
    const LONG code =
        SCardGetStatusChange(handle, first ? 0 : INFINITE, states.data(), states.size());
    if (code != SCARD_S_SUCCESS && code != SCARD_E_TIMEOUT && code != SCARD_E_UNKNOWN_READER)
      return;
    Seen now;
    known.clear();
    for (std::size_t i = 0; i < names.size(); ++i) {
      now[names[i]] = (states[i].dwEventState & SCARD_STATE_PRESENT) != 0;
      known[names[i]] = states[i].dwEventState & ~static_cast<DWORD>(SCARD_STATE_CHANGED);
    }
    if (before != now && !stops()) changed();
    before = std::move(now);
  }
}

void ReaderWatch::Impl::run() {
  std::unique_lock hold(mutex);
  while (!stopping) {
    condition.wait(hold, [&] { return stopping || asked; });
    if (stopping) break;
    asked = false;
    hold.unlock();
    SCARDCONTEXT handle = 0;
    const bool there = load() && SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr,
                                                       &handle) == SCARD_S_SUCCESS;
    hold.lock();
    if (!there) continue;  // until somebody says that pcscd may be there
    context = handle;
    hold.unlock();
    watch(handle);
    hold.lock();
    context.reset();
    SCardReleaseContext(handle);
  }
  ended = true;
  condition.notify_all();
}

ReaderWatch::ReaderWatch(std::function<void()> changed) : impl_(std::make_unique<Impl>()) {
  impl_->changed = std::move(changed);
  impl_->thread = std::thread([impl = impl_.get()] { impl->run(); });
}

ReaderWatch::~ReaderWatch() {
  {
    std::unique_lock hold(impl_->mutex);
    impl_->stopping = true;
    impl_->condition.notify_all();
    // SCardCancel reaches only a wait that has begun.
    while (!impl_->ended) {
      if (const auto& context = impl_->context) SCardCancel(*context);
      impl_->condition.wait_for(hold, kCancelAgain);
    }
  }
  impl_->thread.join();
}

void ReaderWatch::look_again() {
  const std::lock_guard hold(impl_->mutex);
  if (impl_->context) return;
  impl_->asked = true;
  impl_->condition.notify_all();
}

}  // namespace gokeyctl::transport
