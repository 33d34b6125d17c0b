"""A disk that forgets: what may lie on it after a power cut, rebuilt from the system calls of one act.

Everything synced is there. What was written since may be there, be missing or be torn, in any order: no file system
promises less. A file that came, moved or went is settled by a sync of that file or of a folder it stands in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Kind = Literal["create", "write", "cut", "sync", "move", "remove", "mark"]
DATA = ("write", "cut")
NAMES = ("create", "move", "remove")
SECTOR, PAGE = 512, 4096
FEW = 8
"""Up to so many unsynced steps each is lost alone and kept alone."""
FORGOTTEN = "-shm"
"""SQLite maps this file into memory; what a cut leaves in it means nothing."""


@dataclass(frozen=True, slots=True)
class Call:
    """One system call: `path` as it was called then, `at` an offset or a length, `to` where a file went."""

    kind: Kind
    path: str
    at: int = 0
    data: bytes = b""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A call with the files it touched by number, so that a lost rename does not lose what is written."""

    call: Call
    files: frozenset[int]


@dataclass(frozen=True, slots=True)
class Loss:
    """What a cut took away: steps that never reached the disk, and writes of which only the first bytes did."""

    lost: frozenset[int] = frozenset()
    torn: Mapping[int, int] = field(default_factory=dict)

    def took(self, number: int) -> bool:
        """Whether this step is gone as a whole."""
        return number in self.lost


@dataclass
class Names:
    """Which file stands under which name."""

    of: dict[str, int]

    def within(self, path: str) -> list[str]:
        """The name itself, or all names inside a folder of that name."""
        return [name for name in self.of if name == path or name.startswith(path + "/")]

    def move(self, path: str, to: str) -> None:
        """A file or a whole folder goes; what stood in its place is gone."""
        for name in self.within(path):
            self.of[to + name[len(path) :]] = self.of.pop(name)

    def follow(self, call: Call, file: int) -> None:
        """Do what this call does to names."""
        if call.kind == "create":
            self.of[call.path] = file
        elif call.kind == "move":
            self.move(call.path, call.to)
        elif call.kind == "remove":
            self.of.pop(call.path, None)


class ForgetfulDisk:
    """`before`: every file's bytes when the act began; `calls`: what the act did."""

    def __init__(self, before: Mapping[str, bytes], calls: Sequence[Call]) -> None:
        self._names = {name: number for number, name in enumerate(before)}
        self._bytes = dict(enumerate(before.values()))
        self.steps = self._numbered(calls)

    def _numbered(self, calls: Sequence[Call]) -> tuple[Step, ...]:
        names, new, steps = Names(dict(self._names)), len(self._names), []
        for call in calls:
            if call.kind == "create":
                new += 1
            names.follow(call, new)
            path = call.to if call.kind == "move" else call.path
            steps.append(Step(call, frozenset(names.of[name] for name in names.within(path))))
        return tuple(steps)

    def cuts(self) -> Iterator[int]:
        """The moments just before something is made sure or moved, and the end."""
        for number, step in enumerate(self.steps):
            if step.call.kind not in DATA:
                yield number
        yield len(self.steps)

    def marks(self, cut: int) -> int:
        """How many times the act had confirmed something before this moment."""
        return sum(step.call.kind == "mark" for step in self.steps[:cut])

    def losses(self, cut: int) -> Iterator[Loss]:
        """What a power cut at this moment may take away, nothing included."""
        data, names = self._pending(cut, DATA), self._pending(cut, NAMES)
        for lost_data in _ways(data):
            yield Loss(lost_data)
            yield Loss(lost_data | frozenset(names))
        for lost_names in _ways(names):
            yield Loss(lost_names)
            yield Loss(lost_names | frozenset(data))
        yield from (Loss(torn=torn) for torn in self._torn(data))

    def after(self, cut: int, loss: Loss) -> dict[str, bytes]:
        """Every file by name as the next start finds it."""
        names, held = Names(dict(self._names)), {number: bytearray(raw) for number, raw in self._bytes.items()}
        for number, step in enumerate(self.steps[:cut]):
            if loss.took(number):
                continue
            (file,) = step.files if len(step.files) == 1 else (-1,)
            names.follow(step.call, file)
            if step.call.kind in DATA:
                _put(held.setdefault(file, bytearray()), step.call, loss.torn.get(number))
        return {name: bytes(held.get(file, b"")) for name, file in names.of.items() if not name.endswith(FORGOTTEN)}

    def _pending(self, cut: int, kinds: tuple[str, ...]) -> list[int]:
        """Steps of these kinds before the cut that no later sync had settled."""
        early = enumerate(self.steps[:cut])
        return [number for number, step in early if step.call.kind in kinds and not self._settled(number, cut)]

    def _settled(self, number: int, cut: int) -> bool:
        step = self.steps[number]
        syncs = [later for later in self.steps[number + 1 : cut] if later.call.kind == "sync"]
        if step.call.kind in DATA:
            return any(step.files & later.files and _of_file(later) for later in syncs)
        folders = {path.rpartition("/")[0] for path in (step.call.path, step.call.to) if path}
        return any(later.call.path in folders or (_of_file(later) and step.files == later.files) for later in syncs)

    def _torn(self, data: Sequence[int]) -> Iterator[dict[int, int]]:
        writes = [number for number in data if len(self.steps[number].call.data) > SECTOR]
        for unit in (SECTOR, PAGE):
            yield dict.fromkeys(writes, unit)
            yield from ({number: unit} for number in writes[-FEW:])


def _of_file(sync: Step) -> bool:
    """A sync of a folder settles its names and nothing of what its files hold."""
    return len(sync.files) == 1 and sync.call.at == 0


def _ways(numbers: Sequence[int]) -> Iterator[frozenset[int]]:
    """Which of these never arrived: none, all, the last, every other, all from one on, each alone, all but one."""
    everything = frozenset(numbers)
    yield from (frozenset(), everything, frozenset(numbers[-1:]), frozenset(numbers[::2]), frozenset(numbers[1::2]))
    if len(numbers) > FEW:
        return
    for first, number in enumerate(numbers):
        yield from (frozenset(numbers[first:]), frozenset([number]), everything - {number})


def _put(held: bytearray, call: Call, only: int | None) -> None:
    if call.kind == "cut":
        held[call.at :] = bytes(max(0, call.at - len(held)))
        return
    data = call.data[:only]
    held.extend(bytes(max(0, call.at - len(held))))
    held[call.at : call.at + len(data)] = data


def read_all(root: Path) -> dict[str, bytes]:
    """Every file under a folder, by its whole path."""
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def lay_out(files: Mapping[str, bytes], old: Path, new: Path) -> None:
    """Write the files that stood under `old` under `new`."""
    for name, raw in files.items():
        path = new / Path(name).relative_to(old)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)


def evenly(many: Iterable[int], most: int) -> list[int]:
    """All of them, or `most` with the first and the last."""
    found = list(many)
    if len(found) <= most:
        return found
    return [found[round(step * (len(found) - 1) / (most - 1))] for step in range(most)]
