"""serve: the citizen's pages, the office's pages, or both on one port."""

import os
import socket
from pathlib import Path
from typing import Any

import click
import uvicorn
from starlette.types import ASGIApp

from common.words import district as words
from district.cli.group import command
from district.cli.line import Line
from district.cli.pages import PublicPages, office_pages, public_pages
from district.house import District
from district.trouble import Trouble
from district.web.together import OFFICE_PATH, both_faces

FACES = ("public", "office")
# How a worker process learns what its parent was told on the line.
DATA, NOW = "DISTRICT_PAGES_DATA", "DISTRICT_PAGES_NOW"


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
    settings = {"host": host, "port": port}
    address = f"http://{host}:{port}"
    line.say({"faces": only or "both", "address": address}, [words.serving(only or "both", address, OFFICE_PATH)])
    if workers > 1:
        _run_workers(line, settings, workers)
    elif only == "public":
        _run(public_pages(line.folder, line.world()), settings)
    else:
        with line.office() as district:
            _run(_office_or_both(line, only, district), settings)


def public_worker() -> ASGIApp:
    """The public face in one of several processes; they share the store and nothing else."""
    line = Line(Path(os.environ[DATA]), "", "", None, os.environ.get(NOW, ""), False)
    return public_pages(line.folder, line.world())


def _office_or_both(line: Line, only: str | None, district: District) -> ASGIApp:
    if only == "office":
        return office_pages(district)
    return both_faces(PublicPages(line.folder, district.public, line.world()), office_pages(district))


def _run_workers(line: Line, settings: dict[str, Any], workers: int) -> None:
    os.environ[DATA], os.environ[NOW] = str(line.data.resolve()), line.now
    uvicorn.run("district.cli.serve:public_worker", factory=True, workers=workers, **settings, **_quiet())


def _run(app: ASGIApp, settings: dict[str, Any]) -> None:
    uvicorn.run(app, **settings, **_quiet())


def _quiet() -> dict[str, Any]:
    # Codes stand in addresses: no access log anywhere, and no forwarded address is believed by the server itself.
    return {
        "log_config": None,
        "access_log": False,
        "proxy_headers": False,
        "server_header": False,
        "lifespan": "off",
    }


def _check_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Trouble("port-in-use", port=str(port)) from error
