"""The ratings page on a real desk: n everywhere, no share under five, desk answers apart."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

import pytest
from test_services_letters import prepared
from test_services_registering import BIRTH, entered

from common.periods import Period
from desk_app.db.ratings import Batch as Kept
from desk_app.house import unit_table
from desk_app.services.calls import CallBacks
from desk_app.services.communes import find_communes
from desk_app.services.desk import Desk
from desk_app.services.follow_ups import Done, FollowUps
from desk_app.services.letter_desk import Wish
from desk_app.services.ratings_view import SMALLEST, LetterWay, periods_on_offer, rating_periods, voices
from district.pools import answers_in
from district.store.batches import Batch as Stored
from exchange.receipt import Batch, CallBack, Message
from tools.pretend_office import PretendOffice

_SHARED = ("id", "formed_on", "n", "by_score", "by_channel", "reasons", "comments", "kinds")


def batch(n: int, kinds: tuple[str, ...], unhappy: int = 0, **changed: object) -> Batch:
    fields: dict[str, object] = {
        "id": f"{abs(hash((n, kinds, unhappy))):032x}"[:32],
        "formed_on": "2026-11-18",
        "n": n,
        "by_score": {"3": n - unhappy, "1": unhappy},
        "by_channel": {"qr": n},
        "reasons": {"wait": 2},
        "comments": ("Chờ hơi lâu.",),
        "kinds": kinds,
    }
    return Batch(**{**fields, **changed})  # type: ignore[arg-type]


@pytest.fixture
def office(tmp_path: Path, desk: Desk) -> PretendOffice:
    level_above = PretendOffice(tmp_path)
    desk.district.enrol(level_above.enrol(desk))
    return level_above


def told(desk: Desk, office: PretendOffice, folder: Path, *batches: Batch, **more: object) -> None:
    letter = prepared(desk.letters.prepare([entered(desk.register.enter(BIRTH)).id], Wish())).letter
    desk.letters.printed([letter])
    desk.letters.delivered([letter], "counter", "good")
    (bundle,) = desk.month.close(folder / "usb")
    desk.month.receive(office.receipt(office.opened(bundle.path.read_bytes()), batches, **more))


def test_answers_to_letters_are_counted_with_their_n_and_desk_answers_apart(
    desk: Desk, office: PretendOffice, tmp_path: Path
) -> None:
    told(desk, office, tmp_path, batch(9, ("birth",), 2), batch(6, ("marriage",)))
    desk.voice.take({"channel": "slip", "score": "1"})
    shown = voices(desk.seat, "2026-Q4")
    assert (shown.handed, shown.answers.n, shown.content, shown.enough) == (1, 15, 13, True)
    assert dict(shown.at_desk) == {"slip": 1}
    assert [(share.kinds, share.n, share.content) for share in shown.kinds] == [
        (("birth",), 9, 7),
        (("marriage",), 6, 6),
    ]
    assert [comment.text for comment in shown.comments] == ["Chờ hơi lâu."] * 2
    assert dict(shown.reasons) == {"wait": 4}


def test_a_batch_under_five_is_told_only_with_one_of_a_later_day(
    desk: Desk, office: PretendOffice, tmp_path: Path
) -> None:
    early = {"formed_on": "2026-09-16", "comments": ("Sớm.",)}
    told(
        desk, office, tmp_path, batch(9, ("birth",), **early), batch(3, ("thanks",), 1, **early), batch(5, ("thanks",))
    )
    before, after = voices(desk.seat, "2026-Q3"), voices(desk.seat, "2026-Q4")
    assert ([(share.kinds, share.n) for share in before.kinds], before.waiting) == ([(("birth",), 9)], 0)
    assert [(share.kinds, share.n, share.content) for share in after.kinds] == [(("thanks",), 8, 7)]
    assert [one.text for one in before.comments] == ["Sớm."]
    whole = voices(desk.seat, "2026-Q4@quy-14")
    assert (before.answers.n, after.answers.n, whole.answers.n, after.by_channel) == (9, 8, 17, {"qr": 8})
    assert [(one.period.name, one.n, one.enough) for one in after.quarters] == [
        ("2026-Q4", 8, True),
        ("2026-Q3", 9, True),
        ("2026-Q2", 0, False),
        ("2026-Q1", 0, False),
    ]


def test_under_five_answers_only_their_number_is_told(desk: Desk, office: PretendOffice, tmp_path: Path) -> None:
    told(desk, office, tmp_path, batch(3, ("birth",)))
    shown = voices(desk.seat, "2026-Q4")
    assert (shown.answers.n, shown.waiting, shown.enough, shown.kinds) == (0, 3, False, ())
    assert (shown.comments, dict(shown.reasons), shown.by_channel) == ((), {}, {})
    assert voices(desk.seat, "2026-Q3").waiting == 0


def test_a_person_who_asked_for_a_call_is_ticked_off_once_called(
    desk: Desk, office: PretendOffice, tmp_path: Path
) -> None:
    calls = (CallBack(id="cd" * 16, on="2026-11-17", phone="0912 345 678", text="Hỏi về giấy tờ"),)
    words = (Message(id="ef" * 16, on="2026-11-18", text="Nên có chỗ để xe."),)
    told(desk, office, tmp_path, call_backs=calls, messages=words)
    shown = voices(desk.seat, "2026-Q4")
    assert [note.text for note in shown.notes] == ["Nên có chỗ để xe.", "Hỏi về giấy tờ"]
    (call,) = shown.calls
    assert (call.phone, call.called) == ("0912 345 678", False)
    CallBacks(desk.seat).called(call.id)
    assert voices(desk.seat, "2026-Q4").calls[0].called


def test_the_report_quarter_stands_first_then_calendar_quarters_and_years(desk: Desk) -> None:
    assert [one.name for one in periods_on_offer(desk.seat)] == [
        *("2026-Q4@quy-14", "2026-Q3@quy-14"),
        *("2026-Q4", "2026-Q3", "2026-Q2", "2026-Q1", "2026", "2025"),
    ]
    report = [one.period.name for one in voices(desk.seat, "2026-Q4@quy-14").quarters]
    assert report == ["2026-Q4@quy-14", "2026-Q3@quy-14", "2026-Q2@quy-14", "2026-Q1@quy-14"]
    assert voices(desk.seat, "2026").quarters[0].period.name == "2026-Q4"
    assert rating_periods(date(2027, 1, 2))[:2] == ("2027-Q1", "2026-Q4")


def test_letters_with_a_code_are_followed_from_being_prepared_to_the_answer(
    desk: Desk, office: PretendOffice, tmp_path: Path
) -> None:
    told(desk, office, tmp_path, batch(6, ("birth",)), batch(5, ("apology", "thanks")))
    task = FollowUps(desk.seat).open("own", task="Loa gọi số nhỏ quá")
    FollowUps(desk.seat).done(task.id, Done("fixed", "Đã thay loa"))
    shown = voices(desk.seat, "2026-Q4@quy-14")
    assert shown.ways == (LetterWay(("birth",), 1, 1, 6), LetterWay(("apology", "thanks"), answered=5))
    assert (shown.follow_ups.opened, shown.follow_ups.in_time, shown.follow_ups.median) == (1, 1, 0)
    assert voices(desk.seat, "2026-Q3").follow_ups.opened == 0


def test_a_commune_is_found_without_accents_with_its_province_and_old_names() -> None:
    found = find_communes(unit_table(), "xuan dinh, dong nai", date(2026, 11, 20))
    assert [(one.official, one.parent) for one in found[:1]] == [("Xã Xuân Định", "thành phố Đồng Nai")]
    assert found[0].old
    assert find_communes(unit_table(), "   ", date(2026, 11, 20)) == ()


def test_a_letter_taken_back_with_its_record_is_no_longer_among_those_with_a_code(
    desk: Desk, office: PretendOffice
) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    letter = prepared(desk.letters.prepare([id], Wish())).letter
    desk.letters.printed([letter])
    desk.letters.delivered([letter], "counter", "good")
    before = voices(desk.seat, "2026-Q4").handed
    desk.register.void(id, "ghi thử")
    assert (before, voices(desk.seat, "2026-Q4").handed) == (1, 0)


def test_whatever_batches_come_no_two_periods_differ_by_under_five_and_the_desk_tells_what_the_level_above_tells(
    desk: Desk,
) -> None:
    chance, day, kept = random.Random(14), date(2025, 10, 1), []
    for number in range(60):
        day += timedelta(chance.choice((0, 0, 3, 17)))
        n, unhappy = chance.choice((3, 4, 5, 6, 11)), chance.randint(0, 3)
        kinds = chance.choice((("birth",), ("thanks",), ("birth", "thanks")))
        told_once = batch(n, kinds, unhappy, id=f"{number:032x}", formed_on=day.isoformat(), by_channel={"qr": n})
        kept.append(told_once)
        rest = {"reasons": {}, "comments": [], "kinds": list(kinds)}
        with desk.seat.work() as work:
            work.ratings.keep_batch(Kept(told_once.id, day, n, told_once.by_score, told_once.by_channel, rest))
            work.commit()
    with desk.seat.reading() as reading:
        days = {date.fromisoformat(one.formed_on) for one in kept}
        assert {reading.ratings.answers(Period("", day, day)).n for day in days} & {1, 2, 3, 4} == set()
    every = [voices(desk.seat, one.name) for one in periods_on_offer(desk.seat)]
    gaps = {abs(one.answers.n - other.answers.n) for one in every for other in every}
    assert min(gaps - {0}) >= SMALLEST
    assert [one.by_channel.get("qr", 0) for one in every] == [one.answers.n for one in every]
    assert [sum(share.n for share in one.kinds) for one in every] == [one.answers.n for one in every]
    above = [Stored(unit="00070", contradicted=0, **{name: getattr(one, name) for name in _SHARED}) for one in kept]
    for one in every:
        answers = answers_in(above, one.period)
        assert (one.answers.n, one.answers.by_score) == (
            answers.n,
            {key: n for key, n in answers.by_score.items() if n},
        )
