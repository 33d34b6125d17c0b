"""Cần ghi lại: words of what a restore took away, and of the receipt that is owed after it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from common.words.labels import EVENT_WORDS, LETTER_WORDS, REACTION_WORDS, WAY_WORDS
from common.words.reports import amount

TITLE = "Cần ghi lại"
OPEN = "Cần ghi lại"
ABOUT = (
    "Sổ này vừa khôi phục từ bản sao lưu. Cấp trên còn giữ số liệu của những việc dưới đây, sổ thì không còn. "
    "Lấy sổ giấy và hồ sơ ra, ghi lại từng việc; ghi xong máy tự đánh dấu."
)
LIST = "Những việc cần ghi lại"
COLUMNS = ("Ngày", "Việc", "Tình trạng")
NOTHING = "Không còn việc nào cần ghi lại."
AGAIN, GIVE_BACK, REPEAT, SEE_RECORD = "Ghi lại", "Nối thư vào bản ghi", "Ghi lại như cũ", "Mở bản ghi"
SEE_RATINGS, SEE_SURVEYS, NOT_DONE = "Mở Góp ý", "Mở Khảo sát", "Việc vừa rồi chưa làm được"
SEE_YEAR = "Mở Hoạt động"
ABOUT_SHORT = "Sổ vừa khôi phục từ bản sao lưu; cấp trên còn giữ số liệu của những việc này, sổ thì không còn."
DONE_ALREADY, NOT_NEEDED = "Đã ghi rồi…", "Không cần…"
WHICH = "Việc này nay là bản ghi nào?"
WHICH_LETTER = "Gia đình của bản ghi nào đang giữ lá thư này?"
NO_CANDIDATE = "Chưa có bản ghi nào cùng loại ghi sau khi khôi phục. Ghi lại việc ấy trước, rồi đánh dấu."
NO_CANDIDATE_LETTER = "Chưa có bản ghi nào cùng loại còn chưa có thư. Ghi lại việc ấy trước, rồi nối thư."
NO_CANDIDATE_COURTESY: Mapping[str, str] = dict.fromkeys(
    ("thanks", "apology"),
    "Chưa có thư nào cùng loại viết lại và chưa in. Soạn lại lá thư theo tờ gia đình đang giữ (Ctrl+N), rồi nối thư.",
)
WHY_NOT = "Vì sao không cần ghi lại?"
WHY_NOT_HINT = "ví dụ: việc ghi nhầm, đã có trong sổ giấy"
OWED_TITLE = "Chờ biên nhận mới nhất của cấp trên"
TAKE = "Nhập biên nhận"
NONE_NEWER = "Cấp trên chưa có biên nhận nào mới hơn…"
NONE_NEWER_TITLE = "Cấp trên chưa có biên nhận nào mới hơn"
NONE_NEWER_WHY = "Ai ở cấp trên đã trả lời, ngày nào"
STATES: Mapping[str, str] = {"": "chờ ghi lại", "entered": "đã ghi lại", "matched": "đã ghi lại"}
KINDS: Mapping[str, str] = {
    "registered": "đăng ký",
    "letter": "gia đình đang giữ",
    "handed": "mất ngày in, trao",
    "tally": "góp ý ghi tại quầy",
    "survey": "kết quả một cuộc khảo sát",
    "follow-up": "việc phải làm sau góp ý",
    "check": "thư rút thăm đã xem chữ ký",
    "year": "việc ghi trong năm: buổi gặp dân, số tiếp dân, khen, báo cáo",
}
YEAR_TOLD = "Mở trang việc trong năm, xem còn thiếu gì thì ghi lại."
CHANGES: Mapping[str, str] = {"amended": "bản sửa", "voided": "bỏ bản ghi", "erased": "xóa theo luật"}


def owed_text(epoch: int, copy_of: date) -> str:
    """After a restore, before the first bundle."""
    return (
        f"Sổ này đã khôi phục từ bản sao lưu có việc cuối ngày {copy_of:%d/%m/%Y} (lần {epoch}). "
        "Sổ và thư vẫn dùng bình thường. "
        "Gọi cấp trên xin biên nhận mới nhất rồi nhập vào đây, máy sẽ biết còn việc nào phải ghi lại. "
        "Sau đó mới ghi gói."
    )


def beyond(held: int, ours: int, since: date) -> str:
    """The level above holds more of this register than the register itself."""
    if held <= ours:
        return f"Cấp trên giữ một lịch sử khác với sổ này ở dòng {amount(held)}. Hai bên không bị trộn vào nhau."
    return (
        f"Cấp trên đã giữ đến dòng {amount(held)}; sổ này sau khi khôi phục chỉ đến dòng {amount(ours)}. "
        f"Những việc ghi sau ngày {since:%d/%m/%Y} cần ghi lại."
    )


def proved(epoch: int) -> str:
    """A receipt proved that the register was put back without a trace."""
    return f"Tệp sổ có lẽ đã bị chép đè từ một bản cũ. Máy đã ghi là bản khôi phục (lần {epoch}) để cấp trên biết."


def next_step(count: int) -> str:
    """What to do after such a receipt."""
    if count:
        return f"{amount(count)} việc đang chờ ở Cần ghi lại. Ghi gói mới như thường để cấp trên gỡ."
    return "Ghi gói mới như thường; cấp trên sẽ gỡ rồi gửi danh sách việc cần ghi lại."


def count_waiting(count: int) -> str:
    """How many things are still to be entered again."""
    return f"{amount(count)} việc cần ghi lại" if count else NOTHING


def what(kind: str, change: str, event: str) -> str:
    """One row: what it is."""
    named = EVENT_WORDS.get(event, "") if kind in ("registered", "changed") else LETTER_WORDS.get(event, "")
    told = CHANGES.get(change, KINDS["registered"]) if kind == "changed" else KINDS[kind]
    return f"{named}: {told}" if named else told[0].upper() + told[1:]


def number_and_names(number: str, names: tuple[str, ...]) -> str:
    """What travelled for the names, where it did."""
    who = ", ".join(names)
    return f"số {number}, {who}" if number and who else who or (f"số {number}" if number else "")


def letter_told(serial: int | None, copies: int, handed: tuple[str, str, str] | None, *, known: bool = False) -> str:
    """What was noted of a letter: `handed` is day (ISO), way and the family's word; `known`: the letter is here."""
    told = [] if known else [f"mã thư {serial}" if serial is not None else "không có mã"]
    told += [f"in {copies} tờ"] if copies else []
    if handed:
        day, way, reaction = handed
        told.append(f"{WAY_WORDS[way].lower()} ngày {_day(day)}, {REACTION_WORDS[reaction].lower()}")
    return ", ".join(told)


