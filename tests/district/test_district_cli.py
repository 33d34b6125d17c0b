"""The district's command line, by click's runner on real folders, and once as a process of its own."""

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import anyio
import httpx
import pytest
from click.testing import CliRunner
from pretend_desk import CHEAP, Clock, PretendDesk, enrol

from common.model_report import read_content
from district.cli import server
from district.cli.commands import main
from district.cli.line import Line
from district.cli.serve import Served
from district.house import World, open_district
from district.paths import Folder
from district.web.faces import OfficeFace

NOW = "2026-11-05T12:00"


@pytest.fixture
def folder(made, tmp_path):
    """A practice office made with cheap keys: `setup` itself pays the full price once, in its own test."""
    shutil.copytree(made, tmp_path / "district")
    return tmp_path / "district"


@pytest.fixture
def run(folder):
    """Runs a command of that office as `officer`; returns (status, parsed JSON or text)."""

    def call(*words, password="demo", user="officer", now=NOW):
        environment = {"DISTRICT_USER": user, "DISTRICT_PASSWORD": password}
        given = [*map(str, words), "--data", str(folder), *(("--now", now) if now else ())]
        done = CliRunner().invoke(main, given, env=environment, catch_exceptions=False)
        told = done.stdout.strip()
        return done.exit_code, json.loads(told) if "--json" in given and told else done.output

    return call


@pytest.fixture
def desk(folder, tmp_path):
    """A desk taken in by the house itself; the command is slower by the six words that it tells."""
    district = open_district(Folder(folder), None, World(Clock(), os.urandom))
    desk = enrol(district, PretendDesk(), district.users.log_in("officer", "demo"))
    written(tmp_path / "card.mctt", desk.card().raw)
    district.close()
    return desk


def written(path, raw):
    path.write_bytes(raw)
    return path


def test_options_of_the_program_may_stand_anywhere_but_behind_two_dashes():
    assert main.hoisted(["status", "--json", "--data", "x"]) == ["--json", "--data", "x", "status"]
    assert main.hoisted(["import", "--now=2026", "--", "--json"]) == ["--now=2026", "import", "--", "--json"]


def test_setup_makes_an_office_whose_first_user_logs_in(tmp_path):
    base = ["--data", str(tmp_path / "new"), "--user", "officer"]
    (tmp_path / "password").write_text("bí mật\n", encoding="utf-8")
    given = [*base, "--password-file", str(tmp_path / "password")]
    done = CliRunner().invoke(main, ["setup", "--unit", "01", "--host", "gopy.hanoi.example", *given, "--json"])
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["practice"] is False
    assert {path.name for path in (tmp_path / "new").iterdir()} >= {
        "office.db",
        "public.db",
        "keys.json",
        "public-keys.json",
        "secret.bin",
    }
    status = CliRunner().invoke(main, ["status", "--json", *given])
    assert json.loads(status.stdout)["unit_name"] == "thành phố Hà Nội"
    again = CliRunner().invoke(main, ["setup", "--unit", "01", "--host", "gopy.hanoi.example", *given])
    assert again.exit_code == 1
    assert "Không có gì bị ghi đè" in again.output
    clock = CliRunner().invoke(main, ["status", "--now", "2026-01-01", *given])
    assert (clock.exit_code, "--now" in clock.output) == (2, True)


@pytest.mark.parametrize(
    ("unit", "host", "says"),
    [
        ("99", "gopy.example", "99"),
        ("550", "gopy.example", "Huyện Tuy Phước đã sáp nhập"),
        ("00070", "gopy.example", "cấp xã"),
        ("01", "a" * 41, "41 ký tự"),
        ("01", "gopy_xa.example", "chưa phải tên miền"),
    ],
)
def test_setup_refuses_what_cannot_be_and_writes_nothing(unit, host, says, tmp_path):
    environment = {"DISTRICT_USER": "officer", "DISTRICT_PASSWORD": "demo"}
    given = ["setup", "--unit", unit, "--host", host, "--data", str(tmp_path / "new")]
    done = CliRunner().invoke(main, given, env=environment)
    assert done.exit_code == 2
    assert says in done.output
    assert not (tmp_path / "new").exists()


