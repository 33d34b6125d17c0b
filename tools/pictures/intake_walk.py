"""The page Nhập từ bảng tính: columns, an older font, rows in their piles, taken in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import xlsxwriter

from desk_app.domain.ministry_said import said
from tools.pictures.stage import Stage

_CAPTIONS = ("Số", "Quyển số", "Ngày đăng ký", "Họ, chữ đệm, tên", "Giới tính", "Ngày, tháng, năm sinh", "Nơi sinh")
_KEYS = ("so", "quyenSo", "ngayDangKy", "nksHoTen", "nksGioiTinh", "nksNgaySinh", "nksNoiSinh")
_PLACE = "TR¹m Y tÕ x· Xu©n §Þnh"


def intake_walk(stage: Stage) -> Iterator[str]:
    """A sheet of births with something of every pile."""
    with TemporaryDirectory() as folder:
        page = stage.go("intake")
        yield "intake"
        page.open_file(_sheet(stage, Path(folder) / "khai-sinh.xlsx"))
        stage.settle()
        yield "intake-columns"
        page.step_on()
        stage.settle()
        yield "intake-new"
        page.piles.chips["changed"].click()
        page.piles.tick.click()
        yield "intake-changed"
        page.piles.chips["unreadable"].click()
        yield "intake-unreadable"
        page.take()
        stage.settle()
        yield "intake-done"
        page.undo_import(page.model.imports()[0].id)
        stage.asker.answers.clear()


def _sheet(stage: Stage, path: Path) -> Path:
    with stage.desk.seat.reading() as reading:
        kept = reading.registrations.newest(60)
    births = [said(one.registration) for one in kept if one.event == "birth" and one.state == "live"][:3]
    rows = [[one.get(key, "") for key in _KEYS] for one in births]
    rows[1][6] = "Bệnh viện Đa khoa tỉnh"
    rows[2][3] = "Hoàng Thị Người Khác"
    rows += [
        [f"{number}", "02/2026", "16.11.2026", name, sex, born, _PLACE]
        for number, name, sex, born in (
            (1, "Đinh Gia Bảo", "1", "02.11.2026"),
            (2, "H'Hen Niê Êban", "2", "30.10.2026"),
            (3, "LÊ NGỌC HÂN", "2", "11.2026"),
            (4, "Phạm Minh Khang", "1", "31.02.2026"),
        )
    ]
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("KS 2026")
    sheet.write(0, 0, "SỔ ĐĂNG KÝ KHAI SINH NĂM 2026")
    for at, row in enumerate([list(_CAPTIONS), *rows]):
        sheet.write_row(at + 2, 0, row)
    book.close()
    return path
