"""A registration in the words of the ministry's sheet, key by key, and such a row as a draft again."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

from common.dates import NotADate, PartialDate
from common.names import fold, tidy
from desk_app.domain.drafts import Draft, draft_from, event_of, field_names
from desk_app.domain.events import AnyRegistration, Birth
from desk_app.domain.form import SEX_WORDS
from desk_app.domain.ministry import OURS, keys_of, own_keys
from desk_app.domain.ministry_codes import CASES_OF_CODE, SEX_CODES, code_for, meaning
from desk_app.domain.people import CITIZEN_ID_LENGTH
from desk_app.domain.redraft import draft_of

Said = dict[str, str]
Texts = Mapping[str, str]

OTHER_PAPER, CARD = "8", "4"
_HOLDERS = {
    "birth": (("me", "mother_"), ("cha", "father_"), ("nyc", "declarant_")),
    "marriage": (("chong", "husband_"), ("vo", "wife_")),
    "death": (("nkt", ""), ("nyc", "declarant_")),
}
"""Whose papers a sheet has: the first letters of the keys, and those of our fields."""
_KINDS_NAMED = tuple(code for code in "1234567")
_WRITTEN_DAY = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}|[0-9]{1,2}\.[0-9]{4}|[0-9]{4}")


def said(one: Draft | AnyRegistration, place: str = "") -> Said:
    """Every key of the event, the ministry's and ours, with its text: dates dotted, codes as numbers, "" for nothing.

    `place` is the office's name for `noiDangKy`; without it the code of the unit stands there. What a draft holds and
    cannot be read (a date, a sex) stands as typed.
    """
    draft = draft_of(one) if isinstance(one, AnyRegistration) else one
    event = event_of(draft)
    texts = {name: tidy(str(getattr(draft, name))) for name in field_names(event)}
    texts |= _whole(one) if isinstance(one, AnyRegistration) else {}
    told = {key.key: _SAYING.get(key.kind, _as_is)(texts.get(key.field, "")) for key in keys_of(event)}
    told |= {key.key: texts[key.field] for key in own_keys(event)}
    for first, role in _HOLDERS[event]:
        told |= _papers(first, role, texts)
    if event == "birth":
        told["nksLoaiKhaiSinh"] = _birth_case(texts)
    return told | {"noiDangKy": tidy(place) or texts["unit"]}


def drafted(event: str, told: Texts) -> Draft:
    """The draft that a row in the ministry's words stands for, keys it lacks being empty; raises UnknownEvent.

    `drafted(event, said(draft))` is the draft as `draft_of` would write it: dates slashed, sex by its word. The unit of
    a sheet that is not ours is the office as `noiDangKy` names it: whoever knows the units has to find its code.
    """
    texts: dict[str, object] = {field: read(told[key]) for key, field, read in _readers(event) if told.get(key)}
    for first, role in _HOLDERS[event]:
        texts |= _papers_read(first, role, told)
    if not told.get(f"{OURS}case"):
        texts["case"] = " ".join(CASES_OF_CODE.get(told.get("nksLoaiKhaiSinh", ""), ()))
    if _same_in_words(texts):
        del texts["born_in_words"]
    texts["unit"] = told.get(f"{OURS}unit") or told.get("noiDangKy", "")
    return draft_from(event, texts)


def dotted(day: PartialDate) -> str:
    """15.03.2018, 03.2018 or 1950, as the ministry's sheets write dates."""
    return day.slashed().replace("/", ".")


def dotted_day(day: date) -> str:
    """A whole day, dotted."""
    return f"{day.day:02d}.{day.month:02d}.{day.year:04d}"


def paper_number(code: str, number: str) -> str:
    """A paper as our forms write it: "CMND 012345678", or the number alone where its kind has no word."""
    return tidy(f"{meaning('paper', code)} {number}")


def _whole(one: AnyRegistration) -> Texts:
    """What a draft leaves to be worked out again and the ministry's sheet writes down."""
    told = {"registration_type": str(one.registration_type)}
    return {**told, "born_in_words": one.born_in_words or one.happened_on.words()} if isinstance(one, Birth) else told


