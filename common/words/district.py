"""What the district's command line and pages say: acts done, troubles, and the office's own name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from common.words import desk_keys, office_people, opinions, servers, troubles, year_reports
from common.words.labels import EVENT_WORDS, LETTER_WORDS
from common.words.month_receipts import KINDS_OF_LINE

_NOTHING: Mapping[str, str] = MappingProxyType({})
# The district's own, and a database server's; every other trouble has its sentence in common.words.troubles.
_TROUBLES = {
    **desk_keys.TROUBLES,
    **office_people.TROUBLES,
    **opinions.TROUBLES,
    **servers.TROUBLES,
    **year_reports.TROUBLES,
    "wrong-password": "Tên hoặc mật khẩu chưa đúng. Dữ liệu còn nguyên. Xem phím Caps Lock và bộ gõ, rồi gõ lại.",
    "keys-missing": "Không thấy tệp {file} trong thư mục dữ liệu. Các bản ghi còn nguyên. Chép tệp ấy từ bản sao lưu.",
    "keys-damaged": "Tệp khóa keys.json đã hỏng. Các bản ghi còn nguyên. Chép tệp ấy từ bản sao lưu.",
    "role-not-allowed": "Việc này cần người có vai trò khác. Chưa có gì thay đổi. Nhờ người quản trị làm giúp.",
    "user-name-empty": "Tên người dùng có từ 1 đến 60 ký tự. Chưa thêm ai. Chọn tên khác.",
    "password-empty": "Chưa có mật khẩu. Chưa thêm ai. Ghi mật khẩu vào tệp rồi chạy lại.",
    "unknown-unit": "Không có đơn vị nào mang mã {unit} vào ngày {day}. Chưa có gì thay đổi. Xem lại mã.",
    "not-an-office": "{unit} là cấp xã. Chưa có gì thay đổi. Nơi nhận là tỉnh, thành phố; trước 01/07/2025 là huyện.",
    "unit-elsewhere": "{unit} không thuộc {office}. Chưa nhận quầy này. Xem lại mã của xã.",
    "card-refused": "{sentence}",
    "store-busy": "Một chương trình khác đang ghi vào dữ liệu. Chưa ghi gì. Đợi việc ấy xong rồi làm lại.",
    "store-read-only": "Thư mục dữ liệu chỉ cho đọc. Chưa ghi gì. Xem lại quyền của thư mục rồi làm lại.",
    "chain-broken": "Chuỗi nhật ký không liền mạch ở {place} (quầy và dòng). Không sửa gì. Giữ nguyên, gọi hỗ trợ.",
    "fork-laid-aside": (
        "Gói mới nhất của quầy số {desk} đi tiếp từ những dòng đã để riêng. Chưa có gì thay đổi. "
        "Gọi xã: tiếp tục với sổ đã được chọn; phần này để riêng bằng --keep."
    ),
    "no-such-stage": "Không có đợt {stage}. Chưa có gì thay đổi. Chọn thí điểm, tự nguyện làm trước hay toàn địa bàn.",
    "no-such-share": "Phần trăm là số từ 1 đến 100. Chưa có gì thay đổi. Gõ lại.",
    "note-too-long": "Ghi chú dài quá {limit} chữ. Chưa có gì thay đổi. Viết gọn lại rồi ghi lại.",
    "reason-too-long": "Lý do dài quá {limit} chữ. Chưa có gì thay đổi. Viết gọn lại rồi làm lại.",
    "no-receipt": "Chưa có biên nhận nào cho quầy số {desk}. Chưa ghi gì. Nhập gói của quầy trước.",
    "nothing-to-import": "Thư mục ấy không có tệp nào. Chưa nhập gì. Xem lại đường dẫn, hay cắm lại USB rồi chạy lại.",
    "no-such-tray": "Không còn bàn ấy. Các gói đã nhập còn nguyên. Mở lại trang Nhận gói để xem.",
    "tray-closed": (
        "Bàn này đã nhập xong hoặc đang nhập, nên không nhận thêm tệp. Chưa đặt thêm gì. Mở lại trang Nhận gói, "
        "máy lập bàn mới."
    ),
    "tray-full": ("Một bàn đặt được {most} tệp. Các tệp đã đặt còn nguyên. Nhập bàn này xong rồi đặt tiếp số còn lại."),
    "tray-heavy": (
        "Các tệp trên bàn nặng quá 512 MB. Các tệp đã đặt còn nguyên. Nhập bàn này xong rồi đặt tiếp số còn lại."
    ),
    "unknown-questions": "Chưa có bộ câu hỏi tên {id}. Bộ đang có: {known}. Chưa có gì bị thay đổi.",
    "no-public-files": "Chưa có tệp {file} cho trang góp ý. Dữ liệu còn nguyên. Chạy setup, hoặc chép tệp sang.",
    "answers-unsealed": (
        "Góp ý và khóa của trang góp ý còn ở dạng bản trước ghi, chưa niêm phong. Chưa có gì bị thay đổi. Trên máy của "
        "nơi nhận, người giữ khóa chạy `district-cli status` một lần: góp ý được niêm phong, rồi mở lại trang."
    ),
    "public-file-damaged": (
        "Tệp {file} của trang góp ý đã hỏng, cả bản thứ hai bên cạnh. Góp ý và dữ liệu còn nguyên, trang đang mở vẫn "
        "chạy. Chép tệp ấy từ bản sao lưu, hoặc nhận lại một quầy bằng lệnh enrol để máy viết lại."
    ),
    "not-a-network": (
        "Máy chưa hiểu {text} là mạng nào. Chưa ghi gì. Hỏi người quản trị mạng, viết theo mẫu 203.0.113.0/24 hay "
        "203.0.113.7."
    ),
    "network-too-wide": "Mạng {text} rộng hơn mạng của một xã. Chưa ghi gì. Xem lại số sau dấu gạch chéo.",
    "no-such-network": "{unit} không có mạng {text} trong danh sách. Chưa có gì thay đổi. Xem bằng lệnh network list.",
    "unit-without-desk": "{unit} chưa có quầy nào. Chưa ghi gì. Nhận quầy của xã trước, rồi ghi mạng.",
    "proxy-not-address": "{proxy} không phải địa chỉ IP. Chưa mở trang nào. Viết theo mẫu --proxy 10.0.0.5.",
}
_ROLES = office_people.ROLES
_STATES = desk_keys.STATES | {"waiting": "chờ đối chiếu sáu chữ"}


def trouble(code: str, details: Mapping[str, str] = _NOTHING) -> str:
    """What happened, what is safe, what to do."""
    if code in _TROUBLES:
        return _TROUBLES[code].format_map(details)
    return troubles.sentence(code, details)


def committee(unit: str) -> str:
    """The office by its full name: Ủy ban nhân dân xã An Liên."""
    return f"Ủy ban nhân dân {unit}"


def office_made(unit: str, practice: bool) -> str:
    """Set-up is done."""
    return f"Đã lập nơi nhận của {unit}{', để tập' if practice else ''}."


def user_added(name: str, role: str, password: str) -> str:
    """A user was added; the password is told only when the machine made it."""
    told = f" Mật khẩu lần đầu: {password}" if password else ""
    return f"Đã thêm người dùng {name}, vai trò {_ROLES.get(role, role)}.{told}"


def enrolled(desk: int, unit: str, file: str) -> str:
    """A desk was taken in and its file lies ready."""
    return f"Đã nhận quầy số {desk} của {unit}. Gửi tệp {file} cho xã."


def six_words(words: Sequence[str], digits: Sequence[str], held: bool) -> str:
    """The six words, to be read aloud by telephone."""
    state = "Chờ đối chiếu: quầy mới thì gói để chờ, quầy đang dùng vẫn như cũ." if held else "Coi như đã đối chiếu."
    return f"Sáu chữ: {' '.join(words)} ({' '.join(digits)}). Gọi xã, hai bên cùng đọc. {state}"


def confirmed(desk: int, taken: int) -> str:
    """The six words of a desk were ticked."""
    told = f" {taken} gói để chờ đã nhập, có biên nhận cho xã." if taken else ""
    return f"Đã đối chiếu sáu chữ của quầy số {desk}.{told}"


def revoked(desk: int) -> str:
    """A desk's key is refused from now on."""
    return f"Đã thu hồi khóa của quầy số {desk}. Từ giờ không nhận gói nào ký bằng khóa ấy."


