"""Updates at the bounds of what they may carry, and what a refusal tells of the place."""

import json
from typing import Any

import pytest
from exchange_kit import APP, MOMENT, OFFICE
from update_kit import CALENDAR, LETTER, TEXT, lettered, members, whole

from exchange import canonical, update, update_parts
from exchange.update_parts import CALENDARS, LONGEST, MOST, BadPart, read_parts, write_parts
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


@pytest.mark.parametrize(("field", "value"), [("issued_at", "2026-10-31 09:00"), ("edition", "2027-1-1")])
def test_an_update_names_its_day_and_its_moment_as_the_format_says(field: str, value: str) -> None:
    told = {"office": OFFICE.public.verify, "office_unit": "10", "edition": "2027-01-01", "issued_at": MOMENT}
    with pytest.raises(ValueError, match=field):
        update.Update(**{**told, "app": APP, field: value})


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


def test_an_update_holds_as_many_calendars_as_it_may_and_only_the_parts_that_were_given() -> None:
    many = [{**CALENDAR, "id": f"quy-{n}"} for n in range(MOST + 1)]
    raw = [json.dumps(one).encode() for one in many]
    written = write_parts(calendars=raw[:MOST])
    assert written.keys() == {CALENDARS}
    assert len(read_parts(written).calendars) == MOST
    for bad, detail in ((raw, "calendar-count"), ([b"{"], "calendar-form")):
        with pytest.raises(Refused) as caught:
            write_parts(calendars=bad)
        assert caught.value.detail == detail


def test_a_part_may_be_as_large_as_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    written = members()[CALENDARS]
    monkeypatch.setattr(update_parts, "LARGEST_PART", len(written))
    assert len(read_parts({CALENDARS: written}).calendars) == 1
    monkeypatch.setattr(update_parts, "LARGEST_PART", len(written) - 1)
    with pytest.raises(Refused, match="calendar-size"):
        read_parts({CALENDARS: written})


def test_a_place_keeps_the_letters_of_its_name() -> None:
    assert _calendar(Xa="\u200b").place == "Xa"
    assert _calendar(**{"X\u200b": "x"}).place == "X\u200b"
