"""serve: the citizen's pages, the office's pages, or both on one port. The server is loaded only when it runs."""

import socket

import click

from district.cli.group import command
from district.cli.line import Line
from district.trouble import Trouble

FACES = ("public", "office")


@command("serve", "Mở trang góp ý của người dân và trang nội bộ; không ghi nhật ký truy cập.")
@click.option("--only", type=click.Choice(FACES), default=None, help="Chỉ một mặt: public hoặc office.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Địa chỉ của máy này.")
@click.option("--port", type=click.IntRange(1, 65535), default=8080, show_default=True, help="Cổng.")
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Số tiến trình (public).")
def serve(line: Line, only: str | None, host: str, port: int, workers: int) -> None:
    """Needs no log-in: the public face holds no private key, the office's pages ask for the password."""
    if workers > 1 and only != "public":
        raise Trouble("workers-public-only")
    if line.now or only != "public":
        with line.office():  # only an office for practice may have another clock
            pass
    _check_port(host, port)
    from district.cli import server  # the pages are slow to load, and no other command shows any

    line.say(*server.announced(only, host, port))
    server.run(line, only, (host, port), workers)


def _check_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Trouble("port-in-use", port=str(port)) from error
