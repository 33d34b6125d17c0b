"""Every command of the desk, with the JSON that ARCHITECTURE.md 7 promises, and a sentence at every door."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from desk_terminal import BIRTH, NOW, UNIT, Terminal

CARD = "001099000001|012345678|Nguyễn Văn Mẫu|01021999|Nam|Thôn Ví Dụ, Xã Thử, Huyện Mẫu, Tỉnh Giả|15032021"


def entered(terminal: Terminal, **changed: str) -> int:
    answer = terminal.ask("enter", "birth", terminal.file("birth.json", {**BIRTH, **changed}))
    return int(answer["id"])


def test_setup_names_the_unit_and_tells_the_recovery_code_once(terminal: Terminal) -> None:
    made = terminal.ask("setup", "--unit", UNIT)
    assert made["unit_name"] == "xã Xuân Định"
    assert len(made["recovery_code"].replace("-", "")) >= 26


def test_enter_answers_with_id_number_and_warnings(seated: Terminal) -> None:
    answer = seated.ask("enter", "birth", seated.file("birth.json", {**BIRTH, "father_name": "", "father_born": ""}))
    assert (answer["id"], answer["number"]) == (1, "01/2026")
    assert answer["warnings"][0]["level"] == "warning"


def test_enter_tells_a_person_the_record_and_what_to_look_at_by_field(seated: Terminal) -> None:
    file = seated.file("birth.json", {**BIRTH, "born": "20/06/2023"})
    told = seated.run("enter", "birth", file).output.splitlines()
    assert told[:2] == [
        "Đã lưu số 01/2026 (bản ghi 1). Việc tiếp theo: in thư.",
        "Nên xem lại. Ngày đăng ký: Đăng ký sau 60 ngày: ghi là quá hạn",
    ]
    again = seated.run(
        "enter", "birth", seated.file("again.json", {**BIRTH, "father_born": "abc", "born": "31/02/2026"})
    )
    assert again.exit_code == 2
    assert again.output.splitlines()[0] == "Ngày sinh: Ngày này không có trong lịch: 31/02/2026"
    assert any(line.startswith("Ngày sinh của cha: Chưa đọc được ngày: abc") for line in again.output.splitlines())
    assert seated.run("find", "minh anh").output == "1  Khai sinh  Nguyễn Trần Minh Anh  20/11/2026, số 01/2026\n"


def test_enter_takes_several_files_and_answers_with_a_list(seated: Terminal) -> None:
    files = [
        seated.file(f"{n}.json", {**BIRTH, "child_name": f"Lê Gia {name}"}) for n, name in enumerate(("Hân", "Bảo"))
    ]
    assert [row["number"] for row in seated.ask("enter", "birth", *files)] == ["01/2026", "02/2026"]


def test_enter_refuses_with_every_problem_at_once_and_status_2(seated: Terminal) -> None:
    draft = seated.file("birth.json", {**BIRTH, "child_name": "", "born": "31/02/2026"})
    problems = seated.refused(2, "enter", "birth", draft)["problems"]
    assert {row["field"] for row in problems} >= {"child_name", "born"}
    assert all(row["level"] == "error" and row["sentence"] and row["code"] for row in problems)


def test_find_show_amend_and_void_walk_a_record_through_its_life(seated: Terminal) -> None:
    id = entered(seated)
    (hit,) = seated.ask("find", "minh anh")
    assert hit == {
        "id": id,
        "kind": "birth",
        "names": ["Nguyễn Trần Minh Anh"],
        "date": "2026-11-20",
        "number": "01/2026",
    }
    amended = seated.ask("amend", str(id), seated.file("new.json", {"hamlet": "Thôn 1"}), "--reason", "bổ sung")
    assert amended["version"] == 2
    assert seated.ask("show", str(id))["values"]["hamlet"] == "Thôn 1"
    assert seated.ask("void", str(id), "--reason", "trùng") == {"id": id, "letters": []}
    assert seated.ask("report", "2026-11")["events"]["birth"] == 0


def test_scan_reads_a_card_from_the_keyboard_and_keeps_nothing(seated: Terminal) -> None:
    card = seated.ask("scan", stdin=CARD.encode())
    assert card["citizen_id"] == "001099000001"
    assert (card["name"], card["born"], card["sex"]) == ("Nguyễn Văn Mẫu", "1999-02-01", "male")
    assert set(card) == {"citizen_id", "old_id", "name", "born", "sex", "residence", "issued", "notes"}
    kept = b"".join(path.read_bytes() for path in seated.folder.rglob("*") if path.is_file())
    assert b"001099000001" not in kept


def test_a_letter_is_written_printed_and_delivered(seated: Terminal) -> None:
    id = entered(seated)
    out = seated.root / "letter.pdf"
    letter = seated.ask("letter", str(id), "--out", str(out))
    assert (letter["file"], letter["pages"], letter["code"]) == (str(out), 1, "")
    assert out.read_bytes().startswith(b"%PDF-")
    number = str(letter["letter"])
    assert "sentence" in seated.refused(2, "delivered", number, "--way", "home")["trouble"]
    seated.ask("printed", number)
    assert "sentence" in seated.refused(2, "delivered", number)["trouble"]
    seated.ask("delivered", number, "--way", "post", "--with", "Hội Liên hiệp Phụ nữ xã", "--evidence", "ảnh 12")
    assert seated.ask("delivered", number, "--returned", "nhà đi vắng") == {"returned": [1], "why": "nhà đi vắng"}
    seated.ask("delivered", number, "--way", "home", "--reaction", "good")
    report = seated.ask("report", "2026-11", "--out", str(seated.root / "report.pdf"))
    assert report["letters"]["birth"] == {"prepared": 1, "printed": 1, "delivered": 1}
    assert report["reactions"] == {"good": 1, "bad": 0, "none": 0}
    assert (seated.root / "report.pdf").read_bytes().startswith(b"%PDF-")


def test_all_pending_letters_come_in_one_file_and_the_held_ones_are_named(seated: Terminal) -> None:
    entered(seated)
    entered(seated, child_name="Lê Gia Hân", mother_name="Lê Thị Hoa", case="opted_out")
    answer = seated.ask("letters", "--pending", "--out", str(seated.root / "all.pdf"))
    assert (len(answer["letters"]), answer["pages"], answer["held"][0]["ids"]) == (1, 1, [2])


def test_letters_that_never_reached_the_printer_come_again(seated: Terminal) -> None:
    entered(seated)
    (first,) = seated.ask("letters", "--pending", "--out", str(seated.root / "lost.pdf"))["letters"]
    (again,) = seated.ask("letters", "--pending", "--out", str(seated.root / "all.pdf"))["letters"]
    assert again["letter"] == first["letter"]
    seated.ask("printed", str(first["letter"]))
    assert seated.ask("letters", "--pending", "--out", str(seated.root / "none.pdf"))["letters"] == []


def test_a_wrong_password_opens_nothing_and_says_so(seated: Terminal) -> None:
    seated.password = "đoán"
    trouble = seated.refused(1, "find", "an")["trouble"]
    assert trouble["code"] == "wrong-password"
    assert "mật khẩu" in trouble["sentence"].lower()


@pytest.mark.parametrize(
    ("unit", "code"), [("99999", "unknown-unit"), ("75", "not-a-commune"), ("21988", "unit-ended")]
)
def test_a_unit_that_cannot_be_ours_is_refused_and_nothing_is_made(terminal: Terminal, unit: str, code: str) -> None:
    assert terminal.refused(2, "setup", "--unit", unit)["trouble"]["code"] == code
    assert not (terminal.folder / "register.db").exists()


def test_an_unreadable_file_is_named(seated: Terminal) -> None:
    (seated.root / "torn.json").write_bytes(b"\xff\xfe{")
    missing = seated.refused(2, "enter", "birth", str(seated.root / "không có.json"))["trouble"]
    torn = seated.refused(2, "enter", "birth", str(seated.root / "torn.json"))["trouble"]
    assert (missing["code"], torn["code"]) == ("file-unreadable", "file-unreadable")
    assert "không có.json" in missing["sentence"]


def test_a_field_that_no_form_has_is_named(seated: Terminal) -> None:
    trouble = seated.refused(2, "enter", "birth", seated.file("x.json", {**BIRTH, "tên": "x"}))["trouble"]
    assert trouble["code"] == "unknown-fields"
    assert "tên" in trouble["sentence"]


def test_a_clock_set_by_hand_opens_practice_registers_only(terminal: Terminal) -> None:
    terminal.now = ""
    terminal.ask("setup", "--unit", UNIT)
    terminal.now = NOW
    assert terminal.refused(2, "find", "an")["trouble"]["code"] == "practice-only"


def test_a_new_user_gets_a_password_and_only_an_administrator_may_add(seated: Terminal) -> None:
    made = seated.ask("user", "add", "lan", "--role", "clerk")
    assert made["password"]
    result = seated.run("--user", "lan", "user", "add", "nam", "--role", "clerk", "--json")
    assert result.exit_code == 1, "the password of another user opens nothing"
    seated.password = made["password"]
    result = seated.run("--user", "lan", "user", "add", "nam", "--role", "clerk", "--json")
    assert json.loads(result.stdout)["trouble"]["code"] == "not-allowed"


def test_what_asks_for_the_district_says_that_there_is_none(seated: Terminal) -> None:
    entered(seated)
    assert seated.refused(2, "export", "--out", str(seated.root))["trouble"]["code"] == "no-district"


def test_check_runs_without_a_log_in_and_deeper_with_one(seated: Terminal) -> None:
    assert seated.ask("check")["lines"] == 1
    bare = {name: value for name, value in os.environ.items() if not name.startswith("DESK_")}
    done = subprocess.run(
        [sys.executable, "-m", "desk_app.cli", "--data", str(seated.folder), "check", "--json"],
        env=bare,
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout) == {"register": "register.db", "lines": None}


def test_self_test_walks_through_real_work(terminal: Terminal) -> None:
    assert terminal.ask("self-test") == {"passed": ["fonts", "register", "letter", "bundle", "office"]}


def test_a_backup_is_restored_into_an_empty_folder(seated: Terminal) -> None:
    entered(seated)
    copied = seated.ask("backup", str(seated.root / "backups"))
    assert copied["registrations"] == 1
    restored = seated.ask("restore", copied["file"], "--into", str(seated.root / "new"))
    assert (restored["registrations"], restored["epoch"]) == (1, 2)
    again = seated.refused(1, "restore", copied["file"], "--into", str(seated.root / "new"))
    assert again["trouble"]["code"] == "register-exists"


def test_a_disk_that_takes_no_more_leaves_no_half_file(seated: Terminal) -> None:
    id = entered(seated)
    out = seated.root / "letter.pdf"
    env = {**os.environ, "DESK_USER": "clerk", "DESK_PASSWORD": "demo"}
    line = ["--data", str(seated.folder), "--now", NOW, "letter", str(id), "--out", str(out), "--json"]
    seated.ask("letter", str(id), "--out", str(seated.root / "first.pdf"))
    done = subprocess.run(
        [sys.executable, "-m", "desk_app.cli", *line],
        env=env,
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
    )
    assert done.returncode == 1, done.stdout
    assert json.loads(done.stdout)["trouble"]["sentence"]
    assert not out.exists()
    assert list(seated.root.glob("letter.pdf*")) == []


def test_every_document_keeps_names_out_of_file_names(seated: Terminal) -> None:
    entered(seated)
    seated.ask("backup", str(seated.root / "backups"))
    names = [path.name.lower() for path in Path(seated.root).rglob("*")]
    assert not [name for name in names if "minh" in name or "anh" in name]
