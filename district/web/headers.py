"""The one place where both faces get their response headers and where request bodies are counted."""

import base64
import hashlib
from collections.abc import Mapping
from types import MappingProxyType

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_NONE_LARGER: Mapping[str, int] = MappingProxyType({})


def policy(style: str) -> str:
    """A content policy: this one inline style sheet, inline drawings, forms to ourselves and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )


def page_headers(style: str, referrer: str = "no-referrer") -> Mapping[str, str]:
    """What every answer carries, whichever page it is."""
    return {
        "content-security-policy": policy(style),
        "referrer-policy": referrer,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "x-robots-tag": "noindex, nofollow",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=()",
    }


class PageHeaders:
    """Sets the headers on every answer that passes."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str]) -> None:
        self._app = app
        self._headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
        self._ours = frozenset(name for name, _ in self._headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                others = [pair for pair in message.get("headers", ()) if pair[0] not in self._ours]
                message["headers"] = others + self._headers
            await send(message)

        await self._app(scope, receive, send_with_headers)


class TooLong(Exception):
    """A body that is let through as it comes has passed its limit."""


class StreamLimit:
    """Lets the bodies of a few paths through as they come, up to a limit of their own, and counts them; every other
    request goes to `others`. `limits` names paths below the app's root with their bytes."""

    def __init__(self, app: ASGIApp, limits: Mapping[str, int], answer: ASGIApp, others: ASGIApp) -> None:
        self._app = app
        self._limits = dict(limits)
        self._answer = answer
        self._others = others

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        most = self._limits.get(path_of(scope)) if scope["type"] == "http" and scope["method"] == "POST" else None
        if most is None:
            await self._others(scope, receive, send)
            return
        if _announced(scope) > most:
            await self._answer(scope, receive, send)
            return
        try:
            await self._app(scope, _counted(receive, most), send)
        except TooLong:  # nothing was answered yet: whoever reads a form answers when it has been read
            await self._answer(scope, receive, send)


def _counted(receive: Receive, most: int) -> Receive:
    came = 0

    async def counting() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > most:
            raise TooLong
        return message

    return counting


def path_of(scope: Scope) -> str:
    """The path of a request below the root under which the app is mounted."""
    return str(scope["path"]).removeprefix(str(scope.get("root_path", "")))


class BodyLimit:
    """Reads at most `largest` bytes of a body, however it is sent, before anything below sees the request; `larger`
    names the paths below the app's root that take more, `streamed` those that get their bodies as they come."""

    def __init__(
        self,
        app: ASGIApp,
        largest: int,
        answer: ASGIApp,
        larger: Mapping[str, int] = _NONE_LARGER,
        streamed: Mapping[str, int] = _NONE_LARGER,
    ) -> None:
        self._app = app
        self._largest = largest
        self._answer = answer
        self._larger = larger
        self._streams = StreamLimit(app, streamed, answer, self._whole)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._streams(scope, receive, send)

    async def _whole(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        largest = self._larger.get(path_of(scope), self._largest)
        body = None if _announced(scope) > largest else await _read(receive, largest)
        if body is None:
            await self._answer(scope, receive, send)
            return
        waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

        async def replay() -> Message:
            return waiting.pop() if waiting else await receive()

        await self._app(scope, replay, send)


def _announced(scope: Scope) -> int:
    """The length that the request's head tells, 0 when it tells none: a long one need not be waited for."""
    told = dict(scope["headers"]).get(b"content-length", b"0")
    return int(told) if told.isdigit() and len(told) < 20 else 0


async def _read(receive: Receive, largest: int) -> bytes | None:
    body = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return body
        body += bytes(message.get("body", b""))
        if len(body) > largest:
            return None
        if not message.get("more_body", False):
            return body
