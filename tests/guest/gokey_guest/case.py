# SPDX-License-Identifier: Apache-2.0
"""What every case in the guest starts from."""

from gokey.token import TokenCase

from .token import Token


class GuestCase(TokenCase):
    guest = None  # set by run.py: one for all cases

    @classmethod
    def for_all(cls):
        """Who owns what serves every case of the class: a plug and an address take the guest ten seconds and more."""
        owner = cls()
        cls.addClassCleanup(owner.doCleanups)
        owner.setUp()
        return owner

    def usb_token(self, name="ed25519", *arguments, start_arguments=()):
        """A running token with the key set `name`, not plugged in yet."""
        self.token(name, *arguments, arguments=["--usbip", "127.0.0.1:0", *start_arguments])
        token = Token(self.guest, self.sim, self.console, self.identity, self.keys)
        self.addCleanup(self._unplug, token)
        return token

    def plugged(self, name="ed25519", *arguments):
        token = self.usb_token(name, *arguments)
        token.plug()
        return token

    def _unplug(self, token):
        if token.look().bus:
            token.sim.stop()
            token.wait_gone()

    def sh(self, script, stdin=b"", seconds=120):
        """Standard output of a shell script in the guest, which must succeed."""
        done = self.guest.run(script, stdin, seconds)
        self.assertEqual(done.returncode, 0, f"{script}\n{done.stdout.decode(errors='replace')}"
                                             f"{done.stderr.decode(errors='replace')}")
        return done.stdout.decode(errors="replace")

    def fails(self, script, stdin=b"", seconds=120):
        """What a script says that must not succeed."""
        done = self.guest.run(script, stdin, seconds)
        self.assertNotEqual(done.returncode, 0, f"{script}\n{done.stdout!r}")
        return (done.stdout + done.stderr).decode(errors="replace")

    def daemon(self, script, log):
        """Starts a daemon in the guest that ends with the test; its output goes to the file `log` there."""
        pid = self.sh(f"setsid {script} </dev/null >{log} 2>&1 & echo $!").strip()
        self.addCleanup(self.guest.run, f"kill {pid}; while kill -0 {pid}; do sleep 0.1; done")
        return pid

    def pcscd(self, log="/tmp/pcscd.log"):
        pid = self.daemon("env LIBCCID_ifdLogLevel=0x000F pcscd -f -d", log)
        self.eventually(lambda: self.guest.run("test -S /run/pcscd/pcscd.comm").returncode == 0)
        self._pcscd = (pid, log)
        return pid

    def by_pcscd(self, condition, seconds, message):
        """eventually(), for what pcscd says about a reader that came or went."""
        try:
            return self.eventually(condition, seconds, message)
        except AssertionError:
            if not self._pcscd_hangs():
                raise
        print(f"{self.id()}: pcscd hangs in the removal of a reader and is started again", flush=True)
        pid, log = self._pcscd
        self.guest.run(f"kill -9 {pid}; while kill -0 {pid}; do sleep 0.1; done; rm -f /run/pcscd/*; mv {log} {log}.1")
        self.pcscd(log)
        return self.eventually(condition, seconds, message)

    def _pcscd_hangs(self):
        """pcscd (1.9.9 and later) can miss that a reader has gone. Its hot-plug thread tells the reader's thread to end by
        hLockId (EHDestroyEventHandler) and waits for it; that thread, if it finds the card gone just then, sets hLockId to
        0 (RFSetReaderEventState) and polls a reader that is not there for ever. Any reader does, no reader can help it."""
        log = self._pcscd[1]
        said = self.guest.run(f"grep -e 'Stomping thread' -e 'Thread stomped' {log} | tail -n 1").stdout
        return b"Stomping thread" in said
