"""`make mutants ARGS=exchange`: bends every function of a room and tells what none of the room's tests noticed.

mutmut does the bending, in a copy of the tree below build/mutants/. What may survive stands with its reason in
ROOM.toml beside this file; everything else that survives is told, and so is a reason that is no longer needed.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).parents[2]
WORK = TOP / "build" / "mutants"
PACKAGES = ("common", "exchange", "desk_app", "district", "demo", "resources", "tools", "benchmarks", "docs")
KILLED, SURVIVED, UNTRIED, TIMED_OUT = "killed", "survived", "untried", "out of time"
WORDS_FOR_DEVELOPERS = (r"^\s*raise (ValueError|TypeError|RuntimeError|KeyError|LookupError|AssertionError)\(",)
"""Lines that are not bent: the words of errors that no person at a desk ever reads."""

ALL = "*"
"""In a reason, for every line of a function: one that runs when its module is loaded is not bent in time."""

_TIME_OVER = (-24, 24, 36, 152, 255)
NAMES_IN_ANY_CASE = re.compile(r'"(ascii|utf8|utf-8|utf-8-sig|utf-16|latin-1|cp1258|sha256)"', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Room:
    """What is bent (a folder, and within it these patterns), what is left out, and whose tests have to notice."""

    folder: str
    only: tuple[str, ...]
    without: tuple[str, ...]
    tests: tuple[str, ...]


ROOMS = {
    "exchange": Room("exchange", ("exchange/*",), ("exchange/words/*",), ("tests/exchange",)),
    "domain": Room("desk_app", ("desk_app/domain/*",), (), ("tests/domain",)),
    "common": Room("common", ("common/*",), ("common/words/*", "common/paper/*"), ("tests/common",)),
}


@dataclass(frozen=True, slots=True)
class Survivor:
    """A mutant that lived: its function, the line as it stands, the line as it was bent."""

    function: str
    stands: str
    bent: str


def main() -> int:
    """Bend, tell; 0 only when nothing survives without a reason."""
    asked = argparse.ArgumentParser(prog="mutants", description=__doc__)
    asked.add_argument("room", choices=sorted(ROOMS))
    asked.add_argument("--only", nargs="*", default=[], help="mutants by name, as exchange.seal.*; run again")
    asked.add_argument("--children", type=int, default=2, help="processes at once")
    told = asked.parse_args()
    place = laid(told.room, ROOMS[told.room])
    command = [str(Path(sys.executable).with_name("mutmut")), "run", "--max-children", str(told.children)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([*command, *told.only], cwd=place, env=environment, check=False)
    return tell(told.room, place)


def laid(name: str, room: Room) -> Path:
    """The tree as it stands, copied; results of the run before stay, so that only what changed is bent again."""
    place = WORK / name
    place.mkdir(parents=True, exist_ok=True)
    for old in place.iterdir():
        if old.name != "mutants":
            shutil.rmtree(old) if old.is_dir() else old.unlink()
    asked = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(asked, cwd=TOP, capture_output=True, check=True).stdout.decode("utf-8")
    for path in filter(None, listed.split("\0")):
        if (TOP / path).is_file():
            (place / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(TOP / path, place / path)
    with (place / "pyproject.toml").open("a", encoding="utf-8", newline="\n") as project:
        project.write("\n[tool.mutmut]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in setting(room)))
    return place


def setting(room: Room) -> Iterator[tuple[str, object]]:
    """What mutmut is told."""
    yield "source_paths", [room.folder]
    yield "only_mutate", room.only
    yield "do_not_mutate", room.without
    yield "do_not_mutate_patterns", WORDS_FOR_DEVELOPERS
    yield "also_copy", [*(each for each in PACKAGES if each != room.folder), "README.md", "Makefile"]
    yield "pytest_add_cli_args", ["-p", "no:cacheprovider", "-p", "no:xdist"]
    yield "pytest_add_cli_args_test_selection", room.tests
    yield "track_dependencies", False
    yield "use_git_change_detection", False


def tell(name: str, place: Path) -> int:
    """A line for each file, then what survived, as it stands and as it was bent."""
    alive, fates = [], Counter[str]()
    for meta in sorted((place / "mutants").rglob("*.meta")):
        codes: Mapping[str, int | None] = json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
        counted = Counter(map(fate, codes.values()))
        fates += counted
        if counted[KILLED] or counted[SURVIVED]:
            print(f"{meta.stem:28}", *(f"{word} {counted[word]:5}" for word in (KILLED, SURVIVED, UNTRIED, TIMED_OUT)))
        alive += [survivor(each, place) for each, code in codes.items() if fate(code) == SURVIVED]
    left = reasons(Path(__file__).with_name(f"{name}.toml"))
    unexplained = [each for each in alive if not same(each) and left.isdisjoint(answers_for(each))]
    for each in unexplained:
        print(f"\n{each.function}\n  - {each.stands}\n  + {each.bent}")
    needed = {answer for each in alive for answer in answers_for(each)}
    needless = left - needed if not fates[UNTRIED] else set()
    for function, bent in sorted(needless):
        print(f"\nno longer survives, take its reason away: {function}\n  + {bent}")
    print(f"\n{name}: {dict(fates)}, of those that survived without a reason: {len(unexplained)}")
    return 1 if unexplained or needless or fates[UNTRIED] else 0


def fate(code: int | None) -> str:
    """What became of a mutant: mutmut keeps the exit code of its tests; 33 when no test ever came by, those of
    `_TIME_OVER` when they did not end: for ever, or on a busy machine."""
    if code is None:
        return UNTRIED
    if code in _TIME_OVER:
        return TIMED_OUT
    return SURVIVED if code in (0, 33) else KILLED


def survivor(name: str, place: Path) -> Survivor:
    """The mutant of this name, read out of what mutmut wrote."""
    from mutmut.mutation.diff_apply import get_diff_for_mutant

    with chdir(place):
        lines = get_diff_for_mutant(name).splitlines()
    changed = [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    stands, bent = (" ".join(line[1:].strip() for line in changed if line[0] == sign) for sign in "-+")
    return Survivor(named(name), stands, bent)


def answers_for(mutant: Survivor) -> set[tuple[str, str]]:
    """The reasons that would do for it: one for its line, or one for all lines of its function."""
    return {(mutant.function, mutant.bent), (mutant.function, ALL)}


def same(mutant: Survivor) -> bool:
    """Whether it is the same program: Python takes the names of encodings and digests in capitals as well."""
    return NAMES_IN_ANY_CASE.sub("", mutant.stands) == NAMES_IN_ANY_CASE.sub("", mutant.bent)


def named(mutant: str) -> str:
    """The function's name as Python says it: `exchange.seal.xǁSealerǁclose__mutmut_3` is exchange.seal.Sealer.close."""
    module, _, function = mutant.rpartition("__mutmut_")[0].rpartition(".")
    if function.startswith("xǁ"):
        return f"{module}.{function.removeprefix('xǁ').replace('ǁ', '.')}"
    return f"{module}.{function.removeprefix('x_')}"


def reasons(path: Path) -> set[tuple[str, str]]:
    """Function and bent line of all that may survive; an entry gives its reason, which may do for many lines."""
    if not path.exists():
        return set()
    found = set()
    for each in tomllib.loads(path.read_text(encoding="utf-8")).get("left", []):
        if not each["why"].strip():
            raise ValueError(f"{each['function']}: a survivor needs its reason")
        found |= {(each["function"], line) for line in each["bent"]}
    return found


if __name__ == "__main__":
    sys.exit(main())
