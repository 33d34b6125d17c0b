"""L6: a thousand letters of every kind read back by other programs: the file, its words, its fonts, its symbols."""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

import pypdfium2
import zxingcpp
from PIL import Image, ImageFilter

from benchmarks.cards import cards
from benchmarks.rows import Row, at_most, not_here
from common.dates import PartialDate
from common.names import PersonName
from demo import names
from desk_app.domain.events import AnyRegistration, Birth, Death, Marriage
from desk_app.domain.office import Office, Signatory
from desk_app.domain.people import Person, Sex
from desk_app.letters.compose import Order, PrintedCode, compose
from desk_app.letters.draw import draw
from desk_app.letters.setpage import SetPage
from desk_app.letters.stock import open_stock

RESOURCES = Path("resources")
TOOLS = ("qpdf", "pdftotext", "pdffonts")
DAY = date(2026, 11, 20)
OFFICE = Office("26461", "xã An Liên", "tỉnh Nam Hải", "An Liên", "0200 3555 018")
SIGNED = Signatory("Phạm Quốc Thịnh", ("CHỦ TỊCH",), date(2024, 1, 1))
PRINT, SCREEN, COPY = 150, 72, 300
EACH_ON_SCREEN, EACH_COPIED = 10, 25
QUIET = 4
BLUR_MM, PAPER_GREY, INK_GREY = 0.35, 225, 60


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter's page, and whose names must be read on it."""

    page: SetPage
    names: tuple[str, ...]


def rows(count: int = 1000) -> Iterator[Row]:
    """The rows about validity: how many of the letters have a fault."""
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        yield not_here("L6", 0, f"not on this machine: {', '.join(missing)}")
        return
    made = list(letters(count))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "letters.pdf"
        file.write_bytes(draw((letter.page for letter in made), open_stock(RESOURCES)))
        yield at_most("L6", faults_of_file(file), 0, "faults told by qpdf --check, fonts that are not embedded", count)
        yield at_most("L6", len(unread_words(file, made)), 0, "letters whose names pdftotext does not read", count)
        for dpi, each, told in ((PRINT, 1, "at 150 dpi"), (SCREEN, EACH_ON_SCREEN, "at 72 dpi, a sample")):
            unread = unread_symbols(file, made[::each], (dpi, each))
            yield at_most("L6", unread, 0, f"symbols that zxing does not read {told}", len(made[::each]))
        unread = unread_symbols(file, made[::EACH_COPIED], (COPY, EACH_COPIED), copied=True)
        told = "symbols that zxing does not read from a blurred grey copy, a sample"
        yield at_most("L6", unread, 0, told, len(made[::EACH_COPIED]))


def letters(count: int) -> Iterator[Letter]:
    """Birth cards, letters on A4, marriage cards and condolences in turn, all with a symbol."""
    stock = open_stock(RESOURCES)
    for number, card in enumerate(cards(count)):
        about, template = _registration(number)
        code = PrintedCode(card.link, card.spaced, card.host)
        outcome = compose(Order((about,), OFFICE, SIGNED, DAY, code, template), stock)
        assert outcome.value is not None, outcome.problems
        yield Letter(outcome.value.page, tuple(name.text for name in about.principals()))


def _registration(number: int) -> tuple[AnyRegistration, str]:
    chance = Random(number)
    man, woman = _person(chance, "male", "1992"), _person(chance, "female", "1994")
    if number % 4 == 2:
        return Marriage(registered_on=DAY, unit="26461", number="3", husband=man, wife=woman), "marriage-card"
    if number % 4 == 3:
        dead = _person(chance, "female", "1941")
        died = PartialDate.of(date(2026, 11, 15))
        return Death(registered_on=DAY, unit="26461", number="4", deceased=dead, died_on=died), "condolence-card"
    name = names.child(chance, "female", names.family_of(man.name.text))
    child = Person(PersonName(name), PartialDate.of(date(2026, 11, 9)), "female")
    born = Birth(registered_on=DAY, unit="26461", number="5", child=child, mother=woman, father=man)
    return born, ("birth-card", "birth-official")[number % 4]


def _person(chance: Random, sex: Sex, born: str) -> Person:
    return Person(PersonName(names.grown_up(chance, sex)), PartialDate.parse(born), sex)


def faults_of_file(file: Path) -> int:
    """What qpdf finds wrong, and the fonts that are not inside."""
    checked = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
    told = subprocess.run(["pdffonts", str(file)], capture_output=True, text=True, check=False).stdout.splitlines()[2:]
    outside = [line for line in told if line[-32:].split()[-5] != "yes"]
    return int(checked.returncode != 0) + len(outside) + int(not told)


def unread_words(file: Path, made: Sequence[Letter]) -> list[int]:
    """The letters on which a name is not read as it was ordered."""
    read = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=False).stdout.decode()
    pages = [re.sub(r"\s+", " ", page).casefold() for page in read.split("\f")]
    pages += [""] * len(made)
    return [n for n, letter in enumerate(made) if any(name.casefold() not in pages[n] for name in letter.names)]


def unread_symbols(file: Path, made: Sequence[Letter], how: tuple[int, int], copied: bool = False) -> int:
    """How many symbols are not read as their link; `how`: dots per inch, and that each so-many-th page was taken."""
    dpi, each = how
    document = pypdfium2.PdfDocument(file)
    unread = 0
    for number, letter in enumerate(made):
        picture = _symbol(document[number * each], letter.page, dpi)
        found = zxingcpp.read_barcodes(_copied(picture) if copied else picture)
        link = letter.page.code.link if letter.page.code else ""
        unread += [code.text for code in found] != [link]
    document.close()
    return unread


def _symbol(page: pypdfium2.PdfPage, letter: SetPage, dpi: int) -> Image.Image:
    """The symbol with its quiet zone, drawn in grey."""
    code = letter.code
    assert code is not None
    point = 25400 / 72
    quiet, side = QUIET * code.module / point, len(code.rows) * code.module / point
    width, height = page.get_size()
    left, top = code.x / point - quiet, code.y / point - quiet
    crop = (left, height - top - side - 2 * quiet, width - left - side - 2 * quiet, top)
    return page.render(scale=dpi / 72, crop=crop, grayscale=True).to_pil().convert("L")


def _copied(picture: Image.Image) -> Image.Image:
    """As a tired machine copies it: blurred, the paper grey, the ink not black."""
    blurred = picture.filter(ImageFilter.GaussianBlur(BLUR_MM * COPY / 25.4))
    return blurred.point(lambda grey: INK_GREY + grey * (PAPER_GREY - INK_GREY) // 255)


if __name__ == "__main__":
    for row in rows(int(sys.argv[1])):
        print(row.line())
