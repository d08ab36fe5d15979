#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""What the bare-metal firmware costs, in instructions of QEMU's mcimx6ul-evk: arithmetic and logins.

metal.py BUILD JSON: BUILD holds gokey.elf and gokey-bench.elf (cmake --build --preset firmware-mcimx6ul-evk --target
gokey_image gokey_bench_image). One tick of the timer is one instruction with -icount shift=4;
with sleep=on the time a client takes passes for the board too, or its login would be over before it began. Instructions are not
cycles: QEMU has neither caches nor a pipeline. Asserts nothing; aims are printed beside the figures.

The time from the reset to the SSH banner is measured without -icount, from the moment at which QEMU, started and waiting, lets
the processor go. Beside it stand the processor time that QEMU spent in it, which another program on the machine lengthens less, and
how long QEMU takes for its own start.
"""
import concurrent.futures
import ctypes
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time

KEY_FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../data/keys/default-count.asc")
# Million instructions. The second unlock's stands for 0.5 s on the chip, where the S2K's 1,351 take over 2 s.
AIMS = {
    "rsa4096": 155, "unlock-again": 335, "nistp256-sign": 1.2, "login ed25519": 4.5, "longest turn, login ed25519": 3,
    "longest turn, login rsa-3072": 3, "longest turn, login rsa-4096": 3,
}
KEYS = {"ed25519": [], "ecdsa": ["-b", "256"], "rsa-3072": ["-b", "3072"], "rsa-4096": ["-b", "4096"]}
LOGINS = 3
# What the board has taken for its heap it never gives back, so the figure is a high-water mark: a client that comes before the
# board is through with the last one raises it once. The first logins come in pairs, to have that behind them, and what stands then
# is to stand after many more.
PAIRS = 50
MANY = 1000
STARTS = 15
BANNER_AIM = 0.2


def rsa_numbers(folder, bits):
    """modulus, d, p, q, p^-1 mod q of a fresh key, as the image reads them."""
    text = subprocess.run(f"openssl genrsa {bits} 2>/dev/null | openssl rsa -noout -text 2>/dev/null", shell=True,
                          capture_output=True, text=True, check=True, cwd=folder).stdout
    fields = {name: int(value.replace(":", "").replace(" ", "").replace("\n", ""), 16) for name, value in
              re.findall(r"^(modulus|privateExponent|prime1|prime2):\n((?:\s+[0-9a-f:]+\n)+)", text, re.MULTILINE)}
    p, q = sorted((fields["prime1"], fields["prime2"]))
    size = bits // 16
    numbers = [(fields["modulus"], 2 * size), (fields["privateExponent"], 2 * size), (p, size), (q, size),
               (pow(p, -1, q), size)]
    return size.to_bytes(4, "little") + b"".join(n.to_bytes(length, "big") for n, length in numbers)


class Board:
    def __init__(self, image, folder, *options):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        (settings := os.path.join(folder, "settings"))
        with open(settings, "wb") as file:
            file.write(b"GKEV" + bytes(4) + os.urandom(64))
        self.lines, self.more = [], threading.Condition()
        self.process = subprocess.Popen(
            ["qemu-system-arm", "-M", "mcimx6ul-evk", "-m", "512M", "-display", "none", "-monitor", "none", "-serial",
             "stdio", "-kernel", image, "-device", f"loader,file={settings},addr=0x9FE00000,force-raw=on", "-nic",
             f"user,net=10.0.0.0/24,host=10.0.0.2,restrict=on,hostfwd=tcp:127.0.0.1:{self.port}-10.0.0.10:22",
             *options], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        for line in self.process.stdout:
            with self.more:
                self.lines.append(line.decode(errors="replace").strip())
                self.more.notify_all()

    def wait_for(self, start, since=0, seconds=120):
        with self.more:
            if not self.more.wait_for(lambda: any(x.startswith(start) for x in self.lines[since:]), seconds):
                raise SystemExit(f"metal.py: no line {start!r} from the board: {self.lines}")
            return len(self.lines)

    def figures(self, since=0):
        return {m[1]: int(m[2]) for m in (re.match(r"bench: (\S+) (\d+)$", x) for x in self.lines[since:]) if m}

    def ssh(self, identity, command="build"):
        return subprocess.run(["ssh", "-F", "/dev/null", "-p", str(self.port), "-i", identity, "-o", "BatchMode=yes",
                               "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none", "-o", "LogLevel=ERROR",
                               "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null",
                               "bar@127.0.0.1", command], stdin=subprocess.DEVNULL, capture_output=True, timeout=60)

    def login(self, identity):
        """What a login told."""
        since = len(self.lines)
        if self.ssh(identity).returncode != 0:
            raise SystemExit(f"metal.py: the login with {os.path.basename(identity)} failed")
        self.wait_for("bench: heap-bytes", since)
        return self.figures(since)

    def stop(self):
        self.process.kill()
        self.process.wait()
        self.reader.join()


def heap_use(board, identity):
    """Bytes of the loop's heap after the pairs, and after many more logins."""
    with concurrent.futures.ThreadPoolExecutor(2) as clients:
        for _ in range(PAIRS):
            if any(one.returncode for one in clients.map(board.ssh, [identity] * 2)):
                raise SystemExit("metal.py: a login of two at once failed")
    use = {f"heap-after-{2 * PAIRS}-logins-bytes": board.login(identity)["heap-bytes"]}
    for _ in range(MANY - 1):
        if board.ssh(identity).returncode != 0:
            raise SystemExit("metal.py: one of many logins failed")
    use[f"heap-after-{MANY}-more-bytes"] = board.login(identity)["heap-bytes"]
    return use


