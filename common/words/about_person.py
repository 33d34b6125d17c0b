"""What a person is told about the data held of them: on the page, on paper and in the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from common.words.labels import EVENT_WORDS, LETTER_WORDS

REGISTERED_AT = "Nơi đăng ký"
ROLES: Mapping[str, str] = {
    "child": "người được khai sinh",
    "mother": "mẹ",
    "father": "cha",
    "husband": "chồng",
    "wife": "vợ",
    "deceased": "người đã mất",
    "declarant": "người đi khai",
}
TITLE = "THÔNG TIN ĐANG GIỮ VỀ MỘT NGƯỜI"
UNDER = "Trả lời theo yêu cầu của ông bà, anh chị"
BASIS = (
    "Sổ này giúp quầy một cửa ghi việc hộ tịch, làm thư và đếm số việc. Việc ghi là nhiệm vụ của cơ quan "
    "đăng ký hộ tịch "
    "theo Luật Hộ tịch số 60/2014/QH13; việc bảo vệ dữ liệu theo Luật Bảo vệ dữ liệu cá nhân số "
    "91/2025/QH15 và Nghị định "
    "số 356/2025/NĐ-CP. Sổ hộ tịch giấy và cơ sở dữ liệu của Bộ Tư pháp là bản gốc; ở đây là bản giúp việc."
)
ANSWERED = (
    "Yêu cầu được trả lời trong 2\u00a0ngày làm việc. Có chỗ nào chưa đúng, ông bà, anh chị nói với quầy để sửa; "
    "thư và góp ý thì có thể thôi nhận bất cứ lúc nào."
)
MASKED_NOTE = "Chỗ có dấu • là của người khác nên không in ở đây."
BY_NAME = "Thư chỉ ghi họ tên, không ghi ngày sinh: có thể gửi người trùng tên."
OWN_LINE = "Lời riêng trong thư"
WITH_LETTER = ("Số của thư", "Cùng trao", "Minh chứng khi trao", "Thư trả lại")
NOTHING = "Không có bản ghi nào về người này trong sổ của quầy."


def person(number: str, name: str, born: str) -> str:
    """Whom it is about, the number by its end alone."""
    if number:
        return f"người có số định danh tận cùng {number[-4:]}"
    return f"{name}, sinh {born}" if born else name


def found(told: str, n: int) -> str:
    """How much there is."""
    return f"Về {told}: {n} bản ghi." if n else f"Về {told}: {NOTHING[0].lower()}{NOTHING[1:]}"


def title(event: str, number: str, book: str) -> str:
    """Which registration."""
    return f"{EVENT_WORDS[event]} số {number}, quyển {book}"


def body(roles: Sequence[str], void: bool) -> list[str]:
    """In which role, and whether it was taken out."""
    told = [f"  Ghi với tư cách: {', '.join(roles)}"]
    return [*told, "  Bản ghi này đã được bỏ, không còn tính."] if void else told


def version(number: int, state: str, reason: str, by: tuple[str, str]) -> str:
    """One step of its history."""
    who, at = by
    act = "bỏ bản ghi" if state == "void" else ("ghi vào sổ" if number == 1 else f"sửa lần {number - 1}")
    why = f", lý do: {reason}" if reason else ""
    when = f"{at[11:16]} ngày {at[8:10]}/{at[5:7]}/{at[:4]}" if at else ""
    return f"{when}: {act}, người ghi {who}{why}"


def letter(kind: str, second: str) -> str:
    """One letter."""
    return f"{LETTER_WORDS[kind]}: {second}"


def came_back(on: date, why: str) -> str:
    """When a letter came back, and why where that was said."""
    return f"ngày {on:%d/%m/%Y}" + (f", {why}" if why else "")


def in_ceremony(day: date, *, reading: bool) -> str:
    """A ceremony in whose order it stands; a reading tells the name of the other as well, so only that one is kept."""
    return f"Trong thứ tự lễ trao ngày {day:%d/%m/%Y}" + (", có ghi cách đọc tên" if reading else "")


def travelled(seq: int, month: str, *, names: bool) -> str:
    """What went upward in one bundle."""
    what = "con số, họ tên và ngày" if names else "con số, không có tên"
    return f"Đã gửi cấp trên trong gói số {seq} (tháng {month[5:]}/{month[:4]}): {what}"


def message(on: date, text: str) -> str:
    """Words that were sent to the office."""
    return f"Lời nhắn ngày {on:%d/%m/%Y}: {text}"


def opinion(on: date, text: str) -> str:
    """Words said at the desk or written on a slip."""
    return f"Lời góp ý ghi tại quầy ngày {on:%d/%m/%Y}: {text}"


def evidence(on: date, title: str) -> str:
    """What a file of evidence is called."""
    return f"Tệp kiểm chứng giữ ngày {on:%d/%m/%Y}: {title}"


def rest(drafts: int, messages: Sequence[str], opted_out: bool) -> list[str]:
    """What stands outside the registrations."""
    told = [f"{drafts} bài đang gõ dở nhắc tới người này."] if drafts else []
    wish = ["Gia đình đã xin không nhận thư; chỉ giữ dấu để nhận ra, không giữ tên."] if opted_out else []
    return [*told, *messages, *wish]


def copies(n: int) -> list[str]:
    """In how many copies it also lies."""
    return [f"Ngoài ra nằm trong {n} bản sao lưu có khóa."] if n else []


def masked(value: str) -> str:
    """What belongs to somebody else."""
    return "•" * min(max(len(value), 3), 12)


BESIDE, WHY, OFFICER = "Ngoài các bản ghi", "Vì sao giữ, và quyền của ông bà, anh chị", "Người trả lời"
