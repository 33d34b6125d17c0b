"""A scanned identity card fills the name, and nothing else of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from common.words import courtesy as words
from common.words.problems import sentence
from desk_app.services.scans import scanned_card
from desk_app.ui.form.scan_strip import ScanStrip
from desk_app.ui.form.scanning import Strip
from desk_app.ui.theme.look import px

if TYPE_CHECKING:
    from desk_app.ui.courtesy.form import CourtesyForm

_LOW = 420


class NameCard:
    """Works for one form; `.strip` says what became of the last scan."""

    def __init__(self, form: CourtesyForm) -> None:
        self._form = form
        self.strip = ScanStrip(())
        self.strip.dropped.connect(self.drop)
        self._shown = Strip("waiting", words.WAITING_CARD, words.WAITING_MORE)

    def scanned(self, text: str) -> None:
        """The raw scan is read and forgotten at once."""
        form = self._form
        if form.model.saved is not None:
            return
        outcome = scanned_card(form.around.desk.seat, text)
        if outcome.value is None:
            problem = outcome.problems[0]
            self._shown = Strip("failed", sentence(problem.code, problem.details))
        else:
            name = outcome.value.name.text if outcome.value.name else ""
            self._shown = Strip("given" if name else "failed", words.card_name(name))
            if name:
                form.model.write("to_name", name)
                form.fill()
                form.touched()
        self.show()

    def drop(self) -> bool:
        """Nothing is said of a card any more; False where nothing was asked."""
        asked = self._shown.asks
        self._shown = Strip("waiting", words.WAITING_CARD, words.WAITING_MORE)
        self.show()
        return asked

    def show(self) -> None:
        """The strip as it is now; that one may scan is said where there is room for it."""
        self.strip.show_strip(self._shown)
        form = self._form
        told = form.problems.isVisibleTo(form) or form.bar.isVisibleTo(form) or form.height() < px(_LOW)
        self.strip.setVisible(not (self._shown.state == "waiting" and told))
