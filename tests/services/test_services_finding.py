"""The one box on a real desk: codes, cards, the reason why a hit is there, and registers of earlier versions."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hand_clock import Clock
from test_services_letters import DEATH, prepared
from test_services_registering import BIRTH, entered
from test_services_today import WEDDING

from common.words import found as words
from desk_app.db import index_words
from desk_app.house import Login, World, open_desk
from desk_app.services import search_renewal
from desk_app.services.desk import Desk
from desk_app.services.elsewhere import LETTERS, Elsewhere
from desk_app.services.letter_desk import Wish
from desk_app.services.lookup import Lookup, Results, Wanted
from desk_app.services.search_renewal import renew_index, renewal_is_due
from exchange.token import read_code
from tools.pretend_office import PretendOffice

NUMBER = "001198004321"
CARD = f"{NUMBER}|123456789|Trần Thị Ngọc Lan|02011998|Nữ|Thôn Bến Trà, Xuân Định, Xuân Lộc, Đồng Nai|05062021"


LOGIN = Login("clerk", "demo")


def seconds(found: Results) -> list[str]:
    return [line.second for line in found.records]


@pytest.fixture(scope="module")
def family(made_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A birth, a marriage and a death at one desk; no test changes them."""
    folder = Path(shutil.copytree(made_once, tmp_path_factory.mktemp("family") / "quầy 1"))
    desk = open_desk(folder, World(Clock(), secrets.token_bytes, practice=True), LOGIN)
    there = {"mother_citizen_id": NUMBER, "mother_residence": "thôn Bến Trà, xã Xuân Định"}
    entered(desk.register.enter(replace(BIRTH, **there, declarant_name="Võ Thị Sáu", declarant_relation="bà")))
    entered(desk.register.enter(WEDDING))
    entered(desk.register.enter(replace(DEATH, mother_name="Cao Thị Nở")))
    yield desk
    desk.close()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("tran thi ngoc lan", "cha mẹ: "),
        ("trần thị ngọc lân", "khác dấu · cha mẹ: "),
        ("tran thi ngoc lam", "gõ gần giống · cha mẹ: "),
        ("traanf thij ngocj lan", "đoán theo phím đã gõ · cha mẹ: "),
        ("võ thị sáu", "người đi khai: Võ Thị Sáu · "),
        ("vo thi sauu", "gõ gần giống, người đi khai: Võ Thị Sáu · "),
        ("cao thị nở", "mẹ: Cao Thị Nở · "),
        ("xuân định", "nơi chốn: xã Xuân Định · "),
        (NUMBER, "số định danh của mẹ · "),
        ("001198", "số định danh của mẹ · "),
        ("4321", "số định danh của mẹ có đuôi này · "),
        ("09/11/2026", "trẻ sinh 09/11/2026 · "),
    ],
)
def test_a_hit_says_why_it_is_there_where_its_line_does_not_show_it(family: Desk, text: str, why: str) -> None:
    assert seconds(Lookup(family.seat).find(text))[0].startswith(why)


def test_what_was_nearly_typed_is_marked_in_the_line(family: Desk) -> None:
    (line,) = Lookup(family.seat).find("ngoc lam tran").records
    assert [line.second[first:last] for first, last in line.second_marks] == ["Trần", "Ngọc Lan"]


def test_an_old_commune_and_todays_are_one_place(family: Desk) -> None:
    table, today = family.seat.units, family.seat.today()
    heir = table.find("suối cao, đồng nai", today)[0]
    assert heir.name != "Suối Cao"
    there = {"mother_name": "Nông Thị Ve", "mother_residence": "ấp 3, xã Suối Cao"}
    entered(family.register.enter(replace(BIRTH, child_name="Bế Văn Đàn", **there)))
    assert "Bế Văn Đàn" in [line.names for line in Lookup(family.seat).find(heir.name).records]
    assert [line.names for line in Lookup(family.seat).find("đàn suối cao").records] == ["Bế Văn Đàn"]


def test_a_card_scanned_into_the_box_finds_its_holder_and_nothing_of_it_is_kept(family: Desk) -> None:
    found = Lookup(family.seat).find(CARD)
    assert (found.note, found.shown, len(found.records)) == (words.CARD_READ, NUMBER, 1)
    noted = family.seat.sitting.notes
    assert noted[-1].act == "number-sought"
    assert NUMBER not in str(noted)


