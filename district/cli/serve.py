"""serve: the citizen's pages, the office's pages, or both on one port. The server is loaded only when it runs."""

import socket
from dataclasses import dataclass
from ipaddress import ip_address

import click

from district.cli.group import command
from district.cli.line import Line
from district.trouble import Mistake, Trouble

FACES = ("public", "office")


@dataclass(frozen=True, slots=True)
class Served:
    """What is served where: one face or both (None), at which address of this machine, in how many processes, and the
    proxies that are believed about who calls and whether it is https."""

    only: str | None
    host: str
    port: int
    workers: int
    proxies: tuple[str, ...]


@command("serve", "Mở trang góp ý của người dân và trang nội bộ; không ghi nhật ký truy cập.")
@click.option("--only", type=click.Choice(FACES), default=None, help="Chỉ một mặt: public hoặc office.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Địa chỉ của máy này.")
@click.option("--port", type=click.IntRange(1, 65535), default=8080, show_default=True, help="Cổng.")
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Số tiến trình.")
@click.option(
    "--proxy", "proxies", multiple=True, help="Địa chỉ IP của máy chuyển tiếp được tin; nhiều máy thì lặp lại."
)
def serve(line: Line, **asked: object) -> None:
    """Needs no log-in: the public face holds no private key, the office's pages ask for the password."""
    served = Served(**asked)  # type: ignore[arg-type]  # click has read the types
    for proxy in served.proxies:
        _check_address(proxy)
    if line.now or served.only != "public":
        with line.office():  # only an office for practice may have another clock
            pass
    _check_port(served.host, served.port)
    from district.cli import server  # the pages are slow to load, and no other command shows any

    line.say(*server.announced(served))
    server.run(line, served)


def _check_address(proxy: str) -> None:
    try:
        ip_address(proxy)
    except ValueError as error:
        raise Mistake("proxy-not-address", proxy=proxy) from error


def _check_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Trouble("port-in-use", port=str(port)) from error
