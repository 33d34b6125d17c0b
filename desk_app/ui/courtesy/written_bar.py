"""What is said once a letter is on disk: to whom, its code, what comes next, and ten seconds to take it back."""

from __future__ import annotations

from common.words import courtesy as words
from common.words import form_saving
from desk_app.ui.courtesy.model import Written
from desk_app.ui.form.saved_bar import UNDO_SECONDS, SavedBar
from desk_app.ui.theme.icons import picture
from desk_app.ui.theme.look import px
from desk_app.ui.theme.sheet import restyle
from desk_app.ui.theme.tokens import SEN_CHU


class WrittenBar(SavedBar):
    """The bar of the registration forms, with a letter's words."""

    def __init__(self) -> None:
        super().__init__()
        # A letter of thanks or apology is nothing that the ministry's software asks for.
        self.copy.setParent(None)

    def show_written(self, letter: str, saved: Written) -> None:
        """The letter and the next step; the ten seconds begin."""
        self._left = UNDO_SECONDS
        self._clock.start()
        self._tell_undo()
        self.title.setText(words.written(letter, saved.who))
        self.text.setText(f"{words.its_code(saved.code)}{form_saving.SAVED_NEXT}")
        self._sign.setPixmap(picture("circle-check", px(24), SEN_CHU, self.devicePixelRatioF()))
        self.setProperty("tone", "sen")
        self.reason.hide()
        self.setAccessibleName(f"{self.title.text()} {self.text.text()}")
        restyle(self)
        self.show()