def instructions(build, folder):
    keys = os.path.join(folder, "keys")
    with open(keys, "wb") as file:
        file.write(rsa_numbers(folder, 2048) + rsa_numbers(folder, 4096) + bytes(4))
    key_file = os.path.join(folder, "key-file")
    with open(KEY_FILE, "rb") as source, open(key_file, "wb") as file:
        text = source.read()
        file.write(len(text).to_bytes(4, "little") + text)
    board = Board(os.path.join(build, "gokey-bench.elf"), folder, "-icount", "shift=4,sleep=on", "-device",
                  f"loader,file={keys},addr=0x9FE10000,force-raw=on", "-device",
                  f"loader,file={key_file},addr=0x9FE20000,force-raw=on")
    try:
        board.wait_for("ssh: ready")
        found = board.figures()
        rows = {name: ticks / 1e6 for name, ticks in found.items() if not name.endswith(("-bytes", "-began"))}
        board.wait_for("bench: heap-bytes")  # of the start itself
        found = board.figures()
        rows |= {name: found[name] / 1e6 for name in ("call", "random-32-bytes", "request")}
        rows["reset-to-ready"] = (found["reset-to-main"] + found["start-ended"] - found["start-began"]) / 1e6
        for kind, bits in KEYS.items():
            identity = os.path.join(folder, kind)
            subprocess.run(["ssh-keygen", "-q", "-t", kind.split("-")[0], *bits, "-N", "", "-f", identity], check=True)
            found = [board.login(identity) for _ in range(LOGINS)]
            rows[f"login {kind}"] = statistics.median(one["client-sum"] for one in found) / 1e6
            rows[f"longest turn, login {kind}"] = max(one["client-longest-turn"] for one in found) / 1e6
        memory = {"stack-vault-bytes": board.figures()["stack-vault-bytes"],
                  "stack-loop-bytes": board.figures()["stack-loop-bytes"], **heap_use(board, os.path.join(folder, "ed25519"))}
    finally:
        board.stop()
    return rows, {name: memory[name] for name in memory if name.endswith("-bytes")}


def processor_seconds(process):
    """What it has used so far, all threads and the kernel's part together."""
    clock = ctypes.c_int()
    if ctypes.CDLL(None).clock_getcpuclockid(process.pid, ctypes.byref(clock)):
        raise SystemExit("metal.py: no clock of QEMU's processor time")
    return time.clock_gettime(clock.value)


class Monitor:
    """QEMU's, which comes up last."""

    def __init__(self, path, process):
        self.link = socket.socket(socket.AF_UNIX)
        while self.link.connect_ex(path):
            if process.poll() is not None:
                raise SystemExit("metal.py: QEMU did not start")
            time.sleep(0.001)
        self.lines = self.link.makefile("rw")
        self.lines.readline()
        self.tell("qmp_capabilities")

    def tell(self, command):
        self.lines.write(json.dumps({"execute": command}))
        self.lines.flush()
        self.lines.readline()

    def close(self):
        self.lines.close()
        self.link.close()


def one_start(image, folder):
    """Seconds until QEMU waits with the processor in reset, from there to the banner, and QEMU's processor time in the latter."""
    path = os.path.join(folder, "monitor")
    begin = time.monotonic()
    board = Board(image, folder, "-S", "-qmp", f"unix:{path},server=on,wait=off")
    try:
        monitor = Monitor(path, board.process)
        used, reset = processor_seconds(board.process), time.monotonic()
        monitor.tell("cont")
        board.wait_for("ssh: ready")  # who connects before waits for a retransmission
        with socket.create_connection(("127.0.0.1", board.port), timeout=60) as client:
            if client.recv(4, socket.MSG_WAITALL) != b"SSH-":
                raise SystemExit("metal.py: no SSH banner")
        end = time.monotonic()
        used = processor_seconds(board.process) - used
        monitor.close()
    finally:
        board.stop()
        os.unlink(path)
    return reset - begin, end - reset, used


def start_times(build, folder):
    own, banner, used = zip(*(one_start(os.path.join(build, "gokey.elf"), folder) for _ in range(STARTS)))
    return [("reset to the SSH banner", statistics.median(banner), "s", BANNER_AIM),
            (f"shortest of {STARTS}", min(banner), "s", None), (f"longest of {STARTS}", max(banner), "s", None),
            ("QEMU's processor time meanwhile", statistics.median(used), "s", None),
            ("QEMU's own start, before that", statistics.median(own), "s", None)]


def image_bytes(build):
    """What a loader has to load."""
    listing = subprocess.run(["arm-none-eabi-readelf", "-lW", os.path.join(build, "gokey.elf")], capture_output=True,
                             text=True, check=True).stdout
    return sum(int(size, 16) for size in re.findall(r"^\s*LOAD\s+\S+\s+\S+\s+\S+\s+(0x[0-9a-f]+)", listing, re.M))


def main():
    build, output = sys.argv[1:3]
    with tempfile.TemporaryDirectory(prefix="gk-") as folder:
        rows, memory = instructions(build, folder)
        table = [(name, value, "M instructions", AIMS.get(name)) for name, value in rows.items()]
        table += [(name, value, "", None) for name, value in memory.items()]
        table += start_times(build, folder)
        table.append(("image", image_bytes(build) / 1e6, "MB", 1))
    for name, value, unit, aim in table:
        print(f"{name:<40} {value:>12.3f} {unit:<15} {f'at most {aim}' if aim else ''}")
    with open(output, "w", encoding="ascii") as file:
        json.dump([{"what": name, "value": value, "unit": unit, "aim": aim} for name, value, unit, aim in table], file,
                  indent=1)


if __name__ == "__main__":
    main()
