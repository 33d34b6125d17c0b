"""What the district's command line and pages say: acts done, troubles, and the office's own name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

_NOTHING: Mapping[str, str] = MappingProxyType({})
_TROUBLES = {
    "not-set-up": "Thư mục này chưa có dữ liệu của cấp trên. Chạy district-cli setup trước, hoặc chọn đúng thư mục.",
    "already-set-up": "Thư mục này đã lập rồi. Dữ liệu giữ nguyên, không ghi gì thêm.",
    "store-damaged": "Tệp dữ liệu {file} không đọc được. Tệp giữ nguyên. Xin mở bản sao lưu gần nhất.",
    "store-too-new": "Dữ liệu này do bản mới hơn ghi. Không có gì bị thay đổi. Cài bản mới rồi mở lại.",
    "store-unreachable": "Chưa tới được nơi chứa dữ liệu. Chưa ghi gì. Xem lại đường dẫn, ổ đĩa hoặc máy chủ dữ liệu.",
    "store-busy": "Một chương trình khác đang ghi vào dữ liệu. Chưa ghi gì. Đợi việc ấy xong rồi làm lại.",
    "store-read-only": "Thư mục dữ liệu chỉ đọc được, không ghi được. Chưa ghi gì. Xem lại quyền của thư mục.",
    "backup-failed": "Chép xong nhưng đọc lại không khớp. Bản chép ấy không dùng được. Chọn ổ đĩa khác rồi chép lại.",
    "backup-not-sqlite": "Dữ liệu nằm trên máy chủ dữ liệu: sao lưu bằng công cụ của máy chủ ấy. Chưa chép gì.",
    "backup-folder-not-empty": "Thư mục {folder} đang có tệp. Chưa chép gì. Chọn một thư mục trống.",
    "disk-full": "Ổ đĩa hết chỗ nên chưa ghi được {file}. Những gì đã nhận vẫn còn. Dọn bớt ổ đĩa rồi làm lại.",
    "file-too-large": "Ổ đĩa không chứa được tệp lớn như {file}. Chọn ổ đĩa khác rồi làm lại.",
    "read-only": "Nơi ghi {file} chỉ đọc được. Chưa ghi. Chọn thư mục khác rồi làm lại.",
    "not-allowed": "Chưa được phép mở hoặc ghi {file}. Xem lại quyền của thư mục rồi làm lại.",
    "folder-gone": "Không thấy {file}. Xem lại tên và đường dẫn.",
    "drive-gone": "Ổ đĩa bị rút hoặc không trả lời khi đang dùng {file}. Cắm lại rồi làm lại.",
    "file-in-use": "Chương trình khác đang giữ {file}. Đóng chương trình ấy rồi làm lại.",
    "name-too-long": "Đường dẫn tới {file} quá dài. Chọn thư mục gần gốc ổ đĩa hơn.",
    "not-a-file": "{file} là thư mục, không phải tệp. Chọn tệp bên trong.",
    "not-read-back": "Đã ghi {file} nhưng đọc lại không khớp. Chọn ổ đĩa khác rồi làm lại.",
    "not-written": "Chưa ghi được {file}. Xem lại thư mục và ổ đĩa rồi làm lại.",
    "wrong-password": "Tên hoặc mật khẩu chưa đúng. Gõ lại; mật khẩu phân biệt chữ hoa, chữ thường.",
    "no-password": "Chưa có tên và mật khẩu. Đặt DISTRICT_USER, DISTRICT_PASSWORD, hoặc dùng --user, --password-file.",
    "password-empty": "Chưa có mật khẩu cho người dùng mới. Dùng --new-password-file, hoặc gõ khi được hỏi.",
    "no-keys-for-user": "Người dùng này không giữ khóa của cấp trên. Xin người quản trị thêm lại.",
    "keys-missing": "Không thấy tệp khóa {file}. Chép tệp này từ bản sao lưu vào thư mục dữ liệu.",
    "keys-damaged": "Tệp khóa keys.json không đọc được. Chép tệp này từ bản sao lưu vào thư mục dữ liệu.",
    "keys-too-costly": "Tệp khóa keys.json đòi quá nhiều bộ nhớ nên không mở. Chép tệp này từ bản sao lưu.",
    "role-not-allowed": "Việc này cần người có vai trò khác. Xin người quản trị làm giúp.",
    "role-unknown": "Chưa có vai trò {role}. Chọn officer, leader, auditor hoặc administrator.",
    "user-name-empty": "Tên người dùng có từ 1 đến 60 ký tự. Chọn tên khác.",
    "user-known": "Đã có người dùng {name}. Chọn tên khác.",
    "unit-unknown": "Không có đơn vị nào mang mã {unit} vào ngày {day}. Tỉnh có 2 chữ số, xã có 5 chữ số.",
    "unit-ended": "{unit} đã thôi là đơn vị hành chính từ sau ngày {ended}. Chọn đơn vị thay thế.",
    "unit-not-above": "{unit} là cấp xã. Cấp trên là tỉnh, thành phố; trước 01/07/2025 là huyện.",
    "unit-not-commune": "{unit} không phải cấp xã. Quầy nào cũng thuộc một xã, phường hoặc đặc khu.",
    "unit-elsewhere": "{unit} không thuộc {office}. Xem lại mã của xã.",
    "host-not-usable": "Tên miền {host} chưa in được vào mã: chỉ chữ không dấu, số, dấu chấm, gạch nối, dài nhất 40.",
    "now-unclear": "Chưa hiểu thời điểm {text}. Ghi như 2026-10-31T09:00.",
    "now-needs-practice": "Chỉ nơi tập mới đặt được ngày giờ khác. Nơi này là thật nên dùng đồng hồ của máy.",
    "period-unclear": "Chưa hiểu kỳ {text}. Ghi như 2026-10, 2026-Q4, 2026-H1, 2026-9M, 2026 hoặc từ..đến.",
    "no-such-calendar": "Chưa có lịch báo cáo nào mang tên sau dấu @ trong {text}.",
    "no-such-desk": "Không có quầy số {desk}. Xem danh sách bằng district-cli status.",
    "card-known": "Thẻ này đã nhận rồi, là quầy số {desk}. Không ghi gì thêm.",
    "card-replaces-unknown": "Thẻ này thay cho một thẻ mà cấp trên chưa biết hoặc đã thu hồi. Xin xã gửi thẻ đầu tiên.",
    "desk-revoked": "Khóa của quầy số {desk} đã thu hồi. Xin xã gửi thẻ mới.",
    "legal-basis-empty": "Nhận cả phần tên cần căn cứ pháp lý. Ghi bằng --legal-basis, hoặc chọn --profile figures.",
    "other-words": "Sáu chữ chưa khớp. Chưa nhận khóa. Đọc lại từng chữ qua điện thoại.",
    "out-unclear": "Chưa biết ghi báo cáo dạng nào vào {file}. Đặt tên tệp đuôi .pdf hoặc .json.",
    "port-in-use": "Cổng {port} đang có chương trình khác dùng. Chọn cổng khác bằng --port.",
    "chain-broken": "Chuỗi nhật ký của quầy và dòng {file} không liền mạch. Không sửa gì. Xin lấy bản sao lưu ra so.",
}
_ROLES = {"officer": "cán bộ", "leader": "lãnh đạo", "auditor": "kiểm tra", "administrator": "quản trị"}
_STATES = {"waiting": "chờ đối chiếu sáu chữ", "enrolled": "đang dùng", "revoked": "đã thu hồi"}


def trouble(code: str, details: Mapping[str, str] = _NOTHING) -> str:
    """What happened, what is safe, what to do; raises KeyError for a code that has no sentence."""
    return _TROUBLES[code].format_map(_Given(details))


class _Given(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "…"


def knows(code: str) -> bool:
    """Whether the code has a sentence here."""
    return code in _TROUBLES


def committee(unit: str) -> str:
    """The office by its full name: Ủy ban nhân dân xã An Liên."""
    return f"Ủy ban nhân dân {unit}"


def office_made(unit: str, practice: bool) -> str:
    """Set-up is done."""
    return f"Đã lập nơi nhận của {unit}{', để tập' if practice else ''}."


def user_added(name: str, role: str) -> str:
    """A user was added."""
    return f"Đã thêm người dùng {name}, vai trò {_ROLES.get(role, role)}."


def enrolled(desk: int, unit: str, file: str) -> str:
    """A desk was taken in and its file lies ready."""
    return f"Đã nhận quầy số {desk} của {unit}. Gửi tệp {file} cho xã."


def six_words(words: Sequence[str], digits: Sequence[str], held: bool) -> str:
    """The six words, to be read aloud by telephone."""
    state = "Chờ đối chiếu: gói của quầy này để riêng." if held else "Coi như đã đối chiếu."
    return f"Sáu chữ: {' '.join(words)} ({' '.join(digits)}). Gọi xã, hai bên cùng đọc. {state}"


def confirmed(desk: int, taken: int) -> str:
    """The six words of a desk were ticked."""
    told = f" {taken} gói để chờ đã nhập." if taken else ""
    return f"Đã đối chiếu sáu chữ của quầy số {desk}.{told}"


def revoked(desk: int) -> str:
    """A desk's key is refused from now on."""
    return f"Đã thu hồi khóa của quầy số {desk}. Từ giờ không nhận gói nào ký bằng khóa ấy."


