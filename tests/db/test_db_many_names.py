"""Thousands of names: each saved, each found without its marks, all in the order of ICU's Vietnamese."""

import os
from collections.abc import Iterator
from itertools import pairwise

import pytest
from db_samples import birth, subject
from many_names import LONGEST, MOST_WORDS, many_names
from PySide6.QtCore import QCollator, QLocale, Qt

from common.names import APOSTROPHES, fold, sort_key, tidy
from desk_app.db.register import Register
from desk_app.db.search import Asked
from desk_app.domain.sought import read_sought

COUNT = 5000 if os.environ.get("ENDURE") else 400
OLD_SCHOOL = {"oà": "òa", "oẻ": "ỏe", "uỳ": "ùy", "uỷ": "ủy", "oá": "óa", "oả": "ỏa", "uý": "úy"}


@pytest.mark.timeout(900)
def test_every_name_is_saved_as_written_and_found_with_and_without_marks(register: Register) -> None:
    names = list(many_names(COUNT))
    assert {len(name.split()) for name in names} == set(range(1, MOST_WORDS + 1))
    assert max(len(tidy(name)) for name in names) == LONGEST
    with register.work() as work:
        ids = {name: work.registrations.add(birth(name), subject()).id for name in names}
        for name, id in ids.items():
            kept = work.registrations.get(id)
            assert kept is not None
            assert kept.registration.principals()[0].text == tidy(name)
            for typed in (name.upper(), fold(name)):
                assert id in work.search.hits(Asked(read_sought(typed)))


def test_names_sort_as_icu_sorts_them_given_name_first() -> None:
    names = sorted(map(tidy, many_names(COUNT)), key=sort_key)
    judge = QCollator(QLocale("vi_VN"))
    judge.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    for before, after in pairwise(names):
        verdicts = [judge.compare(one, other) for one, other in zip(parts(before), parts(after), strict=True)]
        assert next((verdict for verdict in verdicts if verdict), 0) <= 0, (before, after)


def parts(name: str) -> Iterator[str]:
    """Given name, middle names, family name, as lists are sorted; apostrophes do not count, and a tone belongs to its
    word wherever it is written."""
    words = "".join(letter for letter in name if letter not in APOSTROPHES).split()
    words = [OLD_SCHOOL.get(word[-2:], word[-2:]).join((word[:-2], "")) for word in words]
    yield from (" ".join(some) for some in (words[-1:], words[1:-1], words[: len(words) > 1]))