def test_a_district_of_2024_and_its_communes_can_be_practised(tmp_path):
    environment = {"DISTRICT_USER": "officer", "DISTRICT_PASSWORD": "demo"}
    base = ["--data", str(tmp_path / "huyen"), "--now", "2024-06-01", "--json"]
    made = CliRunner().invoke(main, ["setup", "--unit", "550", "--host", "gopy.example", *base], env=environment)
    assert json.loads(made.stdout)["unit_name"] == "huyện Tuy Phước"
    card = written(tmp_path / "card.mctt", PretendDesk(unit="21964").card().raw)
    done = CliRunner().invoke(main, ["enrol", str(card), "--out", str(tmp_path), *base], env=environment)
    assert json.loads(done.stdout)["unit"] == "21964"
    late = CliRunner().invoke(
        main, ["enrol", str(card), "--out", str(tmp_path), *base, "--now", "2025-08-01"], env=environment
    )
    assert (late.exit_code, "không thuộc" in late.output) == (2, True)


def test_a_bundle_goes_in_a_receipt_and_a_report_come_out(run, desk, tmp_path):
    for _ in range(3):
        desk.register_birth()
    bundle = written(tmp_path / "goi.mctt", desk.bundle())
    status, told = run("import", bundle, "--receipts", tmp_path / "receipts", "--json")
    (row,) = told
    assert (status, row["verdict"], row["applied"], row["set_aside"]) == (0, "accepted", 3, 0)
    assert set(row) == {"file", "verdict", "sentence", "applied", "set_aside"}
    receipt = tmp_path / "receipts" / "BN-00070-1_so-1.mctt"
    first = receipt.read_bytes()
    status, told = run("import", bundle, "--receipts", tmp_path / "receipts", "--json")
    assert (status, told[0]["verdict"]) == (0, "already-accepted")
    assert "Đã có từ 05/11, nội dung giống hệt." in told[0]["sentence"]
    assert receipt.read_bytes() == first
    status, report = run("report", "2026-10", "--json", "--out", tmp_path / "report.pdf")
    assert (status, report["events"]) == (0, {"birth": 3, "marriage": 0, "death": 0})
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    status, _ = run("report", "2026-10", "--unit", "00070", "--out", tmp_path / "report.json")
    kept = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    told = read_content(json.dumps(kept["content"]).encode())
    assert (told.figures.report.to_json(), told.office) == (report, "phường Hoàn Kiếm")
    for form in ("docx", "xlsx"):
        assert run("report", "2026-10", "--out", tmp_path / f"report.{form}")[0] == 0
        assert (tmp_path / f"report.{form}").read_bytes().startswith(b"PK")
    assert run("report", "2026-10", "--unit", "00082", "--json")[1]["events"]["birth"] == 0


def test_waiting_files_named_on_one_line_heal_each_other(run, desk, tmp_path):
    desk.register_birth()
    first = written(tmp_path / "1.mctt", desk.bundle())
    desk.register_birth()
    second = written(tmp_path / "2.mctt", desk.bundle(basis=1))
    status, told = run("import", second, first, "--dry-run", "--json")
    assert (status, [row["verdict"] for row in told]) == (0, ["accepted", "accepted"])
    assert run("report", "2026-10", "--json")[1]["events"]["birth"] == 0
    status, told = run("import", second, first, "--json")
    assert (status, [row["verdict"] for row in told]) == (0, ["accepted", "accepted"])
    assert run("status", "--json")[1]["desks"][0]["head"] == 2


def test_unreadable_and_foreign_files_get_a_sentence_and_do_not_stop_the_others(run, desk, tmp_path):
    desk.register_birth()
    good = written(tmp_path / "good.mctt", desk.bundle())
    foreign = written(tmp_path / "foreign.mctt", b"hello")
    status, told = run("import", tmp_path / "missing.mctt", foreign, good, "--json")
    assert status == 1
    assert [row["verdict"] for row in told] == ["unreadable", "not-a-bundle", "accepted"]
    assert all(row["sentence"] for row in told)


def test_a_receipt_that_cannot_be_written_is_told_and_the_next_import_makes_it_again(run, desk, tmp_path):
    desk.register_birth()
    bundle = written(tmp_path / "goi.mctt", desk.bundle())
    blocked = written(tmp_path / "blocked", b"a file where a folder should be")
    status, told = run("import", bundle, "--receipts", blocked)
    assert (status, "blocked" in told) == (1, True)
    status, _ = run("import", bundle, "--receipts", tmp_path / "receipts")
    assert status == 0
    assert (tmp_path / "receipts" / "BN-00070-1_so-1.mctt").exists()


