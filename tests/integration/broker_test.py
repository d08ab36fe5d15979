#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The broker with real tokens, real gokeyctl and clients that mean no good."""

import json
import os
import pathlib
import signal
import socket
import stat
import subprocess
import time

from ctl_presence_test import Reports
from gokey import ctl as gokeyctl
from gokey.agent import Agent, Client
from gokey.ctl import Ctl, PROGRAM
from gokey.hostile import Mute
from gokey.sim import Sim
from gokey.token import TokenCase


class BrokerCase(TokenCase):
    def broker(self, *consoles, log=None):
        """A broker that looks after the tokens at these addresses, whose host keys are trusted."""
        self.plain = Ctl(self.dir)  # neither names a token nor an identity
        self.agent = Agent(self.plain, *consoles, identity=self.identity, log=log)
        self.agent.start()
        self.addCleanup(self.agent.stop)
        return self.agent

    def trusted(self, sim=None):
        """The address of the console, whose host key the test's trust store knows."""
        port = (sim or self.sim).port
        self.assertEqual(Ctl.on(self.dir, port, self.identity).json("status")[0], 0)
        return f"127.0.0.1:{port}"

    def client(self):
        client = Client(self.agent.socket)
        self.addCleanup(client.close)
        return client

    def subscribed(self, count=1):
        """A client that has been told of `count` tokens that answer."""
        client = self.client()
        client.send("subscribe")
        ids = set()
        while len(ids) < count:
            line = client.event("token", lambda line: line["data"]["token"]["status"])
            ids.add(line["token"])
        self.id = ids.pop()
        return client

    def locks(self, document):
        return [key["locked"] for key in document["data"]["openpgp"]["keys"]]


