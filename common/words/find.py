"""Tìm mọi thứ and Sổ hộ tịch: results, the record beside them, and what was done with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from common.words.labels import REACTION_WORDS, WAY_WORDS

SEEK, BOOKS = "Tìm mọi thứ", "Sổ hộ tịch"
RECORDS, LETTERS = "Hồ sơ hộ tịch", "Thư"
BOX_HINT = "Tên, số, ngày, số định danh, thôn, xã; quét thẻ hay mã trên thư cũng được"
FORGIVING = "Không dấu, đảo thứ tự, thiếu chữ, gõ lệch một chữ đều tìm được."
NOT_FOUND_HINT = "Không thấy? Thử tên xã cũ, năm sinh lệch 1, số quyển, hoặc quét mã trên thư (F4)."
NEWEST_FIRST = "Việc ghi sau cùng đứng trước."
NEXT_GROUP = "Ctrl+↓ sang nhóm sau"
EVERYTHING = "Tất cả"
ISSUED = "Sổ của"
BOOK_EMPTY = "Sổ chưa có bản ghi nào. Bấm Ctrl+N để ghi việc đầu tiên."
CHOOSE_ONE = "Chọn một dòng để xem bản ghi ở đây."
DONE = "Đã làm gì"
MASKED = "Số định danh, dân tộc, nguyên nhân chết được che ở đây."
SHOWN = "Đang hiện đủ phần anh chị được xem; lần xem này đã ghi vào sổ truy cập. Sang bản ghi khác thì che lại."
SHOW_NUMBERS = "Hiện đủ số"

SEE_LETTER, AMEND, VOID, DELIVER = "Xem thư", "Sửa có lý do", "Bỏ bản", "Ghi đã trao"
HISTORY, COMPARE = "Lịch sử", "So hai bản"
ALIKE = "Có thể đã ghi hai lần: số {number}, {names}."
GENUINE_TIP = "Muốn biết thư trên tay có thật không: {key}"
PRINT_LETTER, SCAN_CODE = "In thư", "Quét mã trên thư"

CAUSE = "Vì sao mất"
BORN, DIED, RESIDENCE, REGISTERED = "Sinh", "Mất", "Nơi cư trú", "Đăng ký"
ON_TIME, LATE, VOIDED = "đúng hạn", "quá hạn", "đã bỏ"

VOID_TITLE = "Bỏ bản ghi này?"
VOID_TEXT = "Bản ghi và thư kèm theo không còn tính vào các con số. Không có gì bị xóa, lý do được giữ lại."
VOID_REASONS = ("Trùng với bản khác", "Ghi thử", "Lý do khác")
OTHER_REASON = "Lý do khác, ghi rõ"
VOID_YES, KEEP_IT = "Bỏ bản ghi", "Giữ nguyên"
DELIVER_TITLE = "Ghi đã trao thư"
DELIVER_WAY, DELIVER_REACTION = "Trao bằng cách nào?", "Gia đình đón nhận thế nào?"
DELIVER_YES, NOT_YET = "Ghi đã trao", "Để sau"

LETTER_NAMES: Mapping[str, str] = {
    "birth": "Thư chúc mừng gửi gia đình cháu {names}",
    "marriage": "Thư chúc mừng kết hôn gửi {names}",
    "death": "Thư chia buồn gửi gia đình {names}",
    "thanks": "Thư cảm ơn gửi {names}",
    "apology": "Thư xin lỗi gửi {names}",
}
STATE_WORDS: Mapping[str, str] = {
    "prepared": "đã soạn, cần in",
    "printed": "đã in, chờ trao",
    "void": "không còn tính",
}
LETTER_TAG = "Thư"


def counted(records: int, letters: int) -> str:
    """The line beside the page's title."""
    return f"{grouped(records)} hồ sơ, {grouped(letters)} thư"


def grouped(n: int) -> str:
    """A number with a point between the thousands."""
    return f"{n:,}".replace(",", ".")


def results(n: int, more: bool) -> str:
    """How many were found."""
    return f"hơn {n} kết quả" if more else f"{n} kết quả"


