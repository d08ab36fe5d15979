# SPDX-License-Identifier: Apache-2.0
"""Identities of OpenSSH's security keys, signed in software: PROTOCOL.u2f says what a key signs."""

import hashlib
import os

import paramiko
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, utils

TOUCHED = 0x01


class SecurityKey(paramiko.PKey):
    """sk-ssh-ed25519@openssh.com or sk-ecdsa-sha2-nistp256@openssh.com."""

    public_blob = None  # no certificate

    def __init__(self, kind, application="ssh:"):
        self.application = application
        self.counter = 1
        if kind == "ed25519":
            self.name = "sk-ssh-ed25519@openssh.com"
            self.private = ed25519.Ed25519PrivateKey.generate()
        else:
            self.name = "sk-ecdsa-sha2-nistp256@openssh.com"
            self.private = ec.generate_private_key(ec.SECP256R1())

    @classmethod
    def of(cls, key):
        """`key` in the hands of this class."""
        other = cls("ed25519")
        other.name, other.private = key.name, key.private
        return other

    def get_name(self):
        return self.name

    def can_sign(self):
        return True

    def asbytes(self):
        blob = paramiko.Message()
        blob.add_string(self.name)
        public, encoding = self.private.public_key(), serialization.Encoding
        if isinstance(self.private, ed25519.Ed25519PrivateKey):
            blob.add_string(public.public_bytes(encoding.Raw, serialization.PublicFormat.Raw))
        else:
            blob.add_string("nistp256")
            blob.add_string(public.public_bytes(encoding.X962, serialization.PublicFormat.UncompressedPoint))
        blob.add_string(self.application)
        return blob.asbytes()

    def signed_by_key(self, data, application):
        head = hashlib.sha256(application.encode()).digest() + bytes([TOUCHED]) + self.counter.to_bytes(4, "big")
        message = head + hashlib.sha256(data).digest()
        if isinstance(self.private, ed25519.Ed25519PrivateKey):
            return self.private.sign(message)
        r, s = utils.decode_dss_signature(self.private.sign(message, ec.ECDSA(hashes.SHA256())))
        pair = paramiko.Message()
        pair.add_mpint(r)
        pair.add_mpint(s)
        return pair.asbytes()

    def sign_ssh_data(self, data, algorithm=None):
        return self.signature(self.signed_by_key(data, self.application))

    def signature(self, signed):
        blob = paramiko.Message()
        blob.add_string(self.name)
        blob.add_string(signed)
        blob.add_byte(bytes([TOUCHED]))
        blob.add_int(self.counter)
        return blob

    def authorized_line(self):
        return f"{self.name} {self.get_base64()} security key\n"


class OtherApplication(SecurityKey):
    """The same key, used for a web site instead of SSH."""

    def sign_ssh_data(self, data, algorithm=None):
        return self.signature(self.signed_by_key(data, "https://example.org"))


class Impostor(SecurityKey):
    """Who knows the public key alone."""

    def sign_ssh_data(self, data, algorithm=None):
        return self.signature(os.urandom(64))