class OneToken(BrokerCase):
    def setUp(self):
        super().setUp()
        self.token("ed25519")
        self.broker(self.trusted())

    def test_gokeyctl_goes_through_it(self):
        self.subscribed()
        # Without -i and --trust-new, and without saying which token: only the broker can do that.
        code, document = self.plain.json("status")
        self.assertEqual((code, self.locks(document)), (0, [True] * 3))
        self.assertEqual(self.plain.unlock("all", "not this")[1]["error"]["code"], "wrong-passphrase")
        self.assertEqual(self.plain.unlock("all", self.keys.passphrase)[0], 0)
        self.assertEqual(self.locks(self.plain.json("status")[1]), [False] * 3)
        code, document = self.plain.json("lock")
        self.assertEqual((code, document["data"]["changed"]), (0, ["sig", "dec", "aut"]))
        self.assertEqual(len(bytes.fromhex(self.plain.run("rand", "--hex").stdout.decode())), 32)
        self.assertEqual(self.plain.json("confirm")[0], 25 if self.plain.json("u2f", "status")[1]["data"]["fido"]["initialised"] else 24)
        self.assertEqual(self.plain.json("presence", "on")[0], 0)
        self.assertEqual(self.plain.json("confirm")[0], 25)

    def test_a_status_is_what_the_token_says_now(self):
        """One request, without a name; and never from memory, however busy the stream of events is."""
        client = self.subscribed()
        for locked in (False, True) * 5:
            # Past the broker, so that it learns of it by events alone, which come when they come.
            if locked:
                self.assertEqual(self.console.run("lock all").returncode, 0)
            else:
                self.assertEqual(self.console.unlock("all", self.keys.passphrase), 0)
            told = client.ask("refresh")
            self.assertEqual([key["locked"] for key in told["data"]["status"]["openpgp"]["keys"]], [locked] * 3)
            self.assertEqual(self.locks(self.plain.json("status")[1]), [locked] * 3)
        self.assertEqual(told["data"]["id"], self.id)
        for name in (self.id, self.id[:4], f"console:127.0.0.1:{self.sim.port}"):
            self.assertEqual(self.plain.json("-d", name, "status")[0], 0, name)

    def test_unlocked_for_a_time_it_locks_again(self):
        client = self.subscribed()
        code, document = self.plain.unlock("all", self.keys.passphrase, "--for", "2s")
        self.assertEqual((code, document["data"]["changed"]), (0, ["sig", "dec", "aut"]))
        held = client.event("unlocked")["data"]["token"]["held"]
        self.assertEqual([(one["use"], one["kind"]) for one in held], [("sig", "for"), ("dec", "for"), ("aut", "for")])
        locked = client.event("locked")
        self.assertEqual((locked["data"]["keys"], locked["data"]["reason"]), (["sig", "dec", "aut"], "time-over"))
        # The token itself says so, not only the broker.
        self.assertEqual(self.locks(self.ctl().json("status")[1]), [True] * 3)
        self.assertEqual(self.plain.unlock("all", self.keys.passphrase, "--for", "soon")[0], 2)

    def test_only_the_passphrase_makes_it_longer(self):
        client = self.subscribed()
        self.assertTrue(client.unlock(self.id, self.keys.passphrase, {"kind": "for", "seconds": 600})["ok"])
        longer = {"kind": "for", "seconds": 6000}
        self.assertEqual(client.ask("shorten", token=self.id, hold=longer)["error"]["details"]["reason"], "later-end")
        self.assertTrue(client.ask("shorten", token=self.id, hold={"kind": "for", "seconds": 60})["ok"])
        # An open key lets any passphrase pass, so it is locked first.
        self.assertEqual(client.unlock(self.id, "not this", longer)["error"]["code"], "wrong-passphrase")
        self.assertEqual(self.locks(self.plain.json("status")[1]), [True] * 3)
        self.assertTrue(client.unlock(self.id, self.keys.passphrase, longer)["ok"])

    def test_screen_lock_locks_what_is_held_until_then(self):
        client = self.subscribed()
        self.assertTrue(client.unlock(self.id, self.keys.passphrase, {"kind": "for", "seconds": 600}, "sig")["ok"])
        self.assertTrue(client.unlock(self.id, self.keys.passphrase, {"kind": "until-screen-lock"}, "dec")["ok"])
        self.assertEqual(client.ask("lock-all", reason="screen-locked", which="held-until-screen-lock")["data"], {"locked": 1})
        self.assertEqual(client.event("locked")["data"]["reason"], "screen-locked")
        self.assertEqual(self.locks(self.plain.json("status")[1]), [False, True, True])
        self.assertEqual(client.ask("lock-all", reason="sleep", which="every-key")["data"], {"locked": 1})
        self.assertEqual(self.locks(self.plain.json("status")[1]), [True] * 3)

    def test_its_end_keeps_the_promise_to_lock(self):
        self.subscribed()
        self.assertEqual(self.plain.unlock("all", self.keys.passphrase, "--for", "10m")[0], 0)
        self.assertEqual(self.plain.json("agent", "stop")[0], 0)
        self.assertEqual(self.agent.process.wait(5), 0)
        self.assertEqual(self.locks(self.ctl().json("status")[1]), [True] * 3)
        code, document = self.ctl().unlock("all", self.keys.passphrase, "--for", "10m")
        self.assertEqual((code, document["error"]["details"]["reason"]), (50, "no-broker"))
        self.assertEqual(self.plain.json("agent", "status")[0], 14)

    def test_a_token_that_dies_unlocked(self):
        client = self.subscribed()
        self.assertTrue(client.unlock(self.id, self.keys.passphrase, {"kind": "for", "seconds": 1})["ok"])
        self.sim.kill()
        problem = client.event("problem")
        self.assertEqual(problem["data"]["problem"]["code"], "unreachable")
        # At the end of the time nobody acknowledges the lock, and that is what it says.
        said = client.event("problem", lambda line: line["data"]["problem"]["details"]["reason"] == "lock-not-acknowledged")
        self.assertEqual(said["data"]["token"]["state"], "unreachable")
        port = self.sim.port
        self.sim.ssh = f"127.0.0.1:{port}"
        self.sim.start()
        locked = client.event("locked")
        self.assertEqual((locked["data"]["token"]["state"], locked["data"]["token"]["problem"]), ("locked", None))
        self.assertEqual(self.plain.json("status")[0], 0)

    def test_the_events_of_the_token_pass_through(self):
        self.subscribed()
        watch = subprocess.Popen([PROGRAM, "--json", "status", "--watch"], env=self.plain.env, stdin=subprocess.DEVNULL,
                                 stdout=subprocess.PIPE)
        self.addCleanup(watch.stdout.close)
        self.addCleanup(watch.wait)
        self.addCleanup(watch.kill)
        first = json.loads(watch.stdout.readline())
        gokeyctl.validate(first, "status-watch")
        self.assertEqual(first["event"], "status")
        self.assertEqual(self.plain.unlock("sig", self.keys.passphrase)[0], 0)
        names = set()
        while not {"unlocked", "status"} <= names:
            names.add(json.loads(watch.stdout.readline())["event"])

    def test_there_is_one(self):
        code, document = self.plain.json("agent", "run", "--no-usb")
        self.assertEqual((code, document["error"]["details"]["reason"]), (13, "broker-running"))
        self.agent.stop(signal.SIGKILL)
        self.assertTrue(os.path.exists(self.agent.socket))
        self.agent.start()  # over what the dead one left
        self.assertEqual(stat.S_IMODE(os.lstat(self.agent.socket).st_mode), 0o600)
        self.assertEqual(stat.S_IMODE(os.lstat(os.path.dirname(self.agent.socket)).st_mode), 0o700)
        self.assertEqual(self.plain.json("agent", "status")[0], 0)

    def test_a_name_of_ones_own(self):
        client = self.subscribed()
        self.assertTrue(client.ask("rename", token=self.id, nickname="desk")["ok"])
        self.assertEqual(self.plain.json("-d", "desk", "status")[0], 0)
        for nickname in ("-d", "a:b", " x", "\x1b[2J"):
            self.assertEqual(client.ask("rename", token=self.id, nickname=nickname)["error"]["code"], "usage", nickname)
        self.agent.stop()
        self.assertEqual(Ctl(self.dir, "desk", self.identity).json("status")[0], 0)

    def test_clients_that_mean_no_good(self):
        friend = self.subscribed()
        for garbage in (b"hello\n", b"[" * 5000 + b"\n", b"x" * 20000, b'{"id":1,"request":"fly"}\n', b"\0\n"):
            client = self.client()
            client.socket.sendall(garbage)
            self.assertEqual(client.line()["event"], "farewell", garbage[:20])
            self.assertIsNone(client.line())
        # No pipe, one that is no pipe, and one whose end stays open.
        reads, writes = os.pipe()
        null = os.open("/dev/null", os.O_RDONLY)
        client = self.client()
        for descriptors in ([], [null], [reads]):
            number = client.send("unlock", descriptors, token=self.id, scope="all", hold={"kind": "until-locked"})
            self.assertEqual(client.answer(number)["error"]["code"], "usage")
        for fd in (reads, writes, null):
            os.close(fd)
        self.assertEqual(client.ask("refresh", token="FFFFFFFF")["error"]["code"], "no-token")
        # One that asks and never reads loses its connection; the others notice nothing.
        deaf = self.client()
        deaf.socket.settimeout(60)
        with self.assertRaises((BrokenPipeError, ConnectionResetError)):
            for number in range(1, 100_000):
                deaf.socket.sendall(b'{"id":%d,"request":"tokens"}\n' % number)
        self.assertTrue(friend.ask("refresh", token=self.id)["ok"])

    def test_the_passphrase_is_nowhere(self):
        log = self.dir / "broker.log"
        self.agent.stop()
        self.plain.env["GOKEY_LOG"] = "trace"
        self.broker(f"127.0.0.1:{self.sim.port}", log=log)
        client = self.subscribed()
        wrong = "a wrong one, and unlike any other"
        client.unlock(self.id, wrong)
        self.assertTrue(client.unlock(self.id, self.keys.passphrase)["ok"])
        self.assertTrue(client.ask("lock", token=self.id, scope="all")["ok"])
        self.agent.stop()
        said = b"\n".join(client.heard) + log.read_bytes() + pathlib.Path(self.agent.socket).parent.joinpath(
            "broker.sock.lock").read_bytes()
        for secret in (wrong, self.keys.passphrase):
            self.assertNotIn(secret.encode(), said)

    def test_it_sleeps(self):
        self.subscribed()

        def switches():
            total = 0
            for task in pathlib.Path(f"/proc/{self.agent.process.pid}/task").iterdir():
                total += int((task / "status").read_text().split("voluntary_ctxt_switches:")[1].split()[0])
            return total

        def quiet():
            before = switches()
            time.sleep(2)  # a measurement, not a wait for something
            return switches() - before <= 2

        self.eventually(quiet, message="it is never quiet for two seconds")  # once what the start left is done


