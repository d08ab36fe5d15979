# SPDX-License-Identifier: Apache-2.0
"""GnuPG in the guest, with a home of its own and a pinentry that types the passphrase of the test's keys."""

PINENTRY = """#!/bin/sh
echo "OK at your service"
while read -r command rest; do
  case $command in
    GETPIN) echo "D $(cat /root/g/pin)"; echo OK ;;
    BYE) echo OK; exit 0 ;;
    *) echo OK ;;
  esac
done
"""
MESSAGE = b"It was the best of times, it was the worst of times.\n"


class GuestGpg:
    """`direct`: scdaemon drives the reader itself; else only through pcscd."""

    def __init__(self, case, token, direct):
        self.case, self.token, self.direct = case, token, direct
        guest = case.guest
        guest.run("rm -rf /root/g; mkdir -m 700 /root/g")
        guest.put("/root/g/pinentry", PINENTRY, "700")
        guest.put("/root/g/pin", token.keys.passphrase)
        guest.put("/root/g/gpg-agent.conf", "pinentry-program /root/g/pinentry\n")
        scdaemon = "debug-ccid-driver\nlog-file /tmp/scd.log\nverbose\n" if direct else "disable-ccid\npcsc-shared\n"
        guest.put("/root/g/scdaemon.conf", scdaemon)
        guest.run("rm -f /tmp/scd.log")
        case.addCleanup(guest.run, "gpgconf --homedir /root/g --kill all")
        case.sh("gpg --homedir /root/g --batch --quiet --import", token.keys.public.read_bytes())

    def run(self, arguments, stdin=b"", seconds=120):
        return self.case.guest.run(f"gpg --homedir /root/g --batch --yes --trust-model always {arguments}", stdin, seconds)

    def card_status(self):
        done = self.run("--card-status --with-colons")
        return done.stdout.decode() if done.returncode == 0 else None

    def wait_for_card(self):
        wait = self.case.eventually if self.direct else self.case.by_pcscd
        return wait(self.card_status, 120, "gpg did not find the card")

    def sign(self):
        """Signs, and has gpg verify it."""
        case = self.case
        done = self.run(f"--local-user {self.token.keys.sig}! --output /tmp/sig --detach-sign", MESSAGE)
        case.assertEqual(done.returncode, 0, done.stderr.decode())
        verified = self.run("--status-fd 1 --verify /tmp/sig -", MESSAGE)
        case.assertIn(f"VALIDSIG {self.token.keys.sig.upper()}", verified.stdout.decode())

    def decrypt(self):
        case = self.case
        box = self.run(f"--recipient {self.token.keys.dec}! --encrypt", MESSAGE)
        case.assertEqual(box.returncode, 0, box.stderr)
        clear = self.run("--decrypt", box.stdout)
        case.assertEqual((clear.returncode, clear.stdout), (0, MESSAGE), clear.stderr.decode())
