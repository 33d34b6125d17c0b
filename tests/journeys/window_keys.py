"""A keyboard as a desk has it: keys of the window system, UniKey between hand and program, a card scanner beside it.

Every key enters through the window that has the focus, as the window system brings it, so shortcuts, menus and
dialogs take it before any field does. The log says which key, on which page, in which field, and never what was typed.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from shiboken6 import isValid

NONE = Qt.KeyboardModifier.NoModifier
_SHAPES = {"\u0302": "", "\u0306": "w", "\u031b": "w"}
_TONES = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}
_SHAPED = frozenset("âăêôơưđÂĂÊÔƠƯĐ")
_SILENT = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta})
_KEYS = {"\r": Qt.Key.Key_Return, "\b": Qt.Key.Key_Backspace, "\t": Qt.Key.Key_Tab, " ": Qt.Key.Key_Space}


# ---- Telex


def _parts(letter: str) -> tuple[str, str, str]:
    """The key of a letter, the key that shapes it, the key of its tone; what Telex cannot write is one key."""
    if letter in "đĐ":
        return ("d" if letter == "đ" else "D"), "d", ""
    base, *marks = list(unicodedata.normalize("NFD", letter))
    tone = "".join(_TONES.get(mark, "") for mark in marks)
    shaped = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark not in _TONES))
    if shaped not in _SHAPED | {base}:
        return letter, "", ""
    shape = next((_SHAPES[mark] or base.lower() for mark in marks if mark in _SHAPES), "")
    return base, shape, tone


def _shaped(letter: str) -> str:
    """The letter without its tone."""
    marks = unicodedata.normalize("NFD", letter)
    return unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))


def telex(word: str) -> Iterator[tuple[str, str]]:
    """Each key of a word with what UniKey shows after it: shapes at once (ươ by one w), the tone at the end."""
    shown, last, tone = "", "", ""
    for place, letter in enumerate(word):
        base, shape, its_tone = _parts(letter)
        follows = _shaped(word[place + 1]).lower() if place + 1 < len(word) else ""
        tone, shown = its_tone or tone, shown + base
        yield base, shown
        if shape == "w" and _shaped(letter).lower() == "ư" and follows == "ơ":
            last = "w"
            continue
        if shape:
            bare = len(shown) - 1 - bool(last)
            shown = shown[:bare] + "".join(_shaped(each) for each in word[bare : len(shown)])
            yield shape, shown
        last = ""
    if tone:
        yield tone, word


# ---- the log


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key: whose it was ("hand", "unikey", "scanner"), which one, and where it went."""

    source: str
    key: str
    page: str
    field: str


class KeyLog(QObject):
    """Every real key event of the program, seen at the window that the window system gave it to."""

    def __init__(self, where: Callable[[], tuple[str, str]]) -> None:
        super().__init__()
        self._where, self.source, self.strokes = where, "hand", list[Stroke]()
        self._watched: QWindow | None = None
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._watch)
        self._watch(app.focusWindow())

    def close(self) -> None:
        """Look no more."""
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.disconnect(self._watch)
        self._watch(None)

    def _watch(self, window: QWindow | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = window
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window system asks for shortcuts first: once for every key that goes down."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and event.key() not in _SILENT:
            self.note(_named(event))
        return False

    def note(self, key: str) -> None:
        """One key more."""
        self.strokes.append(Stroke(self.source, key, *self._where()))

    def by_hand(self, since: int = 0) -> int:
        """How many keys a finger pressed."""
        return sum(stroke.source == "hand" for stroke in self.strokes[since:])

    def keep(self, path: Path) -> Path:
        """Write the log with its sums."""
        sums = Counter((stroke.source, stroke.page) for stroke in self.strokes)
        lines = ["\t".join((one.source, one.key, one.page, one.field)) for one in self.strokes]
        lines += [f"# {source} {page or '-'}: {count}" for (source, page), count in sorted(sums.items())]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path


def _named(event: QKeyEvent) -> str:
    """A command by its name; a character only by its kind, since names are written with them."""
    held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier & ~Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    if held == NONE and text.isprintable() and text.strip():
        return "digit" if text.isdigit() else "letter" if text.isalpha() else "sign"
    return QKeySequence(event.keyCombination()).toString() or "key"


# ---- the keyboard


class Keyboard:
    """Keys, one after the other, without a pause; `give_back` brings a window to the front, as a desktop does when a
    dialog has closed. `composing`: Vietnamese comes from an input method that shows the word under the cursor until it
    is whole, and not from UniKey, which rubs out and writes again."""

    def __init__(self, log: KeyLog, give_back: Callable[[], None]) -> None:
        self.log, self.composing, self._give_back = log, False, give_back

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE, text: str = "") -> None:
        """One key down and up."""
        if QGuiApplication.focusWindow() is None:
            self._give_back()
        window = QGuiApplication.focusWindow()
        assert window is not None, "no window has the focus"
        QTest.sendKeyEvent(QTest.KeyAction.Click, window, key, text, held)

    def characters(self, text: str) -> None:
        """A key for each character."""
        for character in text:
            key = _KEYS.get(character) or (
                Qt.Key(ord(character.upper())) if character.isascii() else Qt.Key.Key_unknown
            )
            self.press(key, NONE, character)

    def write(self, text: str) -> None:
        """Words as a person with Telex types them."""
        for place, word in enumerate(text.split(" ")):
            self.characters(" " if place else "")
            (self._compose if self.composing else self._unikey)(word)

    def scan(self, card: str) -> None:
        """A burst of keys, Enter last."""
        self.log.source = "scanner"
        self.characters(f"{card}\r")
        self.log.source = "hand"

    def _unikey(self, word: str) -> None:
        before = ""
        for key, shown in telex(word):
            if shown == before + key:
                self.characters(key)
            else:
                self._instead(before, shown)
            before = shown

    def _instead(self, before: str, shown: str) -> None:
        """UniKey takes the key away, rubs out from the letter that changes and writes on from there."""
        same = next(place for place, pair in enumerate(zip(before, shown, strict=False)) if pair[0] != pair[1])
        self.log.note("letter")
        self.log.source = "unikey"
        self.characters("\b" * (len(before) - same) + shown[same:])
        self.log.source = "hand"

    def _compose(self, word: str) -> None:
        for _, shown in telex(word):
            self.log.note("letter")
            _to_focus(QInputMethodEvent(shown, []))
        whole = QInputMethodEvent()
        whole.setCommitString(word)
        _to_focus(whole)


def _to_focus(event: QInputMethodEvent) -> None:
    focused = QGuiApplication.focusObject()
    assert focused is not None
    QCoreApplication.sendEvent(focused, event)
