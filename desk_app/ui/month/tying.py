"""The exchange of keys: the card goes out, the key file comes in, six words agree, a leader decides about names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from common.words import month as month_words
from common.words import month_changing as changing
from common.words import month_keys as said
from desk_app.services.trouble import Mistake

if TYPE_CHECKING:
    from desk_app.ui.month.view import MonthPage


class Tying:
    """Works for one page."""

    def __init__(self, page: MonthPage) -> None:
        self._page = page
        for pressed, act in (
            (page.keys.card, self.write_card),
            (page.keys.take, self.take_key),
            (page.keys.confirm, self.confirm_words),
            (page.keys.drop, self.drop_key),
            (page.keys.change.act, self.change_keys),
            (page.keys.names.accept, self.send_names),
            (page.keys.names.stop, self.keep_names),
        ):
            pressed.clicked.connect(lambda _=False, do=act: do())

    def show(self) -> None:
        """How far the exchange has come."""
        page = self._page
        keys = page.model.keys()
        page.keys.put(keys)
        page.show_view(page.keys, 0, said.KEY_TITLE)
        if not keys.may or keys.stranger:
            # What was just said is to be read before anything is typed.
            page.back.setFocus()
            return
        first = page.keys.first(keys)
        first.setFocus()
        page.bring_into_sight(first)

    def write_card(self) -> None:
        """Our card into a folder."""
        page = self._page
        folder = page.around.asker.choose_folder(said.WHERE_CARD)
        if folder is not None:
            page.work(lambda step: page.model.card_into(folder), self._on_card, month_words.WORKING)

    def _on_card(self, path: Path) -> None:
        self.show()
        self._page.around.say(said.card_written(path.name))

    def take_key(self) -> None:
        """The key file from the level above."""
        page = self._page
        path = page.around.asker.choose_file(said.WHICH_KEY, kinds=said.KEY_FILES)
        if path is not None:
            page.work(lambda step: page.model.enrol(path), self._on_key, month_words.WORKING)

    def _on_key(self, waits: bool) -> None:
        self._changed()
        if not waits:
            self._page.around.say(changing.IN_FORCE_ALREADY)

    def drop_key(self) -> None:
        """A key file whose words do not agree goes; nothing to ask, the file can be taken in again."""
        page = self._page
        page.work(lambda step: page.model.drop_waiting(), lambda _: self._changed(), month_words.WORKING)

    def change_keys(self) -> None:
        """New keys beside the old, after a question; or the change is given up."""
        page = self._page
        if page.model.keys().changing:
            page.work(lambda step: page.model.keep_keys(), lambda _: self._changed(), month_words.WORKING)
        elif page.around.asker.ask(changing.ASK, changing.ASK_TEXT, changing.ASK_BUTTONS) == 0:
            page.work(lambda step: page.model.change_keys(), lambda _: self._changed(), month_words.WORKING)

    def confirm_words(self) -> None:
        """Six words, heard and typed."""
        page, waiting = self._page, self._page.keys.waiting
        if waiting is None:
            return
        typed = page.keys.heard.text()
        page.trouble.hide()
        page.around.jobs.start(
            lambda step: page.model.confirm(typed, waiting.words),
            lambda _: self._changed(),
            self._not_confirmed,
            month_words.WORKING,
        )

    def _not_confirmed(self, error: Exception) -> None:
        if isinstance(error, Mistake) and error.code == "words-differ":
            self._page.keys.say_wrong()
        else:
            self._page.failed(error)

    def send_names(self) -> None:
        """A leader accepts, after a last question, that names travel."""
        page, names = self._page, self._page.keys.names
        reason = names.reason.text().strip()
        if not reason:
            names.place.say(said.NAMES_EMPTY)
            names.reason.setFocus()
            return
        question = said.names_question(page.keys.basis(), reason)
        if page.around.asker.ask(said.NAMES_ASK, question, said.NAMES_ASK_BUTTONS) == 0:
            page.work(lambda step: page.model.send_names(reason), lambda _: self._changed(), month_words.WORKING)

    def keep_names(self) -> None:
        """Figures alone from now on; nothing to ask, it can be given again."""
        page = self._page
        page.work(lambda step: page.model.keep_names(), lambda _: self._changed(), month_words.WORKING)

    def _changed(self) -> None:
        self.show()
        self._page.around.changed()
