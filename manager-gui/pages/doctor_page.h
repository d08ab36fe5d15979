// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "gokeyctl/doctor.h"
#include "gui/pages/page.h"

class QVBoxLayout;

namespace gokeyctl::gui {

class Card;
class InlineMessage;
class Label;
class LinkButton;

// What is looked at and how, so that tests need no computer that is ill.
struct DoctorWork {
  std::function<std::vector<DoctorCheck>(const DoctorProgress&)> run;
  std::function<Result<void>(const DoctorFix&)> apply;
};

// The checks of this computer, failures first. Runs when opened or asked, beside the GUI thread.
class DoctorPage : public Page {
  Q_OBJECT
 public:
  explicit DoctorPage(DoctorWork work, QWidget* parent = nullptr);

  void start();
  [[nodiscard]] bool isRunning() const { return running_; }
  // "8 of 10 checks are fine. Two need you.", "Checking… 4 of 10"
  [[nodiscard]] QString summary() const;
  [[nodiscard]] QDateTime checkedAt() const { return checked_at_; }
  // Without serials, names and addresses.
  [[nodiscard]] QString report() const;
  // A check of the app itself: no tray, no desktop bus.
  void setOwnChecks(std::vector<DoctorCheck> checks);

 signals:
  void summaryChanged();

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void add(const DoctorCheck& check, std::size_t done, std::size_t total);
  void finish(std::vector<DoctorCheck> checks);
  void showChecks();
  QWidget* makeRow(const DoctorCheck& check);
  void askToFix(const DoctorFix& fix);
  void showHow(const DoctorCheck& check);
  void apply(const DoctorFix& fix);

  DoctorWork work_;
  bool running_ = false;
  bool ran_ = false;
  bool show_all_ = false;
  std::size_t done_ = 0, total_ = 0;
  std::vector<DoctorCheck> checks_, own_;
  QDateTime checked_at_;

  Card* wrong_;
  QWidget* step_;  // the plan of a fix, below the checks that need somebody
  QVBoxLayout* step_place_;
  Card* fine_;
  LinkButton* more_;
};

}  // namespace gokeyctl::gui
