"""What the columns of one person's papers say together: the kind in one, the number in another."""

from collections.abc import Mapping

from desk_app.domain.ministry import MinistryKey
from desk_app.domain.ministry_codes import CODES
from desk_app.domain.ministry_said import OTHER_PAPER, is_citizen_id

_OLD_CARD = "1"
_WITHOUT_ROOM = ("child_citizen_id", "declarant_citizen_id")
"""Whose papers we keep only by the personal number."""

Told = tuple[str, Mapping[str, str]]


def settle_papers(key: MinistryKey, told: dict[str, str]) -> list[Told]:
    """Bring into order in `told` what stands under a person's papers; the codes and details of what is to be told."""
    text = told.get(key.key, "")
    if not text:
        return []
    if key.kind == "paper" and text not in CODES["paper"]:
        told[key.key] = OTHER_PAPER
        told.setdefault(key.key.replace("LoaiGiayToTuyThan", "GiayToKhac"), text)
        return []
    return _number(key, text, told) if key.kind == "id" else []


def _number(key: MinistryKey, text: str, told: dict[str, str]) -> list[Told]:
    kind = told.get(key.key.replace("SoGiayTo", "LoaiGiayTo"), "")
    if kind == _OLD_CARD and len(text) == 8 and text.isascii() and text.isdigit():
        told[key.key] = text.zfill(9)
        return [("zero-lost", {"text": text, "taken": told[key.key]})]
    if key.field in _WITHOUT_ROOM and not is_citizen_id(text):
        told[key.key] = ""
        return [("not-kept", {"text": text})]
    return []
