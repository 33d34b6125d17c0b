"""What each hamlet calls its community: "bản làng" up the hill, "khu phố" by the market, else the office's own word."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from common.names import fold, tidy
from desk_app.services.lines import local_entry
from desk_app.services.office import OfficeStore, fitting, read_letterhead
from desk_app.services.remembered import remembered_places
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake

NAME = "hamlet-words"
"""Under this name the office's papers keep them: hamlet as written, its word."""
KINDS = (
    "khu pho",
    "to dan pho",
    "khu dan cu",
    "thon",
    "ban",
    "buon",
    "bon",
    "plei",
    "lang",
    "xom",
    "ap",
    "soc",
    "phum",
)
"""What stands before a hamlet's name in one place and not in another, without marks."""


@dataclass(frozen=True, slots=True)
class HamletWord:
    """A hamlet as registrations name it, and its word; "" while it goes by the office's own."""

    hamlet: str
    word: str


def read_words(store: OfficeStore) -> Mapping[str, str]:
    """Every hamlet with a word of its own."""
    kept: dict[str, str] = json.loads(store.get(NAME) or "{}")
    return kept


def community_of(store: OfficeStore, hamlet: str) -> str:
    """The community word for a letter to this hamlet: its own, or the office's."""
    return word_in(read_words(store), hamlet) or read_letterhead(store).community


def word_in(words: Mapping[str, str], hamlet: str) -> str:
    """The hamlet's own word; "" where there is none. Capitals, marks and spaces do not matter; "Thôn Bến Trà" and "Bến
    Trà" are one where no other hamlet of the table bears that name."""
    if not words or not tidy(hamlet):
        return ""
    exact = next((word for name, word in words.items() if fold(name) == fold(hamlet)), "")
    if exact:
        return exact
    near = [name for name in words if _bare(name) == _bare(hamlet)]
    one_unkind = len(near) == 1 and (_bare(hamlet) == fold(hamlet) or _bare(near[0]) == fold(near[0]))
    return words[near[0]] if one_unkind else ""


def _bare(hamlet: str) -> str:
    """A hamlet's name without its kind; "Thôn 3" keeps it, since "Bản 3" is another."""
    folded = fold(hamlet)
    kind = next((kind for kind in KINDS if folded.startswith(kind + " ")), "")
    rest = folded.removeprefix(kind).strip()
    return rest if kind and not rest.isdigit() else folded


@dataclass(frozen=True, slots=True)
class HamletDesk:
    """The table of hamlets, for whoever may change settings."""

    seat: Seat

    def all(self) -> tuple[HamletWord, ...]:
        """Those with a word, then those of the register that have none, as offered while typing."""
        with self.seat.reading() as reading:
            words = read_words(reading.office)
        known = remembered_places(self.seat).get("hamlet", ())
        rest = (one for one in known if not word_in(words, one))
        return (*(HamletWord(*row) for row in words.items()), *(HamletWord(one, "") for one in rest))

    def put(self, hamlet: str, word: str) -> None:
        """The hamlet's word from now on; "" goes back to the office's. Raises Mistake: hamlet-empty,
        setting-too-long."""
        self.seat.may("settings")
        name, told = fitting("hamlet", hamlet), fitting("community", word)
        if not name:
            raise Mistake("hamlet-empty")
        with self.seat.work() as work:
            words = {one: kept for one, kept in read_words(work.office).items() if fold(one) != fold(name)}
            words |= {name: told} if told else {}
            work.office.put(NAME, json.dumps(dict(sorted(words.items())), ensure_ascii=False))
            work.journal.append(local_entry(self.seat, "setting", NAME))
            work.commit()