def tally_told(count: int) -> str:
    """Answers taken at the desk that were lost."""
    return f"{count} phiếu; nhập lại từ phiếu giấy ở Góp ý, nếu còn"


def survey_told(n: int) -> str:
    """A survey whose result the level above holds and this register no longer does."""
    return f"{n} phiếu đã đếm; lập lại ở Khảo sát rồi nhập từ phiếu giấy, nếu còn"


def follow_up_told(due_on: str) -> str:
    """A task after an opinion that was lost: when it was due (ISO, empty where only its end is known)."""
    return f"hẹn xong {_day(due_on)}; ghi lại ở Góp ý, nếu còn phải làm" if due_on else "đã ghi là làm xong"


CHECK_TOLD = "xem lại chữ ký trên danh sách ký nhận, ghi lại ở Góp ý"


def dismissed(reason: str) -> str:
    """Why something need not be entered again."""
    return f"không ghi lại: {reason}"


def undecided() -> str:
    """The level above has not decided yet."""
    return "cấp trên chưa gỡ"


def listed(on: str, what_it_is: str, more: str) -> str:
    """One line of the list."""
    return f"{on}  {what_it_is}{f' ({more})' if more else ''}"


def candidate(number: str, names: str) -> str:
    """A record that may be the lost one."""
    return f"số {number}, {names}"


def day_of(iso: str) -> str:
    """A day as the desk writes it."""
    return _day(iso)


def reminder(count: int) -> tuple[str, str]:
    """On Hôm nay."""
    return f"{count} việc cần ghi lại", "Sổ vừa khôi phục. Xem danh sách ở Gửi cấp trên, Cần ghi lại."


OWED_REMINDER = (
    "Xin biên nhận mới nhất của cấp trên",
    "Sổ vừa khôi phục từ bản sao lưu. Nhập biên nhận ở Gửi cấp trên rồi mới ghi gói.",
)


def _day(iso: str) -> str:
    return f"{iso[8:10]}/{iso[5:7]}/{iso[:4]}"
