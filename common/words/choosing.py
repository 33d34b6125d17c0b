"""What may be chosen for a letter by hand: the choices with what the record itself says, forms of address, the back."""

from __future__ import annotations

from collections.abc import Mapping

CHOICE_WORDS: Mapping[str, str] = {
    "to-parents": "Gửi cả cha và mẹ",
    "to-mother": "Gửi riêng mẹ",
    "to-father": "Gửi riêng cha",
    "to-relative": "Gửi người nuôi dưỡng đi khai",
    "elderly-couple": "Lời cho đôi bạn cao niên",
    "usual-couple": "Lời như các đôi khác",
    "other-faith": "Gia đình theo đạo khác, hoặc chưa rõ",
    "lunar-date": "Ghi cả ngày âm lịch",
}
"""By the choices of letters.order."""
ADDRESS_WORDS: Mapping[str, str] = {
    "father": "Gọi người cha",
    "mother": "Gọi người mẹ",
    "parents": "Gọi chung cha mẹ",
    "relative": "Gọi người nuôi dưỡng",
    "couple": "Gọi hai người",
    "deceased": "Gọi người mất",
}
ADDRESS_FORM = "{text}: ghi như mother=bà. Gọi được: {known}"
