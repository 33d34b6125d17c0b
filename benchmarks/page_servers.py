"""The servers of `benchmarks.pages`: the product as it is served, the same with one commit a tap, and a bare one.

`python -m benchmarks.page_servers ours|one-by-one|bare PORT FOLDER`, `… folder LETTERS FOLDER` writes what they read.
"""

import os
import sys
from pathlib import Path

DESK = 7


def main(word: str, number: int, folder: Path) -> None:
    """Serve until told to stop, or write the folder."""
    if word == "folder":
        write(folder, number)
    elif word == "bare":
        serve_bare(folder, number)
    else:
        serve_product(folder, number, one_by_one=word == "one-by-one")


def serve_product(folder: Path, port: int, one_by_one: bool) -> None:
    """The citizen's pages as `district-cli serve --only public` shows them."""
    from district.cli.commands import main as district
    from district.store import group_commit

    if one_by_one:
        group_commit.MOST = 1
    district(["serve", "--only", "public", "--port", str(port), "--data", str(folder)])


def serve_bare(folder: Path, port: int) -> None:
    """The same bytes from memory for every request, on the same server with the same settings."""
    import uvicorn

    page = (folder / "first.html").read_bytes()
    start = {
        "type": "http.response.start",
        "status": 200,
        "headers": [(b"content-type", b"text/html; charset=utf-8"), (b"content-length", str(len(page)).encode())],
    }

    async def app(_scope: object, _receive: object, send: object) -> None:
        await send(start)  # type: ignore[operator]
        await send({"type": "http.response.body", "body": page})  # type: ignore[operator]

    quiet = {"log_config": None, "access_log": False, "proxy_headers": False, "server_header": False}
    uvicorn.run(app, host="127.0.0.1", port=port, lifespan="off", **quiet)  # type: ignore[arg-type]


def write(folder: Path, letters: int) -> None:
    """Keys, faces and codes of one desk."""
    from district.web.faces import DeskFace, OfficeFace, PublicDesk, PublicKeys
    from exchange.keys import DeskKeys, OfficeKeys
    from exchange.token import Token, desk_key, mint

    key, desk = desk_key(os.urandom(32), DESK, 1), DeskKeys.make(os.urandom)
    office = OfficeKeys.make(os.urandom).public.receive
    keys = PublicKeys({DESK: PublicDesk((key,), desk.public.receive)}, office)
    faces = {DESK: DeskFace("Ủy ban nhân dân xã An Liên", "0200 3555 018")}
    own = "Văn phòng Ủy ban nhân dân tỉnh Nam Hải"
    face = OfficeFace(own, "tỉnh Nam Hải", "gopy.namhai.example", "0200 3555 000", faces)
    (folder / "public-keys.json").write_bytes(keys.to_bytes())
    (folder / "public-face.json").write_bytes(face.to_bytes())
    (folder / "key.bin").write_bytes(key)
    codes = "\n".join(mint(Token("birth", DESK, serial), key) for serial in range(letters))
    (folder / "codes.txt").write_text(codes, encoding="ascii")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
