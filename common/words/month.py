"""Words of the month end: contents, the second person, writing, result."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from common.words.labels import EVENT_WORDS, HELD_WORDS, LETTER_WORDS
from common.words.month_kinds import voice_told
from common.words.reports import amount

TITLE = "Gửi cấp trên"
SEE_STEP = ("Xem những gì sẽ gửi", "đếm, đối chiếu, việc còn sót")
WRITE_STEP = ("Ghi ra USB và đọc lại", "ký, khóa kín, thử mở lại")
RESULT_STEP = ("Kết quả", "mã đối chiếu, phiếu gửi")
SECOND_STEP = "Người thứ hai xem lại"
SECOND_NOBODY = "chưa có ai khác ở máy này"
SECOND_ANYBODY = "một người dùng khác của máy này"
KINDS: Mapping[str, str] = {**LETTER_WORDS, **EVENT_WORDS, "": "Tổng cộng"}
COLUMNS = ("Loại việc", "Đã đăng ký", "Thư đã in", "Giữ lại*", "Thư đã trao", "Bản sửa, bỏ")
CONTENTS_NAME = "Bảng đếm những gì sẽ gửi"
PARTS: Mapping[str, str] = {
    "registered": "việc đăng ký",
    "changed": "bản sửa, bỏ",
    "prepared": "thư lập",
    "printed": "thư in",
    "delivered": "thư trao",
    "again": "lần in lại, ghi lại",
    "voice": "dòng khảo sát, góp ý, hoạt động",
    "other": "dòng nội bộ",
}
AGREES = "Số khớp:"
IN_IT = "Có trong gói"
NOT_IN_IT = "Không có trong gói"
IN_FIGURES = (
    "Số đếm theo loại việc, ngày, đúng hạn hay quá hạn",
    "Thư: in, trao, cách trao, ngày (không có tên)",
)
IN_CHAIN = "Mốc nhật ký để cấp trên kiểm tra không ai sửa lùi"
WHOSE_NAMES: Mapping[str, str] = {"birth": "trẻ", "marriage": "cặp vợ chồng", "death": "người mất"}
NOT_NAMES = "Họ tên, ngày sinh, địa chỉ, số định danh"
NOT_PAPERS = "Số định danh, số điện thoại, tên cha mẹ và người đi khai"
NOT_REST = ("Nguyên nhân mất, dân tộc", "Ai đã góp ý điều gì", "Ảnh, bản quét giấy tờ")
LOOK_FIRST = "Nên xem trước khi gửi:"
NOTHING_LEFT_YET = "Chưa có gì rời khỏi máy này."
NOTHING_YET = (
    "Từ biên nhận trước chưa có việc đăng ký hay thư nào mới. Gói chỉ mang các dòng nội bộ của quầy; "
    "vẫn gửi được, để cấp trên biết tháng này quầy không bỏ sót."
)
PRACTICE = "Sổ tập: gói ghi ra chỉ để tập, đừng nộp cấp trên."
WITHOUT_TIE = "Bảng đếm và bản in xem trước vẫn dùng được. Ghi gói thì chờ nối với cấp trên."
LATER, LATER_SHORT = "Bỏ dở, làm sau", "Để sau"
PREVIEW = "In bản xem trước"
INVITE = "Mời người xem lại"
SECOND_TITLE = "Người thứ hai xem lại"
SECOND_TEXT = (
    "Mời một người khác có tên ở máy này xem các con số dưới đây, rồi gõ mật khẩu của chính người ấy. "
    "Tên người xem ở lại máy này và đứng trên phiếu gửi, không nằm trong gói."
)
SECOND_WHO = "Người xem lại"
SECOND_PASSWORD = "Mật khẩu của người xem lại"
SECOND_CONFIRM = "Đã xem, đúng như trên"
SECOND_EMPTY = "Gõ mật khẩu của người xem lại, không phải mật khẩu của người lập gói."
SECOND_CHECKS = "Đang xem mật khẩu."
SECOND_NONE_TITLE = "Máy này mới có một người dùng"
SECOND_NONE = "Vào Thiết lập, thêm một người dùng nữa để người ấy xem lại. Hoặc nhờ người quản trị tắt công tắc này."
SETTINGS = "Mở Thiết lập"
WRITE = "Ghi gói ra USB"
WRITE_AGAIN = "Ghi lại"
NO_FOLDER_TITLE = "Chưa chọn nơi ghi"
NO_FOLDER = "Chưa có gì rời khỏi máy này. Cắm USB rồi bấm Ghi lại, hoặc chọn lại thư mục."
WRITING = "Đang ghi gói và đọc lại."
WHERE_TO = "Chọn thư mục để ghi gói"
SENT = "Các gói đã gửi"
KEYS = "Trao đổi khóa"
BACK = "Quay lại"
DONE = "Xong"
STOPPED = "Đã dừng theo ý anh chị."
STOPPED_SAFE = "Ở nơi ghi không có gói dở nào. Bấm Ghi lại, máy ghi tiếp đúng gói ấy."
TROUBLE = "Việc vừa rồi chưa làm được"
NOT_NOW = "Chưa ghi gói lúc này"
SUM_FIRST = "Nút mở khi các số khớp nhau."
CARD_HEAD = "Mã đối chiếu"
CARD_NOTE = "đọc sáu chữ này qua điện thoại cho cấp trên nếu cần kiểm tra"
NEXT = "Việc tiếp theo"
NEXT_STEPS = (
    "Rút USB an toàn, mang nộp hoặc gửi tệp qua phần mềm văn bản điều hành.",
    "Kẹp phiếu gửi có mã đối chiếu vào sổ công văn đi.",
    "Khi có tệp biên nhận, kéo thả vào trang này. Chưa có biên nhận thì gói tháng sau tự gửi bù, không mất gì.",
)
NOW = "Làm ngay"
EJECT = "Rút USB an toàn"
EJECTING = "Đang đọc lại tệp trên USB."
EJECT_NOW = (
    "Đã đọc lại, tệp còn nguyên và đã đóng. Bấm biểu tượng USB ở góc phải dưới, chọn Đẩy ra, đợi báo xong rồi rút."
)
SLIP = "In phiếu gửi"
SLIP_EACH = "Có nhiều gói: mỗi gói một phiếu, in ở Các gói đã gửi."
COPY = "Chép thêm một bản"
WHERE_COPY = "Chọn nơi chép thêm một bản"
WORKING = "Đang làm."


def month_of(name: str) -> str:
    """`2026-11` as tháng 11/2026."""
    return f"tháng {name[5:7]}/{name[:4]}"


def page_title(month: str) -> str:
    """The head of the page."""
    return f"Gói {month_of(month)}"


def step_of(step: int, steps: int) -> str:
    """Where one stands."""
    return f"bước {step} trong {steps}"


def contents_title(month: str) -> str:
    """The head of the contents."""
    return f"{month_of(month).capitalize()} sẽ gửi những gì"


def since(receipt: int, on: date | None, seq: int, bundles: int = 1) -> str:
    """From where the bundle counts, and its number; a long book goes as several."""
    begin = (
        f"Tính từ biên nhận số {receipt} ngày {on:%d/%m/%Y}" if receipt and on else "Chưa có biên nhận, tính từ đầu sổ"
    )
    if bundles > 1:
        return f"{begin} đến lúc này. Sổ dài nên ghi thành {bundles} gói, số {seq} đến số {seq + bundles - 1}."
    return f"{begin} đến lúc này. Gói này mang số {seq}."


def unfinished(seq: int) -> str:
    """A bundle was begun and not sealed."""
    return f"Gói số {seq} lần trước chưa ghi xong. Bấm Ghi gói, máy ghi tiếp đúng gói ấy."


def send_to(parent: str) -> str:
    """Who will open it."""
    return f"Gửi tới: UBND {parent}"


def sum_of(parts: Mapping[str, int], lines: int, strong: Callable[[str], str] = str) -> str:
    """The addition itself, headings of nothing left out; `strong` marks what it comes to."""
    told = " + ".join(f"{amount(parts[name])} {word}" for name, word in PARTS.items() if parts.get(name))
    return f"{told or '0'} = {strong(f'{amount(lines)} dòng nhật ký sẽ gửi')}. Không đọc được: 0."


def sum_differs(total: int, lines: int, unread: int) -> str:
    """The addition does not come out."""
    return (
        f"Số chưa khớp: cộng lại được {amount(total)}, nhật ký có {amount(lines)} dòng, "
        f"{amount(unread)} dòng không đọc được. Chưa gửi gì. Vào Tệp, Kiểm tra dữ liệu, rồi gọi người hỗ trợ."
    )


def held_note(held: Mapping[str, int]) -> str:
    """Why letters were held back; empty when none was."""
    if not held:
        return "* Không có thư nào bị giữ lại."
    return "* " + "; ".join(f"{HELD_WORDS[code]}: {n}" for code, n in sorted(held.items())) + "."


def unhanded(count: int) -> str:
    """Letters printed without a hand-over."""
    return f"{count} thư in rồi chưa ghi ngày trao"


def tallied(count: int) -> str:
    """Answers taken at the desk."""
    return f"{amount(count)} góp ý ghi tại quầy, chỉ có số đếm" if count else "Góp ý ghi tại quầy (lần này chưa có)"


def written_title(seqs: Sequence[int], stick: bool) -> str:
    """The bundle lies whole where it was written."""
    told = " và ".join(filter(None, (", ".join(map(str, seqs[:-1])), str(seqs[-1]))))
    return f"Gói số {told} đã ghi {'ra USB ' if stick else ''}và đọc lại đúng từng chữ"


def written_text(lines: int, kib: int, office: str, parent: str) -> str:
    """How much, who signed, who can open."""
    size = f"{amount(lines)} dòng, {amount(kib)} KB"
    return f"{size}. Đã ký bằng khóa của UBND {office} và khóa kín, chỉ UBND {parent} mở được."


def short_number(document: str) -> str:
    """The first twelve hex digits of a bundle's identity, for people."""
    told = document[:12].upper()
    return " ".join(told[start : start + 4] for start in range(0, len(told), 4))


