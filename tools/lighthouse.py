"""make lighthouse: what Lighthouse says of the citizen's page on a cheap phone, on a slow 4G and on a 2G network.

Lighthouse comes from the npm registry under its own name, into a folder that is not part of the repository; it needs
node, npm and Chromium. Nothing of it ships.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import uvicorn

from district.web.faces import DeskFace, OfficeFace, PublicDesk, PublicKeys
from district.web.guard import Guard, Limits
from district.web.pages import Printer
from district.web.public import PublicFace, app_of
from exchange.token import Token, mint

FOLDER = Path(__file__).resolve().parent.parent / ".lighthouse"
PACKAGE = "lighthouse@^12.8"
LEAST = 0.95
DESK, KEY = 7, bytes(range(32))
NETWORKS = {
    "slow 4G": (),
    "2G": ("--throttling.rttMs=800", "--throttling.throughputKbps=35", "--throttling.cpuSlowdownMultiplier=6"),
}
CATEGORIES = ("performance", "accessibility", "best-practices")
TOLD = ("first-contentful-paint", "total-byte-weight")


def main() -> int:
    """Prints a line for each page and network; 1 when performance or accessibility on slow 4G is under LEAST."""
    program, worst = lighthouse(), 1.0
    for questions in ("service-3", "service-5"):
        for kind in ("birth", "death"):
            with served(questions) as url:
                page = f"{url}/g/{mint(Token(kind, DESK, 1), KEY)}"
                for network, options in NETWORKS.items():
                    scores = said(program, page, options, f"{questions}, {kind}, {network}")
                    worst = min(worst, *scores[:2]) if not options else worst
    return 0 if worst >= LEAST else 1


def lighthouse() -> str:
    """The program, fetched by its name the first time."""
    program = FOLDER / "node_modules" / ".bin" / "lighthouse"
    if not program.exists():
        npm = shutil.which("npm") or sys.exit("npm is not installed")
        FOLDER.mkdir(exist_ok=True)
        subprocess.run([npm, "install", "--no-audit", "--no-fund", "--prefix", str(FOLDER), PACKAGE], check=True)
    return str(program)


@contextmanager
def served(questions: str) -> Iterator[str]:
    """The page of one invented commune; nothing is answered, so nothing is kept."""
    desk = DeskFace("Ủy ban nhân dân xã An Liên", "0200 3555 018", "ông Trịnh Văn Lâm")
    office = OfficeFace("Văn phòng UBND tỉnh Nam Hải", "tỉnh Nam Hải", "gopy.example", "0200 3555 000", {DESK: desk})
    printer = Printer(replace(office, questions=questions))
    keys = PublicKeys({DESK: PublicDesk((KEY,))})
    face = PublicFace(None, keys, printer, lambda: datetime.now(UTC), Guard(Limits()))  # type: ignore[arg-type]
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app_of(face), log_config=None, access_log=False, lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    listener.close()


def said(program: str, page: str, options: tuple[str, ...], name: str) -> list[float]:
    """The scores, from 0 to 1, printed with the first paint and the bytes."""
    chrome = shutil.which("chromium") or shutil.which("google-chrome") or ""
    flags = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
    asked = [f"--only-categories={','.join(CATEGORIES)}", "--output=json", "--quiet", f"--chrome-flags={flags}"]
    done = subprocess.run(
        [program, page, *asked, *options], env=os.environ | {"CHROME_PATH": chrome}, stdout=subprocess.PIPE, check=True
    )
    report: Mapping[str, Any] = json.loads(done.stdout)
    scores = [float(report["categories"][category]["score"] or 0) for category in CATEGORIES]
    told = [str(report["audits"][audit].get("displayValue", "")).replace("\xa0", " ") for audit in TOLD]
    print(
        f"{name:28}",
        *(f"{category} {100 * score:.0f}" for category, score in zip(CATEGORIES, scores, strict=True)),
        *told,
    )
    return scores


if __name__ == "__main__":
    sys.exit(main())
