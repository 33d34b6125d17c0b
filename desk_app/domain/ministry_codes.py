"""The ministry's code numbers and the words that stand for them, both ways (DOMAIN 8)."""

from collections.abc import Mapping
from functools import cache

from common.names import fold
from common.words import ministry as words
from common.words.labels import TYPE_WORDS
from desk_app.domain.form import SEX_WORDS
from desk_app.domain.ministry import Kind

CODES: Mapping[Kind, Mapping[str, str]] = {
    "sex": words.SEXES,
    "type": {str(number): said for number, said in TYPE_WORDS.items()},
    "residence": words.RESIDENCES,
    "paper": words.PAPERS,
    "birth-case": words.BIRTH_CASES,
    "notice": words.NOTICES,
}
"""The ministry's code lists by the kind of key: number → words."""

SEX_CODES: Mapping[str, str] = {"male": "1", "female": "2", "unknown": "3"}
CASES_OF_CODE: Mapping[str, tuple[str, ...]] = {
    "1": (),
    "2": ("mother_unknown",),
    "3": ("father_unknown",),
    "4": ("father_unknown", "mother_unknown"),
    "5": ("abandoned",),
}
"""`nksLoaiKhaiSinh` → our case words."""

_WORDINGS: Mapping[Kind, Mapping[str, str]] = {
    "sex": {said: SEX_CODES[sex] for said, sex in SEX_WORDS.items()},
    "type": {
        "dung han": "1",
        "dang ky moi": "1",
        "dang ky lan dau": "1",
        "lan dau": "1",
        "lai": "2",
        "ghi vao so": "3",
        "ghi chu": "3",
        "qua han": "4",
    },
    "residence": {"khong co": "0"},
    "paper": {
        "chung minh nhan dan": "1",
        "giay chung minh nhan dan": "1",
        "cmt": "1",
        "cmtnd": "1",
        "passport": "2",
        "can cuoc cong dan": "4",
        "the can cuoc cong dan": "4",
        "can cuoc": "4",
        "the can cuoc": "4",
        "cc": "4",
        "so dinh danh ca nhan": "4",
        "so dinh danh": "4",
        "dinh danh ca nhan": "4",
        "giay to khac": "8",
        "khac": "8",
        "de trong": "0",
    },
    "birth-case": {},
    "notice": {},
}
"""Other words that stand where a code is wanted, folded."""


@cache
def code_for(kind: Kind, text: str) -> str | None:
    """The ministry's number for a code or words ("1", "Nam", "nam", "M"); None where the list has no such words."""
    codes, said = CODES[kind], fold(text)
    if said in codes:
        return said
    by_words = next((code for code, known in codes.items() if known and fold(known) == said), None)
    return by_words or _WORDINGS[kind].get(said)


def meaning(kind: Kind, code: str) -> str:
    """The words of a code; "" where it stands for nothing or the kind has no list."""
    return CODES.get(kind, {}).get(code, "")
