"""The fields of every kind of letter, one kind in front: what is typed in one stands in all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desk_app.ui.courtesy.table import sections_of
from desk_app.ui.form.fields import Section
from desk_app.ui.form.sections import SectionsView
from desk_app.ui.theme.look import px


class KindFields(SectionsView):
    """The form of one kind."""

    def __init__(self, table: Sequence[Section]) -> None:
        super().__init__(table, lambda field, typed: ())
        # In a low window what is told above keeps its room first.
        self.setMinimumHeight(px(32))

    def _case_button(self) -> QWidget:
        """No special cases here."""
        nothing = QWidget()
        nothing.hide()
        return nothing


class CourtesyFields(QStackedWidget):
    """`written` carries field and text; `.front` is the form of the kind that is chosen."""

    written = Signal(str, str)

    def __init__(self, watch: Callable[[QWidget], None]) -> None:
        super().__init__()
        self._watch = watch
        self._made: dict[tuple[str, str], KindFields] = {}
        self._tight = False

    @property
    def front(self) -> KindFields:
        """The form in front."""
        shown = self.currentWidget()
        assert isinstance(shown, KindFields)
        return shown

    def bring(self, letter: str, kind: str) -> KindFields:
        """The form of this kind, made at its first visit."""
        key = (letter, kind)
        if key not in self._made:
            made = KindFields(sections_of(letter, kind))
            made.written.connect(self.written)
            made.fit(self._tight)
            self._watch(made)
            self._made[key] = made
            self.addWidget(made)
        self.setCurrentWidget(self._made[key])
        return self._made[key]

    def fit(self, tight: bool) -> None:
        """In a narrow window fewer fields stand beside each other."""
        self._tight = tight
        for each in self._made.values():
            each.fit(tight)
