"""The ministry's sheets by the command line alone."""

from __future__ import annotations

from pathlib import Path

from desk_terminal import Terminal

HEAD = "so,quyenSo,ngayDangKy,nksHoTen,nksNgaySinh,nksGioiTinh,meHoTen,Tên bố"
ROWS = (
    "1/2026,01/2026,02.11.2026,Nguyễn Văn An,12.10.2026,1,Trần Thị Bình,Nguyễn Văn Chung",
    "2/2026,01/2026,03.11.2026,LÊ THỊ DUNG,13.10.2026,2,Phạm Thị Em,Lê Văn Giang",
    "3/2026,01/2026,04.11.2026,Hồ Văn Hùng,31.02.2026,1,Ngô Thị Khánh,Hồ Văn Lâm",
)


def sheet(folder: Path, *rows: str, name: str = "bang.csv") -> str:
    path = folder / name
    path.write_text("\n".join([HEAD, *rows]), encoding="utf-8-sig")
    return str(path)


def test_a_sheet_is_looked_at_taken_in_and_taken_back(seated: Terminal) -> None:
    ask, file = seated.ask, sheet(seated.root, *ROWS[:2])
    dry = ask("intake", file, "--dry-run", "--map", "H=chaHoTen")
    assert (dry["event"], dry["counts"]["new"], dry["import"], dry["letters_from"]) == ("birth", 2, None, "2026-10-21")
    assert ask("intake", "--list") == {"imports": []}
    taken = ask("intake", file, "--map", "Tên bố=chaHoTen", "--letters-from", "3/11/2026")
    assert (taken["import"], taken["entered"], taken["amended"]) == (1, 2, 0)
    assert [row["names"] for row in ask("find", "le thi dung")] == [["LÊ THỊ DUNG"]]
    assert [row["names"] for row in ask("find", "nguyen van chung")] == [["Nguyễn Văn An"]]
    assert "Giống hệt: 2" in seated.run("intake", file).stdout
    changed = sheet(seated.root, ROWS[0].replace("12.10", "11.10"), name="khac.csv")
    shown = seated.run("intake", changed).stdout
    assert "Dòng 2 (có khác), số 1/2026" in shown
    assert "12/10/2026 → 11/10/2026" in shown
    assert ask("intake", changed, "--accept-changed")["amended"] == 1
    done = ask("intake", "--undo", "1", "--reason", "nhầm tệp")
    assert (done["voided"], done["put_back"]) == (1, 0)
    assert done["stayed"] == [{"id": 1, "number": "1/2026", "why": "đã sửa sau khi nhập"}]
    listed = ask("intake", "--list")["imports"]
    assert [(one["id"], one["entered"], one["undone_on"]) for one in listed] == [(2, 0, None), (1, 2, "2026-11-20")]
    assert "hoàn lại ngày 20/11/2026" in seated.run("intake", "--list").stdout
    assert "lần nhập 1" in seated.run("access-log").stdout


def test_rows_that_cannot_be_read_end_with_status_two_and_the_others_are_in_the_register(seated: Terminal) -> None:
    result = seated.run("intake", sheet(seated.root, *ROWS))
    assert result.exit_code == 2
    assert "Dòng 4 (chưa đọc được), số 3/2026" in result.stdout
    assert "31/02/2026" in result.stdout
    assert len(seated.ask("find", "2026")) == 2


def test_what_is_asked_wrongly_is_told(seated: Terminal) -> None:
    file, empty = sheet(seated.root, *ROWS[:1]), seated.root / "trong.csv"
    empty.write_text("", encoding="utf-8")
    for asked, code in (
        ((), "sheet-no-file"),
        ((str(empty),), "sheet-empty"),
        ((file, "--sheet", "Trang 2"), "sheet-no-such-sheet"),
        ((file, "--map", "Cột lạ=so"), "sheet-no-such-column"),
        ((file, "--map", "H=gì"), "sheet-no-such-key"),
        ((file, "--map", "nksHoTen="), "sheet-lacks"),
        ((file, "--letters-from", "hôm ấy"), "sheet-letters-from"),
        (("--undo", "7", "--reason", "thử"), "no-such-import"),
        (("--undo", "7"), "reason-empty"),
    ):
        assert seated.refused(2, "intake", *asked)["trouble"]["code"] == code


def test_the_register_goes_back_and_a_month_is_compared(seated: Terminal) -> None:
    ask = seated.ask
    ask("intake", sheet(seated.root, *ROWS[:2]))
    out = seated.root / "ra.xlsx"
    done = ask("ministry-export", "2026-11", "--out", str(out), "--reason", "đối chiếu")
    assert done == {"files": [str(out)], "counts": {"birth": 2}}
    assert ask("intake", str(out))["counts"] == {"new": 0, "changed": 0, "same": 2, "conflict": 0, "unreadable": 0}
    theirs = sheet(seated.root, ROWS[0].replace("12.10", "11.10"), ROWS[0].replace("1/2026", "9/2026"), name="bo.csv")
    assert ask("ministry-compare", "2026-11", str(out))["same"] == 2
    seen = ask("ministry-compare", "2026-11", theirs)
    assert [row["number"] for row in seen["only_here"]] == ["2/2026"]
    assert [row["number"] for row in seen["different"]] == ["1/2026", "9/2026"]
    assert "Chỉ có ở quầy: bản ghi 2" in seated.run("ministry-compare", "2026-11", theirs).stdout
    assert seated.refused(2, "ministry-export", "2026-11", "--out", str(out), "--reason", " ")["trouble"]["code"] == (
        "reason-empty"
    )


def test_letters_of_the_days_before_unicode_are_converted_when_somebody_says_so(seated: Terminal) -> None:
    file = sheet(seated.root, *(row.replace("Trần Thị Bình", "TrÇn ThÞ B×nh") for row in ROWS[:1]))
    told = seated.refused(2, "intake", file)["trouble"]
    assert (told["code"], "meHoTen" in told["sentence"]) == ("sheet-old-letters", True)
    assert seated.ask("intake", file, "--dry-run", "--convert", "meHoTen=none")["counts"]["new"] == 1
    seated.ask("intake", file, "--convert", "meHoTen=tcvn3")
    assert seated.ask("show", "1")["values"]["mother_name"] == "Trần Thị Bình"
