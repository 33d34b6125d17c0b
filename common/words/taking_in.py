"""What the level above is told while files lie on its table: piles that add up, buttons that say their numbers."""

from collections.abc import Iterable, Mapping
from datetime import date

PILES: Mapping[str, str] = {
    "received": "nhận được",
    "known": "đã có từ trước, giống hệt",
    "waiting": "chờ gói trước hoặc bản mới",
    "person": "cần người xem",
    "none": "không phải gói, bỏ qua",
}
"""Under the number of each pile."""
TAGS: Mapping[str, str] = {
    "received": "Nhận",
    "known": "Không đổi",
    "waiting": "Chờ",
    "person": "Người xem",
    "none": "Bỏ qua",
}
"""Where one file was put."""
NO_UNIT = "(không rõ xã)"
NO_NAME = "(tệp không tên)"


def short_day(day: date, today: date) -> str:
    """A day as it is said this year: 03/11; of another year 03/11/2025."""
    return f"{day:%d/%m}" if day.year == today.year else f"{day:%d/%m/%Y}"


def months(of: Iterable[str], today: date) -> str:
    """Months ("2026-10") as they are said this year: tháng 10, tháng 12/2025; empty for none."""
    told = [month[5:] if month[:4] == str(today.year) else f"{month[5:]}/{month[:4]}" for month in of]
    return f"tháng {', '.join(told)}" if told else ""


def bundle(seq: int, period: str, today: date) -> str:
    """Which bundle it is: số 14, tháng 11."""
    return f"số {seq}, {months([period], today)}".replace("tháng ", "tháng\N{NO-BREAK SPACE}")


def thousands(count: int) -> str:
    """A number as it is written here: 3.906."""
    return f"{count:,}".replace(",", ".")


def total(piles: Iterable[int]) -> str:
    """The piles added up in sight: 71 + 4 + 2 + 2 + 1 = 80."""
    held = list(piles)
    return f"{' + '.join(map(thousands, held))} = {thousands(sum(held))}."


def records(come_in: int, corrected: int, kept_back: int, *, done: bool = False) -> str:
    """The records over all files, before and after they were taken in."""
    what = "Bản ghi đã vào" if done else "Bản ghi sẽ vào"
    return f"{what}: {thousands(come_in)}, sửa: {thousands(corrected)}, bị giữ lại: {thousands(kept_back)}."


def take(received: int, receipts: int, others: int) -> str:
    """The one button: what it does, with its numbers; empty where there is nothing to do. `others` are files that are
    only put away."""
    if received and receipts:
        return f"Nhập {received} gói và lập {receipts} biên nhận"
    if receipts:
        return f"Lập {receipts} biên nhận"
    return f"Cất {others} gói để chờ" if others else ""


def progress(done: int, of: int) -> str:
    """How far taking in has come."""
    return f"Đã nhập {done} trong {of}"


def moved(count: int) -> str:
    """After taking in: some files came otherwise than was shown."""
    return (
        f"{count} tệp khác lúc xem trước, vì giữa hai lần có gói khác được nhập hoặc khóa của xã thay đổi. "
        "Dòng nào khác có ghi bên dưới; các số ở đây là số đã nhập thật."
    )


def shown_before(pile: str, applied: int, set_aside: int) -> str:
    """Behind the sentence of one such file: what the preview had said."""
    told = f", {applied} bản ghi" if applied else ""
    told += f", {set_aside} để riêng" if set_aside else ""
    return f"Lúc xem trước: {TAGS.get(pile, pile).lower()}{told}."


def all_as_shown() -> str:
    """After taking in: the preview came true."""
    return "Đúng như lúc xem trước."


def only_shown(opened: str) -> str:
    """A table that was opened today."""
    return f"Mới là xem trước, chưa có gì được nhập. Bàn mở lúc {opened}."


def left_over(opened: str) -> str:
    """A table that stood over night."""
    return f"Bàn này để từ {opened}, các tệp còn nguyên, chưa có gì được nhập."


def shelved(count: int) -> str:
    """Files of a newer program."""
    return f"{count} gói của phiên bản mới hơn đang cất nguyên. Nâng cấp xong, mở bàn là máy tự đặt lên."


def from_shelf(count: int) -> str:
    """Files of the shelf that can be read by now."""
    return f"Đặt {count} gói đã cất lên bàn"


def aside(lines: int, readable: int) -> str:
    """Lines set aside, and how many of them this program reads now."""
    told = f"{readable} dòng nay đọc được." if readable else "Máy này chưa đọc được thêm dòng nào."
    return f"{thousands(lines)} dòng đang để riêng. {told}"


def released(lines: int, desks: int, left: int) -> str:
    """Lines set aside that count from now on."""
    if not lines:
        return f"Chưa đọc được thêm dòng nào; {left} dòng vẫn để riêng. Chưa có gì thay đổi."
    rest = f" {left} dòng vẫn để riêng." if left else ""
    return f"Đã đọc lại và tính {lines} dòng của {desks} quầy. Biên nhận mới báo cho xã.{rest}"


def desk_released(desk: int, unit: str, lines: int) -> str:
    """The same for one desk."""
    return f"Quầy {desk}, {unit}: {lines} dòng."


def release_waits(lines: int) -> str:
    """Told after an import: a person may have them read again."""
    return f"{lines} dòng để riêng nay đọc được. Chạy district-cli release để tính các dòng ấy."


def pile_line(piles: Iterable[tuple[str, int]]) -> str:
    """The piles in one line, added up: 71 nhận được, 4 đã có từ trước…"""
    held = list(piles)
    told = ", ".join(f"{thousands(count)} {PILES[pile]}" for pile, count in held)
    return f"{told[0].upper()}{told[1:]}. {total(count for _, count in held)} Không tệp nào bị rơi."


def next_step(kind: str, desk: int) -> str:
    """What a person does about a file in the pile "cần người xem"."""
    return {
        "fork": f"Gọi xã, rồi quyết định ở quầy số {desk}",
        "words": f"Đối chiếu sáu chữ của quầy số {desk}",
        "key": "Xem khóa của xã",
        "card": "Mở trang Khóa các xã",
        "again": "Xin xã xuất lại",
    }[kind]
