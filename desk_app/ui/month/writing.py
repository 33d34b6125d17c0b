"""The acts of the way up: the second person's look, the bundle on the stick, what follows at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from common.words import month as said
from common.words import month_stick as stick
from common.words.month_receipts import sent_line
from common.words.window import sorry
from desk_app.services.second_look import Look
from desk_app.services.sticks import Stick
from desk_app.services.trouble import Trouble
from desk_app.ui.month.model import Written
from desk_app.ui.month.sent import state_of
from desk_app.ui.print_paper import Paper, print_here

if TYPE_CHECKING:
    from desk_app.ui.month.view import MonthPage


class Writing:
    """Works for one page."""

    def __init__(self, page: MonthPage) -> None:
        self._page = page
        self._written: Written | None = None
        self._onto: Stick | None = None
        for pressed, act in (
            (page.result.eject, self.eject),
            (page.result.slip, self.print_slip),
            (page.result.copy_more, self.copy_more),
        ):
            pressed.clicked.connect(lambda _=False, do=act: do())

    # ---- the second person

    def invited(self) -> str:
        """Who may look, for the list of steps."""
        others = self._page.model.others()
        if len(others) == 1:
            return others[0].called
        return said.SECOND_ANYBODY if others else said.SECOND_NOBODY

    def invitation(self) -> str:
        """The words of the button that leads to the second person."""
        others = self._page.model.others()
        return said.invite(others[0].greeting) if len(others) == 1 else said.INVITE

    def invite(self) -> None:
        """The step of the second person, or what they already said."""
        page, contents = self._page, self._page.now
        if contents is None:
            return
        others = page.model.others()
        page.second.put(contents, others, contents.look)
        page.show_view(page.second, 2 if contents.look else 1, page.head.title.text())
        page.step_words(*((said.WRITE, "usb") if contents.look else (said.SECOND_CONFIRM, "check")))
        page.write.setEnabled(contents.look is not None or bool(others))
        if contents.look:
            page.write.setFocus()
        else:
            (
                page.second.password if len(others) == 1 else page.second.who if others else page.second.settings
            ).setFocus()

    def confirm_look(self) -> None:
        """The second person typed their password."""
        page, contents = self._page, self._page.now
        name, password = page.second.user(), page.second.password.text()
        seconds = page.model.seconds_to_wait()
        if contents is None or not name or page.around.jobs.busy:
            return
        if seconds or not password:
            page.second.refuse(said.wait(seconds) if seconds else said.SECOND_EMPTY)
            return
        model, head = page.model, contents.head
        page.trouble.hide()
        page.around.jobs.start(
            lambda step: model.look(name, password, head), self._on_look, self._not_seen, said.SECOND_CHECKS
        )

    def _on_look(self, look: Look) -> None:
        page = self._page
        page.model.looked()
        page.now = page.model.contents()
        self.invite()
        page.around.changed()

    def _not_seen(self, error: Exception) -> None:
        page = self._page
        if isinstance(error, Trouble) and error.code == "wrong-password":
            page.second.refuse(page.model.mistyped())
            return
        if isinstance(error, Trouble) and error.code == "changed-since-look":
            page.refresh()
        page.failed(error)

    # ---- the stick

    def write(self) -> None:
        """Onto the stick that is plugged in; where there are several a person chooses, where there is none it says so.
        The stick that keeps copies of the register stays at home."""
        page = self._page
        if page.around.jobs.busy:
            return
        found = page.around.asker.sticks()
        going = tuple(one for one in found if not page.model.keeps_copies(one.folder))
        if not going:
            self._ask_again(*(stick.ONLY_COPIES if found else stick.NONE))
        elif len(going) == 1:
            self._write_to(going[0].folder, going[0])
        else:
            self._choose(going)

    def _choose(self, found: Sequence[Stick]) -> None:
        names = [stick.to_choose(one.name, one.drive, one.free) for one in found]
        chosen = self._page.around.asker.choose_one(stick.which(len(found)), stick.WHICH_LABEL, names)
        if chosen in names:
            one = found[names.index(chosen)]
            self._write_to(one.folder, one)
        else:
            self._ask_again(*stick.NOT_CHOSEN)

    def write_elsewhere(self) -> None:
        """Into a folder that a person chooses."""
        page = self._page
        folder = page.around.asker.choose_folder(said.WHERE_TO)
        if folder is None:
            self._ask_again(said.NO_FOLDER_TITLE, said.NO_FOLDER)
        elif not page.around.jobs.busy:
            self._write_to(folder, None)

    def _ask_again(self, title: str, text: str) -> None:
        page = self._page
        page.step_words(said.WRITE_AGAIN)
        page.say("hoe", title, text, elsewhere=True)
        page.write.setFocus()

    def _write_to(self, folder: Path, onto: Stick | None) -> None:
        page = self._page
        model, self._onto = page.model, onto
        page.steps.stand(2 if page.now and page.now.second else 1)
        page.trouble.hide()
        page.around.jobs.start(
            lambda step: model.write(folder, step), self._on_written, self._not_written, said.WRITING
        )

    def _on_written(self, written: Written) -> None:
        page = self._page
        self._written = written
        page.result.put(written, page.model.office(), page.now.to if page.now else "", self._onto)
        page.show_view(page.result, 3 if page.now and page.now.second else 2, page.head.title.text())
        rows = [(sent.seq, state_of(sent)) for sent in page.model.sent()[:3]]
        page.note.setText(sent_line(rows))
        (page.result.eject if self._onto else page.result.slip).setFocus()
        page.around.changed()

    def _not_written(self, error: Exception) -> None:
        page = self._page
        page.failed(error)
        told = stick.trouble(getattr(error, "code", "")) if self._onto else None
        if told:
            title, text = told
            page.say("son", title, f"{text}\n{sorry(getattr(error, 'code', ''))}", elsewhere=True)
        if page.write.isEnabled():
            page.step_words(said.WRITE_AGAIN)
            page.write.setFocus()

    # ---- what follows

    def eject(self) -> None:
        """Read the files once more and say how the system lets the stick go: no program may pull it out for somebody
        whose other windows still write to it."""
        written, page = self._written, self._page
        if written is not None:
            page.work(lambda step: page.model.check_again(written), lambda _: self._tell(said.EJECT_NOW), said.EJECTING)

    def copy_more(self) -> None:
        """The same bundle once more somewhere else."""
        written, page = self._written, self._page
        folder = page.around.asker.choose_folder(said.WHERE_COPY) if written else None
        if written is not None and folder is not None:
            chosen = folder
            page.work(
                lambda step: page.model.copy(written, chosen),
                lambda _: self._tell(said.copied(str(chosen))),
                said.WRITING,
            )

    def print_slip(self) -> None:
        """The slip of the bundle just written."""
        if self._written is None:
            return
        if len(self._written.bundles) > 1:
            self._tell(said.SLIP_EACH)
        self._slip(self._written.bundles[-1].seq)

    def print_sent_slip(self) -> None:
        """The slip of the chosen bundle, also long after."""
        chosen = self._page.sent.chosen()
        if chosen is not None and chosen.sealed:
            self._slip(chosen.seq)

    def print_preview(self) -> None:
        """The contents on paper."""
        contents = self._page.now
        if contents is not None:
            month = contents.month.name
            self._print(lambda: self._page.model.preview(contents), said.preview_of(month), said.preview_file(month))

    def _slip(self, seq: int) -> None:
        self._print(lambda: self._page.model.slip(seq), said.slip_of(seq), said.slip_file(seq))

    def _print(self, make: Callable[[], bytes], name: str, file_name: str) -> None:
        page = self._page
        page.work(
            lambda step: make(),
            lambda pdf: print_here(page.around, Paper(pdf, name, file_name), page.printery),
            said.WORKING,
        )

    def _tell(self, text: str) -> None:
        self._page.result.told.setText(text)
        self._page.bring_into_sight(self._page.result.told)