class Presence(BrokerCase):
    """A FIDO client of the test's own asks for presence."""

    def start(self, *arguments, **options):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.token("ed25519", *arguments, arguments=("--fido-udp", f"127.0.0.1:{port}"), **options)
        self.broker(self.trusted())
        self.assertEqual(self.plain.json("init")[0], 0)
        self.assertEqual(self.plain.json("presence", "on")[0], 0)
        self.reports = Reports(port)
        self.addCleanup(self.reports.socket.close)
        return self.subscribed()

    def confirmed(self):
        """U2F lets the client ask again: the answer is 6985 until presence is there."""
        answer = self.reports.answer()
        while answer == b"\x69\x85":
            self.reports.register()
            answer = self.reports.answer()
        self.assertEqual(answer[-2:], b"\x90\x00")

    def test_a_confirmation_is_for_the_request_it_names(self):
        client = self.start()
        self.reports.register()
        event = client.event("presence-requested")["data"]
        asked = event["presence"]
        self.assertEqual((asked["site"], event["token"]["state"]), ("GitHub", "presence-requested"))
        self.assertTrue(0 < asked["left_ms"] <= 30_000)
        other = client.ask("confirm-presence", token=self.id, number=asked["number"] + 1)
        self.assertEqual((other["error"]["code"], other["error"]["details"]["reason"]),
                         ("no-presence-request", "other-request"))
        self.assertEqual(self.plain.json("presence", "show")[1]["data"]["pending"]["site"], "GitHub")
        self.assertTrue(client.ask("confirm-presence", token=self.id, number=asked["number"])["ok"])
        ended = client.event("presence-ended")["data"]
        self.assertEqual((ended["presence"]["number"], ended["outcome"]), (asked["number"], "confirmed"))
        self.confirmed()
        late = client.ask("confirm-presence", token=self.id, number=asked["number"])
        self.assertEqual(late["error"]["code"], "no-presence-request")

    def test_gokeyctl_confirms_through_it(self):
        client = self.start()
        self.reports.register()
        client.event("presence-requested")
        self.assertEqual(self.plain.json("confirm")[0], 0)
        self.confirmed()
        self.assertEqual(self.plain.json("confirm")[0], 25)

    def test_the_original_tells_by_its_log(self):
        certificate, key = self.dir / "certificate.pem", self.dir / "key.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-subj", "/O=GoKey/OU=Authenticator Attestation/CN=Test", "-keyout", key, "-out", certificate],
                       check=True, capture_output=True)
        client = self.start("--u2f-certificate", certificate, "--u2f-private-key", key, dialect="classic")
        self.reports.register()
        asked = client.event("presence-requested")["data"]["presence"]
        self.assertEqual(asked["application"], None)
        self.assertTrue(client.ask("confirm-presence", token=self.id, number=asked["number"])["ok"])
        self.assertEqual(client.event("presence-ended")["data"]["outcome"], "confirmed")
        self.confirmed()


