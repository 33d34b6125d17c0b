"""What the command line says of copies: what lies where, what is in one, what taking it back would cost."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from common.words.copies import missing, moment
from common.words.labels import LETTER_WORDS

NO_COPIES = "Chưa thấy bản sao lưu nào. Cắm USB hoặc ổ thứ hai rồi xem lại với --in."
ASIDE = "Sổ được cất sang bên trong những lần khôi phục trước:"
OTHER_BRANCH = (
    "Bản sao có những dòng mà sổ đang dùng không có: sau khi tách ra, hai bên đã đi hai nhánh. "
    "Gọi người hỗ trợ trước khi thay sổ."
)
TO_GO_ON = "Chưa có gì thay đổi. Đồng ý thì chạy lại lệnh này và thêm --yes; sổ đang dùng sẽ được cất sang bên."
ASK_RECEIPT = (
    "Trước gói tháng tới, xin nhập biên nhận mới nhất của cấp trên. Những việc còn thiếu thì ghi lại từ sổ giấy."
)


def letter(kind: str, on: date) -> str:
    """Thư chúc mừng khai sinh, đề ngày 20/11/2026."""
    return f"{LETTER_WORDS.get(kind, kind)}, đề ngày {on:%d/%m/%Y}"


def counted(registrations: int, letters: int, last_letter: str) -> str:
    """What a register holds."""
    kind, _, on = last_letter.partition(" ")
    last = f", thư cuối: {letter(kind, date.fromisoformat(on))}" if on else ""
    return f"{registrations} bản ghi, {letters} thư{last}"


def copy_line(made_at: datetime, inside: str, path: str) -> str:
    """One copy in a list."""
    return f"{moment(made_at)}  {inside}\n    {path}"


def copy_side(made_at: datetime | None, inside: str) -> str:
    """The copy, beside the register in use."""
    return f"Bản sao lúc {moment(made_at)}: {inside}." if made_at else f"Bản sao: {inside}."


def our_side(inside: str) -> str:
    """The register in use."""
    return f"Sổ đang dùng: {inside}."


def ours_closed(sentence: str) -> str:
    """The register in use cannot be opened."""
    return f"Sổ đang dùng không mở được. {sentence}"


def lacking(kinds: Mapping[str, int]) -> str:
    """What would have to be entered again."""
    return missing(kinds)


def taken_back(registrations: int, letters: int, epoch: int) -> str:
    """The copy is in use now."""
    return f"Đã khôi phục: sổ đang dùng có {registrations} bản ghi, {letters} thư, là bản dựng lại lần {epoch}."


def lies_aside(folder: str) -> str:
    """Where the other one lies."""
    return f"Sổ dùng trước đó nằm nguyên trong thư mục {folder}."
