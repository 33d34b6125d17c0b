"""The program tries itself on real work: type, an encrypted register, a letter whose code is read back from its
picture, a sealed bundle opened by a test office, office files read again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pypdfium2

from common.paper.fonts import CUTS, Fonts
from common.words import said
from desk_app import paths
from desk_app.domain.drafts import BirthDraft
from desk_app.house import Login, World, open_desk, set_up
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.registering import Entered
from desk_app.services.setup import Wished
from desk_app.services.stand import look_at
from desk_app.services.trouble import Trouble
from exchange.bundle import OpenedBundle, Sender, open_bundle
from exchange.card import OpenedCard, read_card
from exchange.enrolment import Enrolment, write_enrolment
from exchange.keys import OfficeKeys

UNIT = "26461"
PERIOD = "2026-10"
LETTERS = "ĂÂĐÊÔƠƯăâđêôơưẨẫậẰẳẵặẾềểễệỐồổỗộỚờởỡợỨừửữựỲỵỷỹ"
HOST = "gopy.example"
DARK = b"1" * 128 + b"0" * 128
PIXELS = 6
"""Of a picture of a letter, to a module of its code."""
MOMENT = datetime(2026, 11, 20, 9, tzinfo=UTC)
BIRTH = BirthDraft(
    child_name="Nguyễn Trần Minh Anh",
    born="09/11/2026",
    sex="nữ",
    mother_name="Trần Thị Ngọc Lan",
    mother_born="1998",
    father_name="Nguyễn Văn Bình",
    father_born="1996",
    registered_on="20/11/2026",
)


@dataclass(slots=True)
class _Trial:
    """What the steps share: an empty folder, a world whose clock stands, the log-in, an office, the desk while open."""

    folder: Path
    world: World
    login: Login
    office: OfficeKeys
    desk: Desk | None = None

    def at(self) -> Desk:
        """The desk, opened with the password when it is not open."""
        if self.desk is None:
            self.desk = open_desk(self.folder, self.world, self.login)
        return self.desk

    def leave(self) -> None:
        """Close the desk, if it is open."""
        desk, self.desk = self.desk, None
        if desk:
            desk.close()


def run_self_test(folder: Path, random: Callable[[int], bytes]) -> tuple[str, ...]:
    """Walk through STEPS in an empty folder; their names. Raises Trouble("self-test-failed") with the step in words
    and, for whoever supports the desk, what kind of error it was."""
    world = World(lambda: MOMENT, random, practice=True)
    trial = _Trial(folder, world, Login("thu", random(12).hex()), OfficeKeys.make(random))
    try:
        for step, walk in STEPS.items():
            _walk(trial, step, walk)
    finally:
        trial.leave()
    return tuple(STEPS)


def _walk(trial: _Trial, step: str, walk: Callable[[_Trial], bool]) -> None:
    try:
        passed, why = walk(trial), ""
    # Whatever a half copied program trips over, the person at the telephone hears the step.
    except Exception as error:
        raise Trouble("self-test-failed", {"step": said.SELF_TEST[step], "why": _kind(error)}) from error
    if not passed:
        raise Trouble("self-test-failed", {"step": said.SELF_TEST[step], "why": why})


def _kind(error: Exception) -> str:
    return error.code if isinstance(error, Trouble) else type(error).__name__


def _fonts(trial: _Trial) -> bool:
    fonts = Fonts(paths.resources() / "fonts")
    return not any(fonts.covers(cut, LETTERS) for cut in CUTS)


def _register(trial: _Trial) -> bool:
    """Made by every step of the schema, closed, shut to another password, opened again with what was entered."""
    set_up(trial.folder, trial.world, trial.login, Wished(UNIT, leader="Phạm Quốc Thịnh", phone="0200 3555 018"))
    entered = trial.at().register.enter(replace(BIRTH))
    trial.leave()
    look_at(trial.folder)
    return isinstance(entered, Entered) and _is_shut(trial) and len(trial.at().register.find("minh anh")) == 1


def _is_shut(trial: _Trial) -> bool:
    try:
        open_desk(trial.folder, trial.world, Login(trial.login.user, "another")).close()
    except Trouble as trouble:
        return trouble.code == "wrong-password"
    return False


def _letter(trial: _Trial) -> bool:
    """The name stands in the text of the sheet, and its code, read from the picture, leads to the district's page."""
    _enrol(trial)
    prepared = trial.at().letters.prepare([1], Wish())
    if not isinstance(prepared, Prepared):
        return False
    with pypdfium2.PdfDocument(trial.at().letters.pdf([1])) as sheets:
        told = sheets[0].get_textpage().get_text_range()
        whole = len(sheets) == 1 and "NGUYỄN TRẦN MINH ANH" in told
        return whole and _code_of(sheets[0]) == prepared.link


def _code_of(page: pypdfium2.PdfPage) -> str:
    """What a telephone would read from this page."""
    # No other act of the program reads pictures.
    from desk_app.letters.qr import MODULE_UM
    from desk_app.letters.qr_reading import link_in

    picture = page.render(scale=PIXELS * 25400 / (MODULE_UM * 72), grayscale=True)
    raw, wide = bytes(picture.buffer).translate(DARK), picture.stride
    return link_in([raw[at : at + wide] for at in range(0, len(raw), wide)], PIXELS)


def _bundle(trial: _Trial) -> bool:
    made = trial.at().month.close(trial.folder / "out")
    card = _card(trial)
    sender = Sender(card.card.keys.verify, UNIT, 1, card.card.register)
    opened = open_bundle(made[0].path.read_bytes(), trial.office, lambda key: sender)
    return isinstance(opened, OpenedBundle) and opened.manifest.head == made[0].head


def _office(trial: _Trial) -> bool:
    """The report as a Word file and as a workbook, each read again."""
    import docx
    import python_calamine

    yearly = trial.at().yearly
    report = yearly.report(PERIOD)
    text = docx.Document(BytesIO(yearly.written(report, "docx")))
    book = python_calamine.load_workbook(BytesIO(yearly.written(report, "xlsx")))
    return len(text.paragraphs) > 5 and all(book.get_sheet_by_name(name).to_python() for name in book.sheet_names)


def _card(trial: _Trial) -> OpenedCard:
    return read_card((trial.folder / "card.mctt").read_bytes())


def _enrol(trial: _Trial) -> None:
    trial.at().district.card(trial.folder / "card.mctt")
    card = _card(trial)
    enrolment = Enrolment(
        number=1,
        unit=UNIT,
        desk=1,
        card=card.document,
        office=trial.office.public,
        office_unit="75",
        host=HOST,
        token_key=trial.world.random(32).hex(),
        token_generation=1,
        profile="figures",
        legal_basis="",
        smallest_group=5,
        issued_at=MOMENT.strftime("%Y-%m-%dT%H:%M:%SZ"),
        app="self-test",
    )
    written = write_enrolment(enrolment, trial.office, card.card.keys.receive).raw
    (trial.folder / "enrolment.mctt").write_bytes(written)
    trial.at().district.enrol(trial.folder / "enrolment.mctt")


STEPS: Mapping[str, Callable[[_Trial], bool]] = {
    "fonts": _fonts,
    "register": _register,
    "letter": _letter,
    "bundle": _bundle,
    "office": _office,
}