def waits_for_words() -> str:
    """A bundle of a desk whose six words nobody has compared yet."""
    return "Để chờ: chưa đối chiếu sáu chữ với xã. Gọi xã, đối chiếu xong thì gói tự nhập."


def file_says(file: str, sentence: str) -> str:
    """One sentence about one file."""
    return f"{file}: {sentence}"


def file_written(file: str) -> str:
    """A file is whole on disk."""
    return f"Đã ghi tệp {file}."


def copied(folder: str, files: Sequence[str]) -> str:
    """A backup was written and read through."""
    return f"Đã chép và đọc lại {len(files)} tệp trong {folder}: {', '.join(files)}."


def checked(desks: int, lines: int) -> str:
    """Every stored line was walked."""
    return f"Đã kiểm tra {lines} dòng của {desks} quầy: liền mạch, không dòng nào bị thay."


def office_line(unit: str, host: str, practice: bool) -> str:
    """The head of the status."""
    return f"{unit}, trang góp ý {host}{' (nơi tập)' if practice else ''}"


def desk_line(number: int, unit: str, state: str, held: tuple[int, int, int]) -> str:
    """One desk in the status: lines held, lines set aside, bundles that wait."""
    lines, aside, waiting = held
    told = f"; {aside} dòng để riêng" if aside else ""
    told += f"; {waiting} gói để chờ" if waiting else ""
    return f"Quầy {number}, {unit}, {_STATES.get(state, state)}: {lines} dòng{told}."


def answers_line(batched: int, group: int, unmatched: int, without: int) -> str:
    """Where the citizens' answers stand."""
    return (
        f"Góp ý đã vào số: {batched}; chờ đủ nhóm: {group}; chờ đối chiếu với thư: {unmatched}; "
        f"không có thư: {without}."
    )


def serving(faces: str, address: str) -> str:
    """The pages are up."""
    told = {"public": "trang góp ý", "office": "trang nội bộ", "both": "trang góp ý và trang nội bộ"}[faces]
    return f"Đang mở {told} tại {address}. Dừng bằng Ctrl+C."


def bug() -> str:
    """Something unforeseen happened."""
    return (
        "Có việc máy chưa lường tới, nên việc vừa gọi chưa làm được. Dữ liệu đã lưu còn nguyên. Gọi người hỗ trợ."
    )
