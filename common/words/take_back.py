"""Words of taking a register back from a copy: choosing, proving, comparing, done; and what the lock says of a register
that is not whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from common.words.copies import named_kinds, other_lines
from common.words.labels import LETTER_WORDS
from common.words.window import WEEKDAYS

TITLE, TRIAL_TITLE = "Khôi phục từ bản sao", "Tập khôi phục"
UNTOUCHED = "sổ đang dùng chưa bị đụng tới"
STEPS = (
    ("Chọn bản sao", "mới nhất đứng đầu"),
    ("Mở bản sao", "mật khẩu, tờ cứu hộ"),
    ("Xem trước khi đổi", "còn gì, thiếu gì"),
    ("Xong", "về màn hình khóa"),
)
NEXT = ("Tiếp: mở bản sao", "Mở ra xem", "Dùng lại bản sao này", "Về màn hình khóa")
BACK, LEAVE, KEYS = "Quay lại", "Thôi, chưa đổi gì", "Phím tắt"
TROUBLE = "Chưa làm được bước này"

# ---- 1: which copy

CHOOSE_TITLE = "Dùng lại bản sao nào?"
CHOOSE_TEXT = "Bản mới nhất đã chọn sẵn. Đến hết bước 3 máy chỉ đọc, sổ đang dùng giữ nguyên."
LIST = "Các bản sao tìm thấy, mới nhất trước"
COLUMNS = ("Ghi lúc", "Bên trong", "Ở đâu")
EMPTY = "Trên máy này chưa thấy bản sao nào. Cắm USB hoặc ổ có bản sao, rồi bấm Tìm ở nơi khác."
ELSEWHERE, WHERE = "Tìm ở nơi khác…", "Chọn thư mục có bản sao, nên xem cả trên USB"
OWN_PLACE, SECOND_PLACE, PUT_ASIDE = "máy này", "nơi thứ hai", "sổ cất sang bên"
UNCOUNTED = "mở ra mới đếm được"
TRIAL, REAL = "Chỉ tập, không đổi sổ", "Thôi tập, khôi phục thật"
TRIAL_TOLD = "Buổi tập: máy mở bản sao, đếm và so như thật rồi dừng. Sổ đang dùng không bị đụng tới."

# ---- 2: who opens it

PROVE_TITLE = "Ai mở bản sao này?"
PASSWORD_TEXT = "Chọn tên mình rồi gõ mật khẩu vẫn dùng để mở sổ trên máy này."
CODE_TEXT = "Lấy tờ cứu hộ trong két rồi gõ tám nhóm chữ. Mật khẩu mới đặt dưới đây sẽ mở sổ sau khi khôi phục."
CODE_TRIAL_TEXT = "Lấy tờ cứu hộ trong két rồi gõ tám nhóm chữ. Buổi tập không đổi mật khẩu của ai."
PASSWORD = "Mật khẩu"
BY_CODE, BY_PASSWORD = "Dùng tờ cứu hộ", "Dùng mật khẩu"
CODE_NEEDED = "Mật khẩu trên máy này không mở được bản sao ấy. Lấy tờ cứu hộ trong két rồi gõ tám nhóm chữ."
NAME_EMPTY = "Nhập tên người dùng, như ở màn hình khóa."
NAME_HINT = "như đã ghi ở màn hình khóa trước đây"
PASSWORD_EMPTY = "Gõ mật khẩu rồi bấm Enter."
OTHERS = "Sau khi dùng tờ cứu hộ, chỉ người này mở được sổ; những người khác được thêm lại ở trang Thiết lập."

# ---- 3: beside the register in use

LOOK_TITLE = "Bản sao này và sổ đang dùng"
COPY, OURS = "Bản sao", "Sổ đang dùng"
LOOKING, TAKING = "Đang mở bản sao và đếm", "Đang đặt bản sao vào chỗ, mở lại và đếm"
WHOLE = "Mở được, mọi trang còn nguyên."
NO_WORK, NO_LETTER = "Chưa ghi việc nào", "Chưa lập thư nào"
NOTHING_MISSING = "Không thiếu việc hay thư nào: bản sao có đủ những gì sổ đang dùng có."
OTHER_BRANCH = (
    "Bản sao này có những dòng riêng mà sổ đang dùng không có, vì sổ từng được khôi phục. "
    "Xin so hai cột số ở trên trước khi đổi."
)
KEPT = (
    "Sổ đang dùng được cất nguyên vẹn sang một thư mục bên cạnh, không xóa gì. "
    "Muốn dùng lại sổ ấy thì khôi phục nó theo cách này."
)
KEPT_BROKEN = "Tệp sổ không mở được cũng được cất nguyên sang một thư mục bên cạnh, để sau này còn đọc cứu hộ."
NOTHING_THERE = "Trên máy chưa có sổ nào, nên không có gì bị thay."
TRIAL_END = "Kết thúc buổi tập"
_NO_OURS: Mapping[str, str] = {
    "copy-before-new-key": (
        "Sổ đang dùng theo khóa mới hơn bản sao này nên chưa so được. "
        "Sổ ấy còn nguyên; việc ghi từ ngày đổi khóa sẽ thiếu."
    ),
    "register-missing": "Trong thư mục dữ liệu không có sổ.",
    "register-foreign": "Tệp đang ở chỗ của sổ không phải sổ của máy này.",
    "register-newer": "Sổ do bản chương trình mới hơn ghi, bản này chưa mở được.",
    "register-too-new": "Sổ do bản chương trình mới hơn ghi, bản này chưa mở được.",
    "keyring-missing": "Sổ còn đó nhưng thiếu tệp khóa, nên chưa mở được.",
    "wrong-password": "Sổ không mở được bằng mật khẩu này, nên chưa đếm được.",
}
_NO_OURS_OTHERWISE = "Tệp sổ đã hỏng, máy không mở được."

# ---- 4: done

DONE_TITLE, TRIAL_DONE = "Đã khôi phục xong", "Đã tập xong, chưa thay gì"
TRIAL_GOOD = "Bản sao này mở được và đếm đủ. Sổ, mật khẩu và các bản sao giữ nguyên như trước buổi tập."
RECEIPT = (
    "Trước gói tháng tới, nhập biên nhận mới nhất của cấp trên (menu Gửi cấp trên, Ctrl+I), "
    "để máy biết cấp trên đang giữ đến đâu."
)
ENTER_AGAIN = "Những việc ghi sau bản sao này cần ghi lại từ giấy tờ trước khi gửi gói."

# ---- who may, and what the lock says

NOT_WHOLE, LATER = "Sổ không còn nguyên vẹn", "Để sau"
FINISHED = "Lần khôi phục trước bị ngắt giữa chừng, máy vừa làm nốt. Sổ cũ nằm nguyên ở thư mục bên cạnh."
AFTERWARDS = "Đã khôi phục xong. Chọn tên mình rồi gõ mật khẩu."
_AILING: Mapping[str, str] = {
    "register-missing": "Không thấy tệp sổ trong thư mục dữ liệu, dù máy này từng có sổ. Máy không lập sổ mới đè lên.",
    "register-damaged": "Tệp sổ đã hỏng nên máy dừng lại, không ghi gì thêm.",
    "register-unreadable": "Ổ đĩa không đọc được tệp sổ. Máy dừng lại, không ghi gì thêm.",
    "register-foreign": "Tệp ở chỗ của sổ không phải sổ của máy này. Máy không đụng tới tệp ấy.",
    "register-newer": "Sổ do bản chương trình mới hơn ghi. Sổ còn nguyên, cài bản mới thì dùng tiếp, không mất gì.",
    "journal-broken": "Nhật ký của sổ không còn nối liền. Máy dừng lại, không ghi gì thêm.",
    "keyring-missing": "Không thấy tệp khóa bên cạnh sổ. Sổ còn nguyên nhưng chưa mở được bằng mật khẩu.",
    "keyring-damaged": "Tệp khóa bên cạnh sổ đã hỏng. Sổ còn nguyên nhưng chưa mở được bằng mật khẩu.",
}
_SAME_AS: Mapping[str, str] = {"register-too-new": "register-newer", "keys-damaged": "keyring-damaged"}


def ails(code: str) -> bool:
    """Whether this trouble is the register's own, so that a copy can help."""
    return _SAME_AS.get(code, code) in _AILING


