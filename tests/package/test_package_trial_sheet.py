"""The printed trial for the first real PC: two A4 pages, every step with a box and room for a pen."""

import re
from pathlib import Path

import house_rules as rules
import pypdfium2
from click.testing import CliRunner

from common.words import trial_sheet as said
from desk_app.cli.commands import main

NOT_TRIED = (rules.TOP / "docs" / "not-tried.md").read_text(encoding="utf-8")
STEPS = [step for _, steps in said.PARTS for step in steps]


def printed(folder: Path) -> pypdfium2.PdfDocument:
    """The sheet as the command writes it, without a register anywhere."""
    out = folder / "buoi-thu.pdf"
    done = CliRunner().invoke(main, ["--data", str(folder / "none"), "trial-sheet", "--out", str(out)])
    assert done.exit_code == 0, done.output
    return pypdfium2.PdfDocument(out.read_bytes())


def test_it_is_two_pages_of_a4_with_every_step_in_its_order(tmp_path: Path) -> None:
    with printed(tmp_path) as sheet:
        assert [tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in sheet] == [(210, 297)] * 2
        text = re.sub(r"\s+", " ", " ".join(page.get_textpage().get_text_range() for page in sheet))
    places = [text.index(act) for act, _ in STEPS]
    assert places == sorted(places)
    assert all(expected.split(".")[0].split(";")[0][:24] in text for _, expected in STEPS)


def test_nothing_lies_over_anything_else_at_the_foot_of_a_page(tmp_path: Path) -> None:
    with printed(tmp_path) as sheet:
        for page in sheet:
            words = page.get_textpage()
            feet = {round(words.get_charbox(n)[1]) for n in range(words.count_chars())}
            assert min(feet) > 15


def test_what_could_not_be_tried_names_steps_that_are_there() -> None:
    named = [
        int(number) for span in re.findall(r"\(([0-9–, ]+)\) \|", NOT_TRIED) for number in re.findall("[0-9]+", span)
    ]
    assert max(named) == len(STEPS)
    assert {said.PARTS[0][1][0][0], said.PARTS[-1][1][-1][0]} <= {act for act, _ in STEPS}


def test_every_matter_of_the_first_pc_is_on_the_sheet() -> None:
    told = " ".join(word for step in STEPS for word in step)
    for matter in ("tệp cài đặt", "UniKey", "Thử máy quét", "trang thử có thước", "USB", "khôi phục", "bộ cài", "gỡ"):
        assert matter in told, matter
    assert "!" not in told
