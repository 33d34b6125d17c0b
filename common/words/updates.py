"""Words about an update from the level above: what each part of it would change, consent, what is wrong with a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from common.words import letter_findings
from common.words.letter_templates import LAYOUT_TITLES as LAYOUT_TITLES

_SAFE = "Mọi thứ đang dùng giữ nguyên."

TROUBLES: Mapping[str, str] = {
    "update-no-office": (
        f"Quầy chưa nối với cấp trên nên chưa biết chữ ký của ai là đúng. {_SAFE} "
        "Nối với cấp trên (Ctrl+Shift+T) rồi nhập tệp này; "
        "chưa nối được thì những gì mới có trong bản chương trình mới."
    ),
    "update-in-force": f"Tệp này đã nhập rồi, quầy đang dùng bản ngày {{day}}. {_SAFE} Không phải làm gì thêm.",
    "update-older": (
        f"Quầy đang dùng {{what}} mới hơn trong tệp này, bản ngày {{day}}. {_SAFE} Xin cấp trên tệp mới nhất."
    ),
    "update-own-unit": f"Trong tệp này không có {{unit}}. {_SAFE} Xin cấp trên xem lại danh mục rồi gửi tệp khác.",
    "update-changed": f"Tệp đã đổi từ lúc xem trước. {_SAFE} Xem lại từ đầu rồi mới dùng.",
    "update-question-set": (
        f"Bộ câu hỏi {{name}} trong tệp khác bộ cùng số bản quầy đã có, mà bản đã hỏi thì không đổi nữa. {_SAFE} "
        "Xin cấp trên gửi lại bộ ấy dưới số bản mới."
    ),
    "update-bad-part": (
        f"{{which}} trong tệp chưa dùng được. {{what}} {_SAFE} Cấp trên sửa chỗ ấy rồi ký tệp khác (mã {{detail}})."
    ),
    "no-update-before": f"Quầy không có bản cập nhật nào để trở về trước. {_SAFE} Không phải làm gì thêm.",
    "update-not-a-bundle": f"Tệp này không phải tệp cập nhật của phần mềm này. {_SAFE} Chọn tệp CN-….",
    "update-damaged": (
        f"Tệp cập nhật đã hỏng trên đường đi, hoặc những gì bên trong chưa dùng được (mã {{detail}}). {_SAFE} "
        "Chép lại từ USB; vẫn vậy thì báo mã ấy cho cấp trên."
    ),
    "update-not-for-us": f"Tệp cập nhật này gửi cho nơi khác. {_SAFE} Xem lại có chọn đúng tệp không.",
    "update-unknown-sender": f"Tệp cập nhật không do cấp trên của quầy ký. {_SAFE} Đừng dùng, gọi cấp trên.",
    "update-bad-signature": f"Chữ ký trên tệp cập nhật không khớp. {_SAFE} Đừng dùng, xin cấp trên gửi lại.",
    "update-revoked": f"Khóa ký tệp này đã bị thu hồi. {_SAFE} Gọi cấp trên.",
    "update-too-new": f"Tệp cập nhật do bản mới hơn viết. {_SAFE} Cài bản mới rồi nhập lại.",
    "update-too-large": f"Tệp lớn hơn mức của một tệp cập nhật. {_SAFE} Xem lại có chọn đúng tệp không.",
    "bad-update-part": "{which} chưa dùng được. {what} Chưa ký, chưa ghi gì. Sửa chỗ ấy rồi làm lại (mã {detail}).",
    "update-nothing": (
        "Chưa chọn gì để gửi: mẫu thư, lịch báo cáo, bộ câu hỏi hay danh mục xã, phường. Chưa ký, chưa ghi gì. "
        "Chọn ít nhất một thứ rồi làm lại."
    ),
    "update-file-unknown": (
        "Tệp {file} chưa phải mẫu thư (birth-card.txt…), lịch báo cáo, bộ câu hỏi (.json) hay danh mục xã (.tsv). "
        "Chưa ký, chưa ghi gì. Bỏ tệp ấy ra, hoặc đặt tên như hướng dẫn, rồi làm lại."
    ),
}

PARTS: Mapping[str, str] = {
    "letter": "Mẫu thư",
    "calendar": "Lịch báo cáo",
    "questions": "Bộ câu hỏi góp ý",
    "units": "Danh mục xã, phường",
}
ORDER = tuple(PARTS)
_COUNTED: Mapping[str, str] = {
    "letter": "{} mẫu thư",
    "calendar": "{} lịch báo cáo",
    "questions": "{} bộ câu hỏi",
    "units": "danh mục xã, phường",
}
_TERMS: Mapping[str, str] = {
    "": "cả năm",
    "Q1": "quý I",
    "Q2": "quý II",
    "Q3": "quý III",
    "Q4": "quý IV",
    "H1": "sáu tháng đầu năm",
    "H2": "sáu tháng cuối năm",
    "9M": "chín tháng",
}
_YEARS = {-1: " năm trước", 0: "", 1: " năm sau"}


def which(part: str, name: str) -> str:
    """A part that is wrong, as a sentence begins with it."""
    return f"{PARTS[part]} {name}".rstrip()


def wrong(code: str, place: str, found: str) -> str:
    """What is wrong with a part, and where."""
    line, _, column = place.partition(":")
    if column:
        return (
            f"{letter_findings.place('', int(line), int(column))}: {letter_findings.sentence(code, {'found': found})}"
        )
    told = f"Xem lại mục {place}" if place else "Xem lại phần ấy"
    return f"{told}: {found}." if found else f"{told}."


def letter_in(title: str, form: str, day: date) -> str:
    """A letter that goes into an update."""
    return f"Mẫu thư “{title}” ({form}), dùng từ {day:%d/%m/%Y}."


def calendar_in(name: str, source: str) -> str:
    """A calendar that goes into an update."""
    return f"Lịch báo cáo “{name}”, theo {source}."


def questions_in(mark: str, questions: int) -> str:
    """A question set that goes into an update."""
    return f"Bộ câu hỏi {mark}: {questions} câu."


def units_in(edition: date) -> str:
    """The table of units that goes into an update."""
    return f"Danh mục xã, phường ngày {edition:%d/%m/%Y}; nơi này cũng dùng từ lần mở sau."


def older(part: str, name: str) -> str:
    """What is newer here than in a file."""
    return PARTS[part].lower() if part == "units" else f"{PARTS[part].lower()} {name}"


def counted(names: Sequence[tuple[str, str]]) -> str:
    """What an update brought: "2 mẫu thư, 1 lịch báo cáo"."""
    counts = {kind: sum(1 for one, _ in names if one == kind) for kind in ORDER}
    return ", ".join(_COUNTED[kind].format(count) for kind, count in counts.items() if count)


def _day(day: date, today: date) -> str:
    return "từ hôm nay" if day <= today else f"từ {day:%d/%m/%Y}"


def letter_new(title: str, day: date, today: date) -> str:
    """A letter that this desk does not have."""
    return f"Mẫu mới “{title}”, dùng {_day(day, today)}."


def letter_newer(title: str, day: date, today: date, differences: Sequence[str]) -> str:
    """Other words for a letter that this desk has."""
    more = f" và {len(differences) - MOST_SHOWN} chỗ nữa" if len(differences) > MOST_SHOWN else ""
    return f"“{title}” có lời mới, dùng {_day(day, today)}: {'; '.join(differences[:MOST_SHOWN])}{more}."


def letter_too_long(title: str, place: str, what: str) -> str:
    """A letter that cannot be set under this office's name and figures."""
    return f"“{title}” ở lại bản thảo, thư vẫn theo lời đang dùng. {place}: {what}"


