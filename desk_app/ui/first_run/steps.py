"""The five steps, each a view of its own; what they say goes into the model."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from common.words import first_run as said
from desk_app.services.communes import Commune
from desk_app.ui.first_run.model import ASKED, FirstRunModel
from desk_app.ui.parts.banner import sign
from desk_app.ui.parts.button import KeyButton, button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.key_page import field
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.parts.two_lines import SECOND, TwoLineDelegate
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.theme.sheet import restyle
from desk_app.ui.theme.tokens import CHAM


class StepView(QWidget):
    """A title, a line of explanation and what one fills in; `changed` after every letter."""

    changed = Signal()

    def __init__(self, model: FirstRunModel, title: str, text: str) -> None:
        super().__init__()
        self.model = model
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(8, 4, 8, 4)
        self.column.setSpacing(12)
        self.column.addWidget(titled(title))
        self.column.addWidget(words(text, "second", 10.5))

    def first(self) -> QWidget:
        """What takes the focus when the step comes to the front."""
        return self

    def say(self, lacks: dict[str, str]) -> None:
        """Put each sentence under its field and go to the first."""
        places = self.places()
        for name, place in places.items():
            place.say(lacks.get(name, ""))
        first = next((place for name, place in places.items() if name in lacks), None)
        if first is not None:
            first.input.setFocus()

    def mend(self, lacks: dict[str, str]) -> None:
        """Take away the sentences of what is no longer lacking."""
        for name, place in self.places().items():
            if name not in lacks:
                place.say("")

    def places(self) -> dict[str, Labelled]:
        """The fields by the names the model gives them."""
        return {}


def titled(text: str) -> QLabel:
    """15 pt, 600."""
    label = QLabel(text)
    label.setFont(face(15, SEMIBOLD))
    return label


class CommuneStep(StepView):
    """A few letters without accents, and the list of what they may mean."""

    def __init__(self, model: FirstRunModel) -> None:
        super().__init__(model, said.COMMUNE_TITLE, said.COMMUNE_TEXT)
        self.typed, self.list = field(said.COMMUNE_FIELD), QListWidget()
        self.typed.setPlaceholderText(said.COMMUNE_HINT)
        self.typed.textChanged.connect(self._find)
        self.typed.installEventFilter(self)
        self.list.setAccessibleName(said.COMMUNE_LIST)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.currentRowChanged.connect(self._choose)
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.setFixedHeight(px(244))
        self.found: tuple[Commune, ...] = ()
        self.note = words("", "second", 10.5)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.column.addWidget(Labelled(said.COMMUNE_FIELD, self.typed))
        self.column.addWidget(self.list)
        self.column.addWidget(self.note)
        self.column.addStretch(1)
        self.column.addLayout(_network())

    def first(self) -> QWidget:
        """Type at once."""
        return self.typed

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down move in the list while one types."""
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in moves:
            row = self.list.currentRow() + moves[Qt.Key(event.key())]
            self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
            return True
        return super().eventFilter(watched, event)

    def _find(self, text: str) -> None:
        self.found = self.model.find(text)
        self.list.clear()
        for commune in self.found:
            item = QListWidgetItem(commune.official)
            item.setData(SECOND, said.commune_under(commune.parent, commune.code))
            item.setSizeHint(QSize(0, px(48)))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        if not self.found:
            self.note.setText(said.COMMUNE_NONE if text.strip() else "")
            self.changed.emit()

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.found):
            self.model.commune = self.found[row]
            self.note.setText(said.merged(self.found[row].old))
            self.changed.emit()