def test_a_card_whose_number_is_unknown_finds_by_name_and_day_of_birth(family: Desk) -> None:
    entered(family.register.enter(replace(BIRTH, child_name="Võ Gia Hân", mother_name="Lý Thị Mỹ", mother_born="1999")))
    card = CARD.replace(NUMBER, "001199777777").replace("Trần Thị Ngọc Lan", "LY THI MY").replace("02011998", "1999")
    assert Lookup(family.seat).find(card).records[0].names == "Võ Gia Hân"
    stranger = Lookup(family.seat).find(card.replace("1999|", "1971|"))
    assert (stranger.records, stranger.note, stranger.shown) == ((), words.CARD_UNKNOWN, "001199777777")


def test_a_code_is_read_with_the_slips_of_a_hand(desk: Desk, tmp_path: Path) -> None:
    desk.district.enrol(PretendOffice(tmp_path).enrol(desk))
    letter = prepared(desk.letters.prepare([entered(desk.register.enter(BIRTH)).id], Wish()))
    bare = read_code(letter.code) or ""
    other = "2" if bare[5] != "2" else "3"
    exact = [letter.code, bare, f" mã {letter.code.lower()}", letter.link + "?", bare[:8], letter.code[:9]]
    exact += [bare.replace("0", "o").replace("1", "l")]
    for text in exact:
        for found in (Lookup(desk.seat).find(text), Elsewhere(desk.seat).find(LETTERS, text, 10)):
            hits = found.letters if isinstance(found, Results) else found.hits
            assert ([hit.id for hit in hits], found.note) == ([letter.letter], "")
    for text in (bare[:5] + other + bare[6:], bare[:-2] + bare[:-3:-1], bare[:3] + bare[4] + bare[3] + bare[5:]):
        found = Lookup(desk.seat).find(text)
        assert [hit.id for hit in found.letters] == [letter.letter]
        assert found.note == ("" if text == bare else words.CODE_NEAR)
    far = Lookup(desk.seat).find(bare[::-1])
    assert (far.letters, far.note) == ((), words.CODE_OTHER)


def test_with_a_pressed_key_only_the_quick_ways_are_gone_and_no_number_is_noted(family: Desk) -> None:
    quick, noted = Wanted(at_once=True), list(family.seat.sitting.notes)
    assert Lookup(family.seat).find("tran thi ngoc lam", quick).records == ()
    assert Lookup(family.seat).find("tran thi ngoc la", quick).records[-1].names == "Nguyễn Trần Minh Anh"
    assert len(Lookup(family.seat).find(NUMBER, quick).records) == 1
    for typed, hits in (("lan ngoc th", 1), ("lan ngoc t", 0), ("la ngoc thi", 0)):
        assert len(Lookup(family.seat).find(typed, quick).records) == hits, (
            "the last word alone goes on, by two letters"
        )
        assert len(Lookup(family.seat).find(typed).records) == 1
    assert family.seat.sitting.notes == noted


def test_a_register_of_an_earlier_version_is_read_through_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(
            index_words, "words_of", lambda one: " ".join(name.folded for name in index_words.names_of(one))
        )
        earlier.setattr(index_words, "names_of", lambda one: tuple(person.name for person in one.people()))
        for number in range(3):
            child = f"Lê Gia {['Hân', 'Bảo', 'Huy'][number]}"
            there = {"mother_residence": "thôn Bến Trà", "declarant_name": "Võ Thị Sáu"}
            entered(desk.register.enter(replace(BIRTH, child_name=child, **there)))
    with desk.seat.work() as work:
        work.office.put(search_renewal.PAPER, "{}")
        work.commit()
    monkeypatch.setattr(search_renewal, "AT_ONCE", 2)
    assert renewal_is_due(desk.seat)
    assert Lookup(desk.seat).find("bến trà").records == ()

    def cut(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        renew_index(desk.seat, cut)
    assert renewal_is_due(desk.seat)
    assert renew_index(desk.seat) == 1
    assert not renewal_is_due(desk.seat)
    assert renew_index(desk.seat) == 0
    for text in ("bến trà", "võ thị sáu", "lê gia"):
        assert len(Lookup(desk.seat).find(text).records) == 3


def test_a_new_register_needs_no_reading_through(desk: Desk) -> None:
    assert not renewal_is_due(desk.seat)
