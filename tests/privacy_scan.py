"""Nothing personal may lie or pass outside the register: file names, logs, window titles and small files are read over.

At the end of every session (each xdist worker for itself) what the tests left and what passed by is searched for the
names, personal numbers, telephones and addresses that tests and demo use. A finding names its place, never the value.
Told to people on purpose, so not searched: text inside dialogs and pages, papers a person saved, the drafts that tests
write. The doorstep, the keyring and the lock name the people who work here, which the contract allows: their log-in,
their shown name, the greeting and the office's own telephone are left out before those files are read.

It only reads. Run over a folder by hand: `.venv/bin/python tests/privacy_scan.py demo-out`.
"""

import json
import logging
import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from common.names import fold, tidy
from demo import names as demo_names

TESTS = Path(__file__).resolve().parent
WRITTEN_BY_US = frozenset({"window.json", "doorstep.json", "printers.json", "keyring.json", "knocks.json"})
WRITTEN_BY_US |= {"window.spare.json", "doorstep.spare.json", "printers.spare.json", "keyring.spare.json"}
WRITTEN_BY_US |= {"copy-owed.json", "drill.json", "register.spare.swap", "public-face.spare.json"}
WRITTEN_BY_US |= {"register.lock", "register.marker", "register.swap", "public-face.json", "summary.json"}
LOGS = (".log", ".log.1", ".log.2", ".log.3", ".dmp", ".crash")
OF_THE_OFFICE = frozenset({"people", "users", "last", "support", "holder", "wraps", "phone", "officer", "user"})
LARGEST = 4 * 1024 * 1024
NUMBERS = (
    ("a personal number", re.compile(r"(?<![0-9A-Za-z])0[0-9]{2}[0-3][0-9]{8}(?![0-9A-Za-z])")),
    ("an old personal number", re.compile(r"(?<![0-9A-Za-z])[0-9]{9}(?![0-9A-Za-z])")),
    ("a telephone", re.compile(r"(?<![0-9A-Za-z])(?:\+84|0)[235789][0-9]{2}[ .]?[0-9]{3}[ .]?[0-9]{3}(?![0-9A-Za-z])")),
)
HAMLET = re.compile(r"\b(?:thon|xom|ap|buon|khu pho|to dan pho)(?: so)? (?:[0-9]+|[a-z]+ [a-z]+)\b")
CITIZEN = re.compile(r"[\"'](?P<name>(?:\w[\w’']*[ ]){1,9}\w[\w’']*)[\"']")
_WORD = re.compile(r"[a-z]+")
_LETTERS = re.compile(r"[^\W\d_]+")


def _known(*lists: Iterable[str]) -> frozenset[str]:
    """Each word as written and as it stands without its marks."""
    return frozenset(form for words in lists for word in words for form in (word.lower(), fold(word)))


FAMILIES = _known(demo_names.FAMILIES)
MIDDLES = _known(*demo_names.MIDDLES.values(), *demo_names.ELDER_MIDDLES.values(), *demo_names.CHILD_MIDDLES.values())
GIVEN = _known(*demo_names.GIVEN.values(), *demo_names.CHILD_GIVEN.values(), *demo_names.ELDER_GIVEN.values())


def sample_names(folder: Path = TESTS) -> frozenset[str]:
    """Every whole name of three words or more that stands in the tests, folded, and the demo's own whole names."""
    found = {fold(name) for names in demo_names.HIGHLAND.values() for name in names} | {fold(demo_names.LONGEST)}
    for path in folder.rglob("*.py"):
        for match in CITIZEN.finditer(path.read_text(encoding="utf-8")):
            words = match["name"].split()
            if len(words) > 2 and words[0] in demo_names.FAMILIES and all(word[0].isupper() for word in words):
                found.add(" ".join(fold(match["name"]).split()))
    return frozenset(found)


@dataclass(frozen=True)
class Finding:
    """What kind of thing was found, and where; the value itself is shown as its first letter and its length."""

    place: str
    kind: str
    value: str

    def __str__(self) -> str:
        return f"{self.place}: {self.kind} ({self.value[:1]}…, {len(self.value)} characters)"


