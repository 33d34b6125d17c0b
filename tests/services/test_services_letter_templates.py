"""The office's own letters: written as drafts, approved from a day on, never edited, taken back without losing them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hand_clock import Clock
from test_services_letters import DEATH, prepared, text_of
from test_services_registering import BIRTH, entered

from desk_app.db.backup import REGISTER_FILE
from desk_app.db.letter_templates import KeptTemplate
from desk_app.house import Login, World, open_desk, open_practice
from desk_app.services.choosing import Choosing
from desk_app.services.desk import Desk
from desk_app.services.erasing import Erasing
from desk_app.services.letter_desk import Wish
from desk_app.services.letter_templates import Draft, Saved, Version, take_in, withdraw_update
from desk_app.services.practice import guest_of
from desk_app.services.today import Today
from desk_app.services.trouble import Mistake, Trouble

OWN = "Xã tặng cây bưởi."
DAY = timedelta(days=1)
USUAL = Wish()
END = "cánh cửa của {loai_xa} luôn rộng mở."


@dataclass(frozen=True)
class Brought:
    """A letter of an update."""

    name: str
    layout: str
    from_day: date
    text: str


def with_own_words(draft: Draft, more: str = OWN) -> str:
    """The draft's text with one more sentence in its second paragraph."""
    return draft.text.replace(END, f"{END} {more}", 1)


def in_force(desk: Desk, name: str = "birth-card", from_day: date | None = None, more: str = OWN) -> int:
    """An own version of a template, approved; gives its number."""
    draft = desk.templates.begin(name)
    assert isinstance(desk.templates.save(name, draft.version, with_own_words(draft, more)), Saved)
    assert isinstance(desk.templates.approve(name, draft.version, from_day), Version)
    return draft.version


def letter(desk: Desk, wish: Wish = USUAL, **typed: str) -> tuple[int, str]:
    """A letter over a fresh registration, and its text."""
    id = entered(desk.register.enter(replace(BIRTH, **typed))).id  # type: ignore[arg-type]
    made = prepared(desk.letters.prepare([id], wish)).letter
    return made, " ".join(text_of(desk.letters.pdf([made])).split())


def test_a_version_is_in_force_from_its_day_and_letters_written_before_keep_their_words(
    desk: Desk, clock: Clock
) -> None:
    version = in_force(desk, from_day=desk.seat.today() + DAY)
    assert version == 2
    first, before = letter(desk)
    assert "cây bưởi" not in before
    clock.forward(1)
    _, after = letter(desk, child_name="Nguyễn Trần Minh Khôi", number="9")
    assert "cây bưởi" in after
    sheet = desk.letters.pdf([first])
    assert "cây bưởi" not in text_of(sheet), "the archived page is what is printed again"
    shown = desk.templates.one("birth-card")
    assert [(one.version, one.state, one.in_force) for one in shown.versions] == [
        (2, "approved", True),
        (1, "shipped", False),
    ]


def test_a_withdrawn_version_gives_way_to_the_one_before_and_stays_in_the_list(desk: Desk) -> None:
    second, third = in_force(desk), in_force(desk, more="Mau khôn lớn.")
    assert (second, third) == (2, 3)
    desk.templates.withdraw("birth-card", third, "lời chưa hay")
    _, text = letter(desk)
    assert ("cây bưởi" in text, "khôn lớn" in text) == (True, False)
    desk.templates.withdraw("birth-card", second, "thôi tặng cây")
    _, text = letter(desk, child_name="Nguyễn Trần Minh Khôi", number="9")
    assert "cây bưởi" not in text
    shown = desk.templates.one("birth-card")
    assert [one.state for one in shown.versions] == ["withdrawn", "withdrawn", "shipped"]
    assert shown.versions[0].reason == "lời chưa hay"
    assert desk.templates.begin("birth-card").version == 4, "a number is never given twice"


