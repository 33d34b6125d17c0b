"""What is to be done after an opinion: opened by what was said at the desk, done and opened again by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_kit import Window, press, type_text

from common.words import follow_ups as words
from common.words import follow_ups_page as said
from desk_app import paths
from desk_app.services.calls import CallBacks
from desk_app.services.citizen_voice import CitizenVoice, Taken
from desk_app.services.desk import Desk
from desk_app.services.follow_ups import FollowUps
from desk_app.services.phone_notes import CallNoted, PhoneNotes
from desk_app.services.reminders import reminders
from desk_app.ui.courtesy.model import CourtesyModel, Written
from desk_app.ui.follow_ups.view import FollowUpsPage
from desk_app.ui.parts.fields_dialog import FieldsDialog
from desk_app.ui.theme.look import dress

LOW = {"channel": "slip", "score": "1", "comment": "Chờ lâu quá"}
CTRL = Qt.KeyboardModifier.ControlModifier


def asked(page: FollowUpsPage) -> FieldsDialog:
    (dialog,) = [one for one in page.findChildren(FieldsDialog) if one.isVisible()]
    return dialog


def test_a_task_is_added_done_and_opened_again_by_keys(desk: Desk, qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp, paths.resources())
    page = FollowUpsPage(Window(desk).around())
    qtbot.addWidget(page)
    page.resize(1154, 670)
    page.show()
    page.refresh()
    assert page.empty.isVisible()
    press(page.add, Qt.Key.Key_Insert)
    dialog = asked(page)
    press(dialog.fields["task"], Qt.Key.Key_Return)
    assert words.TROUBLES["follow-up-task-empty"] in dialog.trouble.text()
    type_text(dialog.fields["task"], "Kê thêm ghế")
    press(dialog.fields["task"], Qt.Key.Key_Return)
    assert page.task is not None
    assert (page.task.task, page.task.source) == ("Kê thêm ghế", "own")
    press(page.table, Qt.Key.Key_Return)
    dialog = asked(page)
    type_text(dialog.fields["outcome"], "2")
    press(dialog.fields["outcome"], Qt.Key.Key_Return)
    type_text(dialog.fields["told"], "Đã kê sáu ghế")
    press(dialog.fields["told"], Qt.Key.Key_Return)
    type_text(dialog.fields["public"], "Xã đã kê thêm ghế.")
    press(dialog.fields["public"], Qt.Key.Key_Return)
    (done,) = FollowUps(desk.seat).listed()
    assert (done.outcome, done.told, done.public) == ("explained", "Đã kê sáu ghế", "Xã đã kê thêm ghế.")
    assert page.figures.text() == "Quý này: nhận 1 việc, làm xong 1, đúng hạn 1; một nửa xong ngay trong ngày."
    press(page.table, Qt.Key.Key_B, CTRL)
    (again,) = FollowUps(desk.seat).listed()
    assert (again.done_on, page.state.isVisible(), page.reopen.isEnabled()) == (None, True, False)
    late = again.due_on.replace(year=again.due_on.year + 1)
    assert said.due(again.due_on, again.late(late)).startswith("quá hạn")


def test_words_with_a_low_answer_open_a_task_that_goes_when_they_are_taken_back(desk: Desk) -> None:
    voice, tasks = CitizenVoice(desk.seat), FollowUps(desk.seat)
    for content in ({**LOW, "score": "2"}, {**LOW, "comment": ""}):
        assert isinstance(voice.keep(content), Taken)
    assert tasks.listed() == ()
    taken = voice.keep(LOW)
    assert isinstance(taken, Taken)
    (task,) = tasks.listed()
    assert (task.source, task.source_ref) == ("answer", str(taken.id))
    assert "Chờ lâu quá" in task.task
    voice.amend(taken, {**LOW, "comment": "Chờ hai giờ"})
    assert [one.task for one in tasks.listed()] == [words.low_task("Chờ hai giờ", 500)]
    assert voice.take_back(taken)
    (gone,) = tasks.listed()
    assert (gone.outcome, gone.task) == ("nothing", words.LOW_TASK)


def test_a_wish_to_be_called_noted_at_the_desk_has_its_task_at_once(desk: Desk) -> None:
    notes = PhoneNotes(desk.seat)
    noted = notes.note("0912 345 678", "Xin gọi lại")
    assert isinstance(noted, CallNoted)
    (task,) = FollowUps(desk.seat).listed()
    assert (task.source, task.source_ref, task.done_on) == ("call-back", noted.message_id, None)
    notes.drop(noted)
    assert [one.outcome for one in FollowUps(desk.seat).listed()] == ["nothing"]
    with desk.seat.reading() as reading:
        assert CallBacks.waiting(reading) == ()


def test_a_task_that_is_due_soon_is_told_on_the_day_page(desk: Desk) -> None:
    task = FollowUps(desk.seat).open("own", "", "Kê thêm ghế")
    with desk.seat.reading() as reading:
        now = desk.seat.now()
        assert not [one for one in reminders(reading, now) if one.goes == "follow-ups"]
        late = now.replace(year=task.due_on.year + 1)
        (card,) = [one for one in reminders(reading, late) if one.goes == "follow-ups"]
    assert (card.title, card.urgent) == ("Việc sau góp ý: 1 việc, 1 quá hạn", True)


def test_a_letter_written_from_a_task_is_kept_with_it_until_it_is_taken_back(
    desk: Desk, qapp: QApplication, qtbot: QtBot
) -> None:
    tasks = FollowUps(desk.seat)
    task = tasks.open("own", "", "Kê thêm ghế ở chỗ chờ")
    model = CourtesyModel(desk, "apology")
    model.begin("apology", kind="manner", task=str(task.id))
    for field, text in {
        "to_address": "bà",
        "to_name": "Lê Thị Tám",
        "on": "19/11/2026",
        "errand": "chứng thực",
    }.items():
        model.write(field, text)
    saved = model.save()
    saved = saved if isinstance(saved, Written) else model.save()
    assert isinstance(saved, Written), saved
    assert tasks.listed()[0].letter == saved.letter
    dress(qapp, paths.resources())
    page = FollowUpsPage(Window(desk).around())
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    assert page.open_letter.isEnabled()
    assert not any(write.isEnabled() for write in page.letters.values())
    assert model.undo()
    assert tasks.listed()[0].letter is None
    again = model.save()
    assert isinstance(again, Written), again
    desk.letters.printed([again.letter])
    assert tasks.listed()[0].done_on is None
    desk.letters.delivered([again.letter], "home", "good")
    assert (tasks.listed()[0].outcome, tasks.listed()[0].letter) == ("letter", again.letter)
    model.begin_next()
    model.begin("thanks", kind="opinion", words="Nên có chỗ để xe")
    assert model.text("matter") == "Nên có chỗ để xe"
