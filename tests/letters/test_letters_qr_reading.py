"""The code of a letter is read back from a picture of it, or not at all."""

from desk_app.letters.qr import symbol
from desk_app.letters.qr_reading import link_in

LINK = "HTTPS://GOPY.EXAMPLE/G/2004133ZJS3TBBX5"
STEP = 6


def picture(link: str, turned: tuple[int, int] | None = None) -> list[bytes]:
    """A page with the symbol a little off the corner; the module at `turned` the other way round."""
    rows = []
    for number, row in enumerate(symbol(link)):
        modules = list(f"{int(row, 16):033b}")
        if turned and turned[0] == number:
            modules[turned[1]] = "10"[int(modules[turned[1]])]
        line = b"0" * 41 + "".join(module * STEP for module in modules).encode() + b"0" * 20
        rows += [line] * STEP
    empty = [b"0" * len(rows[0])] * 29
    return [*empty, *rows, *empty]


def test_what_was_drawn_is_what_is_read() -> None:
    for link in (LINK, LINK + "7", "HTTPS://A.B/G/1"):
        assert link_in(picture(link), STEP) == link


def test_a_page_without_a_symbol_says_nothing() -> None:
    assert link_in([b"0" * 300] * 300, STEP) == ""
    assert link_in([], STEP) == ""


def test_one_module_drawn_wrongly_is_noticed_wherever_it_stands() -> None:
    for module in ((3, 3), (8, 2), (20, 20), (32, 32), (30, 16)):
        assert link_in(picture(LINK, module), STEP) == ""