def test_an_approved_version_is_never_edited(desk: Desk) -> None:
    version = in_force(desk)
    text = desk.templates.text("birth-card", version)
    for act in (
        lambda: desk.templates.save("birth-card", version, text),
        lambda: desk.templates.drop("birth-card", version),
        lambda: desk.templates.approve("birth-card", version),
    ):
        with pytest.raises(Mistake, match="template-not-a-draft"):
            act()
    draft = desk.templates.begin("birth-card")
    assert (draft.version, OWN in draft.text) == (version + 1, True)
    assert desk.templates.begin("birth-card") == draft, "one draft at a time"
    desk.templates.drop("birth-card", draft.version)
    with pytest.raises(Mistake, match="template-day-past"):
        desk.templates.approve("birth-card", version, desk.seat.today() - DAY)
    with pytest.raises(Mistake, match="reason-empty"):
        desk.templates.withdraw("birth-card", version, "  ")


def test_a_new_letter_needs_no_programmer(desk: Desk) -> None:
    draft = desk.templates.begin(layout="birth-official", title="Thư chào công dân nhỏ")
    assert draft.name == "birth-thu-chao-cong-dan-nho-official"
    in_force(desk, draft.name)
    papers = Choosing(desk.seat).templates("birth")
    assert [one.words for one in papers][2:] == ["Thư chào công dân nhỏ, khổ A4"]
    usual, _ = letter(desk)
    own, text = letter(desk, Wish(template=draft.name), child_name="Nguyễn Trần Minh Khôi", number="9")
    assert "cây bưởi" in text
    with desk.seat.reading() as reading:
        kept = [reading.letters.get(id) for id in (usual, own)]
        assert [one.template for one in kept if one] == ["birth-card", draft.name]
        ((other,),) = [one.covers for one in kept[1:] if one]
    desk.templates.withdraw(draft.name, 1, "thôi dùng")
    assert len(Choosing(desk.seat).templates("birth")) == 2
    desk.register.amend(other, {"child_name": "Nguyễn Trần Minh Khoa"}, "gõ nhầm")
    waiting, held = desk.letters.prepare_pending()
    assert held == (), "a letter that is offered no more is written on the paper of its form"
    assert any("MINH KHOA" in text_of(desk.letters.pdf([one.letter])) for one in waiting)


def test_what_is_wrong_is_told_with_its_place_and_nothing_is_kept(desk: Desk) -> None:
    draft = desk.templates.begin("birth-card")
    found = desk.templates.save("birth-card", draft.version, draft.text.replace("{ten_cha}", "{ten_bo}", 1))
    assert isinstance(found, tuple)
    assert [(one.code, one.section, one.line) for one in found] == [("unknown-field", "lời chào", 13)]
    assert desk.templates.text("birth-card", draft.version) == draft.text
    saved = desk.templates.save("birth-card", draft.version, draft.text.replace("luôn rộng mở.", "luôn rộng mở!"))
    assert isinstance(saved, Saved), "an unkind word is better looked at, and keeps nothing back"