def test_held_words_make_bundles_wait_until_they_are_ticked(run, tmp_path):
    desk = PretendDesk("held")
    card = written(tmp_path / "card.mctt", desk.card().raw)
    _, told = run("enrol", card, "--out", tmp_path / "khoa.mctt", "--hold", "--json")
    desk.take_enrolment((tmp_path / "khoa.mctt").read_bytes())
    desk.register_birth()
    bundle = written(tmp_path / "goi.mctt", desk.bundle())
    status, rows = run("import", bundle, "--json")
    assert (status, rows[0]["verdict"]) == (0, "waiting")
    assert "sáu chữ" in rows[0]["sentence"]
    wrong = run("enrol", "--confirm", told["desk"], "--words", "một hai ba bốn năm sáu")
    assert (wrong[0], "chưa giống" in wrong[1]) == (2, True)
    status, ticked = run("enrol", "--confirm", told["desk"], "--words", " ".join(told["words"]), "--json")
    assert (status, ticked["taken"]) == (0, 1)
    assert run("report", "2026-10", "--json")[1]["events"]["birth"] == 1


def test_a_lost_enrolment_is_made_again_under_the_same_number_until_the_desk_is_revoked(run, desk, tmp_path):
    card = tmp_path / "card.mctt"
    status, told = run("enrol", card, "--out", tmp_path, "--json")
    assert (status, told["desk"], told["confirmed"], len(told["words"])) == (0, 1, True, 6)
    assert len(list(tmp_path.glob("KHOA-00070-1_so-*.mctt"))) == 1
    status, refused = run("enrol", card, "--out", tmp_path, "--number", 2)
    assert (status, "là sổ của quầy số 1, không phải quầy số 2" in refused) == (2, True)
    assert run("revoke", 1)[0] == 0
    status, told = run("enrol", card, "--out", tmp_path)
    assert (status, "thu hồi" in told) == (2, True)


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("report", "tháng mười"), 2, "Chưa hiểu kỳ"),
        (("report", "2026-Q4@sở"), 2, "@"),
        (("report", "2026", "--out", "report.odt"), 2, ".odt"),
        (("report", "2026", "--unit", "99"), 2, "99"),
        (("revoke", "7"), 2, "quầy số 7"),
        (("enrol", "missing.mctt", "--out", "x"), 2, "missing.mctt"),
        (("serve", "--proxy", "nginx"), 2, "nginx không phải địa chỉ IP"),
        (("status", "--now", "hôm qua"), 2, "hôm qua"),
    ],
)
def test_bad_words_on_the_line_get_their_sentence(words, status, says, run):
    answered = run(*words, now="" if "--now" in words else NOW)
    assert answered[0] == status
    assert says in answered[1]


def test_what_is_no_card_is_not_enrolled(run, desk, tmp_path):
    desk.register_birth()
    bundle = written(tmp_path / "goi.mctt", desk.bundle())
    status, told = run("enrol", bundle, "--out", tmp_path / "x.mctt")
    assert (status, "Không phải thẻ quầy" in told) == (2, True)
    elsewhere = written(tmp_path / "card2.mctt", PretendDesk("far", unit="21583").card().raw)
    status, told = run("enrol", elsewhere, "--out", tmp_path / "x.mctt")
    assert (status, "không thuộc" in told) == (2, True)
    assert not (tmp_path / "x.mctt").exists()


def test_a_wrong_password_an_unknown_name_and_a_missing_one_stay_outside(run, folder):
    for given in ({"password": "wrong"}, {"user": "nobody"}):
        status, told = run("status", **given)
        assert (status, "Tên hoặc mật khẩu chưa đúng" in told) == (1, True)
    assert run("status", user="")[0] == 2
    assert run("status", password="")[0] == 2


def test_an_auditor_reads_and_does_not_import(run, desk, tmp_path, monkeypatch):
    monkeypatch.setenv("DISTRICT_NEW_PASSWORD", "xem thôi")
    assert run("user", "add", "thanh", "--role", "auditor")[0] == 0
    auditor = {"user": "thanh", "password": "xem thôi"}
    assert run("status", "--json", **auditor)[0] == 0
    status, told = run("import", tmp_path / "card.mctt", **auditor)
    assert (status, "vai trò khác" in told) == (1, True)
    assert run("user", "add", "ai", "--role", "officer", **auditor)[0] == 1
    monkeypatch.setenv("DISTRICT_NEW_PASSWORD", "mở khóa")
    assert run("user", "add", "lan", "--role", "officer")[0] == 0
    assert run("import", tmp_path / "card.mctt", user="lan", password="mở khóa", now=NOW)[0] == 1
    assert run("user", "add", "lan", "--role", "officer")[0] == 1


def test_a_backup_is_whole_and_opens_by_itself(run, desk, tmp_path):
    desk.register_birth()
    run("import", written(tmp_path / "goi.mctt", desk.bundle()))
    status, told = run("backup", tmp_path / "copy", "--json")
    assert (status, len(told["files"])) == (0, 6)
    kept = CliRunner().invoke(main, ["check", "--data", str(tmp_path / "copy"), "--json"])
    assert json.loads(kept.stdout) == {"desks": 1, "lines": 1, "flaws": []}
    status, told = run("backup", tmp_path / "copy")
    assert (status, "không trống" in told) == (1, True)


