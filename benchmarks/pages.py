"""W1 and W2: the citizen's page on a real server with a real file, beside a bare server, Flask, and one commit a tap.

The server has one core to itself and `wrk` the other; each run begins with an empty file and letters nobody answered.
"""

import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.rows import PEERS, ROUNDS, Row, at_least, not_here

CLIENTS, CROWD, SECONDS = 16, 128, 4
LETTERS = 60_000
SLOW_DISK = ("strace", "-f", "--seccomp-bpf", "-qq", "-o", os.devnull, "-e", "trace=fsync,fdatasync")
SLOWER = ("-e", "inject=fsync,fdatasync:delay_enter=5000")
MEASURED = re.compile(r"^Requests/sec:\s+([0-9.]+)", re.MULTILINE)
SCRIPT = """
local codes, place = {}, 0
for line in io.lines(os.getenv("CODES")) do codes[#codes + 1] = line end
wrk.method, wrk.body = "POST", "s=3"
wrk.headers["content-type"] = "application/x-www-form-urlencoded"
request = function()
  place = place + 1
  return wrk.format(nil, "/g/" .. codes[place])
end
"""


@dataclass(frozen=True, slots=True)
class Served:
    """A way to serve the page: the words of its command, to which port and folder are added."""

    words: tuple[str, ...]
    slow_disk: bool = False

    def command(self, port: int, folder: Path) -> list[str]:
        """The whole command, on the first core."""
        slow = (*SLOW_DISK, *SLOWER) if self.slow_disk else ()
        return ["taskset", "-c", "0", *slow, *self.words, str(port), str(folder)]


OURS = Served((sys.executable, "-m", "benchmarks.page_servers", "ours"))
BARE = Served((sys.executable, "-m", "benchmarks.page_servers", "bare"))
FLASK = Served((str(PEERS), "-m", "benchmarks.page_flask"))
OURS_SLOW = Served(OURS.words, slow_disk=True)
ONE_BY_ONE = Served((sys.executable, "-m", "benchmarks.page_servers", "one-by-one"), slow_disk=True)


def rows() -> Iterator[Row]:
    """What a page that is shown, and an answer that is on disk, cost beside the plainest way to do it."""
    missing = [tool for tool in ("wrk", "taskset", "strace") if shutil.which(tool) is None]
    if missing or not PEERS.exists():
        why = f"{', '.join(missing) or 'Flask'} is not here: `make bench` sets up what peers need"
        yield from (not_here(row, target, why) for row, target in (("W1", 0.5), ("W1", 1.8), ("W2", 10)))
        return
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write_folder(folder)
        shown = beside(folder, (OURS, BARE), Load(CLIENTS))
        yield at_least("W1", shown, 0.5, "GET of the page; bare ASGI on the same server", CLIENTS)
        kept = beside(folder, (OURS, FLASK), Load(CLIENTS, answers=True))
        yield at_least("W1", kept, 1.8, "POST of an answer; Flask + waitress, a commit a request, in clear", CLIENTS)
        slow = beside(folder, (OURS_SLOW, ONE_BY_ONE), Load(CROWD, answers=True))
        yield at_least("W2", slow, 10, "POST, a disk 5 ms slower per sync; one commit a POST", CROWD)


@dataclass(frozen=True, slots=True)
class Load:
    """So many clients that show the page, or answer."""

    clients: int
    answers: bool = False


def beside(folder: Path, ways: tuple[Served, Served], load: Load) -> float:
    """Requests of ours in a second through the peer's: the median of pairs taken in turn."""
    pairs = [[requests_a_second(folder, way, load) for way in ways] for _ in range(ROUNDS)]
    return statistics.median(mine / other for mine, other in pairs)


def requests_a_second(folder: Path, way: Served, load: Load) -> float:
    """What `wrk` counts; raises RuntimeError where a page was not the one that was asked for."""
    for old in folder.glob("*.db*"):
        old.unlink()
    with serving(folder, way) as address:
        code = (folder / "codes.txt").read_text(encoding="ascii").split()[-1]
        told = ["-s", str(folder / "post.lua"), address] if load.answers else [f"{address}/g/{code}"]
        command = ["taskset", "-c", "1", "wrk", "-t1", f"-c{load.clients}", f"-d{SECONDS}s", *told]
        named = {**os.environ, "CODES": str(folder / "codes.txt")}
        said = subprocess.run(command, capture_output=True, text=True, check=True, env=named, timeout=60).stdout
    found = MEASURED.search(said)
    if found is None or "Non-2xx" in said:
        raise RuntimeError(said)
    return float(found[1])


@contextmanager
def serving(folder: Path, way: Served) -> Iterator[str]:
    """The server's address while it runs."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(way.command(port, folder), start_new_session=True, **quiet) as process:
        try:
            _first_page(f"http://127.0.0.1:{port}", folder)
            yield f"http://127.0.0.1:{port}"
        finally:
            os.killpg(process.pid, signal.SIGKILL)  # strace would only let go of it


def _first_page(address: str, folder: Path) -> None:
    code = (folder / "codes.txt").read_text(encoding="ascii").split()[-1]
    page = subprocess.run(
        ["curl", "-s", "--retry", "50", "--retry-connrefused", "--retry-delay", "1", f"{address}/g/{code}"],
        capture_output=True,
        check=True,
    ).stdout
    if b"</html>" not in page:
        raise RuntimeError(f"{address} shows another page")


def write_folder(folder: Path) -> None:
    """What a public face reads, codes of letters, and the two pages as plain servers show them."""
    subprocess.run([sys.executable, "-m", "benchmarks.page_servers", "folder", str(LETTERS), str(folder)], check=True)
    (folder / "post.lua").write_text(SCRIPT, encoding="ascii")
    codes = (folder / "codes.txt").read_text(encoding="ascii").split()
    with serving(folder, OURS) as address:
        first = _page(f"{address}/g/{codes[-1]}")
        after = _page(f"{address}/g/{codes[-1]}", b"s=3")
    (folder / "first.html").write_bytes(first)
    key = re.search(rb'value="([0-9a-f]{32})"', after)
    if key is None:
        raise RuntimeError("no change key on the page after an answer")
    plain = after.replace(codes[-1].encode(), b"@code@").replace(key[1], b"@key@")
    (folder / "after.html").write_bytes(plain)


def _page(address: str, body: bytes | None = None) -> bytes:
    with urllib.request.urlopen(address, body) as answer:
        return bytes(answer.read())


def main(words: Sequence[str]) -> None:
    """`python -m benchmarks.pages SECONDS`: every way once, requests a second, for a person to look at."""
    with tempfile.TemporaryDirectory() as made:
        write_folder(Path(made))
        for name, way, load in (
            ("GET ours", OURS, Load(CLIENTS)),
            ("GET bare", BARE, Load(CLIENTS)),
            ("POST ours", OURS, Load(CLIENTS, answers=True)),
            ("POST Flask", FLASK, Load(CLIENTS, answers=True)),
            ("slow POST ours", OURS_SLOW, Load(CROWD, answers=True)),
            ("slow POST one by one", ONE_BY_ONE, Load(CROWD, answers=True)),
        ):
            print(f"{name:22} {requests_a_second(Path(made), way, load):8.0f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
