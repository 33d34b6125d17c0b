"""Hôm nay: the six queues, their rows, the reminders and the sentence that sums the day up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from common.words import labels

QUEUE_WORDS = {
    "print": "Cần in thư",
    "sign": "Chờ ký, đóng dấu",
    "hand": "Chờ trao",
    "call": "Cần gọi lại",
    "draft": "Đang gõ dở",
    "look": "Cần xem lại",
}
QUEUE_UNITS = {
    "print": "{n} thư",
    "sign": "{n} thư",
    "hand": "{n} thư",
    "call": "{n} cuộc gọi",
    "draft": "{n} bài",
    "look": "{n} việc",
}
QUEUE_EMPTY = {
    "print": "Không có thư nào chờ in. Thư mới sẽ tự vào đây khi anh chị lưu một bản ghi.",
    "sign": "Không có thư nào chờ ký. In thư xong và đếm đủ tờ thì thư vào đây, sang ngày mai qua Chờ trao.",
    "hand": "Không có thư nào chờ trao. Thư in từ hôm trước tự vào đây cho tới khi ghi đã trao.",
    "call": "Không có ai chờ gọi lại. Lời xin gọi lại về cùng biên nhận của cấp trên: có biên nhận thì nhập ngay.",
    "draft": "Không có bài nào gõ dở. Bài chưa lưu, kể cả khi mất điện giữa chừng, tự nằm ở đây để anh chị gõ tiếp.",
    "look": "Không có việc nào chờ anh chị quyết. Thư phải giữ lại, bản nghi trùng, bản cấp trên để riêng sẽ vào đây.",
}
QUEUE_HINTS = {
    "sign": "Thư in hôm nay nằm ở đây; sang ngày mai thư qua Chờ trao.",
    "hand": "Đi cả thôn một chuyến: menu Thư, Đi trao tại nhà.",
    "call": "Gọi xong bấm G để ghi đã gọi. Người gọi không hỏi mật khẩu hay mã OTP.",
    "draft": "Enter mở lại đúng chỗ đang gõ, Del bỏ bài",
    "look": "Enter mở ra xem, X ghi điều anh chị đã quyết",
}
COLUMNS = ("Gửi ai", "Việc", "Làm gì", "Hạn")
MESSAGE_TAG, LINE_TAG = "Góp ý", "Cấp trên"

PAGE = "Hôm nay"
REMINDERS = "Nhắc việc"
NO_REMINDERS = "Không có việc nào cần nhắc hôm nay."
KEY_HINT = "Phím 1-6 chọn hàng việc, mũi tên chọn dòng, Enter mở, Space xem thư"
KEY_HINT_EMPTY = "Phím 1-6 chọn hàng việc"
PRINT_CHOSEN, SEE_LETTER, NEW_ENTRY, CALLED = "In thư đã chọn", "Xem thư", "Ghi mới", "Ghi đã gọi"

TO_PRINT = {
    "birth": "In thư chúc mừng",
    "marriage": "In thư chúc mừng",
    "death": "In thư chia buồn",
    "thanks": "In thư cảm ơn",
    "apology": "In thư xin lỗi",
}
LONG_NAME = "tên dài, nên xem trước"
WITHOUT_CODE = "thư không có mã QR"
ALREADY_PREPARED = "thư đã soạn, chưa in"
STALE = "bản ghi đã sửa, thư sẽ soạn lại"
SENT = "đã sang máy in, chờ đếm tờ"
STALE_PRINTED = "bản ghi đã sửa sau khi in"
TO_SIGN, TO_HAND = "Trình ký, đóng dấu", "Trao cho gia đình"
TO_FINISH = "Gõ tiếp rồi lưu"
NO_NAME = "Chưa gõ tên"
MORE_ROWS = "Đang hiện {shown} việc lâu nhất trong {n} việc."


def greeting(user: str) -> str:
    """The page's title."""
    return f"Chào {user}"


def family_of(address: str, name: str) -> str:
    """To whom a condolence goes."""
    return f"Gia quyến cụ {name}" if address == "cụ" else f"Gia đình {address} {name}"


def birth_line(mother: str, father: str, twins: int) -> str:
    """Under a child's name: whose child it is."""
    if mother and father:
        told = f"cha mẹ: {father}, {mother}"
    elif mother or father:
        told = f"mẹ: {mother}" if mother else f"cha: {father}"
    else:
        told = "chưa ghi cha mẹ"
    return told + {1: "", 2: ", sinh đôi", 3: ", sinh ba"}.get(twins, f", {twins} cháu cùng sinh")


def marriage_line(day: date) -> str:
    """Under a couple."""
    return f"kết hôn ngày {short(day)}"


def death_line(relation: str, declarant: str, died: str) -> str:
    """Under a bereaved family: who came to the office, else the day of death."""
    if declarant:
        return f"{relation or 'người khai'}: {declarant}"
    return f"mất ngày {died}"


def short(day: date) -> str:
    """A day of this year as the desk writes it: 18/11."""
    return f"{day:%d/%m}"


def due_print(late: int) -> str:
    """When a letter should be printed."""
    return f"trễ {late} ngày" if late > 0 else "hôm nay"


def due_hand(days: int) -> str:
    """How long a printed letter lies."""
    return f"{days} ngày"


def printed_today() -> str:
    """When a letter went to be signed."""
    return "in hôm nay"


def printed_on(day: date) -> str:
    """A letter whose day of printing is still to come, because the clock stood wrong then."""
    return f"in ngày {short(day)}"


