"""The ratings page on a real desk: n everywhere, no share under five, desk answers apart."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from test_services_letters import prepared
from test_services_registering import BIRTH, entered

from desk_app.house import unit_table
from desk_app.services.calls import CallBacks
from desk_app.services.communes import find_communes
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Wish
from desk_app.services.ratings_view import rating_periods, voices
from exchange.receipt import Batch, CallBack, Message
from tools.pretend_office import PretendOffice


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


def test_a_group_under_five_is_pooled_so_that_subtracting_tells_nothing(
    desk: Desk, office: PretendOffice, tmp_path: Path
) -> None:
    told(desk, office, tmp_path, batch(9, ("birth",)), batch(6, ("marriage",)), batch(3, ("thanks",), 1))
    shares = voices(desk.seat, "2026-Q4").kinds
    assert [(share.kinds, share.n) for share in shares] == [(("birth",), 9), (("marriage", "thanks"), 9)]


def test_under_five_answers_only_their_number_is_told(desk: Desk, office: PretendOffice, tmp_path: Path) -> None:
    told(desk, office, tmp_path, batch(3, ("birth",)))
    shown = voices(desk.seat, "2026-Q4")
    assert (shown.answers.n, shown.enough, shown.kinds) == (3, False, ())
    assert voices(desk.seat, "2026-Q3").answers.n == 0


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


def test_the_periods_offered_are_this_quarter_the_one_before_and_two_years() -> None:
    assert rating_periods(date(2026, 11, 20)) == ("2026-Q4", "2026-Q3", "2026", "2025")
    assert rating_periods(date(2027, 1, 2))[:2] == ("2027-Q1", "2026-Q4")


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
