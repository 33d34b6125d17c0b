"""Through what becomes of printed letters: handed over, and looked at again when somebody brings one."""

from __future__ import annotations

from collections.abc import Iterator

from tools.pictures.stage import Stage


def handing_walk(stage: Stage) -> Iterator[str]:
    """The log and the page that tells a true letter from a false one."""
    page = stage.go("deliveries")
    yield "deliveries"
    stage.front()
    page.give.click()
    stage.settle()
    yield "deliveries-give"
    stage.dismiss()
    stage.go("genuine")
    yield "genuine"
    with stage.desk.seat.reading() as reading:
        codes = [one.code for one in reading.overview.letters_newest(50) if one.code]
    for name, code in zip(
        ("genuine-ours", "genuine-slip"), (codes[:1], [f"{code[:-1]}0" for code in codes[:1]]), strict=True
    ):
        stage.go("genuine", code=code[0])
        yield name
