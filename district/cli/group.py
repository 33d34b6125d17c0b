"""The group of all commands: options anywhere on the line, troubles in sentences, bugs told once without a value."""

import os
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import ParamSpec

import click
from platformdirs import user_data_path

from common.terminal import SpokenGroup, speak_utf8
from district.cli.line import Line
from district.trouble import Trouble
from exchange.files import FileTrouble, write_beside

Words = ParamSpec("Words")
FILE = click.Path(path_type=Path)
DESK = click.IntRange(0, 2**31 - 1)


@click.group(cls=SpokenGroup, context_settings={"help_option_names": ["--help", "-h"]})
@click.option("--data", type=FILE, default=None, help="Thư mục dữ liệu của cấp trên (hoặc DISTRICT_DATA).")
@click.option("--database", default="", help="Địa chỉ PostgreSQL thay cho tệp office.db (hoặc DISTRICT_DATABASE).")
@click.option("--public-database", default="", help="Như vậy cho góp ý (hoặc DISTRICT_PUBLIC_DATABASE).")
@click.option("--user", default="", help="Tên người dùng (hoặc DISTRICT_USER).")
@click.option("--password-file", type=FILE, default=None, help="Tệp chứa mật khẩu (hoặc DISTRICT_PASSWORD).")
@click.option("--now", default="", help="Đặt đồng hồ, chỉ cho nơi tập: 2026-11-21 hoặc 2026-11-21T09:30.")
@click.option("--json", "as_json", is_flag=True, help="Trả lời bằng một giá trị JSON.")
@click.version_option(package_name="mot-cua-than-thien")
@click.pass_context
def main(context: click.Context, /, data: Path | None, **given: object) -> None:
    """Một Cửa Thân Thiện, phía cấp trên: nhận gói, trả biên nhận, trang góp ý, báo cáo."""
    speak_utf8()
    # Names, keys and letters: what the program writes is for the account that runs it.
    os.umask(0o077)
    folder = data or Path(os.environ.get("DISTRICT_DATA") or user_data_path("MotCuaCapTren", appauthor=False))
    context.obj = Line(folder, **given)  # type: ignore[arg-type]  # click has read the types


def told(act: Callable[Words, None]) -> Callable[Words, None]:
    """An act of the command line whose troubles become sentences; anything unforeseen is kept by type and place."""

    @wraps(act)
    def run(*given: Words.args, **named: Words.kwargs) -> None:
        line = click.get_current_context().find_object(Line)
        if line is None:
            raise AssertionError("every command hangs on the group")
        try:
            act(*given, **named)
        except Trouble as trouble:
            line.fail(trouble)
        except FileTrouble as trouble:
            line.fail(Trouble(trouble.code, file=trouble.file))
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError, SystemExit):
            raise
        except Exception as error:
            _keep_bug(line.data, error)
            line.stop_at_bug()

    return run


def command(name: str, help: str) -> Callable[[Callable[..., None]], click.Command]:
    """A command of the district that receives the Line first."""

    def make(act: Callable[..., None]) -> click.Command:
        return main.command(name, help=help)(click.pass_obj(told(act)))

    return make


def _keep_bug(folder: Path, error: Exception) -> None:
    """Where it happened and of which type, never a value: the file may be sent to whoever helps."""
    places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    # The sentence comes through even where the disk that made the trouble takes no file.
    with suppress(FileTrouble):
        write_beside(folder / "bug.txt", "\n".join([type(error).__name__, *places]).encode())
