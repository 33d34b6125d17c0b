"""Thousands of names: each saved as a clerk saves it, each found without its marks, all in the order of ICU's own
Vietnamese."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from many_names import LONGEST, MOST_WORDS, many_names
from PySide6.QtCore import QCollator, QLocale, Qt
from test_services_registering import BIRTH, entered

from common.names import APOSTROPHES, fold, sort_key, tidy
from desk_app.domain.drafts import BirthDraft
from desk_app.services.desk import Desk
from desk_app.services.lookup import Lookup, Results, Wanted

ENDURES = bool(os.environ.get("ENDURE"))
SAVED, SORTED = (5000, 5000) if ENDURES else (30, 400)
OLD_SCHOOL = {"oà": "òa", "oẻ": "ỏe", "uỳ": "ùy", "uỷ": "ủy", "oá": "óa", "oả": "ỏa", "uý": "úy"}


@pytest.mark.timeout(3600)
def test_every_name_is_saved_as_written_and_found_with_and_without_marks(desk: Desk) -> None:
    names = list(many_names(SAVED))
    assert {len(name.split()) for name in names} == set(range(1, MOST_WORDS + 1))
    assert max(len(tidy(name)) for name in names) == LONGEST
    ids = {name: entered(desk.register.enter(born_on(name, day))).id for day, name in enumerate(names)}
    look = Lookup(desk.seat).find
    for name, id in ids.items():
        assert desk.register.show(id).registration.principals()[0].text == tidy(name)
        for typed, at_once in ((name.upper(), False), (fold(name), False), (fold(name), True)):
            assert any(id in ids_of(look(typed, Wanted(most, at_once=at_once))) for most in (50, 2 * SAVED)), typed


def ids_of(found: Results) -> set[int]:
    """A name of one word stands behind those of everybody who is called so: the list reads on to it."""
    return {line.id for line in found.records}


def born_on(name: str, day: int) -> BirthDraft:
    """Children of one house would be looked at for doubles by the thousand: each has a mother and a day of its own."""
    born = date(2012, 1, 1) + timedelta(day)
    own = {"mother_name": f"Lê {name}"[:LONGEST].strip(), "mother_born": "1985", "father_born": "1984"}
    return replace(BIRTH, child_name=name, born=f"{born:%d/%m/%Y}", **own)


def test_names_sort_as_icu_sorts_them_given_name_first() -> None:
    names = sorted(map(tidy, many_names(SORTED)), key=sort_key)
    judge = QCollator(QLocale("vi_VN"))
    judge.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    in_order = ("ban", "bàn", "bản", "bãn", "bán", "bạn", "băn", "bân", "dz", "đa")
    assert all(judge.compare(one, other) < 0 for one, other in pairwise(in_order)), "the judge is ICU, not code points"
    for before, after in pairwise(names):
        verdicts = [judge.compare(one, other) for one, other in zip(parts(before), parts(after), strict=True)]
        assert next((verdict for verdict in verdicts if verdict), 0) <= 0, (before, after)


def parts(name: str) -> Iterator[str]:
    """Given name, middle names, family name, as lists are sorted; apostrophes do not count, and a tone belongs to its
    word wherever it is written."""
    words = "".join(letter for letter in name if letter not in APOSTROPHES).split()
    words = [OLD_SCHOOL.get(word[-2:], word[-2:]).join((word[:-2], "")) for word in words]
    yield from (" ".join(some) for some in (words[-1:], words[1:-1], words[: len(words) > 1]))
