#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""What things cost on this machine, beside what people would use instead.

bench.py BIN JSON: BIN holds the release build's programs. Runs inside a mount namespace of its own (dev.d/bench.sh),
because it starts a pcscd. Prints a table and writes the same figures to JSON. Asserts nothing: aims are printed beside
the figures for people to judge.
"""
import contextlib
import json
import os
import re
import socket
import statistics
import struct
import subprocess
import sys
import tempfile
import time

from desktop import bench_desktop
from usb import bench_usb

PASSPHRASE = "bench-passphrase"
SELECT = bytes.fromhex("00A4040006D27600012401")


class Table:
    """Rows of (what, value, unit, beside, aim), printed as they come."""

    def __init__(self):
        self.rows = []

    def add(self, what, value, unit, beside="", aim=""):
        self.rows.append({"what": what, "value": round(value, 4), "unit": unit, "beside": beside, "aim": aim})
        print(f"{what:<46} {value:>10.3f} {unit:<8} {beside:<40} {aim}", flush=True)


def hyperfine(commands, env=None, runs=15):
    """Median seconds of each command, interleaved runs left to hyperfine."""
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        subprocess.run(["hyperfine", "-N", "--warmup", "3", "--runs", str(runs), "--export-json", out.name, *commands],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)
        return [r["median"] for r in json.load(open(out.name))["results"]]


def peak_kib(command, env=None):
    done = subprocess.run(["/usr/bin/time", "-f", "%M", *command], capture_output=True, text=True, env=env)
    return int(done.stderr.strip().splitlines()[-1])


class Desk:
    """Keys, gokey-sim and, where wanted, a pcscd of its own; everything in one temporary folder."""

    def __init__(self, folder, bin_folder):
        self.folder, self.bin = folder, bin_folder
        self.env = dict(os.environ, HOME=folder, XDG_CONFIG_HOME=f"{folder}/config", XDG_DATA_HOME=f"{folder}/data",
                        XDG_STATE_HOME=f"{folder}/log", XDG_CACHE_HOME=f"{folder}/cache")
        self.env.pop("SSH_AUTH_SOCK", None)
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", f"{folder}/id"], check=True)

    def gpg(self, home, *args, **kwargs):
        os.makedirs(home, mode=0o700, exist_ok=True)
        return subprocess.run(["gpg", "--homedir", home, "--batch", "--pinentry-mode", "loopback", "--passphrase",
                               PASSPHRASE, *args], check=True, capture_output=True, **kwargs)

    def provision(self, name, sign, encrypt):
        """A state folder whose signature and decryption keys are of these GnuPG algorithms. One token signs many times
        per VERIFY, so that the figure is the signature's own."""
        home = f"{self.folder}/k-{name}"
        self.gpg(home, "--quick-gen-key", "Bench <bench@example.org>", "ed25519", "cert", "never")
        fingerprint = [line.split(":")[9] for line in
                       self.gpg(home, "--list-keys", "--with-colons").stdout.decode().splitlines() if line.startswith("fpr")][0]
        self.gpg(home, "--quick-add-key", fingerprint, sign, "sign", "never")
        self.gpg(home, "--quick-add-key", fingerprint, encrypt, "encr", "never")
        for kind in ("secret", "public"):
            option = "--export-secret-keys" if kind == "secret" else "--export"
            open(f"{home}/{kind}.asc", "wb").write(self.gpg(home, "--armor", option, fingerprint).stdout)
        state = f"{self.folder}/s-{name}"
        subprocess.run([f"{self.bin}/gokey-sim", "--state", state, "provision", "--pgp-secret-key", f"{home}/secret.asc",
                        "--ssh-authorized-keys", f"{self.folder}/id.pub", "--name", "Bench", "--signature-pin", "once"],
                       check=True, capture_output=True)
        subprocess.run(["gpgconf", "--homedir", home, "--kill", "all"], capture_output=True)
        return state, home

    @contextlib.contextmanager
    def token(self, state, *options):
        reads, writes = os.pipe()
        sim = subprocess.Popen([f"{self.bin}/gokey-sim", "--state", state, "--ssh", "127.0.0.1:0", "--ready-fd", str(writes),
                                *options], pass_fds=[writes], stderr=subprocess.DEVNULL)
        os.close(writes)
        try:
            with os.fdopen(reads) as ready:
                yield json.loads(ready.readline())
        finally:
            sim.terminate()
            sim.wait()

    @contextlib.contextmanager
    def pcscd(self, port):
        os.makedirs(f"{self.folder}/readers", exist_ok=True)
        open(f"{self.folder}/readers/vpcd", "w").write(
            f'FRIENDLYNAME "Virtual PCD"\nDEVICENAME /dev/null:{port}\n'
            f"LIBPATH /usr/lib/pcsc/drivers/serial/libifdvpcd.so\nCHANNELID {port}\n")
        subprocess.run(["mount", "-t", "tmpfs", "none", "/run/pcscd"], check=True)
        daemon = subprocess.Popen(["pcscd", "-f", "-c", f"{self.folder}/readers"], stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL)
        try:
            while not os.path.exists("/run/pcscd/pcscd.comm"):
                time.sleep(0.02)
            yield
        finally:
            daemon.terminate()
            daemon.wait()


