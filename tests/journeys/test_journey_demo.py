"""The demo from end to end, small: both programs as processes, letters, bundles, taps, receipts, counts."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

TOP = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    out = tmp_path_factory.mktemp("demo-out")
    started = ["-m", "demo"] if os.environ.get("ENDURE") else [str(Path(__file__).with_name("demo_forked.py"))]
    command = [
        sys.executable,
        *started,
        "--births",
        "3",
        "--marriages",
        "0",
        "--deaths",
        "0",
        "--void",
        "1",
        "--months",
        "1",
        "--no-pictures",
    ]
    here = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(TOP)}
    told = subprocess.run(
        [*command, "--out", str(out)], env=here, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert told.returncode == 0, told.stdout + told.stderr
    return out, told.stdout


@pytest.mark.timeout(400)
def test_three_births_of_which_one_is_taken_back_are_two_on_both_sides(played):
    out, told = played
    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    for side in (summary["all"], summary["district"]):
        assert side["events"] == {"birth": 2, "marriage": 0, "death": 0}
        assert side["letters"]["birth"] == {"prepared": 2, "printed": 2, "delivered": 2}
    assert set(summary["desks"]) == {"1", "2"}
    assert "Đã trao 2 / 0 / 0 thư, trên 1 tờ giấy." in told


def test_the_letters_are_left_a_sheet_each_and_no_file_is_named_after_anybody(played):
    out, _ = played
    letters = sorted((out / "letters").glob("*.pdf"))
    assert sum(len(PdfDocument(letter)) for letter in letters) == 2
    assert all(letter.name.isascii() for letter in letters)


def test_the_drafts_with_typed_names_are_taken_away(played):
    out, _ = played
    assert not (out / "drafts").exists()
    assert {path.name for path in out.iterdir()} >= {
        "bundles",
        "receipts",
        "desk-1",
        "desk-2",
        "district",
        "report.pdf",
        "bao-cao-quay-1.pdf",
    }
