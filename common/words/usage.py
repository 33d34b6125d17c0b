"""What is said when a command line cannot be understood: what is unclear, that nothing happened, where to look."""

from __future__ import annotations

from collections.abc import Sequence


def missing(name: str, line: str) -> str:
    """Something that the command needs was not typed."""
    return f"Lệnh còn thiếu {name}. Chưa có gì thay đổi. Xem {line} --help rồi gõ lại."


def no_such_option(option: str, line: str) -> str:
    """The command does not know this option."""
    return f"Lệnh này không có lựa chọn {option}. Chưa có gì thay đổi. Xem {line} --help rồi gõ lại."


def no_such_command(name: str, line: str) -> str:
    """The program does not know this command."""
    return f"Không có lệnh {name}. Chưa có gì thay đổi. Gõ {line} --help để xem các lệnh."


def unclear(name: str, wanted: Sequence[str], line: str) -> str:
    """What stands at this place is not what the command can take; `wanted` lists the words it can."""
    choice = f" Chọn một trong: {', '.join(wanted)}." if wanted else ""
    return f"Chưa hiểu chỗ {name} của lệnh. Chưa có gì thay đổi.{choice} Xem {line} --help rồi gõ lại."


def too_much(line: str) -> str:
    """The words on the line do not fit the command in another way."""
    return f"Dòng lệnh chưa khớp với lệnh này. Chưa có gì thay đổi. Xem {line} --help rồi gõ lại."
