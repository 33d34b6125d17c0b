"""Recording an act: strace tells every call that changes a disk, with its bytes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lost_disk import Call, ForgetfulDisk, read_all

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MARK = "confirmed-"
"""An act makes a folder of this name when it has confirmed something."""
WATCHED = (
    "openat,write,pwrite64,pwritev,writev,ftruncate,truncate,fallocate,copy_file_range,sendfile,"
    "fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,link,linkat,symlink"
)
_LINE = re.compile(r"(\d+) +(\w+)\((.*)\) += (-?\d+)")
_CUT_OFF = re.compile(r"(\d+) +(\w+\(.*) <unfinished \.\.\.>$")
_GOES_ON = re.compile(r"(\d+) +<\.\.\. \w+ resumed>(.*)$")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_OPENED = re.compile(r"(?:\d+|AT_FDCWD)<((?:\\x[0-9a-f]{2})*)>")
_ATTACHED = re.compile(rb"attached")


@dataclass(frozen=True, slots=True)
class Recorded:
    """An act on a disk that forgets; `root` is the folder everything stands under."""

    root: Path
    disk: ForgetfulDisk


class Recorder:
    """Acts in processes of their own, with strace beside them."""

    def __init__(self) -> None:
        tests = ROOT / "tests"
        places = (ROOT, HERE, tests, *(tests / name for name in ("faults", "services", "district")))
        self._process = subprocess.Popen(
            [sys.executable, str(HERE / "lost_acts.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(map(str, places))},
        )

    def record(self, act: str, root: Path) -> Recorded:
        """Do one act on the files under `root` and keep what it asked of the disk."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        gate, trace = root.with_name(root.name + ".gate"), root.with_name(root.name + ".trace")
        os.mkfifo(gate)
        self._process.stdin.write(f"{act}\t{root}\t{gate}\n")
        self._process.stdin.flush()
        pid = self._process.stdout.readline().strip()
        assert pid.isdecimal(), f"the act ended before it began: {pid}"
        before = read_all(root)
        strace = _attach(pid, trace)
        with gate.open("w", encoding="ascii") as opened:
            opened.write("go")
        ended = self._process.stdout.readline().strip()
        strace.wait(timeout=30)
        assert strace.stderr is not None
        strace.stderr.close()
        assert ended == "ended 0", f"{act}: {ended}"
        calls = read_trace(trace.read_text(encoding="ascii").splitlines(), root, before)
        return Recorded(root, ForgetfulDisk(before, calls))

    def close(self) -> None:
        """No more acts."""
        self._process.communicate(timeout=30)


def _attach(pid: str, trace: Path) -> subprocess.Popen[bytes]:
    options = ["-f", "-y", "-xx", "-s", "9999999", "-p", pid, "-e", f"trace={WATCHED}", "-o", str(trace)]
    strace = subprocess.Popen(["strace", *options], stderr=subprocess.PIPE)
    assert strace.stderr is not None
    said = strace.stderr.readline()
    assert _ATTACHED.search(said), said
    return strace


def read_trace(lines: Iterable[str], root: Path, before: Mapping[str, bytes]) -> list[Call]:
    """The calls that changed something under `root`, in their order."""
    reader = _Reader(str(root), {name: len(raw) for name, raw in before.items()})
    return [call for line in _whole(lines) for call in reader.read(line)]


def _whole(lines: Iterable[str]) -> Iterator[str]:
    """A call that another thread interrupted is put together again."""
    begun: dict[str, str] = {}
    for line in lines:
        if cut_off := _CUT_OFF.match(line):
            begun[cut_off[1]] = cut_off[2]
        elif goes_on := _GOES_ON.match(line):
            yield f"{goes_on[1]} {begun.pop(goes_on[1])}{goes_on[2]}"
        else:
            yield line