@dataclass(frozen=True)
class Search:
    """Searching text for people."""

    samples: frozenset[str] = field(default_factory=sample_names)
    firsts: dict[str, list[list[str]]] = field(init=False, default_factory=dict)
    clean: set[str] = field(init=False, default_factory=set)
    """Texts in which nothing was found: the copies of one small file are read over once."""

    def __post_init__(self) -> None:
        for name in self.samples:
            words = name.split()
            self.firsts.setdefault(words[0], []).append(words)

    def within(self, place: str, text: str) -> Iterator[Finding]:
        """Everything personal in a text."""
        if text in self.clean:
            return
        found = False
        for finding in self._all_within(place, text):
            found = True
            yield finding
        if not found:
            self.clean.add(text)

    def _all_within(self, place: str, text: str) -> Iterator[Finding]:
        for kind, pattern in NUMBERS:
            for match in pattern.finditer(text):
                yield Finding(place, kind, match[0])
        folded = fold(text.replace("_", " ").replace("-", " ").replace(".", " "))
        for match in HAMLET.finditer(folded):
            yield Finding(place, "an address", match[0])
        words = _WORD.findall(folded)
        found = {
            *self._samples(words),
            *_like_a_name(words if text.isascii() else _LETTERS.findall(tidy(text).lower())),
        }
        yield from (Finding(place, "a name", name) for name in sorted(found))

    def _samples(self, words: list[str]) -> Iterator[str]:
        for at, word in enumerate(words):
            for whole in self.firsts.get(word, ()):
                if words[at : at + len(whole)] == whole:
                    yield " ".join(whole)


def _like_a_name(words: list[str]) -> Iterator[str]:
    """Family, middle and given name side by side; where there are marks at all they must be the names' own."""
    for at, word in enumerate(words):
        three = words[at : at + 3]
        if len(three) == 3 and word in FAMILIES and three[1] in MIDDLES and three[2] in GIVEN:
            yield " ".join(three)


def scan_tree(top: Path, search: Search) -> Iterator[Finding]:
    """The names of all files and folders under `top`, and what the program wrote into its own small files there."""
    seen: set[str] = set()
    for folder, folders, files in os.walk(top):
        for name in {*folders, *files} - seen:
            seen.add(name)
            yield from search.within(f"the name of something in {folder}", name)
        for name in files:
            if name in WRITTEN_BY_US or name.endswith(LOGS):
                yield from scan_file(Path(folder) / name, search)


def scan_file(path: Path, search: Search) -> Iterator[Finding]:
    """What stands in one small file of ours, the people who work at the desk left out."""
    with suppress(OSError):
        # A link may lead to a device, which has no end.
        if stat.S_ISREG(path.lstat().st_mode) and path.lstat().st_size <= LARGEST:
            yield from search.within(str(path), _citizens_part(path))


def _citizens_part(path: Path) -> str:
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.name.endswith(LOGS):
        return text
    try:
        return json.dumps(_without_office(json.loads(text)), ensure_ascii=False)
    except (ValueError, RecursionError):
        return text


def _without_office(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_office(inner) for key, inner in value.items() if key not in OF_THE_OFFICE}
    return [_without_office(inner) for inner in value] if isinstance(value, list) else value


class Passing(logging.Handler):
    """What passed by during the session: window titles, log lines, names of files opened to write, made or moved."""

    def __init__(self) -> None:
        super().__init__()
        self.titles: set[str] = set()
        self.logged: set[str] = set()
        self.written: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        self.logged.add(record.getMessage())

    def watch(self) -> None:
        """Begin to look; at every title set only under ENDURE=1, since that replaces a method of Qt's own class: the
        suite holds the same by the source (tests/privacy/test_privacy_titles.py)."""
        logging.getLogger().addHandler(self)
        sys.addaudithook(_hearing(self.written))
        if os.environ.get("ENDURE") and "PySide6.QtWidgets" in sys.modules:
            self._watch_titles()

    def _watch_titles(self) -> None:
        from PySide6.QtWidgets import QWidget

        plain, titles = QWidget.setWindowTitle, self.titles

        def kept(widget: QWidget, title: str) -> None:
            titles.add(title)
            plain(widget, title)

        QWidget.setWindowTitle = kept  # type: ignore[method-assign]

    def findings(self, search: Search) -> Iterator[Finding]:
        """Everything personal that passed."""
        told = (("a window title", self.titles), ("a log line", self.logged), ("a file written", self.written))
        for place, texts in told:
            for text in sorted(texts):
                yield from search.within(place, text)


def _hearing(written: set[str]) -> Callable[[str, tuple[Any, ...]], None]:
    """A plain function: a bound method costs several times as much, and Qt's binding is heard at every step."""

    def heard(event: str, given: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(given[0], str) and isinstance(given[2], int) and given[2] & 3:
            written.add(os.path.basename(given[0]))
        elif event == "os.mkdir":
            written.add(os.path.basename(str(given[0])))
        elif event == "os.rename":
            written.add(os.path.basename(str(given[1])))

    return heard


def main(folders: list[str]) -> int:
    """Scan folders for a person; 1 when something was found."""
    search = Search()
    found = sorted({str(one) for folder in folders for one in scan_tree(Path(folder), search)})
    print("\n".join(found) or "nothing personal found")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
