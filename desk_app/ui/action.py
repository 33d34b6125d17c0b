"""One thing the window can do, and how its key is spoken of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from common.words.actions import KEY_WORDS, MENUS, WORDS


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the window can do. `page` is where it leads (with `what`), or, when `here` is set, the page on which
    its key works. `does`: the page that came to the front is also asked to act. `side` is the icon of its row in the
    side list. `told`: the page itself, or whatever has the focus, listens to the key; the table only tells of it."""

    id: str
    key: str = ""
    menu: str = ""
    page: str = ""
    here: bool = False
    does: bool = False
    told: bool = False
    side: str = ""
    what: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.id not in WORDS or (self.menu and self.menu not in MENUS):
            raise ValueError(f"no words for {self.id}")

    @property
    def menu_words(self) -> str:
        """The words with the letter that chooses them in their menu."""
        return WORDS[self.id][0]

    @property
    def words(self) -> str:
        """The words of a button or row."""
        return self.menu_words.replace("&", "")

    @property
    def help(self) -> str:
        """One line for the key card."""
        return WORDS[self.id][1]

    @property
    def shown_key(self) -> str:
        """The key as it stands on a key cap."""
        return key_words(self.key)


def each_key(shown: str) -> tuple[str, ...]:
    """The keys behind one cap: Ctrl+0–3 stands for four."""
    first, dash, last = shown.partition("–")
    if not dash:
        return (shown,)
    before, low = first[:-1], int(first[-1])
    return tuple(f"{before}{digit}" for digit in range(low, int(last) + 1))


def key_words(key: str) -> str:
    """Ctrl+Return as the keyboard says it: Ctrl+Enter."""
    return "+".join(KEY_WORDS.get(part, part) for part in key.split("+"))


def told(id: str, key: str, page: str = "") -> Action:
    """A key that the page itself listens to."""
    return Action(id, key, page=page, here=bool(page), told=True)