def short_of(numbers: Sequence[str]) -> str:
    """The short number of each bundle."""
    return "Số ngắn của gói: " + " và ".join(numbers)


def file_at(names: Sequence[str], folder: str) -> str:
    """Where the file lies."""
    return f"Tệp: {', '.join(names)} ở {folder}"


def copied(folder: str) -> str:
    """One more copy lies elsewhere."""
    return f"Đã chép thêm một bản vào {folder} và đọc lại."


def steps(second: bool, who: str = "") -> tuple[tuple[str, str], ...]:
    """The steps of a month end, four where a second person looks."""
    middle = ((SECOND_STEP, who),) if second else ()
    return (SEE_STEP, *middle, WRITE_STEP, RESULT_STEP)


def inside(
    count: int, named: Mapping[str, int] | None, voice: Mapping[str, int] = MappingProxyType({})
) -> tuple[str, ...]:
    """What travels: figures, answers taken at the desk, what citizens' voice brought (`voice`: lines by kind), the
    chain, and names where they go along."""
    plain = (*IN_FIGURES, tallied(count), *voice_told(voice), IN_CHAIN)
    return plain if named is None else (*plain, names_told(named))


def outside(named: Mapping[str, int] | None) -> tuple[str, ...]:
    """What stays here."""
    return (NOT_NAMES if named is None else NOT_PAPERS, *NOT_REST)


