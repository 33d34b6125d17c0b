"""Updates at the bounds of what they may carry, and what a refusal tells of the place."""

from typing import Any

import pytest
from exchange_kit import OFFICE
from update_kit import CALENDAR, LETTER, TEXT, lettered, members, whole

from exchange import canonical, update
from exchange.update_parts import CALENDARS, LONGEST, MOST, BadPart, read_parts
from exchange.verdicts import Refused


def test_an_update_of_the_largest_size_is_opened_and_tells_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    written = whole()
    monkeypatch.setattr(update, "LARGEST_UPDATE", len(written.raw))
    opened = update.open_update(written.raw, OFFICE.public.verify)
    assert (opened.update.edition, opened.update.office) == ("2027-01-01", OFFICE.public.verify)
    monkeypatch.setattr(update, "LARGEST", len(opened.raw))
    assert update.open_update(written.raw, OFFICE.public.verify).raw == opened.raw
    monkeypatch.setattr(update, "LARGEST", len(opened.raw) - 1)
    with pytest.raises(Refused, match="units-size"):
        update.open_update(written.raw, OFFICE.public.verify)


def _bad(members_: dict[str, bytes]) -> BadPart:
    with pytest.raises(BadPart) as caught:
        read_parts(members_)
    return caught.value


def test_a_bad_letter_of_an_update_tells_which_and_what_stands_there_in_forty_signs() -> None:
    long = "x" * 41
    wrong = _bad(lettered({**LETTER, "name": long, "from": long}))
    assert (wrong.name, wrong.place, wrong.found) == (long[:40], "from", long[:40])
    wrong = _bad(lettered({**LETTER, "title": long}))
    assert (wrong.name, wrong.place, wrong.found) == ("marriage-card", "title", long[:40])
    bare = BadPart("letter", "form")
    assert (bare.name, bare.place, bare.found) == ("", "", "")
    titles = ["T" * LONGEST, "T" * (LONGEST + 1)]
    texts = [TEXT.replace("Thư mừng cưới", title, 1) for title in titles]
    first = read_parts(lettered({**LETTER, "title": titles[0], "text": texts[0]}))
    assert first.letters[0].title == titles[0]
    assert _bad(lettered({**LETTER, "title": titles[1], "text": texts[1]})).place in ("title", "1:1")


def _calendar(**changes: Any) -> BadPart:
    return _bad({CALENDARS: canonical.encode([{**CALENDAR, **changes}])})


def test_a_bad_calendar_of_an_update_tells_its_id_the_place_and_what_stands_there() -> None:
    long = "y" * 41
    wrong = _calendar(since=long)
    assert (wrong.part, wrong.code, wrong.name, wrong.place) == ("calendar", "day", "quy-14", "since")
    assert wrong.found == long[:40]
    assert _calendar(since=20260701).found == "20260701"
    wrong = _calendar(to=["Sở", "\u200b"])
    assert (wrong.code, wrong.name, wrong.place) == ("text", "quy-14", "to[1]")
    assert _calendar(**{"\u200b": "x"}).place == "\u200b"
    wrong = _calendar(to=["x"] * (MOST + 1))
    assert (wrong.code, wrong.name, wrong.place) == ("count", "quy-14", "to")
    wrong = _calendar(terms=[{"part": "Q4", "first": {".tháng": "x" * (LONGEST + 1)}}])
    assert (wrong.code, wrong.place) == ("text", "terms[0].first..tháng")
    assert _calendar(id=long, since="x").name == long[:40]
    assert _calendar(id=7, since="x").name == "7"
    nameless = {name: value for name, value in CALENDAR.items() if name != "id"}
    assert _bad({CALENDARS: canonical.encode([{**nameless, "since": "x"}])}).name == ""
    assert _bad({CALENDARS: canonical.encode(["quy-14"])}).name == ""
    twice = _bad({CALENDARS: canonical.encode([CALENDAR, CALENDAR])})
    assert (twice.code, twice.name) == ("twice", "quy-14")


def test_texts_counts_and_days_of_a_calendar_may_reach_their_bounds() -> None:
    full = {
        **CALENDAR,
        "name": "n" * LONGEST,
        "to": [f"Sở {n}" for n in range(MOST)],
        "from": "1976-01-01",
        "to_day": "2199-12-31",
    }
    ((calendar, _),) = read_parts(members(calendars=[full])).calendars
    assert len(calendar.name) == LONGEST
    for day in ("1975-12-31", "2200-01-01"):
        assert _calendar(**{"from": day}).place == "from"
