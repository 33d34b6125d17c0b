"""Words of the first run: which commune, who signs, who opens the machine, the rescue sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from common.names import fold, tidy
from common.words.reports import COMMITTEE

TITLE = "Cài đặt lần đầu"
CONTEXT = (
    "khoảng 8 phút",
    "còn khoảng 6 phút",
    "còn khoảng 5 phút",
    "còn khoảng 4 phút",
    "còn khoảng 1 phút",
)
STEPS = (
    ("Xã của mình", "tên, mã, cấp trên"),
    ("Người ký thư", "chức danh, thời hạn"),
    ("Mật khẩu mở máy", "người dùng đầu tiên"),
    ("Khóa của xã", "tờ cứu hộ, cấp trên"),
    ("Sao lưu và in thử", "USB, máy in, bắt đầu"),
)
NEXT = (
    "Tiếp: người ký thư",
    "Tiếp: mật khẩu",
    "Lập sổ của xã",
    "Tiếp: sao lưu",
    "Bắt đầu làm việc",
)
BACK = "Quay lại"
HELP = "Trợ giúp"
TAKE_BACK = "Đã có bản sao? Khôi phục"
PLAY, PLAY_TEXT = "Xem thử với dữ liệu tập", "Màn hình viền cam, thư có chữ TẬP, không đụng dữ liệu thật."
HELP_TEXT = (
    "Gõ vài chữ của tên xã, dùng phím ↑ ↓ để chọn, rồi bấm Enter. Tên ghi đầu thư và địa danh có sẵn, "
    "chỉ sửa khi giấy tờ của xã ghi khác.",
    "Người ký là người đứng tên dưới thư. Để trống ô “Ký đến hết ngày” khi chưa biết. "
    "Công chức hộ tịch đứng tên trên thư chia buồn để gia đình gọi khi cần.",
    "Người dùng đầu tiên là người quản trị: thêm người khác, đổi thiết lập. "
    "Mật khẩu nên là bốn chữ dễ nhớ, ít nhất 10 ký tự.",
    "In tờ cứu hộ hoặc chép tay tám nhóm ra giấy, rồi nhìn tờ giấy gõ lại ba nhóm. "
    "Quên mật khẩu mà còn tờ giấy này thì vẫn mở lại được sổ.",
    "Chọn USB hoặc ổ thứ hai để sao lưu, in thử một tờ có thước. Cả hai việc làm sau cũng được.",
)
COMMUNE_TITLE = "Anh chị làm việc ở xã nào?"
COMMUNE_TEXT = "Gõ vài chữ, không cần dấu. Danh mục có sẵn trong máy, không cần mạng."
COMMUNE_FIELD = "Xã, phường, đặc khu"
COMMUNE_HINT = "Ví dụ: an lien, nam hai"
COMMUNE_LIST = "Các xã tìm thấy"
COMMUNE_WAIT = "Các xã tìm thấy sẽ hiện ở đây."
COMMUNE_NONE = "Chưa thấy xã nào. Thử tên xã cũ, hoặc thêm tên tỉnh sau dấu phẩy."
COMMUNE_FIRST = "Nút mở khi đã chọn một xã."
ABOVE = "Gửi gói tháng cho"
HEAD_NAME, HEAD_NAME_EMPTY = "Tên ghi đầu thư", "Nhập tên xã sau chữ Ủy ban nhân dân."
PLACE, PLACE_EMPTY = "Địa danh ghi ngày", "Nhập địa danh ghi trước ngày trên thư."
MERGED_TEXT = "Gõ tên đơn vị cũ cũng tìm ra nơi này."
NO_NETWORK = "Máy này không cần mạng."
NO_NETWORK_TEXT = "Mọi thứ nằm trong máy, chỉ rời máy khi anh chị tự chép gói tháng ra USB."
SIGNER_TITLE = "Ai ký thư của xã?"
SIGNER_TEXT = "Họ tên in đúng như gõ, không ghi học hàm, học vị. Sau này đổi người ký ở trang Thiết lập."
SIGNER_NAME = "Họ tên người ký"
SIGNER_NAME_HINT = "Ví dụ: Phạm Quốc Thịnh"
SIGNER_POST = "Chức danh ghi trên thư"
SIGNER_POST_HINT = "Chọn, hoặc gõ; dòng mới sau dấu /"
POSTS = ("Chủ tịch", "Phó Chủ tịch", "TM. Ủy ban nhân dân / Chủ tịch", "Q. Chủ tịch")
MORE_POSTS = (
    "TM. Ủy ban nhân dân / KT. Chủ tịch / Phó Chủ tịch",
    "TUQ. Chủ tịch / Công chức tư pháp - hộ tịch",
)
UNTIL, UNTIL_HINT = "Ký đến hết ngày", "Để trống khi chưa biết"
UNTIL_UNREAD, UNTIL_PAST = "Ghi như 31/12/2027, hoặc để trống.", "Ngày này đã qua. Ghi ngày sau hôm nay, hoặc để trống."
PHONE = "Điện thoại của xã"
PHONE_HINT = "Số để người dân gọi lại, in trên thư"
OFFICER_TITLE = "Thư chia buồn ghi tên ai để gia đình gọi?"
OFFICER_TEXT = "Gia đình có tang gọi thẳng người này, kể cả ngày nghỉ. Chưa có thì để trống."
OFFICER = "Họ tên công chức"
OFFICER_POST, OFFICER_POST_USUAL = "Chức danh của công chức", "công chức tư pháp - hộ tịch"
SIGNER_EMPTY = "Nhập họ tên người ký thư."
POST_EMPTY = "Chọn hoặc gõ chức danh."
PHONE_EMPTY = "Nhập số điện thoại để người dân gọi được."
USER_TITLE = "Ai mở máy này?"
USER_TEXT = "Người này là người quản trị: thêm người khác, đổi thiết lập."
USER_NAME = "Họ và tên"
USER_NAME_HINT = "Ví dụ: Nguyễn Thu Hằng"
ADDRESS, NO_ADDRESS = "Xưng hô", "chỉ gọi tên"
JOB, JOB_HINT = "Việc ở xã", "Ví dụ: cán bộ một cửa"
PASSWORD = "Mật khẩu"
PASSWORD_HINT = "Ít nhất 10 ký tự, nên là bốn chữ dễ nhớ"
PASSWORD_AGAIN = "Gõ lại mật khẩu"
PASSWORD_TITLE = "Mật khẩu chỉ nằm trong trí nhớ"
PASSWORD_TEXT = "Máy không cất mật khẩu ở đâu cả. Quên thì còn tờ cứu hộ, làm ở bước sau."
USER_EMPTY = "Nhập họ và tên."
USER_LONG = "Tên dài quá 60 chữ. Ghi gọn lại."
PASSWORD_SHORT = "Mật khẩu có ít nhất 10 ký tự. Bốn chữ dễ nhớ là đủ."
PASSWORD_DIFFERS = "Hai lần gõ chưa giống nhau. Gõ lại."
MAKING = "Đang lập sổ và khóa dữ liệu."
SHEET_TITLE = "Giữ chìa khóa của xã"
SHEET_TEXT = "Mất cả mật khẩu lẫn tờ cứu hộ thì không ai mở lại được dữ liệu, kể cả người làm phần mềm."
ROW_PASSWORD, ROW_DONE = "Mật khẩu mở máy", "xong"
ROW_PRINT, ROW_PRINTED = "In tờ cứu hộ", "đã in"
ROW_PRINT_TEXT = "Bỏ phong bì, niêm phong, để két của văn phòng. Chưa có máy in thì chép tay tám nhóm."
PRINT, PRINT_AGAIN = "In tờ cứu hộ", "In lại"
SHEET_PAPER = "tờ cứu hộ"
ROW_TRY = "Làm thử ngay bây giờ"
ROW_TRY_TEXT = "Nhìn tờ giấy, gõ ba nhóm để chắc tờ giấy đọc được. Tờ trên màn hình tự che."
SHEET_HIDE, SHEET_SHOW = "Che tờ này", "Xem lại tờ này"
ROW_TIE = "Trao đổi khóa với cấp trên"
ROW_TIE_TEXT = "Nộp thẻ của xã, nhập tệp khóa của cấp trên, rồi so sáu chữ qua điện thoại."
ROW_TIE_LATER = "Làm sau ở trang Gửi cấp trên cũng được."
TIE_CARD, TIE_TAKE, TIE_CONFIRM = "Ghi thẻ ra USB", "Nhập tệp khóa", "Sáu chữ khớp nhau"
TIE_WHERE, TIE_FILE, TIE_KINDS = (
    "Chọn USB để ghi thẻ",
    "Chọn tệp khóa của cấp trên",
    "Tệp khóa (KHOA-*.mctt);;Mọi tệp (*)",
)
TIE_WRITING, TIE_READING = "Đang ghi thẻ của xã", "Đang mở tệp khóa"
TIE_HEARD = "Gõ sáu chữ nghe qua điện thoại"
TIE_WORDS = "Nghe cấp trên đọc sáu chữ. Giống sáu chữ này thì gõ lại vào ô dưới."
TIE_DIFFER = "Sáu chữ chưa giống nhau. Nghe lại từng chữ; vẫn khác thì chưa dùng tệp này, gọi lại cho cấp trên."
TIE_DONE = "Đã khớp sáu chữ. Gói tháng gửi được từ bây giờ."
SHEET_FIRST = "Nút mở khi ba nhóm đã đúng."
SHEET_HIDDEN = "Tờ cứu hộ đang được che. Nhìn vào tờ giấy."
SHEET_HEAD = "Tờ cứu hộ"
SHEET_LINES = ("Không chụp ảnh, không gửi qua mạng.", "Quên mật khẩu: màn hình khóa, phím F2.")
SHEET_ONCE = "Tờ này chỉ hiện trong lần cài đặt này. Máy không cất các nhóm chữ ở đâu."
LEAVE_TITLE = "Tờ cứu hộ chưa thử xong"
LEAVE_TEXT = "Sổ đã lập, mật khẩu mở được. Tờ này không hiện lại nữa: lần mở sau, máy mời lập tờ cứu hộ mới."
LEAVE_STAY, LEAVE_GO = "Ở lại làm cho xong", "Đóng, để lần sau"
STOP_TITLE = "Dừng cài đặt ở đây?"
STOP_TEXT = "Sổ chưa lập, máy chưa ghi gì. Những gì vừa gõ sẽ phải gõ lại."
STOP_STAY, STOP_GO = "Ở lại", "Dừng cài đặt"
DONE_TITLE = "Sao lưu và in thử"
DONE_TEXT = "Sổ của xã đã sẵn sàng. Hai việc dưới đây làm ngay thì tốt, để sau cũng được."
ROW_BACKUP = "Nơi sao lưu"
ROW_BACKUP_TEXT = "Chọn USB hoặc ổ thứ hai. Máy chép ngay một bản, mở lại để đếm; sau mỗi buổi làm chép thêm bản mới."
BACKUP, BACKUP_AGAIN = "Chọn nơi và sao lưu", "Chọn nơi khác"
BACKUP_WHERE, BACKUP_RUNS = "Chọn USB hoặc ổ thứ hai", "Đang chép và mở lại bản sao lưu"
ROW_TEST = "In thử"
ROW_TEST_TEXT = "Một tờ A5 có thước ở bốn cạnh, để biết máy in có in lệch không. Chỉnh lệch ở trang Thư và in."
TEST, TEST_AGAIN, TEST_PAPER, TEST_SENT = "In một tờ thử", "In lại", "tờ thử", "đã in"
ROW_STANDS = "Đã lập xong"
DONE_NEXT = "Bấm Bắt đầu làm việc, gõ mật khẩu vừa đặt, rồi ghi việc đầu tiên."
LETTERHEAD = "Đầu thư sẽ như thế này"
LETTERHEAD_TEXT = "Tên xã, người ký có thể đổi về sau. Thư cũ luôn giữ tên lúc in."
TROUBLE = "Chưa lập được sổ"
NOT_DONE = "Việc này chưa làm được"
_NUMBERS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


def commune_under(parent: str, code: str) -> str:
    """The second line of a commune in the list."""
    return f"{parent}, mã {code}"


def merged(official: str, old: Sequence[str], since: date) -> str:
    """Xã được gộp từ ba xã cũ, từ 01/07/2025; empty for one that went on under its own name."""
    if not old or tuple(old) == (official[:1].lower() + official[1:],):
        return ""
    kinds = {name.split(" ")[0] for name in old}
    kind = f"{kinds.pop()} cũ" if len(kinds) == 1 else "đơn vị cũ"
    count = _NUMBERS[len(old)] if len(old) < len(_NUMBERS) else str(len(old))
    return f"{official.split(' ')[0]} được gộp từ {count} {kind}, từ {since:%d/%m/%Y}"


def committee_of(unit: str) -> str:
    """UBND tỉnh Nam Hải"""
    return f"UBND {unit}" if unit else ""


def head_name(unit: str) -> str:
    """Ủy ban nhân dân xã An Liên"""
    return f"{COMMITTEE} {unit}"


def unit_in(text: str) -> str:
    """xã An Liên, out of what stands in the field of the head: "Ủy ban nhân dân" or "UBND" before it is left out."""
    words = tidy(text).split(" ")
    opening = tidy(COMMITTEE).split(" ")
    if [fold(word) for word in words[: len(opening)]] == [fold(word) for word in opening]:
        return " ".join(words[len(opening) :])
    return " ".join(words[1:]) if fold(words[0]) == "ubnd" else " ".join(words)


def tag_of_old(name: str, unit: str) -> str:
    """An old commune of the same name is told apart."""
    return f"{name} (cũ)" if name == unit else name


def group_label(number: int) -> str:
    """Which group of the sheet to type."""
    return f"Nhóm {number}"


def groups_right(count: int) -> str:
    """How many of the three are right so far."""
    return ("chưa nhóm nào đúng", "một nhóm đã đúng", "hai nhóm đã đúng", "cả ba nhóm đã đúng")[count]


def sheet_head(unit: str) -> str:
    """The head of the rescue sheet."""
    return f"TỜ CỨU HỘ, {unit.upper()}"


def sheet_made(on: date) -> str:
    """When the sheet was made, and a line for whoever keeps it."""
    return f"Lập ngày {on:%d/%m/%Y}. Người giữ: ……………"


def summary(unit: str, signer: str, user: str) -> tuple[str, ...]:
    """What was set up."""
    return (f"Sổ của {unit}", f"Người ký thư: {signer}", f"Người quản trị: {user}")


def password_set(user: str) -> str:
    """Under the row of the password."""
    return f"Đã đặt cho {user}. Ít nhất 10 ký tự, nên là bốn chữ dễ nhớ."


def card_written(file: str, folder: str) -> str:
    """The card lies on the stick."""
    return f"Đã ghi {file} vào {folder}. Nộp tệp này cho cấp trên."


def backed_up(folder: str) -> str:
    """A copy was made and opened again."""
    return f"Đã chép vào {folder} và mở lại được."


def place_line(place: str) -> str:
    """The dated line of a letter, before there is a date."""
    return f"{place or '…'}, ngày … tháng … năm …"
