#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""A reader that sends nonsense: each command gets a status word, and the card lives on."""

import random

from gokey import case, vpcd
from gokey.token import TokenCase

P256_POINT = ("04 6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296"
              "4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5")


class CardCase(TokenCase):
    def insert(self, name="nistp256"):
        self.reader = vpcd.Reader()
        self.addCleanup(self.reader.close)
        self.token(name, vpcd=self.reader.port)
        self.reader.accept()
        self.assertEqual(self.reader.select()[1], "9000")

    def assert_alive(self):
        self.assertEqual(self.reader.select()[1], "9000")
        aid, word = self.reader.apdu("00CA004F00")
        self.assertEqual((aid.hex()[:12].upper(), word), (vpcd.OPENPGP, "9000"))


class Forms(CardCase):
    def test_lengths_that_do_not_fit(self):
        self.insert()
        for apdu in ("00A404", "00A4", "00", "00A40400 FF D276", "00A40400 06 D27600012401 00 00 00",
                     "00A40400 00FFFF D27600012401", "00A40400 000000", "00A40400 00", "00A40400 000006D27600012401",
                     "00CA006E 000000 00", "002A9E9A 0000", "002A8086 00 0000", "00200081 FF 41"):
            with self.subTest(apdu):
                raw = bytes.fromhex(apdu)
                if len(raw) == 1:
                    continue  # a control byte of the vpcd protocol, not an APDU
                answer = self.reader.raw(raw)
                self.assertGreaterEqual(len(answer), 2)
                self.assert_alive()

    def test_truncated_commands_are_not_executed(self):
        self.insert()
        word = b"correct-horse".hex()
        for apdu in (f"00200081 0E {word}", f"00200081 0B {word}", f"00200081 00000E {word}"):
            self.assertEqual(self.reader.apdu(apdu)[1], "6700", apdu)
        self.assertEqual(self.console.status()["openpgp"]["tries_left"], 3)

    def test_the_largest_there_is(self):
        self.insert()
        self.assertNotEqual(self.reader.raw(bytes.fromhex("00200081 00FFF8") + b"x" * 65528)[-2:], b"\x90\x00")
        self.assert_alive()
        self.assertNotEqual(self.reader.raw(b"\xff" * 65535)[-2:], b"\x90\x00")
        self.assert_alive()

    def test_chains_without_end(self):
        self.insert()
        words = {self.reader.apdu("102A9E9A FF " + "00" * 255)[1] for _ in range(300)}
        self.assertTrue(words - {"9000"}, "a chain of 76 KB must be refused somewhere")
        self.assert_alive()

    def test_a_chain_broken_by_another_command(self):
        self.insert()
        self.assertEqual(self.reader.verify(0x81, "correct-horse"), "9000")
        self.reader.apdu("102A9E9A 10 " + "2A" * 16)
        self.assertEqual(self.reader.apdu("00CA004F00")[1], "6883")  # ISO 7816-4: last command of the chain expected
        self.assertEqual(self.reader.apdu("00CA004F00")[1], "9000")
        data, word = self.reader.apdu("002A9E9A 10 " + "2A" * 16 + " 00")
        self.assertFalse(word == "9000" and len(data) == 0)
        self.assert_alive()

    def test_a_chain_in_order_signs(self):
        self.insert()
        self.assertEqual(self.reader.verify(0x81, "correct-horse"), "9000")
        self.assertEqual(self.reader.apdu("102A9E9A 10 " + "2A" * 16)[1], "9000")
        data, word = self.reader.apdu("002A9E9A 10 " + "2A" * 16 + " 00")
        self.assertEqual((len(data), word), (64, "9000"))

    def test_random_commands(self):
        self.insert()
        seed = random.randrange(1 << 32)
        noise = random.Random(seed)
        instructions = [0xA4, 0xCA, 0xCB, 0xCC, 0xC0, 0x20, 0x22, 0x24, 0x2A, 0x2C, 0x44, 0x47, 0x84, 0x88, 0xA5,
                        0xDA, 0xDB, 0xE6]
        for number in range(3000):
            head = bytes([noise.choice((0, 0, 0, 0x10, 0x0C, 0x80)), noise.choice(instructions),
                          noise.choice((0, 0x3F, 0x5F, 0x7F, 0x80, 0x81, 0x9E, 0x41, noise.randrange(256))),
                          noise.randrange(256)])
            if head[1] == 0x20 and noise.random() < 0.9:
                head = head[:1] + b"\xca" + head[2:]  # few VERIFY: each may cost a try
            tail = noise.randbytes(noise.choice((0, 1, 3, 8, 40, 300)))
            with self.subTest(seed=seed, number=number, apdu=(head + tail).hex()[:80]):
                self.assertGreaterEqual(len(self.reader.raw(head + tail)), 2)
        self.assert_alive()
        self.assertEqual(self.console.run("build").returncode, 0)

    def test_reader_that_comes_and_goes(self):
        self.insert()
        for _ in range(20):
            self.reader.send(bytes.fromhex("00CA006E00"))
            self.reader.accept()
            self.assert_alive()
        for torn in (b"\x00", b"\x00\x05\x00\xca", b"\xff\xff" + b"\x00" * 100, b"\x00\x00"):
            self.reader.card.sendall(torn)
            self.reader.accept()
            self.assert_alive()

    def test_power_off_and_reset_forget_the_pin(self):
        self.insert()
        for code in (0, 2):
            self.assertEqual(self.reader.verify(0x82, "correct-horse"), "9000")
            self.assertEqual(self.reader.apdu("00200082")[1], "9000")
            self.reader.control(code)
            self.reader.control(1)
            self.reader.select()
            self.assertEqual(self.reader.apdu("00200082")[1][:3], "63c", f"control {code}")
        self.assertEqual(self.reader.atr().hex().upper(), "3BDA18FF81B1FE751F030031F573C001E00090009C")


