"""The group of all commands: options anywhere on the line, troubles in sentences, bugs logged without a value."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec

import click
from platformdirs import user_data_path

from common.terminal import SpokenGroup, speak_utf8
from desk_app import logs
from desk_app.cli.terminal import Line
from desk_app.services.trouble import Trouble

Words = ParamSpec("Words")
NUMBER = click.IntRange(0, 2**62)
"""A number the register may know something under; what is larger no file holds."""


@click.group(cls=SpokenGroup, context_settings={"help_option_names": ["--help", "-h"]})
@click.option("--data", type=click.Path(path_type=Path), default=None, help="Thư mục dữ liệu của quầy.")
@click.option("--user", default="", help="Tên người dùng (hoặc DESK_USER).")
@click.option("--password-file", type=click.Path(path_type=Path), default=None, help="Tệp chứa mật khẩu.")
@click.option("--now", default="", help="Đặt đồng hồ, chỉ cho sổ tập: 2026-11-21 hoặc 2026-11-21T09:30.")
@click.option("--json", "as_json", is_flag=True, help="Trả lời bằng một giá trị JSON.")
@click.version_option(package_name="mot-cua-than-thien")
@click.pass_context
def main(ctx: click.Context, data: Path | None, user: str, password_file: Path | None, now: str, as_json: bool) -> None:
    """Một Cửa Thân Thiện: sổ hộ tịch, thư và gói tháng của quầy, không cần mạng."""
    speak_utf8()
    # Names, keys and letters: what the program writes is for the account that runs it.
    os.umask(0o077)
    folder = data or Path(os.environ.get("DESK_DATA") or user_data_path("MotCuaThanThien", appauthor=False))
    ctx.obj = Line(folder, user, password_file, now, as_json)


def told(act: Callable[Words, None]) -> Callable[Words, None]:
    """An act of the command line whose troubles become sentences; anything unforeseen is logged by type and place."""

    @wraps(act)
    def run(*words: Words.args, **named: Words.kwargs) -> None:
        line = click.get_current_context().find_object(Line)
        assert line is not None
        try:
            act(*words, **named)
        except Trouble as trouble:
            line.fail(trouble)
        except (click.ClickException, click.exceptions.Exit, click.Abort, SystemExit):
            raise
        except Exception as error:
            logs.keep_bug(line.data, error)
            line.stop_at_bug()

    return run


def command(name: str, help: str) -> Callable[[Callable[..., None]], click.Command]:
    """A command of the desk that receives the Line first."""

    def make(act: Callable[..., None]) -> click.Command:
        return main.command(name, help=help)(click.pass_obj(told(act)))

    return make


def run(arguments: Sequence[str] | None = None) -> Any:
    """Run the command line (the frozen program's entry)."""
    return main.main(args=list(arguments) if arguments is not None else None, prog_name="desk-cli")


logging.getLogger("desk_app").addHandler(logging.NullHandler())
