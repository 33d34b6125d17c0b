"""T1: from Save to a printable file on the disk, beside a mail merge with LibreOffice."""

import gc
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter

from benchmarks.cards import Card, cards
from benchmarks.rows import PEERS, ROUNDS, Row, Way, at_most, not_here

FILES, STARTED, WARM = 100, 1, 5
WARM_FIRST = 900_000
MERGED = "python-docx template merged by docxtpl, LibreOffice"
IN_ONE_CALL, EACH = Way("office_merge", "together", peers=True), Way("office_merge", "each", peers=True)


def rows() -> Iterator[Row]:
    """The rows about the clerk's errand."""
    if not PEERS.exists() or not shutil.which("soffice"):
        why = "LibreOffice is not here: `make bench` installs libreoffice-writer-nogui for root on Debian"
        yield from (not_here("T1", target, why) for target in (1 / 15, 1 / 80))
        return
    ours = Way("errands", "ours")
    told = (
        (IN_ONE_CALL, FILES, 1 / 15, f"one call for {FILES} files"),
        (EACH, STARTED, 1 / 80, "started for a letter"),
    )
    for peer, count, target, how in told:
        pairs = [(ours.measure(FILES, n * FILES), peer.measure(count, n * FILES)) for n in range(ROUNDS)]
        value = sorted(mine / other for mine, other in pairs)[ROUNDS // 2]
        yield at_most("T1", value, round(target, 4), f"{MERGED}, {how}", count)


def errand(folder: Path) -> Callable[[Sequence[Card]], None]:
    """Each card saved in a register together with its letter as Ctrl+P does it, its letter written as a file, one card
    after the other."""
    from benchmarks.desks import tied_desk
    from desk_app.domain.drafts import BirthDraft
    from desk_app.domain.problems import Problem
    from desk_app.services.letter_values import Prepared, Wish
    from desk_app.services.print_desk import PrintDesk
    from desk_app.services.register_values import Entered
    from desk_app.services.with_letter import WithLetter

    desk = tied_desk(folder)
    table = PrintDesk(desk.seat)

    def looked_at(problems: Sequence[Problem]) -> bool:
        return any(one.level == "error" for one in problems)

    def one(card: Card) -> None:
        draft = BirthDraft(
            child_name=card.child,
            born=card.born.isoformat(),
            sex="nữ",
            father_name=card.father,
            father_born="1996",
            mother_name=card.mother,
            mother_born="1998",
            registered_on="20/11/2026",
            reasons={"looks-alike": "đo tốc độ", "name-has-symbols": "đo tốc độ"},
        )
        both = WithLetter(desk.seat).enter(draft, "", Wish(anyway="đo tốc độ"), looked_at)
        assert isinstance(both.entered, Entered), both.entered
        assert isinstance(both.letter, Prepared), both.letter
        table.save_pdf([both.letter.letter], "colour", folder / f"{both.entered.id}.pdf")

    def all_of(letters: Sequence[Card]) -> None:
        for card in letters:
            one(card)

    return all_of


def measure(count: int, first: int) -> float:
    """Milliseconds per letter.

    As in the program garbage is not looked for in what was loaded: the command line lays that aside when it starts, the
    window looks for none while an act is under way.
    """
    with tempfile.TemporaryDirectory() as folder:
        run = errand(Path(folder))
        run([*cards(WARM, WARM_FIRST)])
        gc.freeze()
        started = perf_counter()
        run([*cards(count, first)])
        return (perf_counter() - started) * 1000 / count


if __name__ == "__main__":
    print(measure(int(sys.argv[2]), int(sys.argv[3])))