MOST_SHOWN = 3
LETTER_SAME = "“{title}” giữ nguyên lời đang dùng."
LETTERS_KEPT = "Thư đã viết giữ nguyên lời cũ."
CALENDAR_SAME = "“{name}” không đổi."
REPORTS_KEPT = "Báo cáo đã chốt giữ nguyên."
QUESTIONS_SAME = "Bộ câu hỏi {mark} quầy đã có."
ANSWERS_KEPT = "Góp ý đã ghi giữ bộ câu hỏi của mình."


def difference(old: str, new: str) -> str:
    """One place in which two texts differ; marks at the end are left out where words remain."""
    before, after = _cut(old), _cut(new)
    if not before and not after:
        return f"“{old}” thành “{new}”"
    if not before:
        return f"thêm “{after}”"
    return f"“{before}” thành “{after}”" if after else f"bỏ “{before}”"


def _cut(text: str) -> str:
    text = text.rstrip(" .,;:")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


_LONGEST = 60


def calendar_new(name: str, source: str, recipients: Sequence[str]) -> str:
    """A calendar that this desk does not have."""
    return f"Lịch mới “{name}”, gửi {', '.join(recipients)}, theo {source}."


def calendar_changed(name: str, changes: Sequence[str]) -> str:
    """What a calendar asks otherwise."""
    return f"“{name}”: {'; '.join(changes)}."


