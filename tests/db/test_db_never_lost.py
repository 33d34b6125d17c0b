"""Nothing that was saved is ever absent: found by every name and its number, once in the book, once in the counts."""

import os
from collections import Counter
from contextlib import suppress
from dataclasses import replace

import pytest
from db_samples import subject
from db_strategies import REGISTRATIONS
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from common.names import fold
from desk_app.db.index_words import names_of
from desk_app.db.journal import Entry
from desk_app.db.register import Register
from desk_app.db.search import Asked
from desk_app.db.trouble import NumberTaken
from desk_app.db.work import Work
from desk_app.domain.events import AnyRegistration
from desk_app.domain.sought import read_sought

EXAMPLES = 400 if os.environ.get("ENDURE") else 10
ACTS = st.lists(
    st.tuples(st.sampled_from(["add", "add", "amend", "void", "erase", "again"]), st.integers(0, 9), REGISTRATIONS),
    min_size=1,
    max_size=8,
)


def play(work: Work, acts: list[tuple[str, int, AnyRegistration]]) -> dict[int, str]:
    """Do the acts as far as the register allows; the state of every id that ever was."""
    states: dict[int, str] = {}
    for act, which, registration in acts:
        live = [id for id, state in states.items() if state == "live"]
        with suppress(NumberTaken):
            if act == "add" or not live:
                states[work.registrations.add(registration, subject()).id] = "live"
            else:
                _do(work, act, live[which % len(live)], registration, states)
    return states


def _do(work: Work, act: str, id: int, registration: AnyRegistration, states: dict[int, str]) -> None:
    kept = work.registrations.get(id)
    assert kept is not None
    if act == "amend" and kept.event == registration.event:
        work.registrations.amend(id, registration, "gõ nhầm")
    if act in ("void", "again"):
        work.registrations.void(id, "ghi thử")
        states[id] = "void"
    if act == "again":
        states[work.registrations.add(kept.registration, subject()).id] = "live"
    if act == "erase":
        work.journal.append(
            Entry("erased", kept.registration.registered_on, kept.subject, kept.version + 1, {}, None, None)
        )
        work.registrations.erase(id)
        states[id] = "erased"


@pytest.mark.timeout(900)
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # whole registers shrink for minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(ACTS, st.integers(1, 3))
def test_whatever_was_saved_is_found_listed_and_counted_exactly_once(
    register: Register, acts: list[tuple[str, int, AnyRegistration]], page: int
) -> None:
    with register.work() as work:
        states = play(work, acts)
        for id, state in states.items():
            is_found(work, id) if state != "erased" else is_gone(work, id)
        assert walked(work, page) == sorted((id for id, state in states.items() if state != "erased"), reverse=True)
        for event in ("birth", "marriage", "death"):
            kept = [work.registrations.get(id) for id, state in states.items() if state != "erased"]
            assert walked(work, page, event) == [one.id for one in kept[::-1] if one and one.event == event]
        assert counted(work) == Counter(states.values())


def is_found(work: Work, id: int) -> None:
    kept = work.registrations.get(id)
    assert kept is not None
    number = kept.registration.number
    names = [name.text for name in names_of(kept.registration)]
    folded = [fold(name) for name in names if fold(name)]
    for text in [*names, *folded, *([number] if number.strip() else [])]:
        asked = Asked(read_sought(text), limit=500)
        assert id in work.search.hits(asked), text


def is_gone(work: Work, id: int) -> None:
    assert work.registrations.get(id) is None
    assert work.registrations.several([id]) == ()
    for letter in "aenưđ0":
        assert id not in work.search.hits(Asked(read_sought(letter), limit=500))


def walked(work: Work, page: int, event: str = "") -> list[int]:
    """The book from its end, page by page, with something amended between the pages."""
    found: list[int] = []
    while True:
        lines = work.registrations.newest(page, event, found[-1] if found else 0)
        if not lines:
            return found
        found += [one.id for one in lines]
        live = next((one for one in lines if one.state == "live"), None)
        if live:
            hamlet = replace(live.registration, hamlet="thôn Đông")
            work.registrations.amend(live.id, hamlet, "giữa hai trang")


def counted(work: Work) -> Counter[str]:
    """Live, void and erased entries, book by book."""
    total: Counter[str] = Counter()
    for key in work.books.all():
        numbers = work.books.numbers(key)
        void, erased = len(numbers.void), len(numbers.erased)
        total.update({"live": numbers.entries - void - erased, "void": void, "erased": erased})
    return +total
