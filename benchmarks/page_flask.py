"""The peer of W1: the citizen's answer as Flask under waitress takes it, a commit a request, in the clear.

It proves the code, keeps answer and tap, and prints our own page after it; it counts no rates and reads no language.
Run by the Python of the peers: nothing of the product but the standard library's part of `exchange.token`.
"""

import hashlib
import secrets
import sqlite3
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flask import Flask, abort, render_template_string, request  # type: ignore[import-not-found,unused-ignore]
from waitress import serve  # type: ignore[import-not-found,import-untyped,unused-ignore]

from exchange.token import genuine, peek, read_code

TABLES = """
CREATE TABLE answers (desk INTEGER, serial INTEGER, kind TEXT, score INTEGER, answered_on TEXT, key_hash TEXT,
    key_until TEXT, PRIMARY KEY (desk, serial)) WITHOUT ROWID;
CREATE TABLE taps (id TEXT PRIMARY KEY, desk INTEGER, serial INTEGER, score INTEGER, "on" TEXT) WITHOUT ROWID;
"""
THREADS = 8


def main(port: int, folder: Path) -> None:
    """Serve until told to stop."""
    key = (folder / "key.bin").read_bytes()
    first = (folder / "first.html").read_text(encoding="utf-8") if (folder / "first.html").exists() else "</html>"
    after = (folder / "after.html").read_text(encoding="utf-8")
    after = after.replace("@code@", "{{ code }}").replace("@key@", "{{ key }}")
    held, one_writer = threading.local(), threading.Lock()  # SQLite's own waiting is in steps of up to 0.1 s
    app = Flask(__name__)
    with sqlite3.connect(folder / "flask.db") as made:
        made.execute("PRAGMA journal_mode=WAL")
        made.executescript(TABLES)

    def line() -> sqlite3.Connection:
        if not hasattr(held, "line"):
            held.line = sqlite3.connect(folder / "flask.db", isolation_level=None, timeout=5)
            held.line.execute("PRAGMA synchronous=FULL")
        return held.line  # type: ignore[no-any-return]

    @app.get("/g/<code>")
    def show(code: str) -> str:
        return first

    @app.post("/g/<code>")
    def take(code: str) -> str:
        read = read_code(code)
        token = peek(read) if read else None
        if token is None or not genuine(read, key):
            abort(404)
        change_key, now, score = secrets.token_hex(16), datetime.now(UTC), int(request.form["s"])
        until, digest = (now + timedelta(hours=24)).isoformat(), hashlib.sha256(change_key.encode()).hexdigest()
        kept = (token.desk, token.serial, token.kind, score, now.date().isoformat(), digest, until)
        tap = (secrets.token_hex(16), token.desk, token.serial, score, now.date().isoformat())
        with one_writer:
            line().execute("BEGIN IMMEDIATE")
            line().execute("INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", kept)
            line().execute("INSERT INTO taps VALUES (?, ?, ?, ?, ?)", tap)
            line().execute("COMMIT")
        return render_template_string(after, code=read, key=change_key)

    serve(app, host="127.0.0.1", port=port, threads=THREADS)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