def ailing(code: str, copies: int, newest: datetime | None) -> str:
    """What the lock says of a register that is not whole: what happened, what is safe, what to do."""
    safe = (
        f"Trên máy còn {copies} bản sao, bản mới nhất ghi lúc {moment(newest)}. Khôi phục từ bản sao, "
        if newest
        else "Trên máy này chưa thấy bản sao nào. Cắm USB hoặc ổ có bản sao rồi khôi phục, "
    )
    return f"{_AILING[_SAME_AS.get(code, code)]} Đừng xóa tệp nào. {safe}hoặc gọi người hỗ trợ."


def administrators_only(names: Sequence[str]) -> str:
    """A clerk asked for it."""
    return f"Khôi phục sổ là việc của người quản trị: {', '.join(names)}. Mời người ấy mở khóa rồi làm. Sổ giữ nguyên."


def moment(made_at: datetime) -> str:
    """16:40 Thứ Năm, 19/11/2026."""
    return f"{made_at:%H:%M} {WEEKDAYS[made_at.weekday()]}, {made_at:%d/%m/%Y}"


def inside(registrations: int, letters: int) -> str:
    """What a copy's name tells of it."""
    return f"{registrations} việc, {letters} thư" if registrations >= 0 and letters >= 0 else UNCOUNTED


