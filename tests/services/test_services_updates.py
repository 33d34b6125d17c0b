"""Letters, calendars and question sets from the level above: told, used from their day on, put back as one act; and
what was in use meanwhile stays true."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hand_clock import Clock
from test_services_letters import prepared, text_of
from test_services_registering import entered
from test_services_today import WEDDING
from update_samples import NEW_WORDS, RESOURCES, calendar, letter, members, new_calendar, questions

from common.periods import NotAPeriod
from desk_app.db.letter_templates import APPROVED, DRAFT, WITHDRAWN
from desk_app.house import Login, World, open_desk
from desk_app.services.access_log import AccessLog
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Wish
from desk_app.services.question_sets import QuestionDesk
from desk_app.services.trouble import Mistake, Trouble
from desk_app.services.updates import Preview, Updates
from exchange import canonical
from exchange.documents import listed
from exchange.parcel import Parcel, pack
from exchange.update import Update, open_update
from exchange.update_parts import LETTERS
from tools.pretend_office import PretendOffice

LOGIN = Login("clerk", "demo")
LATER = "2026-11-20T04:00:00Z"


def taken(updates: Updates, path: Path) -> Preview:
    return updates.take(path, updates.look(path).document)


def wedding_letter(desk: Desk, day: str) -> tuple[int, str]:
    """A letter over a fresh wedding, and its text."""
    id = entered(desk.register.enter(replace(WEDDING, registered_on=day))).id
    made = prepared(desk.letters.prepare([id], Wish())).letter
    return made, " ".join(text_of(desk.letters.pdf([made])).split())


def test_a_letter_that_does_not_fit_under_our_name_is_told_and_stays_a_draft(
    desk: Desk, office: PretendOffice, updates: Updates
) -> None:
    long = letter("2026-11-20", text=letter()["text"].replace("== lời chúc\n", "== lời chúc\nMừng đôi bạn nên duyên. "))
    path = office.update(members(letters=[long], calendars=[], questions=[]))
    assert "ở lại bản thảo" in told(updates.look(path), "letter")[0]
    taken(updates, path)
    assert "Mừng đôi bạn" not in wedding_letter(desk, "20/11/2026")[1]
    with desk.seat.reading() as reading:
        assert [one.state for one in reading.letter_templates.all()] == [DRAFT]
    updates.put_back()
    with desk.seat.reading() as reading:
        assert reading.letter_templates.all() == ()


def told(preview: Preview, kind: str) -> tuple[str, ...]:
    return next(part.told for part in preview.parts if part.kind == kind)


def test_everything_in_a_file_is_told_in_sentences_and_nothing_changes_by_looking(
    desk: Desk, office: PretendOffice, updates: Updates
) -> None:
    before = updates.standing()
    path = office.update(members(calendars=[calendar(), new_calendar()]))
    preview = updates.look(path)
    (first, _), quarters = told(preview, "letter"), told(preview, "calendar")
    assert "có lời mới, dùng từ 23/11/2026: “trang” thành “dòng”." in first
    assert "quý IV chốt ngày 20/12, gửi trước hết ngày 25/12" in quarters[0]
    assert quarters[1].startswith("Lịch mới “Báo cáo phong trào thi đua”")
    assert told(preview, "questions")[0] == "Bộ câu hỏi service-3/2: 6 câu, hỏi từ hôm nay."
    assert updates.standing() == before
    assert desk.seat.calendars().get("phong-trao") is None
    ended = updates.look(office.update(members(calendars=[calendar(to_day="2026-12-31")], letters=[], questions=[])))
    assert "thôi dùng sau ngày 31/12/2026" in told(ended, "calendar")[0]


def test_every_kind_of_change_has_its_sentence(desk: Desk, office: PretendOffice, updates: Updates) -> None:
    usual = (RESOURCES / "letters" / "marriage-card.txt").read_text(encoding="utf-8")
    shipped = json.loads((RESOURCES / "calendars" / "quy-14.json").read_text(encoding="utf-8"))
    asked = json.loads((RESOURCES / "questions" / "service-3-v1.json").read_text(encoding="utf-8"))
    new = letter("2026-01-01", name="marriage-rieng-card")
    shorter = usual.replace("hai nét chữ từ nay chung một trang,", "hai nét chữ,").replace("vẹn tròn tình nghĩa", "")
    fewer = {**shipped, "name": "Tên khác", "to": ["Sở Nội vụ"], "terms": shipped["terms"][:1], "to_day": "2027-12-31"}
    first = updates.look(office.update(members(letters=[new], calendars=[shipped], questions=[asked])))
    assert told(first, "letter")[0] == "Mẫu mới “Thư chúc mừng kết hôn”, dùng từ hôm nay."
    assert told(first, "calendar")[0] == f"“{shipped['name']}” không đổi."
    assert told(first, "questions")[0] == "Bộ câu hỏi service-3/1 quầy đã có."
    other = questions(id="service-9", version=1)
    second = updates.look(office.update(members(letters=[letter(text=shorter)], calendars=[fewer], questions=[other])))
    assert "“chữ từ nay chung một trang” thành “chữ”; bỏ “vẹn tròn tình nghĩa”" in told(second, "letter")[0]
    (change, _) = told(second, "calendar")
    for words in (
        f"trước gọi là “{shipped['name']}”",
        "gửi Sở Nội vụ",
        "thôi dùng sau ngày 31/12/2027",
        "thôi hỏi quý IV",
    ):
        assert words in change
    assert told(second, "questions")[0].endswith("chọn được ở Thiết lập.")
    same = updates.look(office.update(members(letters=[letter(text=usual)], calendars=[], questions=[])))
    assert told(same, "letter")[0] == "“Thư chúc mừng kết hôn” giữ nguyên lời đang dùng."
    taken(updates, office.update(members(letters=[], calendars=[fewer], questions=[])))
    back = updates.look(office.update(members(letters=[], questions=[], calendars=[shipped]), issued_at=LATER))
    assert "không còn ngày thôi dùng" in told(back, "calendar")[0]


def test_letters_calendars_and_questions_are_in_force_and_go_back_as_one_act(
    desk: Desk, office: PretendOffice, updates: Updates, clock: Clock
) -> None:
    _, usual = wedding_letter(desk, "20/11/2026")
    assert NEW_WORDS not in usual
    preview = taken(updates, office.update(members(calendars=[calendar(), new_calendar()])))
    assert NEW_WORDS not in wedding_letter(desk, "20/11/2026")[1]
    assert desk.seat.calendars().read_period("2026-Q4@quy-14").last == date(2026, 12, 20)
    assert desk.seat.calendars().read_period("2026-Q4@phong-trao").last == date(2026, 12, 20)
    assert [one.calendar.id for one in desk.yearly.asked() if one.calendar.id == "phong-trao"]
    question = QuestionDesk(desk.seat)
    assert question.in_force().mark == "service-3/2"
    answer = {"channel": "slip", "score": "2", "asked": {"clear": "no"}, "question_set": "service-3/2"}
    assert not isinstance(desk.voice.take(answer), tuple)

    clock.forward(3)
    made, other = wedding_letter(desk, "23/11/2026")
    assert NEW_WORDS in other
    sheet = desk.letters.pdf([made])
    last = updates.standing().last
    assert last is not None
    assert (last.document, last.by) == (preview.document, "clerk")

    assert updates.put_back().document == preview.document
    assert NEW_WORDS not in wedding_letter(desk, "23/11/2026")[1]
    assert desk.letters.pdf([made]) == sheet
    assert desk.seat.calendars().read_period("2026-Q4@quy-14").last == date(2026, 12, 14)
    with pytest.raises(NotAPeriod):
        desk.seat.calendars().read_period("2026-Q4@phong-trao")
    assert (question.in_force().mark, question.sets().get("service-3/2") is not None) == ("service-3/1", True)
    with desk.seat.reading() as reading:
        versions = [one for one in reading.letter_templates.all() if one.name == "marriage-card"]
    assert [one.state for one in versions] == [WITHDRAWN]
    acts = [row.act for row in AccessLog(desk.seat).rows(date(2026, 11, 1), date(2026, 12, 31))]
    assert (acts.count("update-taken"), acts.count("update-put-back")) == (1, 1)
    with pytest.raises(Mistake, match="no-update-before"):
        updates.put_back()
    assert taken(updates, office.folder / "CN.mctt").document == preview.document


def test_an_issued_report_of_a_calendar_that_was_put_back_is_still_there(
    desk: Desk, office: PretendOffice, updates: Updates, clock: Clock
) -> None:
    monthly = {"part": "11", "first": {"month": 11, "day": 1}, "last": {"month": 11, "day": 21}}
    taken(updates, office.update(members(letters=[], questions=[], calendars=[{**new_calendar(), "terms": [monthly]}])))
    clock.forward(5)
    issued = desk.yearly.issue("2026-11@phong-trao")
    paper = desk.yearly.written(issued.id, "pdf")
    updates.put_back()
    assert [one.id for one in desk.yearly.issued()] == [issued.id]
    assert desk.yearly.written(issued.id, "pdf") == paper
    assert desk.yearly.get(issued.id).report.asked == issued.report.asked


def test_what_came_lies_in_every_copy_and_is_there_after_the_next_opening(
    desk: Desk, office: PretendOffice, updates: Updates, world: World, desk_folder: Path, tmp_path: Path
) -> None:
    path = office.update(members(letters=[letter("2026-01-01")]))
    document = taken(updates, path).document
    assert NEW_WORDS in wedding_letter(desk, "20/11/2026")[1]
    desk.close()
    copied = tmp_path / "copy"
    shutil.copytree(desk_folder, copied)
    for folder in (desk_folder, copied):
        opened = open_desk(folder, world, LOGIN)
        try:
            assert [one.document for one in Updates(opened.seat).standing().taken] == [document]
            assert opened.seat.calendars().read_period("2026-Q4@quy-14").last == date(2026, 12, 20)
            with opened.seat.reading() as reading:
                (kept,) = (one for one in reading.letter_templates.all() if one.name == "marriage-card")
                papers = reading.updates.papers(reading.updates.all()[0].id)
            assert (kept.state, kept.from_day) == (APPROVED, date(2026, 11, 20))
            assert [paper.name for paper in papers] == ["quy-14", "marriage-card", "service-3/2"]
        finally:
            opened.close()


def refused(updates: Updates, path: Path) -> tuple[str, Mapping[str, str]]:
    """Code and details of what is in the way, the same in looking and taking."""
    found = []
    for act in (updates.look, updates.take):
        with pytest.raises(Trouble) as caught:
            act(path)
        found.append((caught.value.code, caught.value.details))
    assert found[0] == found[1]
    return found[0]


def test_a_file_that_would_go_back_in_time_or_change_what_was_asked_is_refused(
    office: PretendOffice, updates: Updates
) -> None:
    path = office.update(members())
    taken(updates, path)
    assert refused(updates, path)[0] == "update-in-force"
    older = office.update(members(letters=[]), issued_at="2026-11-20T02:00:00Z")
    code, details = refused(updates, older)
    assert (code, details["what"]) == ("update-older", "lịch báo cáo quy-14")
    apart = office.update(
        members(letters=[], calendars=[new_calendar()], questions=[]), issued_at="2026-11-20T02:00:00Z"
    )
    taken(updates, apart)
    other = questions(scale=3)
    other["questions"][1]["words"]["vi"] = "Câu khác"
    assert refused(updates, office.update(members(questions=[other]), issued_at=LATER))[0] == "update-question-set"
    shipped = {**other, "version": 1}
    assert refused(updates, office.update(members(questions=[shipped]), issued_at=LATER))[0] == "update-question-set"
    for _ in range(2):
        updates.put_back()
    assert refused(updates, office.update(members(questions=[other]), issued_at=LATER))[0] == "update-question-set"
    again = updates.look(office.update(members(letters=[], calendars=[]), issued_at=LATER))
    assert "hỏi từ hôm nay" in told(again, "questions")[0]


def test_a_broken_letter_refuses_the_whole_file_with_its_place(
    desk: Desk, office: PretendOffice, updates: Updates
) -> None:
    path = office.update(members())
    good = open_update(path.read_bytes(), office.keys.public.verify)
    broken = letter(text=letter()["text"].replace("{xa}", "{mat_khau}", 1))
    path.write_bytes(forged(office, {LETTERS: [broken]}))
    code, details = refused(updates, path)
    assert (code, details["which"], details["detail"]) == (
        "update-bad-part",
        "Mẫu thư marriage-card",
        "letter-unknown-field",
    )
    assert details["what"].startswith("Dòng ")
    text = (RESOURCES / "letters" / "condolence-card.txt").read_text(encoding="utf-8").replace("{ten}", "người thân")
    names = {
        "name": "condolence-card",
        "kind": "death",
        "layout": "condolence-card",
        "title": text.partition("\n")[0][5:],
    }
    silent = office.update(members(letters=[{**names, "from": "2026-11-23", "text": text}]))
    assert refused(updates, silent)[0] == "template-not-sound"
    assert updates.standing().taken == ()
    assert good.parts.letters[0].name == "marriage-card"


def forged(office: PretendOffice, parts: Mapping[str, list[dict[str, str]]]) -> bytes:
    """Signed by the right key all the same: what an office with another program might write."""
    content = {name: canonical.encode({"format": "motcua-letters/1", "letters": told}) for name, told in parts.items()}
    verify = office.keys.public.verify
    update = Update(office=verify, office_unit="75", edition="2026-11-20", issued_at=office.at, app="test")
    manifest = canonical.encode(msgspec.to_builtins(update) | {"members": msgspec.to_builtins(listed(content))})
    return pack(Parcel(manifest, office.keys.sign(manifest, "vector"), None, content))


def test_only_the_administrator_takes_an_update_in(desk: Desk, office: PretendOffice) -> None:
    path = office.update(members())
    for role in ("clerk", "leader"):
        one = Updates(replace(desk.seat, role=role))
        assert one.look(path).parts
        for act in (lambda one=one: one.take(path), one.put_back):
            with pytest.raises(Trouble, match="not-allowed"):
                act()
