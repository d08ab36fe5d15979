#!/usr/bin/python3
# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
"""The catalogues: complete, in step with the sources, and saying nothing a program could stumble over."""
import pathlib
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

import polib

ROOT = pathlib.Path(__file__).parents[2]
TRANSLATIONS = ROOT / "translations"
LANGUAGES = [line for line in (TRANSLATIONS / "LINGUAS").read_text().split() if re.fullmatch("[a-z]{2}", line)]
FORMS = {"ar": 6, "ja": 1}  # of the others: 2
# {} and {1} (gettext), %1 and %Ln (Qt), options, and commands to be typed: they are said as they are.
PLACES = re.compile(r"\{\d*\}|%\d|%Ln|--[a-z][a-z-]+")
MNEMONIC = re.compile(r"&(\w)")


def places(text: str) -> list[str]:
    """Numbered places stand for the same values as those in order."""
    found = PLACES.findall(text)
    count = 0
    for i, place in enumerate(found):
        if place == "{}":
            count += 1
            found[i] = f"{{{count}}}"
    return sorted(found)


def catalogue(language: str) -> polib.POFile:
    return polib.pofile(str(TRANSLATIONS / "cli" / f"{language}.po"))


class Message:
    """One tr() of the app: its source, its translations (one for each plural form), its context."""

    def __init__(self, context: str, element: ElementTree.Element):
        self.context = context
        self.source = element.findtext("source")
        translation = element.find("translation")
        self.state = translation.get("type")
        self.counted = element.get("numerus") == "yes"
        forms = translation.findall("numerusform")
        self.texts = [form.text or "" for form in forms] if self.counted else [translation.text or ""]


def messages(file: pathlib.Path) -> list[Message]:
    root = ElementTree.parse(file).getroot()
    return [Message(context.findtext("name"), element)
            for context in root.iter("context") for element in context.iter("message")]


def app(language: str) -> list[Message]:
    return messages(TRANSLATIONS / f"manager_{language}.ts")


class Complete(unittest.TestCase):
    def test_gokeyctl(self):
        for language in LANGUAGES:
            for entry in catalogue(language):
                with self.subTest(language=language, text=entry.msgid):
                    self.assertTrue(entry.translated())
                    self.assertFalse(entry.fuzzy or entry.obsolete)
                    if entry.msgid_plural:
                        self.assertEqual(len(entry.msgstr_plural), FORMS.get(language, 2))

    def test_app(self):
        for language in [*LANGUAGES, "en"]:
            for message in app(language):
                with self.subTest(language=language, context=message.context, text=message.source):
                    self.assertIsNone(message.state)
                    self.assertTrue(all(message.texts))
                    if message.counted:
                        self.assertEqual(len(message.texts), FORMS.get(language, 2))


class InStep(unittest.TestCase):
    """What the sources say now is what was translated. `translations/update` brings them into step."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.new = pathlib.Path(cls.folder.name)
        subprocess.run([TRANSLATIONS / "update", cls.new], check=True, capture_output=True)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_gokeyctl(self):
        def texts(file):
            return sorted((entry.msgid, entry.msgid_plural) for entry in polib.pofile(str(file)))
        wanted = texts(self.new / "cli" / "gokeyctl.pot")
        self.assertGreater(len(wanted), 500)
        self.assertEqual(texts(TRANSLATIONS / "cli" / "gokeyctl.pot"), wanted)
        for language in LANGUAGES:
            self.assertEqual(texts(TRANSLATIONS / "cli" / f"{language}.po"), wanted, language)

    def test_app(self):
        for language in [*LANGUAGES, "en"]:
            def texts(file):
                return sorted((message.context, message.source) for message in messages(file))
            wanted = texts(self.new / f"manager_{language}.ts")
            self.assertEqual(texts(TRANSLATIONS / f"manager_{language}.ts"), wanted, language)


class Sentences(unittest.TestCase):
    """What an error says to a person goes through the catalogue, say(); a command is the same everywhere."""

    PLAIN = re.compile(r'(?:\berror\(\s*Code::k\w+,|\.message\s*=|\.hint\s*=)\s*(?:\w+\s*\?\s*)?"([^"]*)"')
    COMMAND = re.compile(r"(gokeyctl|gokey-manager|sudo|ssh-add|gpgconf)\b|$")

    def test_of_errors_are_translated(self):
        for room in ("libgokeyctl", "manager-gui"):
            for file in sorted((ROOT / room).rglob("*.cpp")):
                for text in self.PLAIN.findall(file.read_text()):
                    with self.subTest(file=file.name, text=text):
                        self.assertRegex(text, self.COMMAND)


class SameShape(unittest.TestCase):
    """A translation has the places for values, the line ends and the trailing signs of its source."""

    def check(self, source: str, text: str, counted: bool = False):
        wanted, found = places(source), places(text)
        if counted:  # "one try" need not show the number
            wanted, found = set(wanted), set(found) | {p for p in places(source) if p in ("%Ln", "{1}")}
        self.assertEqual(found, wanted)
        for end in ("\n", "…", ": "):
            self.assertEqual(text.endswith(end), source.endswith(end), end)
        self.assertEqual(text.count("\n"), source.count("\n"))

    def test_gokeyctl(self):
        for language in LANGUAGES:
            for entry in catalogue(language):
                with self.subTest(language=language, text=entry.msgid):
                    if not entry.msgid_plural:
                        self.check(entry.msgid, entry.msgstr)
                    for form in entry.msgstr_plural.values():
                        self.check(entry.msgid_plural, form, counted=True)

    def test_app(self):
        for language in LANGUAGES:
            for message in app(language):
                with self.subTest(language=language, context=message.context, text=message.source):
                    for text in message.texts:
                        self.check(message.source, text.replace("(&" + text[-3:-2] + ")", ""), message.counted)


class Mnemonics(unittest.TestCase):
    # What stands in one menu or dialog at the same time.
    TOGETHER = {
        "of a token": ["&Unlock", "&Lock now", "&Copy short ID", "De&tails…", "Con&firm presence – %1",
                       "&Pause notifications", "&Doctor…", "&Settings…", "&Quit"],
        "of several tokens": ["Lock &all", "&Resume", "&Doctor…", "&Settings…", "&Quit"],
        "what to unlock": ["&Signing…", "&Decryption…", "&Both…"],
        "for how long": ["For %1 &hour", "Until &tomorrow"],
        "of the window": ["&Rename…", "&Identify", "&Copy short ID", "Re&start token…", "&Forget token…"],
        "of the popup": ["&Dismiss", "&Confirm"],
        "of a passphrase": ["&Paste", "C&lear"],
    }

    def test_differ_within_a_menu(self):
        for language in LANGUAGES:
            translated = {message.source: message.texts[0] for message in app(language)}
            for where, sources in self.TOGETHER.items():
                letters = []
                for source in sources:
                    with self.subTest(language=language, where=where, text=source):
                        found = MNEMONIC.findall(translated[source])
                        self.assertEqual(len(found), 1, translated[source])
                        letters += [letter.lower() for letter in found]
                with self.subTest(language=language, where=where):
                    self.assertEqual(len(letters), len(set(letters)), letters)

    def test_are_where_the_source_has_one(self):
        for language in LANGUAGES:
            for message in app(language):
                with self.subTest(language=language, text=message.source):
                    for text in message.texts:
                        self.assertEqual(bool(MNEMONIC.search(text)), bool(MNEMONIC.search(message.source)))


if __name__ == "__main__":
    unittest.main()
