#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Rewrites unprotected.asc with kinds of protection that GnuPG reads but no longer writes (RFC 4880 3.7 and 5.5.3).

Needs python3-cryptography.
"""
import base64
import hashlib
import os
import pathlib

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

HERE = pathlib.Path(__file__).parent
PASSPHRASE = b"old passphrase"
CAST5, AES128, AES192, AES256 = 3, 7, 8, 9
KEY_SIZE = {AES128: 16, AES192: 24, AES256: 32}
HASHES = {2: "sha1", 8: "sha256", 9: "sha384", 10: "sha512", 11: "sha224"}


def dearmour(text):
    body = text.split("\n\n", 1)[1].split("\n=")[0]
    return base64.b64decode("".join(body.split()))


def packets(data):
    while data:
        kind = data[0] & 3
        size = 1 << kind
        length = int.from_bytes(data[1:1 + size], "big")
        yield (data[0] >> 2) & 15, data[1 + size:1 + size + length]
        data = data[1 + size + length:]


def public_size(body):
    """Where the secret part of an EC key packet begins."""
    at = 6 + 1 + body[6]
    at += 2 + (int.from_bytes(body[at:at + 2], "big") + 7) // 8
    if body[5] == 18:
        at += 1 + body[at]
    return at


def derive(mode, hash_id, salt, count, size):
    unit = (salt if mode else b"") + PASSPHRASE
    total = max(count, len(unit)) if mode == 3 else len(unit)
    text = (unit * (total // len(unit) + 1))[:total]
    key = b""
    while len(key) < size:
        preload = b"\0" * (len(key) // hashlib.new(HASHES[hash_id]).digest_size)
        key += hashlib.new(HASHES[hash_id], preload + text).digest()
    return key[:size]


def protect(body, usage, cipher, mode, hash_id):
    at = public_size(body)
    numbers = body[at + 1:-2]
    s2k = bytes([mode, hash_id])
    salt, count = os.urandom(8), 1024
    s2k += salt if mode else b""
    s2k += b"\0" if mode == 3 else b""
    if cipher == CAST5:
        return body[:at] + bytes([usage, cipher]) + s2k + os.urandom(8 + len(numbers) + 20)
    check = hashlib.sha1(numbers).digest() if usage == 254 else (sum(numbers) & 0xFFFF).to_bytes(2, "big")
    iv = os.urandom(16)
    key = derive(mode, hash_id, salt, count, KEY_SIZE[cipher])
    encryptor = Cipher(algorithms.AES(key), modes.CFB(iv)).encryptor()
    secret = encryptor.update(numbers + check) + encryptor.finalize()
    return body[:at] + bytes([usage, cipher]) + s2k + iv + secret


def divert(body):
    return body[:public_size(body)] + bytes([255, 0, 101, 0]) + b"GNU\x02" + b"\x10" + bytes(16)


def rewrite(name, change):
    out = b""
    for tag, body in packets(dearmour((HERE / "unprotected.asc").read_text())):
        body = change(body) if tag in (5, 7) else body
        out += bytes([0xC0 | tag, 255]) + len(body).to_bytes(4, "big") + body  # new format, for a change
    (HERE / "old-protection" / name).write_bytes(out)


for name, how in {
    "checksum.gpg": (255, AES128, 3, 2),
    "simple.gpg": (254, AES128, 0, 2),
    "salted.gpg": (254, AES128, 1, 8),
    "aes192-sha224.gpg": (254, AES192, 3, 11),
    "aes256-sha256.gpg": (254, AES256, 3, 8),
    "aes256-sha384.gpg": (254, AES256, 3, 9),
    "aes256-sha512.gpg": (254, AES256, 3, 10),
    "cast5.gpg": (254, CAST5, 3, 2),
}.items():
    rewrite(name, lambda body, how=how: protect(body, *how))
rewrite("divert.gpg", divert)