def _as_is(text: str) -> str:
    return text


def _day_said(text: str) -> str:
    try:
        return dotted(PartialDate.parse(text))
    except NotADate:
        return text


def _day_read(text: str) -> str:
    """Slashed where it is written as the ministry does; anything else waits for the form to judge it."""
    return text.replace(".", "/") if _WRITTEN_DAY.fullmatch(text) else text


def _sex_said(text: str) -> str:
    return SEX_CODES.get(SEX_WORDS.get(fold(text), ""), text)


def _sex_read(text: str) -> str:
    return SEX_WORDS.get(fold(text), text)


def _notice_said(text: str) -> str:
    """A number only for exactly the list's words, so that nothing typed is lost on the way."""
    code = code_for("notice", text) or ""
    return code if meaning("notice", code) == text else text


def _notice_read(text: str) -> str:
    return meaning("notice", text) or text


_SAYING: Mapping[str, Callable[[str], str]] = {"date": _day_said, "sex": _sex_said, "notice": _notice_said}
_READING: Mapping[str, Callable[[str], str]] = {"date": _day_read, "sex": _sex_read, "notice": _notice_read}


@cache
def _readers(event: str) -> tuple[tuple[str, str, Callable[[str], str]], ...]:
    """Key, field and reading of everything that goes into a draft."""
    keys = (*keys_of(event), *own_keys(event))
    return tuple((key.key, key.field, _READING.get(key.kind, _as_is)) for key in keys if key.field)


def _papers(first: str, role: str, texts: Texts) -> Said:
    """Kind and number of a person's paper: the personal number, else the paper typed beside it."""
    number, paper = texts[f"{role}citizen_id"], texts.get(f"{role}id_paper", "")
    kind, shown = (CARD, number) if number else _paper_said(paper)
    own = {f"{OURS}{role}id_paper": paper if number else ""} if f"{role}id_paper" in texts else {}
    other = {f"{first}GiayToKhac": ""} if role not in ("mother_", "father_") else {}
    return {f"{first}LoaiGiayToTuyThan": kind, f"{first}SoGiayToTuyThan": shown, **other, **own}


def _paper_said(text: str) -> tuple[str, str]:
    if not text:
        return "", ""
    for code in _KINDS_NAMED:
        number = text.removeprefix(f"{meaning('paper', code)} ")
        # Twelve figures would be taken for the personal number on the way back.
        if number != text and not is_citizen_id(number):
            return code, number
    return OTHER_PAPER, text


def is_citizen_id(number: str) -> bool:
    """Whether a number has the twelve figures of a personal number."""
    return len(number) == CITIZEN_ID_LENGTH and number.isascii() and number.isdigit()


def _papers_read(first: str, role: str, told: Texts) -> Said:
    kind = told.get(f"{first}LoaiGiayToTuyThan", "")
    number = told.get(f"{first}SoGiayToTuyThan", "")
    other = told.get(f"{first}GiayToKhac", "")
    if is_citizen_id(number) and kind != OTHER_PAPER:
        citizen_id, paper = number, ""
    else:
        citizen_id, paper = "", paper_number(kind, number) if number else ""
    if role == "declarant_":
        return {f"{role}citizen_id": citizen_id}
    kept = told.get(f"{OURS}{role}id_paper") or tidy(f"{other} {paper}")
    return {f"{role}citizen_id": citizen_id, f"{role}id_paper": kept}


def _birth_case(texts: Texts) -> str:
    """The ministry's kind of birth by our cases; none is claimed where a parent is blank without a case."""
    cases = set(texts["case"].split())
    found = next((code for code in ("5", "4", "3", "2") if set(CASES_OF_CODE[code]) <= cases), "")
    return found or ("1" if texts["mother_name"] and texts["father_name"] else "")


def _same_in_words(texts: Mapping[str, object]) -> bool:
    """Whether the words of a birthday are the ones that the day gives by itself."""
    try:
        return texts.get("born_in_words") == PartialDate.parse(str(texts.get("born", ""))).words()
    except NotADate:
        return False
