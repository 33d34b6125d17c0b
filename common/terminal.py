"""What both command lines share: answers, troubles and misuse as sentences, and as JSON where a program listens."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Any, NoReturn

import click
from click.exceptions import NoArgsIsHelpError, NoSuchCommand

from common.words import usage

TROUBLE, MISTAKE = 1, 2
"""Exit status beside 0: the world failed; the input or the usage asks for mending."""


class Speaker:
    """How a command answers. Whoever takes it says in `as_json` whether a program listens."""

    __slots__ = ()
    as_json: bool

    def say(self, value: object, sentences: Iterable[str]) -> None:
        """Answer: the JSON value when asked for, else the sentences."""
        if self.as_json:
            click.echo(json.dumps(value, ensure_ascii=False))
            return
        for sentence in sentences:
            click.echo(sentence)

    def stop(self, code: str, sentence: str, status: int = TROUBLE) -> NoReturn:
        """End with this status: the sentence for people, code and sentence for a program."""
        if self.as_json:
            click.echo(json.dumps({"trouble": {"code": code, "sentence": sentence}}, ensure_ascii=False))
        click.echo(sentence, err=True)
        raise SystemExit(status)


def speak_utf8() -> None:
    """A Windows console may stand on another code page: Vietnamese goes out as UTF-8 whatever it says."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


class Misused(click.ClickException):
    """A line that cannot be understood: status 2, one sentence, and one JSON value when asked for."""

    exit_code = MISTAKE

    def __init__(self, sentence: str, as_json: bool) -> None:
        super().__init__(sentence)
        self._as_json = as_json

    def show(self, file: IO[Any] | None = None) -> None:
        """Answer on standard output as JSON, to people on standard error."""
        if self._as_json:
            told = {"trouble": {"code": "usage", "sentence": self.message}}
            click.echo(json.dumps(told, ensure_ascii=False))
        click.echo(self.message, file=file, err=file is None)


class SpokenGroup(click.Group):
    """The group of all commands of a program, which says in Vietnamese what it could not understand. Its own options
    may stand anywhere on the line: support dictates by phone."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Bring the program's own options to the front before click reads them."""
        return super().parse_args(ctx, self.hoisted(args))

    def hoisted(self, words: Sequence[str]) -> list[str]:
        """The same words with the program's own options first; everything behind `--` stays."""
        own = [each for each in self.params if isinstance(each, click.Option) and each.expose_value]
        alone = {name for each in own if each.is_flag for name in each.opts}
        valued = {name for each in own if not each.is_flag for name in each.opts}
        front, rest, left = list[str](), list[str](), list(words)
        while left:
            word = left.pop(0)
            if word == "--":
                return [*front, *rest, word, *left]
            if word in valued and left:
                front += [word, left.pop(0)]
            elif word in alone or (word.partition("=")[0] in valued and "=" in word):
                front.append(word)
            else:
                rest.append(word)
        return [*front, *rest]

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the program's own options."""
        with _spoken("--json" in args):
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Read the command and run it."""
        with _spoken(bool(ctx.params.get("as_json"))):
            return super().invoke(ctx)


@contextmanager
def _spoken(as_json: bool) -> Iterator[None]:
    try:
        yield
    except NoArgsIsHelpError as error:
        if not as_json:
            raise
        raise Misused(_sentence(error), as_json) from error
    except click.UsageError as error:
        raise Misused(_sentence(error), as_json) from error


def _sentence(error: click.UsageError) -> str:
    line = error.ctx.command_path if error.ctx else ""
    if isinstance(error, click.NoSuchOption):
        return usage.no_such_option(error.option_name, line)
    if isinstance(error, NoSuchCommand):
        return usage.no_such_command(error.command_name, line)
    if isinstance(error, click.MissingParameter):
        return usage.missing(_name(error), line)
    if isinstance(error, click.BadParameter):
        kind = error.param.type if error.param else None
        return usage.unclear(_name(error), tuple(map(str, getattr(kind, "choices", ()))), line)
    return usage.too_much(line)


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return error.param_hint if isinstance(error.param_hint, str) else ""
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    return str(error.param.name).upper()
