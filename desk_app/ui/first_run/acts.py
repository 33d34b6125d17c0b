"""What the last two steps do with the open register: print, write the card, take the keys in, copy, try the printer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from common.words import first_run as said
from desk_app.services.desk import Desk
from desk_app.services.papers import rescue_sheet
from desk_app.services.tie_view import heard_words, key_exchange
from desk_app.services.trouble import Mistake
from desk_app.ui.ask import Asker
from desk_app.ui.first_run.done import DoneStep
from desk_app.ui.first_run.keys import KeysStep
from desk_app.ui.first_run.model import FirstRunModel
from desk_app.ui.jobs import Jobs
from desk_app.ui.print_paper import Paper, choose_printer, print_paper, why_not
from desk_app.ui.printing.printer import InstalledPrinters, Printery, PrintOrder
from desk_app.ui.printing.ruler import print_ruler
from desk_app.ui.told import sentence_of


@dataclass
class Acts:
    """Listens to the two steps; every trouble is told in a sentence and leaves what stands as it is."""

    model: FirstRunModel
    keys: KeysStep
    done: DoneStep
    asker: Asker
    jobs: Jobs
    printery: Printery | None = None

    def __post_init__(self) -> None:
        self.keys.sheet.print_asked.connect(self.print_sheet)
        self.keys.card_asked.connect(self.write_card)
        self.keys.take_asked.connect(self.take_keys)
        self.keys.confirm_asked.connect(self.compare)
        self.done.backup_asked.connect(self.back_up)
        self.done.test_asked.connect(self.print_test)

    @property
    def _desk(self) -> Desk:
        if self.model.desk is None:
            raise ValueError("no register is open")
        return self.model.desk

    # ---- the rescue sheet

    def print_sheet(self) -> None:
        """To a printer and nowhere else."""
        pdf = rescue_sheet(self.model.name, self.model.door.today, self.model.proof.groups)
        print_paper(self, Paper(pdf, said.SHEET_PAPER), self.printery, None, self.keys.sheet.printed)

    # ---- keys

    def write_card(self) -> None:
        """Our public card onto a stick."""
        folder = self.asker.choose_folder(said.TIE_WHERE)
        if folder is not None:
            self._start(lambda: self._desk.district.card_into(folder), self._card_written, said.TIE_WRITING)

    def take_keys(self) -> None:
        """The enrolment; it waits for the six words."""
        path = self.asker.choose_file(said.TIE_FILE, None, said.TIE_KINDS)
        if path is not None:
            self._start(lambda: self._desk.district.enrol(path, hold=True), self._keys_taken, said.TIE_READING)

    def compare(self, typed: str) -> None:
        """The words heard on the phone are typed: the tie is in force."""
        waiting = key_exchange(self._desk.seat).waiting
        if waiting is None:
            return
        try:
            self._desk.district.confirm(heard_words(typed, waiting.words))
        except Mistake as mistake:
            differs = mistake.code == "words-differ"
            self.keys.say_tie(said.TIE_DIFFER if differs else sentence_of(mistake), wrong=True)
            return
        self.keys.show_keys(key_exchange(self._desk.seat), said.TIE_DONE)

    def _card_written(self, path: object) -> None:
        if isinstance(path, Path):
            self.keys.say_tie(said.card_written(path.name, str(path.parent)))

    def _keys_taken(self, tie: object) -> None:
        self.keys.show_keys(key_exchange(self._desk.seat), said.TIE_WORDS)
        self.keys.heard.setFocus()

    # ---- copy and printer

    def back_up(self) -> None:
        """A first copy, opened again; from then on one after each day's work."""
        folder = self.asker.choose_folder(said.BACKUP_WHERE)
        if folder is None:
            return

        def copy() -> Path:
            self._desk.care.choose_second_place(folder)
            return self._desk.care.backup(folder).path

        self._start(copy, lambda path: self.done.copied(str(folder)), said.BACKUP_RUNS)

    def print_test(self) -> None:
        """A sheet with rulers."""
        printery = self.printery or InstalledPrinters()
        name = choose_printer(self.asker, printery, said.TEST_PAPER)
        if not name:
            return
        try:
            print_ruler(printery.open(name), PrintOrder(b"", 0))
        except Exception as error:
            self.asker.tell(said.NOT_DONE, why_not(error, said.TEST_PAPER))
            return
        self.done.tried()

    def _start(self, work: Callable[[], object], done: Callable[[object], None], text: str) -> None:
        def failed(error: Exception) -> None:
            self.asker.tell(said.NOT_DONE, sentence_of(error))

        self.jobs.start(lambda step: work(), done, failed, text)
