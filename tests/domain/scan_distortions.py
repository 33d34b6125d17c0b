"""Cards of invented people, and what scanners, layouts, input methods and code pages do to them on the way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

MARKS = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}


@dataclass(frozen=True)
class Printed:
    """What is printed on a card, part by part."""

    number: str
    old: str
    name: str
    born: str
    sex: str
    home: str
    issued: str
    new: bool = False

    @property
    def parts(self) -> list[str]:
        tail = [""] * 4 if self.new else []
        return [self.number, self.old, self.name, self.born, self.sex, self.home, self.issued, *tail]

    @property
    def code(self) -> str:
        """The text behind the printed symbol."""
        return "|".join(self.parts)


Distortion = Callable[[Printed], str]


def _by(sign: str) -> Distortion:
    return lambda card: sign.join(card.parts)


def _utf8_as(page: str) -> Distortion:
    """A reader that takes the bytes for another code page; what that page has no letter for becomes a question mark."""
    return lambda card: card.code.encode().decode(page, errors="replace")


def keyboard_caps(text: str) -> str:
    return "".join(c.swapcase() if c.isascii() else c for c in text)


def telex(text: str, rewritten: Callable[[str, str], str]) -> str:
    """Finished letters through UniKey in Telex: tone keys after a vowel and doubled letters are its commands."""
    typed, word = "", ""
    for letter in text:
        word = word + letter if letter.isalpha() else ""
        before = word[:-1]
        shown = _command(before, letter)
        typed += rewritten(before, shown) if shown else letter
        word = shown or word
    return typed


def _command(before: str, key: str) -> str:
    """The word after a command key, or nothing where the key is only a letter."""
    marks = {telex_key: mark for mark, telex_key in MARKS.items()}
    vowels = [at for at, letter in enumerate(before) if letter.lower() in "aeiouy"]
    if not before.isascii() or not vowels:
        return ""
    if key.lower() in marks:
        at = vowels[-1]
        return before[:at] + unicodedata.normalize("NFC", before[at] + marks[key.lower()]) + before[at + 1 :]
    if key.lower() in "aeo" and before[-1].lower() == key.lower():
        return before[:-1] + unicodedata.normalize("NFC", before[-1] + "\u0302")
    return ""


def _steps(before: str, shown: str) -> str:
    same = next(at for at, pair in enumerate(zip(before, shown, strict=True)) if pair[0] != pair[1])
    return "\b" * (len(before) - same) + shown[same:]


def as_alt_codes(text: str, page: str) -> str:
    """Each letter beyond ASCII as Alt and its number, of which the system takes what is left over 256."""
    typed = "".join(c if c.isascii() else bytes([ord(c) % 256]).decode(page, errors="replace") for c in text)
    return "".join(c for c in typed if c.isprintable())


def base_letters(text: str) -> str:
    """Letters that the code page lacks as their base letter, the others as they are."""
    return "".join(_base(c) if ord(c) > 0xFF else c for c in text)


def _base(letter: str) -> str:
    return {"đ": "d", "Đ": "D"}.get(letter, unicodedata.normalize("NFD", letter)[0])


def latin(text: str, instead: str) -> str:
    return "".join(c if ord(c) < 0x100 else instead for c in text)


WHOLE: dict[str, Distortion] = {
    "as printed": lambda card: card.code,
    "Enter behind": lambda card: card.code + "\r",
    "CR LF behind": lambda card: card.code + "\r\n",
    "Tab behind": lambda card: card.code + "\t",
    "a byte order mark": lambda card: "\ufeff" + card.code,
    "a byte order mark as text": lambda card: "ï»¿" + card.code,
    "control signs around": lambda card: "\x02" + card.code + "\x03",
    "the reader's prefix": lambda card: "]Q1" + card.code,
    "marks apart": lambda card: unicodedata.normalize("NFD", card.code),
    "spaces around the separators": lambda card: " | ".join(card.parts),
    "semicolons": _by(";"),
    "a German layout": _by("'"),
    "a Nordic layout": _by("*"),
    "a French layout": _by("µ"),
    "a Spanish layout": _by("Ç"),
    "a British layout": _by("~"),
    "an Italian layout": _by("§"),
    "a lost Shift": _by("\\"),
    "lines": _by("\n"),
    "lines of CR LF": _by("\r\n"),
    "tabs": _by("\t"),
    "spaces": lambda card: " ".join(part for part in card.parts if part),
    "no separator": lambda card: "".join(card.parts),
    "empty parts dropped": lambda card: "|".join(part for part in card.parts if part),
    "empty lines dropped": lambda card: "\n".join(part for part in card.parts if part),
    "empty parts doubled": lambda card: card.code.replace("||", "|||"),
    "every separator doubled": _by("||"),
    "eleven parts": lambda card: replace(card, new=True).code,
    "the household behind": lambda card: f"{card.code}|Trần Văn Chủ|001070000009|Nguyễn Thị Mẹ",
    "the number twice": lambda card: f"{card.number}|{card.code}",
    "scanned twice": lambda card: f"{card.code}\r\n{card.code}\r\n",
    "scanned twice in one line": lambda card: card.code + card.code,
    "Caps Lock on the keyboard's letters": lambda card: keyboard_caps(card.code),
    "Caps Lock on all letters": lambda card: card.code.swapcase(),
    "UniKey": lambda card: telex(card.code, _steps),
    "UTF-8 as Latin-1": _utf8_as("latin-1"),
}
"""What is undone: the card reads as it is printed."""

SPOILT: dict[str, Distortion] = {
    "question marks": lambda card: latin(card.code, "?"),
    "replacement signs": lambda card: latin(card.code, "\ufffd"),
    "letters lost beyond Latin": lambda card: latin(card.code, ""),
    "letters lost beyond ASCII": lambda card: card.code.encode("ascii", "ignore").decode(),
    "base letters": lambda card: base_letters(card.code),
    "base letters everywhere": lambda card: "".join(map(_base, card.code)),
    "Alt codes": lambda card: as_alt_codes(card.code, "cp1252"),
    "Alt codes of DOS": lambda card: as_alt_codes(card.code, "cp437"),
    "UTF-8 as Windows-1252": _utf8_as("cp1252"),
    "UTF-8 as Windows-1258": _utf8_as("cp1258"),
    "UTF-8 as GBK": _utf8_as("gbk"),
    "UTF-8 as Shift-JIS": _utf8_as("cp932"),
    "UTF-8 as DOS": _utf8_as("cp437"),
    "typed as Telex": lambda card: "".join(_typed(c) for c in card.code),
}
"""What may be beyond mending: the card reads as it is printed, or says what is in doubt."""


def _typed(letter: str) -> str:
    base, *marks = unicodedata.normalize("NFD", letter)
    return {"đ": "dd", "Đ": "DD"}.get(base, base) + "".join(MARKS.get(m, base if m == "\u0302" else "w") for m in marks)


def halves(card: Printed) -> list[str]:
    """The card cut off after each of its letters."""
    return [card.code[:end] for end in range(1, len(card.code.rstrip("|")))]


def digits_of_the_vietnamese_layout(text: str) -> str:
    keys = dict(
        zip("0123456789", ["đ", "ă", "â", "ê", "ô", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"], strict=True)
    )
    return re.sub("[0-9]", lambda digit: keys[digit[0]], text)
