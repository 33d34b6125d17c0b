"""The seven parts of a card out of a whole scan: which sign divides them, how many cards, which part is which."""

import re

from common.names import fold, tidy
from desk_app.domain.scan_text import Refused

FIELDS = 7
"""number | old number | name | born | sex | residence | issued, then four empty parts on cards from 07/2024."""

SEXES = ("nam", "nu")
_WHOLE = (FIELDS, FIELDS + 4)
_NUMBER, _OLD, _DATE = "[0-9]{12}", "[0-9]{9}", "[0-9]{8}|[0-9]{6}|[0-9]{4}"
_DAY = re.compile("[0-9]{8}")
_DIGIT_DATE = re.compile(_DATE)
_OLD_ID = re.compile(_OLD)
_USUAL = "|;"
# Whatever the key of | writes on another layout: ~ > * § and on some a letter that is none of ours.
_FIRST_SIGN = re.compile(rf"{_NUMBER}([^\w\s]|[µçÇ])")
# Signs that may stand inside a name or an address: there the pieces belong together again.
_WITHIN_WORDS = "'’-.,"
_UNDIVIDED = re.compile(
    rf"(?P<number>{_NUMBER})\s*(?P<old>{_OLD})?\s*(?P<name>[^\d|;]+?)\s*(?P<born>{_DATE})\s*"
    rf"(?P<sex>nam|nữ)\s*(?P<home>\S.*?)\s*(?P<issued>[0-9]{{8}})\s*",
    re.IGNORECASE | re.DOTALL,
)
_MACHINE_LINES = re.compile(r"I[D<]VNM|P[<A-Z]VNM|<<.*<<", re.DOTALL)
_SHORTEST_CARD = 30


def seven_parts(text: str, notes: list[str]) -> list[str]:
    """The parts, tidied, old number and all; a bar code of twelve digits is a number and six empty parts. Raises
    Refused for what is no card, is cut off, or is two cards."""
    if _is_number(text):
        return [_one_number(text.split(), notes), *[""] * (FIELDS - 1)]
    undivided = None if "\n" in text else _UNDIVIDED.fullmatch(text)
    if undivided:
        notes.append("separator-changed")
        return [tidy(part or "") for part in undivided.groups()]
    sign = _separator(text)
    if sign != "|":
        notes.append("separator-changed")
    cards = [_one_card(record, sign) for record in _records(text, sign)]
    if any(card[0] != cards[0][0] for card in cards):
        raise Refused("card-two-scans")
    if len(cards) > 1:
        notes.append("scanned-twice")
    parts, told = cards[0]
    notes.extend(told)
    return parts


# ---- one number


def _is_number(text: str) -> bool:
    return "".join(text.split()).isdigit()


def _one_number(groups: list[str], notes: list[str]) -> str:
    digits = "".join(groups)
    half = len(digits) // 2
    if len(digits) == 9:
        raise Refused("card-old-number")
    if len(digits) == 24 and digits[:half] != digits[half:]:
        raise Refused("card-two-scans")
    notes.append("number-only")
    if len(digits) == 24:
        notes.append("scanned-twice")
        return digits[:half]
    return digits


# ---- dividing


def _separator(text: str) -> str:
    if _on_another_layout(text):
        raise Refused("card-keyboard")
    number = _FIRST_SIGN.match(text)
    usual = next((sign for sign in _USUAL if sign in text), None)
    if number and number[1] != usual and text.count(number[1]) >= FIELDS - 2:
        return number[1]
    if usual:
        return usual
    if "\n" in text and text[:1].isdigit():
        return "\n"
    raise Refused(_what_else(text))


def _what_else(text: str) -> str:
    """Why a text without any separator is no card."""
    if _MACHINE_LINES.search(text):
        return "card-machine-lines"
    return "card-not-read" if any(map(str.isspace, text)) or len(text) < FIELDS else "card-other-code"


def _on_another_layout(text: str) -> bool:
    """Digits come out as đăâêô and lone tones on the Vietnamese layout of Windows, as signs on others."""
    first = text[:12]
    return len(text) > _SHORTEST_CARD and not any((c.isascii() and c.isalnum()) or c.isspace() for c in first)


def _records(text: str, sign: str) -> list[str]:
    """Each card of the scan: a scanner may send one twice, or two one after the other, on one line or on two."""
    apart, inside = re.escape(sign), f"[^{re.escape(sign)}]"
    between = rf"(?:(?:(?!{_NUMBER}{apart}){inside})*{apart}){{1,3}}"
    card = rf"(?={_NUMBER}{apart}{between}(?:{_DATE}){apart}{inside}{{0,4}}{apart})"
    starts = [found.start() for found in re.finditer(card, text)]
    if not starts:
        return [text]
    before = text[: starts[0]].strip(f"{sign}\n ")
    if before not in ("", text[starts[0] : starts[0] + 12]):
        raise Refused("card-two-scans")
    starts[0] = 0
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


# ---- which part is which


def _one_card(record: str, sign: str) -> tuple[list[str], tuple[str, ...]]:
    """The seven parts and what was done to find them: by position, or by what they look like."""
    parts, told = [tidy(part) for part in record.split(sign)], list[str]()
    if not _stands_in_place(parts, 3 if sign in _WITHIN_WORDS else 2):
        parts = _found_again(parts, sign)
        told.append("parts-shifted")
    if any(parts[FIELDS:]):
        told.append("extra-parts-dropped")
    return parts[:FIELDS], tuple(told)


def _stands_in_place(parts: list[str], enough: int) -> bool:
    """Whether enough of the two dates and the sex stand where they should; where the count is right, one is."""
    if len(parts) < FIELDS:
        return False
    agree = (_is_date(parts[3]), fold(parts[4]) in SEXES, _is_date(parts[6]))
    return sum(agree) >= (1 if enough == 2 and len(parts) in _WHOLE else enough)


def _is_date(text: str) -> bool:
    return _DIGIT_DATE.fullmatch(text) is not None


def _found_again(parts: list[str], sign: str) -> list[str]:
    """Parts that empty ones went missing from or came between, found around date and sex."""
    solid = [part for part in parts if part]
    sex = next((at for at in range(3, len(solid)) if fold(solid[at]) in SEXES and _is_date(solid[at - 1])), None)
    if sex is None:
        raise Refused("card-not-read") if len(parts) >= FIELDS else _cut_off(parts)
    issued = next((at for at in range(sex + 1, len(solid)) if _DAY.fullmatch(solid[at])), None)
    if issued is None:
        raise _cut_off(parts)
    before = [part for part in solid[1 : sex - 1] if part != solid[0]]
    old = before.pop(0) if before and _OLD_ID.fullmatch(before[0]) else ""
    name, home = _joined(before, sign), _joined(solid[sex + 1 : issued], sign)
    return [solid[0], old, name, solid[sex - 1], solid[sex], home, *solid[issued:]]


def _joined(pieces: list[str], sign: str) -> str:
    """Pieces that belong together where the separator also stands inside words; elsewhere there is one at most."""
    if len(pieces) > 1 and sign not in _WITHIN_WORDS:
        raise Refused("card-two-scans")
    return {",": ", ", ".": ". "}.get(sign, sign).join(pieces)


def _cut_off(parts: list[str]) -> Refused:
    return Refused("card-parts-missing", found=str(len(parts)))