def settled(desk: int, after: int, aside: int, *, keep: bool = False) -> str:
    """A fork was ended by a person."""
    if keep:
        return f"Quầy số {desk}: giữ những gì đã nhận; {aside} dòng khác sau dòng {after} đã để riêng, không tính."
    return f"Quầy số {desk}: {aside} dòng sau dòng {after} đã để riêng, không tính. Xin xã ghi lại các việc ấy."


def receipt_again(file: str) -> str:
    """A receipt lies ready to be carried to the desk."""
    return f"Đã ghi biên nhận {file}. Chuyển cho xã để nhập vào máy."


def fork_found(unit: str, fork: tuple[int, int, int], copy_of: str, held_copy_of: str = "") -> str:
    """A fork waits for a person: `fork` is desk, last common line, and how many of our lines the desk lacks; of the two
    days of a copy at most one is told: of the desk's bundle, or of the lines that are held."""
    desk, after, lines = fork
    if held_copy_of:
        return (
            f"Quầy số {desk}, {unit}: {lines} việc cấp trên đang giữ do sổ khôi phục từ bản sao lưu ngày "
            f"{_day(held_copy_of)} ghi; gói này của sổ dùng trước đó. Hai bên giống nhau đến dòng {after}. "
            "Chưa nhập gì, chưa mất gì."
        )
    when = f" từ bản sao lưu ngày {_day(copy_of)}" if copy_of else ""
    return (
        f"Quầy số {desk}, {unit}: sổ của xã đã khôi phục{when}. Hai bên giống nhau đến dòng {after}; "
        f"{lines} việc cấp trên đang giữ mà sổ của xã không còn. Chưa nhập gì, chưa mất gì."
    )