@dataclass
class _Reader:
    """Follows lengths and places, because `write` names only the file."""

    root: str
    length: dict[str, int]
    place: dict[str, int] = field(default_factory=dict)

    def read(self, line: str) -> Iterator[Call]:
        found = _LINE.match(line)
        if found is None or int(found[4]) < 0:
            return
        name, rest, gave = found[2], found[3], int(found[4])
        assert name in _READ or not self._ours(rest), f"a call that the model does not know: {name}"
        if name in _READ:
            yield from (call for call in _READ[name](self, rest, gave) if call.path.startswith(self.root))

    def _ours(self, rest: str) -> bool:
        return any(_plain(text).startswith(self.root) for text in _OPENED.findall(rest))

    def opened(self, rest: str, gave: int) -> Iterator[Call]:
        path = _path(rest)
        self.place[path] = self.length.get(path, 0) if "O_APPEND" in rest else 0
        if "O_CREAT" in rest and path not in self.length:
            self.length[path] = 0
            yield Call("create", path)
        elif "O_TRUNC" in rest:
            self.length[path] = 0
            yield Call("cut", path, 0)

    def wrote(self, rest: str, gave: int) -> Iterator[Call]:
        path = _handle(rest)
        at = self.place.get(path, 0)
        self.place[path] = at + gave
        yield from self._put(path, at, _bytes(rest)[:gave])

    def wrote_at(self, rest: str, gave: int) -> Iterator[Call]:
        yield from self._put(_handle(rest), int(rest.rpartition(", ")[2]), _bytes(rest)[:gave])

    def _put(self, path: str, at: int, data: bytes) -> Iterator[Call]:
        self.length[path] = max(self.length.get(path, 0), at + len(data))
        yield Call("write", path, at, data)

    def cut(self, rest: str, gave: int) -> Iterator[Call]:
        path = _handle(rest) if _OPENED.match(rest) else _path(rest)
        self.length[path] = int(rest.rpartition(", ")[2])
        yield Call("cut", path, self.length[path])

    def synced(self, rest: str, gave: int) -> Iterator[Call]:
        path = _handle(rest)
        # A folder is told from a file by a number that no sync of a file has.
        yield Call("sync", path, int(path not in self.length))

    def moved(self, rest: str, gave: int) -> Iterator[Call]:
        path, to = map(_plain, _TEXT.findall(rest))
        for name in [name for name in self.length if name == path or name.startswith(path + "/")]:
            self.length[to + name[len(path) :]] = self.length.pop(name)
        yield Call("move", path, to=to)

    def removed(self, rest: str, gave: int) -> Iterator[Call]:
        path = _path(rest)
        if self.length.pop(path, None) is not None:
            yield Call("remove", path)

    def made_folder(self, rest: str, gave: int) -> Iterator[Call]:
        path = _path(rest)
        if path.rpartition("/")[2].startswith(MARK):
            yield Call("mark", path)


_READ = {
    "openat": _Reader.opened,
    "write": _Reader.wrote,
    "pwrite64": _Reader.wrote_at,
    "ftruncate": _Reader.cut,
    "truncate": _Reader.cut,
    "fsync": _Reader.synced,
    "fdatasync": _Reader.synced,
    "rename": _Reader.moved,
    "unlink": _Reader.removed,
    "unlinkat": _Reader.removed,
    "mkdir": _Reader.made_folder,
}


def _bytes(rest: str) -> bytes:
    text = _TEXT.search(rest)
    return bytes.fromhex(text[1].replace("\\x", "")) if text else b""


def _plain(text: str) -> str:
    return bytes.fromhex(text.replace("\\x", "")).decode()


def _handle(rest: str) -> str:
    opened = _OPENED.match(rest)
    return _plain(opened[1]) if opened else ""


def _path(rest: str) -> str:
    """The path a call names, from the folder it is told against."""
    text = _TEXT.search(rest)
    assert text is not None, rest
    return os.path.normpath(os.path.join(_handle(rest), _plain(text[1])))
