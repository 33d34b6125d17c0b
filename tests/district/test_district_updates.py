"""The office gathers letters, calendars and question sets from files and folders, looks at them, and signs them for all
its desks."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from update_samples import NEW_WORDS, calendar, letter, new_calendar, questions

from district.cli.commands import main
from district.house import World, open_district
from district.paths import Folder
from exchange.update import open_update


@pytest.fixture
def folder(made, tmp_path):
    return shutil.copytree(made, tmp_path / "district")


@pytest.fixture
def handed(tmp_path):
    """A folder with everything that may be handed down."""
    place = tmp_path / "gửi xã"
    place.mkdir()
    (place / "marriage-card.txt").write_text(letter()["text"], encoding="utf-8-sig")
    (place / "lịch.json").write_text(json.dumps([calendar(), new_calendar()]), encoding="utf-8")
    (place / "bộ câu hỏi.json").write_text(json.dumps(questions()), encoding="utf-8")
    (place / "ghi chú.docx").write_bytes(b"x")
    return place


def run(folder, *words, plain=False):
    environment = {"DISTRICT_USER": "officer", "DISTRICT_PASSWORD": "demo"}
    given = ["--data", str(folder), "--now", "2026-11-05T02:00", *map(str, words), *([] if plain else ["--json"])]
    done = CliRunner().invoke(main, given, env=environment, catch_exceptions=False)
    return done.exit_code, done.stdout if plain else json.loads(done.stdout)


def test_a_folder_is_looked_at_then_signed_and_the_act_is_listed(folder, handed, tmp_path):
    code, said = run(folder, "update", handed, "--from", "2026-12-01", plain=True)
    assert code == 0
    assert "dùng từ 01/12/2026" in said
    assert "Lịch báo cáo “Báo cáo phong trào thi đua”" in said
    assert not list(tmp_path.glob("CN-*"))
    code, told = run(folder, "update", handed, "--from", "2026-12-01", "--out", tmp_path)
    assert (code, told["edition"]) == (0, "2026-11-05")
    assert told["parts"][0] == ["letter", "marriage-card"]
    office = open_district(Folder(folder), None, World(None, None))
    try:
        verify = office.users.log_in("officer", "demo").open_secrets().keys.public.verify
        assert Path(told["file"]).name == f"CN-{office.facts.unit}_2026-11-05.mctt"
    finally:
        office.close()
    opened = open_update(Path(told["file"]).read_bytes(), verify)
    assert opened.document == told["document"]
    assert NEW_WORDS in opened.parts.letters[0].text
    assert sorted(one.id for one, _ in opened.parts.calendars) == ["phong-trao", "quy-14"]
    second = run(folder, "update", handed / "lịch.json", "--out", tmp_path)[1]["file"]
    assert second.endswith("2026-11-05_2.mctt")
    listed = run(folder, "journal", plain=True)[1]
    assert "ký tệp cập nhật cho các quầy, bản ngày 2026-11-05: lịch báo cáo, mẫu thư, bộ câu hỏi" in listed


@pytest.mark.parametrize(
    ("name", "text", "code", "what"),
    [
        ("marriage-card.txt", letter()["text"].replace("{xa}", "{mat_khau}", 1), "bad-update-part", "Dòng "),
        ("condolence-card.txt", "tên: a", "bad-update-part", ""),
        ("bưu thiếp.txt", letter()["text"], "update-file-unknown", ""),
        ("lịch.json", json.dumps(calendar(terms=[])), "bad-update-part", "terms"),
        ("lịch.json", json.dumps(calendar(since=1.5)), "bad-update-part", ""),
        ("lịch.json", "[" * 5000, "update-file-unknown", ""),
        ("lịch.json", "[]", "update-nothing", ""),
        ("thư.json", json.dumps({"format": "motcua-letters/1", "letters": 3}), "bad-update-part", ""),
        ("bộ.json", json.dumps([questions(version=at) for at in range(1, 60)]), "bad-update-part", ""),
        ("ảnh.png", "x", "update-file-unknown", ""),
    ],
)
def test_what_no_desk_would_take_is_not_signed(folder, tmp_path, name, text, code, what):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    status, told = run(folder, "update", path, "--out", tmp_path)
    assert (status, told["trouble"]["code"]) == (2, code)
    assert what in told["trouble"]["sentence"]
    assert not list(tmp_path.glob("CN-*"))
