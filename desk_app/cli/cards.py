"""cards: the one-page cards of the guide."""

from __future__ import annotations

from pathlib import Path

import click

from common.words import guide as words
from desk_app.cli.group import main, told
from desk_app.cli.terminal import Line
from desk_app.services.guide import write_cards


@main.command("cards", help="Ghi các thẻ hướng dẫn một trang (PDF A4) vào một thư mục; không cần mở sổ.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Thư mục sẽ chứa các thẻ.")
@click.pass_obj
@told
def cards(line: Line, out: Path) -> None:
    """No register is opened."""
    written = write_cards(out)
    line.say([path.name for path in written], [words.cards_written(len(written), str(out))])