def test_a_changed_line_is_found_by_check(run, desk, folder, tmp_path):
    desk.register_birth()
    run("import", written(tmp_path / "goi.mctt", desk.bundle()))
    with closing(sqlite3.connect(Folder(folder).office)) as held, held:
        held.execute("UPDATE positions SET line = CAST(replace(line, 'birth', 'death') AS BLOB)")
    status, told = run("check", "--json")
    assert status == 1
    assert told["flaws"] == [{"code": "chain-broken", "place": "1:1"}]


def test_a_folder_without_an_office_or_with_a_foreign_file_is_named(run, tmp_path):
    missing = CliRunner().invoke(main, ["check", "--data", str(tmp_path / "nothing")])
    assert (missing.exit_code, "chưa được lập" in missing.output) == (1, True)
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign" / "office.db").write_bytes(b"not a database at all, but long enough" * 100)
    foreign = CliRunner().invoke(main, ["check", "--data", str(tmp_path / "foreign")])
    assert (foreign.exit_code, "đã hỏng" in foreign.output) == (1, True)


def test_a_port_that_is_taken_is_named(run):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, told = run("serve", "--port", port)
    assert (status, str(port) in told) == (1, True)


def test_a_damaged_file_of_answers_is_named_and_left_alone(run, folder):
    raw = b"no database of answers" * 500
    for companion in ("public.db-wal", "public.db-shm"):
        (folder / companion).unlink(missing_ok=True)
    Folder(folder).public.write_bytes(raw)
    for words in (("check",), ("status",), ("serve", "--only", "public", "--port", "18999")):
        status, told = run(*words, now="")
        assert (status, "đã hỏng" in told) == (1, True)
    assert Folder(folder).public.read_bytes() == raw


def test_both_faces_are_served_by_a_process_of_its_own(folder):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    given = ["serve", "--port", str(port), "--data", str(folder), "--now", NOW]
    environment = os.environ | {"PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "district.cli", *given],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment,
    ) as served:
        try:
            assert f"127.0.0.1:{port}" in served.stdout.readline()
            transport = httpx.HTTPTransport(retries=8)
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", transport=transport) as client:
                assert client.get("/").status_code == 200
                login = client.get("/van-phong/login")
                assert login.status_code == 200
                headers = {"origin": f"http://127.0.0.1:{port}"}
                form = {"user": "officer", "password": "demo"}
                inside = client.post("/van-phong/login", data=form, headers=headers, follow_redirects=True)
                assert inside.status_code == 200
        finally:
            served.terminate()


def test_people_are_listed_changed_and_removed_and_every_change_stands_in_the_journal(run, tmp_path, monkeypatch):
    for room in ("people", "office"):
        monkeypatch.setattr(f"district.cli.{room}.Cost", lambda: CHEAP)
    monkeypatch.setenv("DISTRICT_NEW_PASSWORD", "")
    password = run("user", "add", "lan", "--role", "auditor", "--json")[1]["password"]
    assert run("status", user="lan", password=password)[0] == 0
    changed = run("user", "role", "lan", "--role", "officer", "--json")[1]
    assert run("status", user="lan", password=changed["password"])[0] == 0
    told = run("user", "password", "lan")[1]
    assert "Mật khẩu mới:" in told
    assert run("status", user="lan", password=changed["password"])[0] == 1
    assert run("user", "role", "lan", "--role", "leader", "--json")[1] == {"user": "lan", "role": "leader"}
    assert [one["role"] for one in run("user", "list", "--json")[1]] == ["leader", "administrator"]
    assert run("user", "remove", "lan")[0] == 0
    for refused in (
        ("remove", "lan"),
        ("remove", "officer"),
        ("password", "ai"),
        ("role", "officer", "--role", "leader"),
    ):
        assert run("user", *refused)[0] == 1
    acts = run("journal", "--by", "officer", "--limit", 5, "--json")[1]
    assert [one["act"] for one in acts] == ["user-remove", *["user-change"] * 3, "user-add"]
    assert run("journal", "--out", tmp_path / "acts.csv", "--from", "2026-11-05", "--to", "2026-11-05")[0] == 0
    assert "cho người dùng thôi,lan" in (tmp_path / "acts.csv").read_text(encoding="utf-8-sig")
    assert run("journal", "--from", "hôm qua")[0] == 2


