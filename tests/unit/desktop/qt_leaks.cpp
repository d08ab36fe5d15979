// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What Qt's offscreen platform does not give back when a program ends (libqoffscreen, Qt 5.15): its
// one screen; and a pattern of a font that fontconfig gave it. LeakSanitizer asks for this by name;
// other builds never call it.
extern "C" const char* __lsan_default_suppressions();  // NOLINT
extern "C" __attribute__((visibility("default"))) const char*
__lsan_default_suppressions() {  // NOLINT
  return "leak:libqoffscreen\n"
         "leak:QScreen::QScreen\n"
         "leak:QPlatformScreen::QPlatformScreen\n"
         "leak:QWindowSystemInterface::handleScreenAdded\n"
         "leak:QtSharedPointer::ExternalRefCountData::getAndRef\n"
         "leak:QObject::QObject\n"
         "leak:libfontconfig\n";
}
