"""Reports that communes issued and packs of evidence that they made, looked at from the command line."""

import hashlib
import json
import zipfile

import pytest
from click.testing import CliRunner
from pretend_desk import PretendDesk, enrol

from district.cli.commands import main

MANIFEST = {"format": "motcua-evidence-pack/1", "unit": "00070", "year": 2026, "version": 1}


@pytest.fixture
def run(district, tmp_path):
    """Runs a command of the open office as `officer`; (status, parsed JSON or text)."""
    environment = {"DISTRICT_USER": "officer", "DISTRICT_PASSWORD": "demo"}

    def call(*words):
        given = [*map(str, words), "--data", str(tmp_path / "district"), "--now", "2026-11-05T12:00"]
        done = CliRunner().invoke(main, given, env=environment, catch_exceptions=False)
        return done.exit_code, json.loads(done.stdout) if "--json" in given else done.output

    return call


def pack(path, content=b"%PDF", told=b"%PDF"):
    """A pack with one member; its digest."""
    members = [{"path": "01.pdf", "sha256": hashlib.sha256(told).hexdigest(), "size": len(told)}]
    raw = json.dumps({**MANIFEST, "members": members}).encode()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("01.pdf", content)
        archive.writestr("manifest.json", raw)
    return hashlib.sha256(raw).hexdigest()


def test_who_issued_a_report_is_listed_with_version_day_and_digest(run, district, officer, sitting):
    desk = enrol(district, PretendDesk(), officer)
    enrol(district, PretendDesk("other", "00082"), officer)
    told = {"first": "2026-06-15", "last": "2026-09-14", "digest": "ab" * 32, "calendar": "quy-14"}
    subject = desk.add("report-issued", told, on="2026-09-14")
    desk.add("report-issued", told | {"digest": "cd" * 32}, subject, 2, "2026-10-01")
    assert sitting.receive(desk.bundle()).verdict == "accepted"
    status, value = run("reports", "issued", "2026-Q3@quy-14", "--json")
    assert (status, value["due"]) == (0, "2026-09-14")
    other, own = value["communes"]
    assert (other["unit"], other["state"], other["version"]) == ("00082", "missing", None)
    days = {"on": "2026-10-01", "first_on": "2026-09-14"}
    known = {"unit": "00070", "name": "Phường Hoàn Kiếm", "state": "in-time", "version": 2, "digest": "cd" * 32}
    assert own == known | days
    status, said = run("reports", "issued", "2026-Q3@quy-14")
    assert "Phường Hoàn Kiếm: bản 2, 01/10/2026, dấu cdcd cdcd cdcd cdcd" in said
    assert "Phường Cửa Nam: quá hạn, chưa thấy" in said


def test_a_pack_is_held_against_the_line_that_told_of_it(run, district, officer, sitting, tmp_path):
    desk = enrol(district, PretendDesk(), officer)
    digest = pack(tmp_path / "ho-so.zip")
    counts = {"year": 2026, "files": 1, "letters": 0}
    subject = desk.add("evidence-pack", {**counts, "digest": digest})
    sent = len(desk.lines)
    assert sitting.receive(desk.bundle()).verdict == "accepted"
    status, value = run("check-pack", tmp_path / "ho-so.zip", "--json")
    assert (status, value["digest"], value["newest"], value["members"]) == (0, digest, True, 1)
    desk.add("evidence-pack", {**counts, "digest": "ab" * 32}, subject, 2)
    assert sitting.receive(desk.bundle(basis=sent)).verdict == "accepted"
    status, said = run("check-pack", tmp_path / "ho-so.zip")
    assert (status, "xã đã lập bản mới hơn, bản 2" in said) == (0, True)


@pytest.mark.parametrize(
    ("put", "says"),
    [
        (lambda path: pack(path), "Chưa xã nào báo lên tập có dấu"),
        (lambda path: pack(path, b"%PDX"), "có 1 tệp không khớp danh mục, như 01.pdf"),
        (lambda path: path.write_bytes(b"PK\3\4 cut"), "chưa phải tập hồ sơ kiểm chứng"),
        (lambda path: None, "ho-so.zip"),
    ],
)
def test_what_is_no_pack_of_a_commune_is_told_so(run, district, tmp_path, put, says):
    put(tmp_path / "ho-so.zip")
    status, said = run("check-pack", tmp_path / "ho-so.zip")
    assert (status, says in said) == (2, True)