def test_a_desk_is_ended_and_revoked_with_a_reason_and_what_waits_is_dropped(run, desk, folder, tmp_path):
    assert "thôi dùng" in run("end", desk.number)[1]
    assert run("enrol", tmp_path / "card.mctt", "--hold", "--out", tmp_path / "key.mctt")[0] == 0
    assert run("enrol", "--drop", desk.number, "--json") == (0, {"desk": desk.number, "dropped": True})
    assert run("enrol", "--drop", desk.number)[0] == 2
    assert run("revoke", desk.number, "--older", "--reason", "mất máy", "--json")[1]["keys"] == 0
    assert run("revoke", desk.number, "--reason", "mất máy", "--json")[1]["state"] == "revoked"
    assert run("status", "--json")[1]["clashes"] == []
    assert "đã thu hồi" in run("status")[1]


def test_two_desks_in_one_book_are_told_where_bundles_come_in_and_in_the_status(run, desk, folder, tmp_path):
    district = open_district(Folder(folder), None, World(Clock(), os.urandom))
    second = enrol(district, PretendDesk("second"), district.users.log_in("officer", "demo"))
    district.close()
    for one in (desk, second):
        figures = {"event": "birth", "registered_on": "2026-10-05", "registration_type": 1, "late": 0}
        one.add("registered", figures | {"unit": one.unit, "book": "ab" * 8})
    files = [written(tmp_path / f"{one.number}.mctt", one.bundle()) for one in (desk, second)]
    rows = run("import", *files, "--json")[1]
    assert [f"quầy {desk.number} cùng ghi một quyển" in row["sentence"] for row in rows] == [False, True]
    assert f"quầy {desk.number} và quầy {second.number} cùng ghi một quyển khai sinh" in run("status")[1]


@pytest.mark.parametrize(("only", "path"), [("office", "/login"), ("public", "/"), (None, "/van-phong/login")])
def test_a_worker_serves_what_its_parent_was_told_and_believes_the_named_proxy_alone(folder, monkeypatch, only, path):
    line = Line(folder, "", "", "", None, NOW, False)
    monkeypatch.setenv(server.TOLD, server._told(line, Served(only, "127.0.0.1", 8080, 2, ("10.0.0.5",))))
    app = server.worker()
    with ThreadPoolExecutor(1) as beside:  # the browser of other tests keeps a loop running in this thread
        answers = [beside.submit(anyio.run, visit, app, proxy, path).result() for proxy in ("10.0.0.5", "10.0.0.6")]
    # The public face has no log-in: whatever is sent to its first page is read as a code that nobody knows.
    assert answers == [(200, 404 if only == "public" else shut) for shut in (401, 403)]


async def visit(app, proxy, path):
    """What a page, and a wrong password sent to it, are answered by when that machine hands them on."""
    own = {"x-forwarded-proto": "https", "origin": "https://office.example", "sec-fetch-site": "same-origin"}
    transport = httpx.ASGITransport(app, client=(proxy, 5000))
    async with httpx.AsyncClient(transport=transport, base_url="http://office.example", headers=own) as caller:
        sent = await caller.post(path, data={"user": "officer", "password": "no"})
        return (await caller.get(path)).status_code, sent.status_code


def test_the_pages_ask_from_another_set_as_soon_as_it_is_chosen(run, folder):
    assert run("questions", "--json")[1]["questions"] == "service-3"
    _, told = run("questions", "service-5")
    assert "năm mức (service-5): Rất hài lòng · Hài lòng · Bình thường · " in told
    face = OfficeFace.from_bytes(Folder(folder).public_face.read_bytes())
    assert (face.questions, run("questions", "--json")[1]["scale"]) == ("service-5", 5)
    assert run("questions", "service-9")[0] == 2
    assert "đổi bộ câu hỏi, bộ service-5" in run("journal")[1]


def test_a_communes_network_is_entered_listed_and_taken_out(run, desk):
    assert run("network", "list")[1].strip() == "Chưa ghi mạng nào của xã."
    assert run("network", "add", desk.unit, "203.0.113.7/24", "--json") == (
        0,
        {"unit": desk.unit, "network": "203.0.113.0/24", "new": True},
    )
    assert [one["network"] for one in run("network", "list", "--json")[1]] == ["203.0.113.0/24"]
    assert "đã được ghi từ trước" in run("network", "add", desk.unit, "203.0.113.0/24")[1]
    status, told = run("network", "add", desk.unit, "mạng xã")
    assert (status, "Chưa ghi gì" in told) == (2, True)
    assert run("network", "remove", desk.unit, "203.0.113.0/24")[0] == 0
    assert run("network", "remove", desk.unit, "203.0.113.0/24")[0] == 2