def calendar_ends(day: date) -> str:
    """The last day of a calendar."""
    return f"thôi dùng sau ngày {day:%d/%m/%Y}"


CALENDAR_RUNS_ON = "không còn ngày thôi dùng"
CALENDAR_CALLED = "trước gọi là “{name}”"
CALENDAR_SENT = "gửi {recipients}"


def term(part: str, last: tuple[int, int, int], due: tuple[int, int, int] | None) -> str:
    """One report that is asked for; days as day, month and so many years off."""
    named = _TERMS.get(part) or f"tháng {int(part)}"
    sent = f", gửi trước hết ngày {_told(due)}" if due else ", không hẹn ngày gửi"
    return f"{named} chốt ngày {_told(last)}{sent}"


def term_gone(part: str) -> str:
    """One report that is asked for no more."""
    return f"thôi hỏi {_TERMS.get(part) or f'tháng {int(part)}'}"


def _told(day: tuple[int, int, int]) -> str:
    return f"{day[0]:02}/{day[1]:02}{_YEARS[day[2]]}"


def questions_new(mark: str, questions: int, asked: bool) -> str:
    """A version of a question set that this desk does not have; `asked`: it takes the place of the one asked now."""
    when = "hỏi từ hôm nay" if asked else "chọn được ở Thiết lập"
    return f"Bộ câu hỏi {mark}: {questions} câu, {when}."


def standing(edition: date, taken_on: date, names: Sequence[tuple[str, str]]) -> str:
    """The update that came last and is in force."""
    return f"Đang dùng bản cập nhật ngày {edition:%d/%m/%Y}, nhập ngày {taken_on:%d/%m/%Y}: {counted(names)}."


WHOLE, TOO_MUCH = "Bản cập nhật", "Xem lại có nhiều thứ quá không: mỗi loại một tệp không quá 40 thứ."
NOTHING_TAKEN = "Chưa nhập bản cập nhật nào, mọi thứ đi cùng chương trình."
NO_OFFICE = "Chưa nối với cấp trên nên chưa nhập được tệp: nối trước (Ctrl+Shift+T), hoặc cài bản chương trình mới."
TAKEN = "Đã dùng bản cập nhật ngày {day:%d/%m/%Y}. Thư, sổ, báo cáo đã có giữ nguyên."
PUT_BACK = "Đã trở về trước bản cập nhật ngày {day:%d/%m/%Y}."
LOOKED = "Mới xem trước, chưa đổi gì. Thêm --accept để dùng bản cập nhật này."
WRITTEN = "Đã ghi {file}: {what}, ký bằng khóa của nơi này. Một tệp dùng cho mọi quầy."
NOT_WRITTEN = "Mới xem trước, chưa ký gì. Thêm --out để ghi tệp CN-…."

CARD = "Cập nhật từ cấp trên"
CARD_TEXT = (
    "Mẫu thư, lịch báo cáo, bộ câu hỏi, danh mục xã phường: cấp trên gửi một tệp CN-…, không cần cài lại chương trình."
)
TAKE, BACK = "Chọn tệp…", "Trở về bản trước"
CHOOSE, KINDS = "Chọn tệp cập nhật", "Tệp của phần mềm (*.mctt)"
FOUND_TITLE, FOUND_YES, FOUND_NO = "Trên USB có một bản cập nhật", "Xem tệp này", "Chọn tệp khác"
FOUND = "{file} ở {place}. Xem trước, chưa dùng gì."
IN_FILE = "Bản cập nhật ngày {day:%d/%m/%Y} trong {file}:"
USE, LATER = "Dùng bản cập nhật này", "Để sau"
BACK_TITLE, BACK_YES, BACK_NO = "Trở về bản trước?", "Trở về", "Giữ như cũ"
BACK_TEXT = (
    "Quầy thôi dùng bản cập nhật ngày {day:%d/%m/%Y} ({what}) và trở lại như trước khi nhập. "
    "Thư đã viết, báo cáo đã chốt, góp ý đã ghi giữ nguyên."
)
NOT_TAKEN = "Chưa dùng được tệp này"
LOOKING = "Đang xem bản cập nhật."
LEFT = "Chưa dùng bản cập nhật nào. Tệp vẫn ở chỗ cũ."
