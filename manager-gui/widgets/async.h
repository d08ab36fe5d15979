// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Work beside the GUI thread.
#pragma once

#include <QCoreApplication>
#include <QMetaObject>
#include <QPointer>
#include <QRunnable>
#include <QThreadPool>
#include <functional>
#include <memory>
#include <utility>

namespace gokeyctl::gui {

// Runs `work` in a thread of the pool and hands its result to `done` in the GUI thread, unless
// `context` is gone by then.
template <typename T>
void run_beside(QObject* context, std::function<T()> work, std::function<void(T)> done) {
  class Task : public QRunnable {
   public:
    Task(QPointer<QObject> context, std::function<T()> work, std::function<void(T)> done)
        : context_(std::move(context)), work_(std::move(work)), done_(std::move(done)) {}
    void run() override {
      auto result = std::make_shared<T>(work_());
      // Through the application, which outlives the thread; only the GUI thread looks at `context`.
      QMetaObject::invokeMethod(
          QCoreApplication::instance(),
          [context = std::move(context_), done = std::move(done_), result] {
            if (context) done(std::move(*result));
          },
          Qt::QueuedConnection);
    }

   private:
    QPointer<QObject> context_;
    std::function<T()> work_;
    std::function<void(T)> done_;
  };
  QThreadPool::globalInstance()->start(
      new Task(QPointer<QObject>(context), std::move(work), std::move(done)));
}

}  // namespace gokeyctl::gui