class Ciphertexts(CardCase):
    """Whatever is wrong with a ciphertext, the answer is the same."""

    def test_points_off_the_curve(self):
        self.insert("nistp256")
        self.assertEqual(self.reader.verify(0x82, "correct-horse"), "9000")
        good = bytes.fromhex(P256_POINT)
        self.assertEqual(self.ecdh(good)[1], "9000")
        bad = {
            "last bit flipped": good[:-1] + bytes([good[-1] ^ 1]),
            "x and y nought": b"\x04" + bytes(64),
            "x is the field's modulus": b"\x04" + bytes.fromhex("FFFFFFFF00000001" + "0" * 24 + "F" * 24) + good[33:],
            "all ones": b"\x04" + b"\xff" * 64,
            "random": b"\x04" + random.Random(1).randbytes(64),
        }
        words = {what: self.ecdh(point) for what, point in bad.items()}
        self.assertEqual({data for data, _ in words.values()}, {b""})
        self.assertEqual(len({word for _, word in words.values()}), 1, words)
        self.assertNotIn("9000", {word for _, word in words.values()})
        for point in (b"", b"\x00", good[:33], b"\x02" + good[1:33], good + b"\x00"):
            self.assertNotEqual(self.ecdh(point)[1], "9000")
        self.assertEqual(self.ecdh(good)[1], "9000", "the card lives on")

    def ecdh(self, point):
        inner = b"\x86" + bytes([len(point)]) + point
        outer = b"\x7f\x49" + bytes([len(inner)]) + inner
        command = b"\xa6" + bytes([len(outer)]) + outer
        answer = self.reader.raw(bytes.fromhex("002A8086") + bytes([len(command)]) + command + b"\x00")
        return answer[:-2], answer[-2:].hex()

    def test_points_of_low_order_on_curve25519(self):
        self.insert("ed25519")
        self.assertEqual(self.reader.verify(0x82, "correct-horse"), "9000")
        for point in (bytes(32), b"\x01" + bytes(31)):
            with self.subTest(point.hex()):
                data, word = self.ecdh(point)
                self.assertNotEqual(word, "9000")
                self.assertEqual(data, b"")
        self.assertEqual(self.ecdh(b"\x09" + bytes(31))[1], "9000")

    def test_rsa_padding(self):
        self.insert("rsa2048")
        self.assertEqual(self.reader.verify(0x82, "correct-horse"), "9000")
        modulus, exponent = self.public_rsa("B8")
        message = b"0123456789abcdef"
        filler = b"\x5a" * (256 - 3 - len(message))
        self.assertEqual(self.rsa(modulus, exponent, b"\x00\x02" + filler + b"\x00" + message), (message, "9000"))
        wrong = {
            "type 1": b"\x00\x01" + filler + b"\x00" + message,
            "first byte": b"\x01\x02" + filler + b"\x00" + message,
            "no end": b"\x00\x02" + b"\x5a" * 254,
            "short filler": b"\x00\x02" + b"\x5a" * 7 + b"\x00" + b"\x5a" * 246,
            "nothing": bytes(255) + b"\x01",
        }
        answers = {what: self.rsa(modulus, exponent, block) for what, block in wrong.items()}
        self.assertEqual({data for data, _ in answers.values()}, {b""})
        self.assertEqual(len({word for _, word in answers.values()}), 1, answers)
        self.assertNotIn("9000", {word for _, word in answers.values()})
        for cryptogram in (modulus, modulus + 1, (1 << 2048) - 1):
            self.assertNotEqual(self.decipher(cryptogram.to_bytes(256, "big"))[1], "9000")
        for length in (0, 1, 255, 257):
            self.assertNotEqual(self.decipher(b"\x11" * length)[1], "9000")
        self.assert_alive()

    def rsa(self, modulus, exponent, block):
        cryptogram = pow(int.from_bytes(block, "big"), exponent, modulus)
        return self.decipher(cryptogram.to_bytes(256, "big"))

    def decipher(self, cryptogram):
        data = b"\x00" + cryptogram
        answer = self.reader.raw(bytes.fromhex("002A8086") + b"\x00" + len(data).to_bytes(2, "big") + data
                                 + b"\x01\x00")
        return answer[:-2], answer[-2:].hex()

    def public_rsa(self, reference):
        data, word = self.reader.apdu(f"00478100 000002 {reference}00 0200")
        self.assertEqual(word, "9000")
        start = data.index(bytes.fromhex("81820100")) + 4
        modulus = int.from_bytes(data[start:start + 256], "big")
        rest = data[start + 256:]
        self.assertEqual(rest[0], 0x82)
        return modulus, int.from_bytes(rest[2:2 + rest[1]], "big")