def test_a_template_travels_as_a_file(desk: Desk, tmp_path: Path) -> None:
    version = in_force(desk)
    desk.templates.write_out("birth-card", version, tmp_path / "birth-card.txt")
    draft = desk.templates.take_in(tmp_path / "birth-card.txt")
    assert isinstance(draft, Draft)
    assert (draft.name, draft.version, OWN in draft.text) == ("birth-card", version + 1, True)
    (tmp_path / "thu moi.txt").write_bytes((tmp_path / "birth-card.txt").read_bytes())
    with pytest.raises(Mistake, match="template-file-name"):
        desk.templates.take_in(tmp_path / "thu moi.txt")
    own = desk.templates.take_in(tmp_path / "thu moi.txt", layout="birth-card")
    assert isinstance(own, Draft)
    assert own.name == "birth-thu-chuc-mung-khai-card"
    (tmp_path / "birth-card.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Mistake, match="template-file"):
        desk.templates.take_in(tmp_path / "birth-card.txt")


def test_an_update_brings_letters_and_takes_them_away_again(desk: Desk) -> None:
    text, today = desk.templates.text("birth-card", 1), desk.seat.today()
    letters = [
        Brought("birth-card", "birth-card", today - DAY, text.replace("mầm xanh", "mầm non")),
        Brought("rieng-1", "birth-official", today, desk.templates.text("birth-official", 1)),
    ]
    with desk.seat.work() as work:
        assert take_in(work, desk.seat, letters, "ab" * 32) == (("birth-card", 2), ("birth-rieng-1-official", 1))
        work.commit()
    assert "mầm non" in letter(desk)[1]
    shown = desk.templates.one("birth-card").in_force
    assert shown
    assert (shown.from_day, shown.origin) == (today, "ab" * 32)
    with desk.seat.work() as work:
        assert len(withdraw_update(work, desk.seat, "ab" * 32)) == 2
        work.commit()
    assert "mầm xanh" in letter(desk, child_name="Nguyễn Trần Minh Khôi", number="9")[1]
    with desk.seat.work() as work, pytest.raises(Mistake, match="template-not-sound"):
        take_in(work, desk.seat, [replace(letters[0], text="tên: Thư\nphiên bản: 1\n")], "cd" * 32)


def test_what_an_act_took_back_is_never_printed(desk: Desk) -> None:
    letters = [
        Brought("birth-card", "birth-card", desk.seat.today(), with_own_words(desk.templates.begin("birth-card")))
    ]
    with desk.seat.work() as work:
        take_in(work, desk.seat, letters, "ab" * 32)
        assert desk.seat.wordings.on(work, desk.seat.today())
    assert "cây bưởi" not in letter(desk)[1]
    in_force(desk, more="Mau khôn lớn.")
    text = letter(desk, child_name="Nguyễn Trần Minh Khôi", number="9")[1]
    assert ("cây bưởi" in text, "khôn lớn" in text) == (False, True)


def test_only_a_leader_approves_and_everybody_writes(desk: Desk) -> None:
    draft = desk.templates.begin("birth-card")
    clerk = replace(desk.templates, seat=replace(desk.seat, role="clerk"))
    assert isinstance(clerk.save("birth-card", draft.version, draft.text), Saved)
    for act in (
        lambda: clerk.approve("birth-card", draft.version),
        lambda: clerk.withdraw("birth-card", draft.version, "thử"),
    ):
        with pytest.raises(Trouble, match="not-allowed"):
            act()


def test_two_versions_are_compared_word_by_word(desk: Desk) -> None:
    version = in_force(desk)
    words = desk.templates.compare(("birth-card", 1), ("birth-card", version))
    changed = [(one.section, one.which, one.text) for one in words if one.which != "same"]
    assert changed == [("lời thư 2", "new", OWN)]


def test_versions_are_there_when_the_register_is_opened_again_and_in_every_copy(
    desk: Desk, desk_folder: Path, world: World, tmp_path: Path
) -> None:
    in_force(desk)
    before = desk.templates.listed()
    desk.seat.register.backup_to(tmp_path / "copy.db")
    saved = entered(desk.register.enter(BIRTH))
    prepared(desk.letters.prepare([saved.id], Wish()))
    Erasing(desk.seat).erase(saved.id, "Gia đình đề nghị", saved.number)
    assert desk.templates.listed() == before, "what the law has erased is a family's, not the office's words"
    desk.close()
    (tmp_path / "copy.db").replace(desk_folder / REGISTER_FILE)
    again = open_desk(desk_folder, world, Login("clerk", "demo"))
    try:
        assert again.templates.listed() == before
        assert "cây bưởi" in letter(again)[1]
    finally:
        again.close()


def test_the_practice_register_writes_the_letters_that_the_office_writes(desk: Desk, world: World) -> None:
    version = in_force(desk)
    practice = open_practice(desk.seat.folder, world, guest_of(desk.seat))
    try:
        assert "cây bưởi" in letter(practice)[1]
        practice.templates.withdraw("birth-card", version, "tập thôi")
    finally:
        practice.close()
    assert "cây bưởi" in letter(desk)[1], "what is tried there stays there"


def test_twins_stand_on_one_own_letter(desk: Desk) -> None:
    name = desk.templates.begin(layout="birth-card", title="Thư sinh đôi").name
    in_force(desk, name)
    names = ("Nguyễn Trần Minh Anh", "Nguyễn Trần Minh Khôi")
    ids = [entered(desk.register.enter(replace(BIRTH, child_name=one))).id for one in names]
    made = prepared(desk.letters.prepare(ids, Wish(template=name)))
    text = " ".join(text_of(desk.letters.pdf([made.letter])).split())
    assert all(one.upper() in text for one in names)
    assert "hai mầm xanh" in text
    assert "cây bưởi" in text
    again = prepared(desk.letters.prepare(ids, Wish()))
    assert (again.letter, again.again) == (made.letter, True), "a wish for nothing is the letter as it was chosen"


def test_a_newer_program_takes_nothing_out_of_force_and_is_told(desk: Desk) -> None:
    shipped = desk.templates.one("condolence-card").versions[0].version
    text = desk.templates.text("condolence-card", shipped)
    with desk.seat.work() as work:
        body = {"text": text.replace("vô cùng thương tiếc", "hết lòng thương tiếc"), "title": "Thư chia buồn"}
        work.letter_templates.add(KeptTemplate("condolence-card", shipped - 1, "approved", desk.seat.today(), body))
        work.commit()
    one = desk.templates.one("condolence-card")
    assert [each.in_force for each in one.versions] == [False, True]
    assert f"bản {shipped - 1} đã duyệt" in one.notice
    assert one.versions[1].line == f"bản {shipped - 1}: đã duyệt, từ 20/11/2026, đang dùng"
    assert desk.templates.one("birth-card").notice == ""
    id = entered(desk.register.enter(DEATH)).id
    made = prepared(desk.letters.prepare([id], Wish())).letter
    assert "hết lòng thương tiếc" in " ".join(text_of(desk.letters.pdf([made])).split())
    assert desk.templates.begin("condolence-card").version == shipped + 1


def test_the_live_letter_keeps_the_last_good_page(desk: Desk) -> None:
    live, text = desk.templates.live("birth-card"), desk.templates.text("birth-card", 1)
    assert [one.caption for one in live.cases(text)][:3] == ["Ngắn nhất", "Thường gặp", "Dài nhất"]
    assert len(live.cases("tên: Thư")) == 3
    blank = live.drawn("tên: Thư", dpi=40)
    assert (blank.page.pixels, blank.fresh) == (b"", False)
    good = live.drawn(text, "worst", "black", 40)
    assert (good.fresh, len(good.page.pixels)) == (True, good.page.width * good.page.height * 3)
    assert good.page.steps
    for broken in (text.replace("{ten_cha}", "{ten_bo}"), text.replace("Thân gửi\n", "Thân gửi {ten_than}\n")):
        again = live.drawn(broken, "worst", "black", 40)
        assert (again.page.pixels == good.page.pixels, again.fresh, bool(again.findings)) == (True, False, True)
        assert isinstance(live.pdf(broken, "worst"), tuple)


def test_a_draft_waits_for_the_leader_on_the_page_of_the_day(desk: Desk) -> None:
    def told(one: Desk) -> list[str]:
        return [card.title for card in Today(one.seat).view().reminders if card.goes == "templates"]

    assert told(desk) == []
    draft = desk.templates.begin("birth-card")
    assert told(desk) == ["Một mẫu thư chờ duyệt"]
    assert told(replace(desk, seat=replace(desk.seat, role="clerk"))) == []
    desk.templates.approve("birth-card", draft.version)
    assert told(desk) == []
