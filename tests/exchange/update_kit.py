"""What an update carries beside units, small and sound, and what another program might make of it."""

import json
from collections.abc import Iterator
from typing import Any

from bad_bundles import Bad
from exchange_kit import APP, MOMENT, OFFICE
from unit_tables import forged, table

from common.letter_check import LAYOUTS
from exchange import canonical
from exchange.documents import Written
from exchange.update import UNITS, Update, write_update
from exchange.update_parts import CALENDARS, LARGEST_PART, LETTERS, MOST, QUESTIONS, write_parts

BODY = "\n".join(f"== {section}\nChúc mừng {{anh_chi}} ở {{xa}}." for section in LAYOUTS["marriage-card"].sections)
TEXT = f"tên: Thư mừng cưới\nphiên bản: 2\n\n{BODY}\n"
LETTER = {
    "name": "marriage-card",
    "kind": "marriage",
    "layout": "marriage-card",
    "title": "Thư mừng cưới",
    "from": "2026-12-01",
    "text": TEXT,
}
CALENDAR: dict[str, Any] = {
    "id": "quy-14",
    "name": "Báo cáo quý",
    "programme": "Chính quyền thân thiện",
    "to": ["Sở Nội vụ"],
    "source": "Công văn của tỉnh",
    "from": "2026-07-01",
    "terms": [{"part": "Q4", "first": {"month": 10, "day": 1}, "last": {"month": 12, "day": 20}}],
}
YES, NO = ({"code": code, "words": {"vi": word}} for code, word in (("yes", "Có"), ("no", "Chưa")))
OVERALL = [{"code": code, "words": {"vi": f"Mức {code}"}} for code in ("3", "2", "1")]
QUESTION_SET: dict[str, Any] = {
    "id": "service-3",
    "version": 2,
    "scale": 3,
    "questions": [
        {"code": "overall", "words": {"vi": "Lần này thế nào?"}, "choices": OVERALL},
        {"code": "clear", "words": {"vi": "Nói có dễ hiểu không?"}, "choices": [YES, NO]},
    ],
    "reasons": {"low": [NO], "high": [YES]},
}


def members(**parts: Any) -> dict[str, bytes]:
    """The members of an honest update, or with some of `letters`, `calendars`, `questions` in place of ours."""
    told = {"letters": [LETTER], "calendars": [CALENDAR], "questions": [QUESTION_SET], **parts}
    files = {name: [json.dumps(one).encode() for one in told[name]] for name in ("calendars", "questions")}
    return write_parts(told["letters"], files["calendars"], files["questions"])


def whole(content: dict[str, bytes] | None = None) -> Written:
    """An update with every part, or with this content."""
    update = Update(office=OFFICE.public.verify, office_unit="10", edition="2027-01-01", issued_at=MOMENT, app=APP)
    return write_update(update, OFFICE, content or {UNITS: table(), **members()})


def lettered(letter: Any, **more: Any) -> dict[str, bytes]:
    """`letters.json` as another program might write it."""
    return {LETTERS: canonical.encode({"format": "motcua-letters/1", "letters": [letter], **more})}


def bad_parts() -> Iterator[Bad]:
    """Updates with a part that no desk may use."""
    yield Bad("letters-newer", "too-new", "letter-format", forged(lettered(LETTER, format="motcua-letters/2")))
    yield Bad("letters-list", "damaged", "letter-form", forged({LETTERS: canonical.encode([LETTER])}))
    spaced = {LETTERS: json.dumps({"format": "motcua-letters/1", "letters": [LETTER]}).encode()}
    yield Bad("letters-spaced", "damaged", "letter-form", forged(spaced))
    yield Bad("letters-none", "damaged", "letter-form", forged({LETTERS: canonical.encode(_file([]))}))
    yield Bad("letters-twice", "damaged", "letter-twice", forged({LETTERS: canonical.encode(_file([LETTER, LETTER]))}))
    yield Bad(
        "letters-many", "too-large", "letter-count", forged({LETTERS: canonical.encode(_file([{}] * (MOST + 1)))})
    )
    large = canonical.encode(_file([{**LETTER, "text": "x" * LARGEST_PART}]))
    yield Bad("letters-large", "too-large", "letter-size", forged({LETTERS: large}))
    for name, code, letter in _bad_letters():
        yield Bad(f"letter-{name}", "damaged", f"letter-{code}", forged(lettered(letter)))
    for member, part, good in ((CALENDARS, "calendar", CALENDAR), (QUESTIONS, "questions", QUESTION_SET)):
        yield Bad(f"{part}-object", "damaged", f"{part}-form", forged({member: canonical.encode({"list": [good]})}))
        yield Bad(f"{part}-twice", "damaged", f"{part}-twice", forged({member: canonical.encode([good, good])}))
    for name, code, calendar in _bad_calendars():
        yield Bad(f"calendar-{name}", "damaged", f"calendar-{code}", forged({CALENDARS: canonical.encode([calendar])}))
    unasked = {**QUESTION_SET, "questions": QUESTION_SET["questions"][1:]}
    yield Bad("questions-unasked", "damaged", "questions-place", forged({QUESTIONS: canonical.encode([unasked])}))


def _file(letters: list[Any]) -> dict[str, Any]:
    return {"format": "motcua-letters/1", "letters": letters}


def _bad_letters() -> Iterator[tuple[str, str, Any]]:
    nested = "[nếu cao niên]" * 9 + "a" + "[hết]" * 9
    changes = {
        "unknown-field": {"text": TEXT.replace("{xa}", "{mat_khau}", 1)},
        "unknown-condition": {"text": TEXT.replace("Chúc", "[nếu trăng tròn]Chúc", 1)},
        "unknown-section": {"text": TEXT.replace("== lời chúc", "== lời nguyền")},
        "section-missing": {"text": TEXT.replace("== lời chúc\n", "")},
        "section-twice": {"text": TEXT.replace("== lời thư ngắn", "== lời thư")},
        "branches-too-deep": {"text": TEXT.replace("Chúc", nested, 1)},
        "branch-not-closed": {"text": TEXT.replace("Chúc", "[nếu cao niên]Chúc", 1)},
        "header-incomplete": {"text": TEXT.replace("phiên bản: 2", "phiên bản: ²")},
        "sign": {"text": TEXT.replace("Chúc", "\u202eChúc", 1)},
        "text-too-long": {"text": TEXT + "x" * 16_000},
        "layout": {"layout": "birth-card"},
        "name": {"name": "../marriage"},
        "title": {"title": "Thư khác"},
        "from": {"from": "2026-13-01"},
    }
    for code, change in changes.items():
        yield code, code, {**LETTER, **change}
    yield "more", "form", {**LETTER, "by": "ai đó"}
    yield "number", "form", {**LETTER, "name": 1}


def _bad_calendars() -> Iterator[tuple[str, str, Any]]:
    yield "no-terms", "place", {**CALENDAR, "terms": []}
    yield "day", "day", {**CALENDAR, "since": "0001-01-01"}
    yield "long", "text", {**CALENDAR, "name": "x" * 501}
    yield "sign", "text", {**CALENDAR, "to": ["Sở\u200b Nội vụ"]}
    yield "many", "count", {**CALENDAR, "to": ["Sở Nội vụ"] * (MOST + 1)}
    yield "no-object", "form", "quy-14"
