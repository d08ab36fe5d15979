// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What a person decides about a token's host key.
#include "gui/dialogs/first_contact.h"
#include "gui/dialogs/receipt_dialog.h"
#include "gui/models/texts.h"
#include "gui/pages/trust_pages.h"
#include "gui/widgets/async.h"
#include "gui/window/main_window.h"

namespace gokeyctl::gui {

void MainWindow::noteCompared(const QString& fingerprint) {
  const BrokerToken* token = current();
  if (token == nullptr) return;
  run_beside<Result<void>>(
      this,
      [note = work_.set_compared, token = *token, key = fingerprint.toStdString()] {
        return note(token, key);
      },
      [this](Result<void> noted) {
        if (!noted) trust_->setError(noted.error());
        trust_read_for_.clear();
        if (current() != nullptr) readTrust();
      });
}

void MainWindow::importReceipt(const QString& id, QWidget* parent,
                               const std::function<void(const BrokerToken&)>& then) {
  const QPointer<QWidget> over = parent;
  const QString file = work_.choose_receipt(parent);
  // Its window may have gone while the person chose.
  if (file.isEmpty() || !over) return;
  run_beside<Result<Receipt>>(
      over, [path = file.toStdString()] { return read_receipt(path); },
      [this, id, over, then](const Result<Receipt>& receipt) {
        showReceipt(id, receipt, over, then);
      });
}

void MainWindow::showReceipt(const QString& id, const Result<Receipt>& receipt, QWidget* parent,
                             const std::function<void(const BrokerToken&)>& then) {
  const BrokerToken* token = desk_.token(id);
  if (token == nullptr)
    return fail(Error{.code = Code::kNoToken,
                      .message = "import the receipt: the token is gone",
                      .hint = {},
                      .details = {},
                      .cause = nullptr});
  if (receipt_) receipt_->close();
  auto* dialog = new ReceiptDialog(receipt, *token, parent);
  receipt_ = dialog;
  // From trusting on the broker may list it under another id, its serial.
  const auto trusting = [this, guided = guide_ && guide_->tokenId() == id](bool on) {
    if (guided && guide_) guide_->setTrusting(on);
  };
  connect(dialog, &QDialog::rejected, this, [trusting] { trusting(false); });
  connect(dialog, &ReceiptDialog::trustWanted, this,
          [this, dialog, id, then, trusting](const Receipt& given) {
            const BrokerToken* now = desk_.token(id);
            if (now == nullptr) return dialog->setGone();
            trusting(true);
            const auto failed = [dialog, trusting](const Error& why) {
              trusting(false);
              dialog->setError(why);
            };
            run_beside<Result<void>>(
                dialog,
                [trust = work_.trust_receipt, token = *now, given] { return trust(token, given); },
                [this, dialog, id, then, failed](Result<void> trusted) {
                  if (!trusted) return failed(trusted.error());
                  trust_read_for_.clear();
                  // The broker connects with what is pinned now.
                  desk_.refresh(
                      id, dialog,
                      [this, dialog, id, then, failed](const Result<BrokerToken>& result) {
                        const BrokerToken* after = desk_.token(id);
                        // Other reasons, as an SSH key that is not let in, come after the host key.
                        if (!result && (after == nullptr || result.error().code == Code::kHostKey))
                          return failed(result.error());
                        say(tr("Recognised by its receipt."));
                        dialog->accept();
                        dress();
                        if (then) then(result ? *result : *after);
                      });
                });
          });
  dialog->show();
}

}  // namespace gokeyctl::gui