def fork_line(kind: str, event: str, days: tuple[str, str], count: int) -> str:
    """Lines of one kind that the desk lacks, with the first and the last day."""
    what = KINDS_OF_LINE.get(kind, kind)
    named = EVENT_WORDS.get(event) or LETTER_WORDS.get(event, "")
    first, last = map(_day, days)
    when = first if first == last else f"{first} đến {last}"
    return f"  {what}{f', {named.lower()}' if named else ''}: {count} ({when})"


def fork_serials(serials: Sequence[int]) -> str:
    """Serials of letters that the desk lacks: their families hold them on paper."""
    return f"  số thư đã dùng: {', '.join(map(str, serials))}"


def fork_brings(count: int, seq: int, received_on: str, *, before: bool = False) -> str:
    """What the desk's other history holds; `before` when it is that of the book before it was put back."""
    when = "trước khi khôi phục, cấp trên chưa có" if before else "sau khi khôi phục"
    return f"  Gói số {seq} của xã, đến ngày {_day(received_on)}, mang {count} dòng ghi {when}."


def fork_next(desk: int, after: int, *, before: bool = False) -> str:
    """What to do next; `before` when the bundle is of the book before it was put back."""
    follow, keep = "Xã tiếp tục với sổ đã khôi phục", "Xã tìm lại được sổ mới hơn"
    if before:
        follow, keep = "Xã dùng lại sổ có trước khi khôi phục", "Xã tiếp tục với sổ đã khôi phục"
    return (
        f'Gọi xã hỏi sổ nào còn dùng. {follow}: settle {desk} --after {after} --reason "…". '
        f'{keep}: settle {desk} --after {after} --keep --reason "…".'
    )


def fork_settled(common: int, lines: int, decided: tuple[str, str, str]) -> str:
    """A history that a person set aside earlier: day, by whom, why."""
    on, by, why = decided
    return f"  Đã để riêng {lines} dòng sau dòng {common}, ngày {_day(on)}, {by}: {why or 'không ghi lý do'}"


def no_fork(desk: int) -> str:
    """Nothing waits for a decision."""
    return f"Quầy số {desk} không có lịch sử rẽ nhánh nào đang chờ."


def _day(iso: str) -> str:
    return f"{iso[8:10]}/{iso[5:7]}/{iso[:4]}"


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


def desk_line(number: int, unit: str, state: str, held: tuple[int, int, int, int]) -> str:
    """One desk in the status: lines held, lines set aside, bundles that wait, bundles of another history."""
    lines, aside, waiting, forked = held
    told = f"; {aside} dòng để riêng" if aside else ""
    told += f"; {waiting} gói để chờ" if waiting else ""
    told += f"; lịch sử rẽ nhánh, xem bằng fork {number}" if forked else ""
    return f"Quầy {number}, {unit}, {_STATES.get(state, state)}: {lines} dòng{told}."


def answers_line(counts: Mapping[str, int]) -> str:
    """Where the citizens' answers stand."""
    places = {
        "batched": "đã vào số",
        "changeable": "còn trong 24 giờ được đổi",
        "for_group": "chờ đủ nhóm",
        "unmatched": "chờ đối chiếu với thư",
        "without_letter": "không có thư",
    }
    if counts["void"]:
        places["void"] = "cho thư đã thôi tính"
        places["voided_after"] = "trong đó trả lời rồi thư mới thôi tính"
    if counts["unreadable"]:
        places["unreadable"] = "phiếu không mở được, giữ nguyên"
    return f"Góp ý: {'; '.join(f'{word} {counts[place]}' for place, word in places.items())}."


def serving(faces: str, address: str, office: str) -> str:
    """The pages are up."""
    told = {
        "public": f"trang góp ý tại {address}",
        "office": f"trang nội bộ tại {address}",
        "both": f"trang góp ý tại {address} và trang nội bộ tại {address}{office}/",
    }
    return f"Đang mở {told[faces]}. Dừng bằng Ctrl+C."


def bug() -> str:
    """Something unforeseen happened."""
    return "Có việc máy chưa lường tới, nên việc vừa gọi chưa làm được. Dữ liệu đã lưu còn nguyên. Gọi người hỗ trợ."