class Several(BrokerCase):
    def test_two_tokens(self):
        self.token("ed25519")
        first = self.trusted()
        second = Sim(self.provisioned("ed25519"))
        self.addCleanup(second.stop)
        second.start()
        self.broker(first, self.trusted(second))
        client = self.subscribed(2)
        tokens = client.ask("tokens")["data"]
        self.assertEqual(len({token["serial"] for token in tokens}), 2)
        self.assertEqual(self.plain.json("status")[0], 12)
        for token in tokens:
            code, document = self.plain.json("-d", token["serial"], "status")
            self.assertEqual((code, document["data"]["token"]["serial"]), (0, token["serial"]))
        self.assertTrue(client.unlock(tokens[0]["id"], self.keys.passphrase)["ok"])
        self.assertEqual(self.locks(self.plain.json("-d", tokens[1]["serial"], "status")[1]), [True] * 3)

    def test_a_hung_console_holds_up_nobody(self):
        self.token("ed25519")
        mute = Mute()
        self.addCleanup(mute.close)
        self.broker(f"127.0.0.1:{mute.port}", self.trusted())
        client = self.subscribed()
        number = client.send("refresh", token=f"console:127.0.0.1:{mute.port}")
        self.assertTrue(client.ask("refresh", token=self.id)["ok"])
        self.assertEqual(self.plain.json("-d", self.id, "status")[0], 0)
        # Its own request ends with an error, and the broker ends although it still tries.
        self.assertEqual(client.answer(number)["error"]["code"], "unreachable")
        self.assertEqual(self.agent.stop(), 0)

    def test_connecting_ends_when_a_person_says_so(self):
        self.token("ed25519")
        mute = Mute()
        self.addCleanup(mute.close)
        self.broker(f"127.0.0.1:{mute.port}")
        name = f"console:127.0.0.1:{mute.port}"
        client = self.client()
        client.send("subscribe")

        def stopped():  # in vain while one attempt is over and the next has not begun
            client.event("token", lambda line: line["data"]["token"]["connecting"])
            problem = client.ask("stop-connecting", token=name)["data"]["problem"]
            return problem and problem["code"] == "cancelled"

        self.eventually(stopped, message="it goes on")
        (token,) = client.ask("tokens")["data"]
        self.assertEqual((token["connecting"], token["state"]), (False, "unreachable"))
        self.eventually(lambda: mute.clients, message="it never came")
        mute.clients[-1].settimeout(60)
        while mute.clients[-1].recv(4096):  # it hangs up
            pass
        # Asked for, it tries again, and that can be stopped as well.
        number = client.send("refresh", token=name)
        self.eventually(stopped, message="it goes on")
        self.assertEqual(client.answer(number)["error"]["code"], "cancelled")

    def test_an_unknown_host_key_waits_for_a_person(self):
        self.token("ed25519")
        place = f"127.0.0.1:{self.sim.port}"
        self.broker(place)
        client = self.client()
        client.send("subscribe")
        token = client.event("token", lambda line: line["data"]["token"]["presented"])["data"]["token"]
        self.assertEqual((token["known"], token["status"], token["problem"]), (False, None, None))
        self.assertEqual(client.unlock(token["id"], self.keys.passphrase)["error"]["code"], "host-key")
        self.assertEqual(client.ask("trust-host-key", token=token["id"], fingerprint="SHA256:other")["error"]["code"], "host-key")
        trusted = client.ask("trust-host-key", token=token["id"], fingerprint=token["presented"]["fingerprint"])
        self.assertEqual((trusted["data"]["known"], trusted["data"]["state"]), (True, "locked"))
        self.assertEqual(client.event("gone")["token"], token["id"])
        self.assertEqual(self.plain.json("status")[0], 0)

    def test_a_changed_host_key_has_no_way_on(self):
        self.token("ed25519")
        place = self.trusted()
        file = self.dir / "data" / "gokey-manager" / "known-tokens.json"
        known = json.loads(file.read_text())
        known["tokens"][0]["fingerprint"] = "SHA256:" + "A" * 43
        file.write_text(json.dumps(known))
        self.broker(place)
        client = self.client()
        client.send("subscribe")
        problem = client.event("problem")["data"]["token"]
        self.assertEqual((problem["problem"]["code"], problem["state"]), ("host-key", "attention"))
        self.assertEqual(client.unlock(problem["id"], self.keys.passphrase)["error"]["code"], "host-key")
        refused = client.ask("trust-host-key", token=problem["id"], fingerprint=problem["presented"]["fingerprint"])
        self.assertFalse(refused["ok"])

    def test_the_original_dialect(self):
        self.token("rsa2048", dialect="classic")
        self.broker(self.trusted())
        client = self.subscribed()
        self.assertEqual(client.unlock(self.id, "not this", scope="dec")["error"]["code"], "wrong-passphrase")
        self.assertTrue(client.unlock(self.id, self.keys.passphrase, {"kind": "for", "seconds": 2})["ok"])
        self.assertEqual(client.event("unlocked")["data"]["keys"], ["sig", "dec"])
        self.assertEqual(self.plain.json("status")[0], 0)
        self.assertEqual(client.event("locked")["data"]["reason"], "time-over")
        code, document = self.plain.json("lock")
        self.assertEqual((code, document["data"]["already"]), (0, ["sig", "dec"]))


if __name__ == "__main__":
    from gokey import case
    case.main()
