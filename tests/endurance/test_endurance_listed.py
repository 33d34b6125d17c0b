"""`make endure` finds by itself what the suite keeps small."""

from __future__ import annotations

from pathlib import Path

from tools.endurance.listed import endured, said

TESTS = Path(__file__).resolve().parents[1]


def test_what_reads_the_word_itself_or_through_a_module_beside_it_is_run_at_full_size(tmp_path: Path) -> None:
    (tmp_path / "sizes.py").write_text('import os\nMANY = os.environ.get("ENDURE")\n', encoding="utf-8")
    (tmp_path / "test_one.py").write_text('"""One.\n\nMore."""\nfrom sizes import MANY\n', encoding="utf-8")
    (tmp_path / "test_two.py").write_text('import os\nMANY = os.environ.get("ENDURE")\n', encoding="utf-8")
    (tmp_path / "test_three.py").write_text("import os\n", encoding="utf-8")
    found = list(endured(tmp_path))
    assert [path.name for path in found] == ["test_one.py", "test_two.py"]
    assert [said(path) for path in found] == ["One.", ""]


def test_the_tests_of_faults_upgrades_and_endurance_are_among_them() -> None:
    found = {path.relative_to(TESTS).as_posix() for path in endured(TESTS)}
    assert {"faults/test_faults_writes.py", "db/test_db_upgrade_struck.py", "endurance/test_endurance_week.py"} <= found