def _network() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    told = QVBoxLayout()
    told.setSpacing(0)
    told.addWidget(words(said.NO_NETWORK, bold=True))
    told.addWidget(words(said.NO_NETWORK_TEXT, "second", 10.5))
    row.addWidget(sign("cloud-off", CHAM, 24), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(told, 1)
    return row


class SignerStep(StepView):
    """Who signs, as what, and the phone on the letters."""

    def __init__(self, model: FirstRunModel) -> None:
        super().__init__(model, said.SIGNER_TITLE, said.SIGNER_TEXT)
        self.leader, self.post, self.phone = field(said.SIGNER_NAME), QComboBox(), field(said.PHONE)
        self.leader.setPlaceholderText(said.SIGNER_NAME_HINT)
        self.post.addItems(said.POSTS)
        for signal in (self.leader.textChanged, self.phone.textChanged, self.post.currentTextChanged):
            signal.connect(self._write)
        self._places = {
            "leader": Labelled(said.SIGNER_NAME, self.leader),
            "title": Labelled(said.SIGNER_POST, self.post),
            "phone": Labelled(said.PHONE, self.phone, said.PHONE_HINT),
        }
        for place in self._places.values():
            self.column.addWidget(place)
        self.column.addStretch(1)

    def first(self) -> QWidget:
        """The name."""
        return self.leader

    def places(self) -> dict[str, Labelled]:
        """Name, post, phone."""
        return self._places

    def _write(self) -> None:
        self.model.leader, self.model.phone = self.leader.text(), self.phone.text()
        self.model.title = self.post.currentText()
        self.changed.emit()


class UserStep(StepView):
    """The first user and a password typed twice."""

    def __init__(self, model: FirstRunModel) -> None:
        super().__init__(model, said.USER_TITLE, said.USER_TEXT)
        self.user = field(said.USER_NAME)
        self.password, self.again = field(said.PASSWORD, hidden=True), field(said.PASSWORD_AGAIN, hidden=True)
        self.user.setPlaceholderText(said.USER_NAME_HINT)
        for typed in (self.user, self.password, self.again):
            typed.textChanged.connect(self._write)
        self._places = {
            "user": Labelled(said.USER_NAME, self.user),
            "password": Labelled(said.PASSWORD, self.password, said.PASSWORD_HINT),
            "again": Labelled(said.PASSWORD_AGAIN, self.again),
        }
        for place in self._places.values():
            self.column.addWidget(place)
        self.column.addStretch(1)

    def first(self) -> QWidget:
        """The name."""
        return self.user

    def places(self) -> dict[str, Labelled]:
        """Name, password, password again."""
        return self._places

    def _write(self) -> None:
        self.model.user, self.model.password = self.user.text(), self.password.text()
        self.model.again = self.again.text()
        self.changed.emit()


class SheetStep(StepView):
    """Copy the sheet, cover it, type three of its groups from the paper."""

    covered = Signal(bool)

    def __init__(self, model: FirstRunModel) -> None:
        super().__init__(model, said.SHEET_TITLE, said.SHEET_TEXT)
        self.cover: KeyButton = button(said.SHEET_HIDE, "Ctrl+H", icon="eye")
        self.cover.clicked.connect(self._turn)
        self.fields = tuple(field(said.group_label(number)) for number in ASKED)
        self.right = words(said.groups_right(0), "second", 10.5)
        row = QHBoxLayout()
        row.setSpacing(10)
        for number, typed in zip(ASKED, self.fields, strict=True):
            typed.setMaxLength(6)
            typed.textChanged.connect(self._typed)
            row.addWidget(Labelled(said.group_label(number), typed))
        self.column.addWidget(words(said.SHEET_COPY, bold=True))
        self.column.addWidget(words(said.SHEET_COPY_TEXT, "second", 10.5))
        self.column.addWidget(self.cover, 0, Qt.AlignmentFlag.AlignLeft)
        self.proof = QWidget()
        proof = QVBoxLayout(self.proof)
        proof.setContentsMargins(0, 12, 0, 0)
        proof.addWidget(words(said.SHEET_TRY, bold=True))
        proof.addWidget(words(said.SHEET_TRY_TEXT, "second", 10.5))
        proof.addLayout(row)
        proof.addWidget(self.right)
        self.column.addWidget(self.proof)
        self.column.addStretch(1)
        self._covered = False
        self.proof.hide()

    def first(self) -> QWidget:
        """Cover it, or type."""
        return self.fields[0] if self._covered else self.cover

    def typed(self) -> tuple[str, ...]:
        """What stands in the three fields."""
        return tuple(each.text() for each in self.fields)

    def _turn(self) -> None:
        self._covered = not self._covered
        self.cover.set_words(said.SHEET_SHOW if self._covered else said.SHEET_HIDE)
        self.proof.setVisible(self._covered)
        self.covered.emit(self._covered)
        self.first().setFocus()

    def _typed(self) -> None:
        count = self.model.right(self.typed())
        self.right.setText(said.groups_right(count))
        self.right.setProperty("voice", "good" if count == len(ASKED) else "second")
        restyle(self.right)
        self.changed.emit()


class DoneStep(StepView):
    """What was set up and what comes next."""

    def __init__(self, model: FirstRunModel) -> None:
        super().__init__(model, said.DONE_TITLE, said.DONE_TEXT)
        self.lines = words("", bold=True)
        self.lines.setTextFormat(Qt.TextFormat.PlainText)
        self.column.addWidget(self.lines)
        for number, text in enumerate(said.DONE_NEXT, 1):
            self.column.addWidget(words(f"{number}. {text}"))
        self.column.addStretch(1)

    def put(self) -> None:
        """Say what stands now."""
        unit = self.model.commune.full_name if self.model.commune else ""
        self.lines.setText("\n".join(said.summary(unit, self.model.leader, self.model.user)))
