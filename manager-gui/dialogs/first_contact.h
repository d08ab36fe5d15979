// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "gokeyctl/broker.h"
#include "gokeyctl/identities.h"
#include "gui/dialogs/step_dialog.h"

class QButtonGroup;
class QLineEdit;
class QRadioButton;
class QVBoxLayout;

namespace gokeyctl::gui {

class Card;
class HostKeyView;
class InlineMessage;
class Label;
class Row;

// What the guide asks of others. Those of the second group may wait and are called beside the GUI
// thread.
struct GuideWork {
  template <typename T>
  using Done = std::function<void(const Result<T>&)>;
  std::function<void(const std::string& fingerprint, Done<BrokerToken>)> trust;
  std::function<void(const QString& name, Done<BrokerToken>)> rename;
  std::function<Result<void>(const std::filesystem::path&)> use_identity;
  std::function<void()> try_unlocking;
  // Asks for a receipt and pins the host key by it; called only if it was trusted.
  std::function<void(std::function<void(const BrokerToken&)>)> import_receipt;

  // Notes that the person has compared the key.
  std::function<Result<void>(const BrokerToken&, const std::string& fingerprint)> set_compared;
  std::function<std::vector<SshIdentity>()> list;
  std::function<Result<std::vector<Acceptance>>(const Endpoint&, const std::string& fingerprint,
                                                const std::vector<SshIdentity>&)>
      try_all;
  std::function<Result<SshIdentity>(const std::filesystem::path&)> from_file;
  std::function<Result<SshIdentity>(const std::filesystem::path&)> create;
};

// Welcomes a token that was never used here: which one it is, whether it is really that one, and
// how this computer signs in. Nothing is sent to it before the person has compared its host key.
// For a token that is known, only how this computer signs in.
class FirstContact : public StepDialog {
  Q_OBJECT
 public:
  // `taken`: names of other tokens; `pinned`: the fingerprint of the host key of one that is known.
  FirstContact(GuideWork work, const BrokerToken& token, QStringList taken, std::string pinned,
               QWidget* parent = nullptr);

  void setToken(const BrokerToken& token);
  [[nodiscard]] QString tokenId() const;
  // Its host key was compared: from then on the broker may list it under another id, its serial.
  [[nodiscard]] bool isTrusting() const { return trusting_; }
  void setTrusting(bool trusting) { trusting_ = trusting; }
  [[nodiscard]] const std::optional<Endpoint>& endpoint() const { return token_.endpoint; }

 protected:
  void next() override;
  void entered(int step) override;

 private:
  struct Key {
    SshIdentity identity;
    Acceptance acceptance = Acceptance::kNotTried;
  };

  QWidget* makeMeet();
  QWidget* makeCompare();
  QWidget* makeConnect();
  void checkName();
  void compared();
  void trust();
  void importReceipt();
  void name();
  void listKeys();
  void tryKeys();
  void showKeys();
  void addFile();
  void createKey();
  void addKey(const Result<SshIdentity>& identity);
  void finish();
  [[nodiscard]] std::string fingerprint() const;

  GuideWork work_;
  BrokerToken token_;
  QStringList taken_;
  std::string pinned_;
  std::vector<Key> keys_;
  int chosen_ = -1;
  bool listing_ = false;
  bool trusting_ = false;

  QLineEdit* name_;
  Label* name_remark_;
  HostKeyView* host_key_;
  QRadioButton* same_;
  QRadioButton* different_;
  InlineMessage* leave_it_;
  InlineMessage* compare_error_;
  Card* key_card_;
  QButtonGroup* key_group_;
  Label* none_;
  InlineMessage* recognised_;
  InlineMessage* connect_error_;
};

}  // namespace gokeyctl::gui