class Reader:
    """The reader's side of vpcd: listens, and talks to the card that connects."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.link = None

    def accept(self):
        self.link, _ = self.listener.accept()
        self.link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def apdu(self, command):
        self.link.sendall(struct.pack(">H", len(command)) + command)
        head = self.link.recv(2, socket.MSG_WAITALL)
        return self.link.recv(struct.unpack(">H", head)[0], socket.MSG_WAITALL)


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as s:
        return s.getsockname()[1]


def bench_start(table, desk):
    ours, ykman, fido2 = hyperfine([f"{desk.bin}/gokeyctl --version", "ykman --version", "fido2-token -V"])
    table.add("gokeyctl --version", ours * 1e3, "ms", f"ykman {ykman * 1e3:.0f} ms, fido2-token {fido2 * 1e3:.1f} ms",
              f"{ykman / ours:.0f}x ykman (aim 40)")
    table.add("gokeyctl --version, peak memory", peak_kib([f"{desk.bin}/gokeyctl", "--version"]) / 1024, "MiB", "", "aim 8")


def bench_console(table, desk, state):
    with desk.token(state) as ready:
        port = ready["ssh"].rsplit(":", 1)[1]
        base = [f"{desk.bin}/gokeyctl", "--no-input", "-i", f"{desk.folder}/id", "-d", f"console:127.0.0.1:{port}"]
        subprocess.run([*base, "--trust-new", "status"], check=True, capture_output=True, env=desk.env)
        ssh = (f"ssh -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o BatchMode=yes "
               f"-o IdentitiesOnly=yes -F /dev/null -i {desk.folder}/id -p {port} bench@127.0.0.1 status")
        ours, theirs = hyperfine([" ".join([*base, "status"]), ssh], env=desk.env)
        table.add("gokeyctl status, new connection", ours * 1e3, "ms", f"ssh HOST status {theirs * 1e3:.0f} ms",
                  f"{theirs / ours:.1f}x ssh (aim 12)")


@contextlib.contextmanager
def broker(desk, env, port):
    agent = subprocess.Popen([f"{desk.bin}/gokeyctl", "-i", f"{desk.folder}/id", "agent", "run", "--no-usb", "--console",
                              f"127.0.0.1:{port}"], env=env, stderr=subprocess.PIPE)
    try:
        agent.stderr.readline()
        # Until it has logged in.
        while subprocess.run([f"{desk.bin}/gokeyctl", "--no-input", "status"], env=env, capture_output=True).returncode != 0:
            time.sleep(0.05)
        yield agent
    finally:
        agent.terminate()
        agent.wait()
        agent.stderr.close()


def voluntary_switches(pid):
    total = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/status") as status:
            total += int(re.search(r"^voluntary_ctxt_switches:\s*(\d+)", status.read(), re.M).group(1))
    return total


def bench_broker(table, desk, state):
    """One gokeyctl after the other through the broker, beside OpenSSH with a connection that stays open."""
    runtime = f"{desk.folder}/run"
    os.makedirs(runtime, mode=0o700, exist_ok=True)
    env = dict(desk.env, XDG_RUNTIME_DIR=runtime)
    with desk.token(state) as ready:
        port = ready["ssh"].rsplit(":", 1)[1]
        subprocess.run([f"{desk.bin}/gokeyctl", "--no-input", "-i", f"{desk.folder}/id", "-d", f"console:127.0.0.1:{port}",
                        "--trust-new", "status"], check=True, capture_output=True, env=desk.env)
        ssh = (f"ssh -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o BatchMode=yes "
               f"-o IdentitiesOnly=yes -F /dev/null -o ControlMaster=auto -o ControlPath={runtime}/m -i {desk.folder}/id "
               f"-p {port} bench@127.0.0.1")
        master = subprocess.Popen([*ssh.split(), "-N"], stdin=subprocess.DEVNULL)
        try:
            while not os.path.exists(f"{runtime}/m"):
                time.sleep(0.02)
            with broker(desk, env, port) as agent:
                ours, theirs = hyperfine([f"{desk.bin}/gokeyctl status", f"{ssh} status"], env=env, runs=50)
                before = voluntary_switches(agent.pid)
                time.sleep(20)
                wakeups = (voluntary_switches(agent.pid) - before) / 20
        finally:
            master.terminate()
            master.wait()
        table.add("gokeyctl status, through the broker", ours * 1e3, "ms", f"ssh ControlMaster {theirs * 1e3:.1f} ms", "aim 2")
        table.add("wake-ups of the broker, one token, idle", wakeups, "1/s", "", "aim 0.2")


def bench_pcsc(table, desk, state, home):
    port = free_port()
    gnupg = f"{desk.folder}/gnupg"
    os.makedirs(gnupg, mode=0o700)
    open(f"{gnupg}/scdaemon.conf", "w").write("disable-ccid\npcsc-shared\n")
    pinentry = f"{desk.folder}/pinentry"
    open(pinentry, "w").write('#!/bin/sh\necho "OK"\nwhile read -r c _; do case $c in GETPIN) echo "D any-pin"; echo OK;; '
                              'BYE) echo OK; exit 0;; *) echo OK;; esac; done\n')
    os.chmod(pinentry, 0o700)
    open(f"{gnupg}/gpg-agent.conf", "w").write(f"pinentry-program {pinentry}\n")
    env = dict(desk.env, GNUPGHOME=gnupg)
    with desk.pcscd(port), desk.token(state, "--vpcd", f"127.0.0.1:{port}") as ready:
        import smartcard.System
        deadline = time.time() + 10
        while True:
            try:
                card = smartcard.System.readers()[0].createConnection()
                card.connect()
                break
            except Exception:
                if time.time() > deadline:
                    raise
                time.sleep(0.1)
        card.transmit(list(SELECT))
        times = []
        for _ in range(500):
            start = time.perf_counter()
            card.transmit([0, 0xCA, 0, 0x4F, 0])
            times.append(time.perf_counter() - start)
        table.add("GET DATA 4F through pcscd", statistics.median(times) * 1e3, "ms", "original through pcscd: 44 ms", "aim 0.15")
        card.disconnect()
        del card  # its context must go before pcscd does

        subprocess.run(["gpg", "--batch", "--quiet", "--import", f"{home}/public.asc"], check=True, capture_output=True, env=env)
        subprocess.run(["gpg", "--batch", "--card-status"], check=True, capture_output=True, env=env)
        status, = hyperfine(["gpg --batch --card-status"], env=env)
        table.add("gpg --card-status", status * 1e3, "ms", "the original took 930 ms", "aim 230")
        subprocess.run([f"{desk.bin}/gokeyctl", "--no-input", "--trust-new", "-i", f"{desk.folder}/id", "-d",
                        f"console:{ready['ssh']}", "unlock", "sig", "--passphrase-fd", "0"], input=PASSPHRASE.encode(), check=True,
                       capture_output=True, env=env)
        message = f"{desk.folder}/message"
        open(message, "w").write("hello\n")
        sign, = hyperfine([f"gpg --batch --yes --trust-model always -o {message}.sig --detach-sign {message}"], env=env)
        soft, = hyperfine([f"gpg --homedir {home} --batch --yes --pinentry-mode loopback --passphrase {PASSPHRASE} "
                           f"-o {message}.soft --detach-sign {message}"], env=env)
        table.add("gpg --detach-sign, key unlocked", sign * 1e3, "ms", f"the same with the key on disk {soft * 1e3:.0f} ms", "aim 80")
        for folder in (gnupg, home):
            subprocess.run(["gpgconf", "--homedir", folder, "--kill", "all"], capture_output=True)


def openssl_sign_ms(algorithm):
    """One signature by `openssl speed`, in milliseconds."""
    out = subprocess.run(["openssl", "speed", "-seconds", "1", algorithm], capture_output=True, text=True).stdout
    row = [line for line in out.splitlines() if re.search(r"\d+\.\d+s", line)][-1]
    signatures_per_second = row.split()[-2]  # the time beside it has four digits only
    return 1e3 / float(signatures_per_second)


def digest_info(length):
    prefix = {32: "3031300d060960864801650304020105000420", 64: "3051300d060960864801650304020305000440"}[length]
    return bytes.fromhex(prefix) + bytes(range(length))


def bench_cds(table, desk, name, state, data, openssl):
    reader = Reader()
    with desk.token(state, "--vpcd", f"127.0.0.1:{reader.port}"):
        reader.accept()
        reader.apdu(SELECT)
        secret = PASSPHRASE.encode()
        start = time.perf_counter()
        answer = reader.apdu(bytes([0, 0x20, 0, 0x81, len(secret)]) + secret)
        unlock = time.perf_counter() - start
        assert answer == b"\x90\x00", answer.hex()
        command = bytes([0, 0x2A, 0x9E, 0x9A, len(data)]) + data + b"\0" if name[:3] != "rsa" else \
            b"\x00\x2A\x9E\x9A" + struct.pack(">BH", 0, len(data)) + data + b"\0\0"
        times = []
        for _ in range(20 if name[:3] == "rsa" else 100):
            start = time.perf_counter()
            answer = reader.apdu(command)
            times.append(time.perf_counter() - start)
            assert answer[-2:] == b"\x90\x00", answer.hex()
        reader.link.close()
        ours = statistics.median(times) * 1e3
        theirs = openssl_sign_ms(openssl)
        table.add(f"PSO:CDS {name}, without pcscd", ours, "ms", f"openssl speed {openssl} {theirs:.3f} ms",
                  "the counter is written through to disk first")
        return unlock


def main():
    bin_folder, report = os.path.abspath(sys.argv[1]), sys.argv[2]
    table = Table()
    with tempfile.TemporaryDirectory(prefix="gokey-bench-") as folder:
        desk = Desk(folder, bin_folder)
        bench_start(table, desk)
        state, home = desk.provision("ed25519", "ed25519", "cv25519")
        bench_console(table, desk, state)
        bench_broker(table, desk, state)
        bench_pcsc(table, desk, state, home)
        unlock = bench_cds(table, desk, "ed25519", state, bytes(64), "ed25519")
        table.add("VERIFY at GnuPG's default S2K count", unlock * 1e3, "ms")
        for name, data, openssl in (
                ("rsa2048", digest_info(64), "rsa2048"), ("rsa4096", digest_info(64), "rsa4096"),
                ("nistp256", bytes(range(32)), "ecdsap256"), ("nistp384", bytes(range(48)), "ecdsap384"),
                ("nistp521", bytes(range(64)), "ecdsap521"), ("brainpoolP256r1", bytes(range(32)), "ecdsabrp256r1")):
            sign = name if name.startswith("rsa") else f"{name}/ecdsa"
            bench_cds(table, desk, name, desk.provision(name, sign, "cv25519")[0], data, openssl)
        bench_usb(table, desk, state)
    bench_desktop(table, bin_folder)
    with open(report, "w") as out:
        json.dump({"schema": 1, "rows": table.rows}, out, indent=1)


main()
