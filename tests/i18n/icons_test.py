#!/usr/bin/python3
# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
"""The icons: drawn as desktops can recolour them, and told apart without colour at the size of a panel."""
import io
import itertools
import pathlib
import subprocess
import unittest
import xml.etree.ElementTree as ElementTree

from PIL import Image

ICONS = pathlib.Path(__file__).parents[2] / "icons"
SVG = "{http://www.w3.org/2000/svg}"
SIZES = (16, 22, 24)
# Two icons of one set differ by at least this part of the pixels, both being drawn in one colour.
FLOOR = 0.04
SETS = {
    "states": ["none", "locked", "unlocked", "working", "presence", "presence-alt", "attention"],
    "pages": ["page-overview", "page-openpgp", "page-fido", "page-console", "page-trust", "page-doctor",
              "page-settings"],
    "checks": ["check-ok", "check-warn", "check-fail", "check-idle", "check-info"],
    "buttons": ["refresh", "close", "clock"],
}


def file_of(name: str) -> pathlib.Path:
    return ICONS / "symbolic" / f"gokey-{name}-symbolic.svg"


def drawn(file: pathlib.Path, size: int) -> list[int]:
    """How much of each pixel is covered, 0 to 255, as librsvg draws it."""
    png = subprocess.run(["rsvg-convert", "-w", str(size), "-h", str(size), str(file)],
                         check=True, capture_output=True).stdout
    return list(Image.open(io.BytesIO(png)).convert("RGBA").getchannel("A").getdata())


class Icons(unittest.TestCase):
    def test_every_symbolic_icon_belongs_to_a_set(self):
        names = {file_of(name) for names in SETS.values() for name in names}
        self.assertEqual(names, set((ICONS / "symbolic").iterdir()))

    def test_symbolic_icons_are_one_filled_path_that_desktops_recolour(self):
        for file in (ICONS / "symbolic").iterdir():
            with self.subTest(file.name):
                root = ElementTree.parse(file).getroot()
                self.assertEqual(root.get("viewBox"), "0 0 16 16")
                shapes = [e for e in root.iter() if e.tag not in (SVG + "svg", SVG + "title", SVG + "style")]
                self.assertEqual([e.tag for e in shapes], [SVG + "path"])
                self.assertEqual(shapes[0].get("fill"), "currentColor")
                self.assertEqual(shapes[0].get("class"), "ColorScheme-Text")
                self.assertNotIn("stroke", " ".join(shapes[0].keys()))
                self.assertTrue(root.findtext(SVG + "title"))

    def test_icons_of_a_set_differ_in_one_colour(self):
        for size in SIZES:
            for names in SETS.values():
                pixels = {name: drawn(file_of(name), size) for name in names}
                for one, other in itertools.combinations(names, 2):
                    with self.subTest(size=size, one=one, other=other):
                        difference = sum(abs(a - b) for a, b in zip(pixels[one], pixels[other]))
                        self.assertGreater(difference / 255 / size / size, FLOOR)

    def test_no_icon_is_cut_off_or_empty(self):
        for file in ICONS.glob("*/*.svg"):
            with self.subTest(file.name):
                pixels = drawn(file, 24)
                self.assertGreater(sum(pixels) / 255 / 24 / 24, 0.1)

    def test_the_resource_holds_every_icon(self):
        listed = {e.text for e in ElementTree.parse(ICONS / "icons.qrc").getroot().iter("file")}
        self.assertEqual(listed, {str(p.relative_to(ICONS)) for p in ICONS.glob("*/*.svg")})


if __name__ == "__main__":
    unittest.main()