def oldest_late(late: int) -> str:
    """The tile's last line when something is late."""
    return f"lâu nhất: trễ {late} ngày"


def oldest_lying(days: int) -> str:
    """The tile's last line over letters that lie printed."""
    return f"lâu nhất: {days} ngày"


def saved_at(moment: str, today: date) -> str:
    """When a draft was last kept: the hour today, else the day."""
    day, _, hour = moment.partition("T")
    return f"lưu lúc {hour[:5]}" if day == today.isoformat() else f"lưu ngày {day[8:10]}/{day[5:7]}"


def oldest_draft(saved: str, count: int) -> str:
    """The tile's last line over drafts: since when the oldest waits."""
    return saved if count == 1 else f"cũ nhất: {saved}"


def whose(greeting: str) -> str:
    """A draft of somebody else."""
    return f"bài của {greeting}"


def call_back(phone: str) -> str:
    """Whom to call."""
    return f"Gọi lại số {phone}" if phone else "Gọi lại"


def call_due(day: date, late: bool) -> str:
    """Until when the office promised to call."""
    return f"quá hạn {short(day)}" if late else f"trước {short(day)}"


def since(day: date) -> str:
    """The tile's last line over call-backs."""
    return f"từ {short(day)}"


def held(problems: Sequence[Mapping[str, str]]) -> str:
    """Why a letter waits for a person, from the details of each reason."""
    return "; ".join(labels.held(details) for details in problems)


MOURNING_NOW = "Nhà đang có tang, nên trao sau {until}"
MOURNING = "Gia đình đang có tang"


def mourning(lost: tuple[str, str, str], letters: Sequence[str]) -> tuple[str, str]:
    """The card of a household that lost somebody: `lost` is who, on which day, and until when glad letters wait."""
    who, died, until = lost
    kept = f"Thư gửi {letters[0]}" if len(letters) == 1 else f"{len(letters)} lá thư chúc mừng"
    return MOURNING, f"{who[:1].upper()}{who[1:]} mất {died}. {kept} được giữ lại đến hết {until}, trừ khi anh chị mở."


TO_DECIDE = "Quyết gửi thư hay giữ lại"
TO_COMPARE = "So hai bản, bỏ bản thừa"
TO_LOOK_INTO = "Cấp trên để riêng bản này"


def alike(number: str, name: str) -> str:
    """A registration that may be entered twice."""
    return f"có thể trùng với số {number}, {name}"


def review_note(held: int, alike: int, aside: int) -> str:
    """The tile's last line over what a person should look at."""
    parts = ((held, "giữ lại"), (alike, "nghi trùng"), (aside, "để riêng"))
    return ", ".join(f"{n} {word}" for n, word in parts if n)


def day_summary(entered: int, printed: int, handed: int) -> str:
    """What was done today."""
    if not entered + printed + handed:
        return "Hôm nay chưa ghi việc nào."
    return f"Hôm nay đã ghi {entered} việc, in {printed} thư, trao {handed} thư."


def day_before(day: date, entered: int, printed: int, late: bool) -> str:
    """What was done on the day of work before."""
    told = f"Ngày làm việc trước ({short(day)}): ghi {entered} việc, in {printed} thư."
    return told if late else f"{told} Không có thư nào trễ."


def weekday(day: date) -> str:
    """Thứ Sáu, 20 tháng 11 năm 2026."""
    names = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
    return f"{names[day.weekday()]}, {day.day} tháng {day.month} năm {day.year}"


OPEN_PAGE = "Mở {page}"
RECEIVE = "Nhập biên nhận"
HAND_OVER = "Ghi đã trao"
GLANCE_RUNS = "Đang vẽ trang thư"


def context(day: date, lunar: str) -> str:
    """The line beside the greeting: the day, solar and lunar."""
    return f"{weekday(day)} (ngày {lunar})" if lunar else weekday(day)


MEND_HELD = "Xem chỗ ấy"
DECIDED = "Ghi đã quyết"
KEEP_BACK_TITLE = "Không gửi lá thư này?"
KEEP_BACK_TEXT = (
    "{name}: bản ghi còn nguyên, thư thôi chờ. Tờ nào đã in thì hủy. Đổi ý thì mở bản ghi, bấm Ctrl+P để soạn lại."
)
KEEP_BACK_WAYS = (
    ("once", "Không gửi lá thư này"),
    ("wish", "Gia đình không muốn nhận thư nào của xã"),
)
KEEP_BACK_YES, KEEP_BACK_NO = "Ghi như vậy", "Để chờ tiếp"
KEPT_BACK_NOW = "Đã ghi: không gửi lá thư này."
LOOKED_INTO_TITLE = "Đã xem xong bản cấp trên để riêng?"
LOOKED_INTO_TEXT = (
    "{name}: cấp trên để riêng vì {note}. Cần sửa thì để lại, sửa bản ghi trước, bản sửa đi cùng gói sau. "
    "Không phải sửa gì thì ghi đã xem xong, dòng này thôi nhắc."
)
LOOKED_INTO_YES, LOOKED_INTO_NO = "Đã xem xong", "Để lại"
LOOKED_INTO_NOW = "Đã ghi: đã xem xong."
CALLED_NOW = "Đã ghi: đã gọi lại."
DROP_DRAFT = "Bỏ bài"
DROP_TITLE = "Bỏ bài đang gõ này?"
DROP_TEXT = "Chữ đã gõ trong bài {name} sẽ không còn. Các bản ghi đã lưu không thay đổi."
DROP_YES, DROP_NO = "Bỏ bài này", "Để lại"
DROPPED = "Đã bỏ bài gõ dở."