class Locked(CardCase):
    def test_nothing_happens_without_the_passphrase(self):
        self.insert("nistp256")
        for apdu in ("002A9E9A 20 " + "2A" * 32 + " 00", "00880000 20 " + "2A" * 32 + " 00",
                     "002A8086 48 A646 7F4943 8641 " + P256_POINT + " 00"):
            data, word = self.reader.apdu(apdu)
            self.assertEqual((data, word), (b"", "6982"), apdu)
        self.assertEqual(self.console.status()["openpgp"]["signatures"], 0)

    def test_one_verify_serves_one_signature(self):
        self.insert("nistp256")
        sign = "002A9E9A 20 " + "2A" * 32 + " 00"
        self.assertEqual(self.reader.verify(0x81, "correct-horse"), "9000")
        self.assertEqual(self.reader.apdu(sign)[1], "9000")
        self.assertEqual(self.reader.apdu(sign)[1], "6982")
        self.assertEqual(self.reader.verify(0x82, "correct-horse"), "9000")
        self.assertEqual(self.reader.apdu(sign)[1], "6982", "82 does not open the signature key")

    def test_tries_over_the_card(self):
        self.insert("nistp256")
        self.assertEqual(self.reader.verify(0x81, "wrong"), "63c2")
        self.assertEqual(self.reader.verify(0x82, "wrong"), "63c1")
        self.assertEqual(self.reader.apdu("00CA00C400")[0][4], 1)
        self.assertEqual(self.reader.verify(0x81, "wrong")[:2], "63")
        self.assertEqual(self.reader.verify(0x81, "correct-horse"), "6983")
        self.assertEqual(self.console.unlock("all", "correct-horse"), 27)

    def test_writing_is_refused(self):
        self.insert("nistp256")
        self.assertEqual(self.reader.verify(0x81, "correct-horse"), "9000")
        self.assertEqual(self.reader.verify(0x82, "correct-horse"), "9000")
        for apdu in ("00DA005B 03 457665", "00DA00C4 01 01", "00478000 02 B600 00", "00E60000", "00440000",
                     "00DB3FFF 04 4D02B600", "00200083 08 3132333435363738", "00DA00D6 02 0120"):
            self.assertNotEqual(self.reader.apdu(apdu)[1], "9000", apdu)
        self.assert_alive()


if __name__ == "__main__":
    case.main()
