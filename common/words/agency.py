"""Where the name of a unit may be parted on a head: after its kind and after a dash between two names, never inside a
name."""

from collections.abc import Callable

from common.names import fold

_KINDS = frozenset({"xa", "phuong", "dac khu", "thi tran", "tinh", "thanh pho", "quan", "huyen", "thi xa"})
_DASHES = frozenset({"-", "–"})
_HELD = "\N{NO-BREAK SPACE}"


def groups(unit: str) -> tuple[str, ...]:
    """What stays together: "phường Văn Miếu - Quốc Tử Giám" is "phường", "Văn Miếu -" and "Quốc Tử Giám"."""
    words = unit.split()
    kind = next((n for n in (2, 1) if len(words) > n and fold(" ".join(words[:n])) in _KINDS), 0)
    told, name = [" ".join(words[:kind])], list[str]()
    for word in words[kind:]:
        name.append(word)
        if word in _DASHES:
            told.append(" ".join(name))
            name = []
    return tuple(group for group in (*told, " ".join(name)) if group)


def lines(unit: str, fits: Callable[[str], bool]) -> tuple[str, ...]:
    """The name on one line where it `fits`, else on as few as its groups allow; a group wider than a line stays whole
    and is for whoever sets it."""
    told: list[str] = []
    for group in groups(unit):
        longer = f"{told[-1]} {group}" if told else group
        if told and fits(longer):
            told[-1] = longer
        else:
            told.append(group)
    return tuple(told)


def held(unit: str) -> str:
    """The name for a program that breaks lines itself: it finds no place for that inside a group."""
    return " ".join(group.replace(" ", _HELD) for group in groups(unit))
