"""What a letter of thanks or of apology may say."""

from datetime import date
from functools import singledispatch

from common.dates import PartialDate
from common.letter_text import Words
from common.words.window import WEEKDAYS
from desk_app.domain.courtesy import Addressee, BadManner, Courtesy, Gift, LateResult, Opinion, UntypedDay, WrongPaper

_DOTS = "…………………"


def courtesy_words(courtesy: Courtesy) -> Words:
    """Everything that was typed, one sentence running into the next as the template has it."""
    return _words(courtesy)


@singledispatch
def _words(courtesy: object) -> Words:
    raise TypeError(courtesy)


@_words.register
def _gift(gift: Gift) -> Words:
    return _to(gift.to, {"ket_qua": _unpointed(gift.outcome), "viec_lam": _unpointed(gift.deed)}, ())


@_words.register
def _opinion(opinion: Opinion) -> Words:
    values = {
        "ngay_noi": _day(opinion.said_on),
        "dieu_noi": _unpointed(opinion.matter),
        "ngay_sua": _day(opinion.since),
        "viec_da_sua": _unpointed(opinion.mended),
    }
    return _to(opinion.to, values, ("góp ý",))


@_words.register
def _late(late: LateResult) -> Words:
    values = {
        "viec_cua_dan": _unpointed(late.errand),
        "ma_ho_so": late.file_code.strip(),
        "ngay_hen": _day(late.promised),
        "thu_ngay_hen": _with_weekday(late.promised),
        "vi_sao": late.why.strip(),
        "thu_ngay_hen_lai": _with_weekday(late.again),
        "phu_trach": late.officer.strip(),
        "viec_da_lam": _unpointed(late.care),
    }
    return _to(late.to, values, ("trễ hẹn", *_care(late.care)))


@_words.register
def _manner(manner: BadManner) -> Words:
    values = {
        "ngay_tiep": _day(manner.on),
        "viec_cua_dan": _unpointed(manner.errand),
        "viec_da_lam": _unpointed(manner.care),
    }
    return _to(manner.to, values, ("tiếp đón", *_care(manner.care)))


@_words.register
def _paper(wrong: WrongPaper) -> Words:
    values = {
        "ten_giay": _unpointed(wrong.paper),
        "ngay_trao": _day(wrong.given_on),
        "cho_sai": _unpointed(wrong.mistake),
        "ngay_moi": _day(wrong.again),
        "viec_da_lam": _unpointed(wrong.care),
    }
    return _to(wrong.to, values, ("sai giấy", *_care(wrong.care)))


def _to(to: Addressee, values: dict[str, str], holds: tuple[str, ...]) -> Words:
    whole = ("cả nhà",) if to.household else ()
    who = {"xung_gui": to.address, "ten_gui": to.name.text}
    return Words(who | values, frozenset({*holds, *whole}))


def _care(text: str) -> tuple[str, ...]:
    return ("có việc đã làm",) if text.strip() else ()


def _day(day: date) -> str:
    if isinstance(day, UntypedDay):
        return _DOTS
    return PartialDate.of(day).letter()


def _with_weekday(day: date) -> str:
    """ "Thứ Tư, ngày 18 tháng 11 năm 2026"."""
    if isinstance(day, UntypedDay):
        return _DOTS
    return f"{WEEKDAYS[day.weekday()]}, ngày {_day(day)}"


def _unpointed(text: str) -> str:
    """The template sets the full stop."""
    return text.strip().rstrip(".").rstrip()