def with_reason(why: str, second: str) -> str:
    """The second line of a hit, with why it is there in front."""
    return " · ".join(each for each in (why, second) if each)


def nothing(text: str) -> str:
    """A search without a hit."""
    return f"Không thấy “{text}”. Thử tên xã cũ, năm sinh lệch 1, số quyển, hoặc quét mã trên thư (F4)."


def number(text: str) -> str:
    """A number of the book in a list."""
    return f"số {text}"


def place(text: str, book: str) -> str:
    """Where a registration stands."""
    return f"số {text}, quyển {book}"


def day(on: date, today: date) -> str:
    """A day in a list."""
    return "hôm nay" if on == today else f"{on.day:02d}/{on.month:02d}/{on.year}"


def moment(at: str, today: date) -> str:
    """When something was done: the hour and the day."""
    on, _, hour = at.partition("T")
    shown = day(date.fromisoformat(on), today) if on else ""
    return f"{hour[:5]} {shown}".strip()


def born(name: str, year: str) -> str:
    """A person with the year of birth."""
    return f"{name}, {year}" if year else name


def registered(on: str, relation: str, declarant: str) -> str:
    """Day of registration and who came."""
    if not declarant:
        return on
    return f"{on}, người đi khai: {relation or declarant}"


def letter_second(code: str, state: str, way: str, on: str) -> str:
    """Code and state of a letter in a list."""
    told = f"đã {WAY_WORDS[way]} {on}" if state == "delivered" else STATE_WORDS[state]
    return f"mã {code}, {told}" if code else told


def ethnic(told: str) -> str:
    """An ethnic group."""
    return f"dân tộc {told}"


def entered(who: str) -> tuple[str, str]:
    """The first version."""
    return "Ghi vào sổ", who


def amended(version: int, reason: str, who: str) -> tuple[str, str]:
    """A later version."""
    return f"Sửa lần {version - 1}", f"{reason} ({who})"


def voided(reason: str, who: str) -> tuple[str, str]:
    """The registration was taken out."""
    return "Bỏ bản", f"{reason} ({who})"


def act(kind: str, figures: Mapping[str, object]) -> tuple[str, str]:
    """What a journal line says of a letter."""
    if kind == "letter-printed":
        return ("In lại thư" if figures["reprint"] else "In thư"), f"{figures['copies']} tờ"
    if kind == "letter-delivered":
        if "returned_on" in figures:
            return "Thư trả lại", WAY_WORDS[str(figures["way"])]
        way, reaction = WAY_WORDS[str(figures["way"])], REACTION_WORDS[str(figures["reaction"])]
        return "Đã trao thư", f"{way}, gia đình: {reaction}"
    return {"letter-prepared": "Soạn thư", "letter-voided": "Thư không còn tính"}.get(kind, kind), ""


VOIDED_NOW = "Đã bỏ bản ghi khỏi các con số; không có gì bị xóa."


DELIVERED_NOW = "Đã ghi: thư đã trao."


def handing(letters: int) -> str:
    """How many letters are handed over at once."""
    return f"{letters} thư, cùng một cách trao và một câu trả lời." if letters > 1 else ""


def group_head(name: str, n: int, seeking: bool = False) -> str:
    """A group's name and how many stand in it; the name is bold."""
    return f"<b>{name}</b>&nbsp; {n}{' kết quả' if seeking else ''}"


IN_WORDS = "Bằng chữ"
BRIEF_LIFE = "Dưới 24 giờ"
BOTH_ACTS = "Bản kia của cháu"
AMEND_TITLE = "Sửa bản ghi"
AMEND_TEXT = "Bản cũ được giữ nguyên trong sổ. Thư làm theo bản cũ sẽ soạn lại khi in."
AMEND_WHAT, AMEND_VALUE, AMEND_WHY = "Sửa ô nào?", "Ghi lại là", "Vì sao sửa?"
AMEND_REASONS = ("Gõ nhầm", "Giấy tờ gốc khác", "Gia đình đề nghị")
AMEND_YES = "Ghi bản sửa"


AMENDED_NOW = "Đã ghi bản sửa; bản cũ còn nguyên."