def elsewhere_empty(folder: str) -> str:
    """Nothing was found in a chosen folder."""
    return f"Trong {folder} không có bản sao nào của chương trình này. Chọn thư mục khác."


def chosen_copy(made_at: datetime) -> str:
    """Which copy is being opened."""
    return f"Bản sao ghi lúc {moment(made_at)}"


def last_work(number: str, day: date | None) -> str:
    """The newest registration."""
    return f"Việc cuối: số {number}, ngày {day:%d/%m/%Y}" if day else NO_WORK


def last_letter(told: str) -> str:
    """The newest letter, told as kind and day."""
    kind, _, day = told.partition(" ")
    if not day:
        return NO_LETTER
    named = LETTER_WORDS.get(kind, "Thư")
    return f"Thư cuối: {named[0].lower()}{named[1:]}, ngày {date.fromisoformat(day):%d/%m/%Y}"


def no_ours(code: str) -> str:
    """Why there is nothing to compare with."""
    return _NO_OURS.get(code, _NO_OURS_OTHERWISE)


def missing(kinds: Mapping[str, int]) -> str:
    """What would have to be entered again."""
    named = named_kinds(kinds)
    return f"Sẽ thiếu: {', '.join(named)}. Những việc ấy cần ghi lại." if named else ""


def besides(kinds: Mapping[str, int]) -> str:
    """Lines the desk wrote for itself that would be gone too."""
    others = other_lines(kinds)
    told = f"Kém {others} dòng máy tự ghi (thiết lập, người dùng, lượt xem); đổi xong thì xem lại trang Thiết lập."
    return told if others else ""


def after(made_at: datetime) -> str:
    """Nothing can be counted."""
    return f"Máy không đếm được phần thiếu. Những việc ghi sau {moment(made_at)} cần ghi lại từ giấy tờ."


def counted(registrations: int, letters: int) -> str:
    """The register in use now."""
    return f"Sổ nay có {registrations} việc, {letters} thư, đã mở lại và đếm đủ."


def aside(folder: str) -> str:
    """Where the register lies that was in use."""
    return f"Sổ dùng trước đó nằm nguyên trong thư mục {folder}, cạnh sổ này. Không tệp nào bị xóa."
