"""The foot of the page: what is kept, and the ways on; in fewer words where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt

from common.words import courtesy as words_of
from common.words import form as said
from common.words import form_saving
from desk_app.ui.actions import BY_ID
from desk_app.ui.parts.banner import sign
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.foot import Foot
from desk_app.ui.theme.sheet import restyle
from desk_app.ui.theme.tokens import SEN_CHU

_SIDES, _GAP = 40, 10


class CourtesyFoot(Foot):
    """`.leave`, `.like`, `.save`, `.print` are its buttons; `read` makes it say what the form asks for."""

    def __init__(self) -> None:
        floppy, kept = sign("device-floppy", SEN_CHU, 18), words("", "good", 10.5)
        leave = quiet_button(said.CLOSE, "Esc")
        like = quiet_button(words_of.LIKE_LAST, BY_ID["like-last"].shown_key)
        save = button(form_saving.SAVE, BY_ID["write-letter"].shown_key)
        prints = button(form_saving.SAVE_AND_PRINT, BY_ID["write-print"].shown_key, primary=True, icon="printer")
        super().__init__((floppy, kept), (leave, like, save, prints))
        self._floppy, self._kept = floppy, kept
        self.leave, self.like, self.save, self.print = leave, like, save, prints
        kept.setTextFormat(Qt.TextFormat.PlainText)
        kept.setWordWrap(False)

    def read(self, told: tuple[str, str], errors: int, saved: bool, like: bool, room: int) -> None:
        """`told`: the hour of the last draft and a trouble, "" for none; `like`: a letter was written before; `room` px
        that the page is wide."""
        self.like.setVisible(like and not saved)
        for short in (False, True):
            next_one = words_of.NEXT_SHORT if short else words_of.NEXT_ONE
            self.save.set_words(next_one if saved else form_saving.save_way(short))
            self.print.set_words(form_saving.print_way(errors, saved, short))
            if self._wide() <= room:
                break
        self.print.set_kind("" if errors else "primary")
        self.print.setEnabled(not errors)
        self._tell(*told, saved, room - self._wide())

    def _tell(self, kept_at: str, trouble: str, saved: bool, left: int) -> None:
        kept = said.draft_kept(kept_at) if kept_at and not saved else ""
        self._kept.setText(trouble or kept)
        self._kept.setWordWrap(bool(trouble))
        fits = self._kept.sizeHint().width() + 3 * _GAP <= left
        self._kept.setVisible(bool(trouble) or (bool(kept) and fits))
        self._kept.setProperty("voice", "wrong" if trouble else "good")
        restyle(self._kept)
        self._floppy.setToolTip(self._kept.text())
        self._floppy.setVisible(bool(kept) and fits and not trouble)

    def _wide(self) -> int:
        """px that the ways on take."""
        ways = [way for way in (self.leave, self.like, self.save, self.print) if not way.isHidden()]
        return _SIDES + sum(way.sizeHint().width() + _GAP for way in ways)