def names_told(named: Mapping[str, int]) -> str:
    """Whose names travel, counted."""
    told = ", ".join(f"{amount(named[kind])} {word}" for kind, word in WHOSE_NAMES.items() if named.get(kind))
    if not told:
        return "Kèm họ tên khi có việc đăng ký; lần này chưa có ai"
    return f"Họ tên của {told}, kèm ngày sự việc, số, quyển và nơi cư trú"


def invite(greeting: str) -> str:
    """The button where only one person may look; a long name would push it out of a small window."""
    return f"Mời {greeting} xem lại" if len(greeting) <= 16 else INVITE


def seen(by: str, at: str) -> str:
    """The second person has looked; `at` an ISO moment of the office's clock."""
    return f"{by} đã xem lại lúc {at[11:16]} ngày {at[8:10]}/{at[5:7]}/{at[:4]}"


SEEN_TEXT = "Từ lúc ấy sổ chưa có gì mới. Bấm Enter để chọn USB và ghi gói."


def wrong(left: int) -> str:
    """A wrong password of the second person."""
    return f"Mật khẩu chưa đúng. Xem phím Caps Lock và bộ gõ rồi gõ lại, còn {left} lần."


def wait(seconds: int) -> str:
    """Five wrong passwords."""
    return f"Gõ sai năm lần rồi. Đợi {seconds} giây nữa hãy gõ lại."


def slip_of(seq: int) -> str:
    """The slip as inside a sentence."""
    return f"phiếu gửi gói số {seq}"


def slip_file(seq: int) -> str:
    """Under which name the slip may be kept."""
    return f"Phieu-gui-goi-so-{seq}.pdf"


def preview_of(month: str) -> str:
    """The preview as inside a sentence."""
    return f"bản xem trước gói {month_of(month)}"


def preview_file(month: str) -> str:
    """Under which name the preview may be kept."""
    return f"Xem-truoc-goi-{month}.pdf"


PREVIEW_TITLE = "BẢN XEM TRƯỚC GÓI GỬI CẤP TRÊN"
PREVIEW_MAKER, PREVIEW_SEER, PREVIEW_SIGN = "Người lập", "Người xem lại", "(ký, ghi rõ họ tên)"
PREVIEW_NOTE = "Bản này để xem và ký nháy trong xã, chưa phải phiếu gửi. Chưa có gì rời khỏi máy."


def made_by(name: str, at: str) -> str:
    """Under the preview: who printed it and when (ISO)."""
    return f"In lúc {at[11:16]} ngày {at[8:10]}/{at[5:7]}/{at[:4]}, người dùng {name}."
