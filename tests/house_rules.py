"""The rules of the house as plain functions: source in, findings out, so that each rule can be shown a bad example."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
ROOMS = ("common", "exchange", "desk_app", "district", "demo", "benchmarks")
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
MOST_PARAMETERS = 5

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def parsed(source: str) -> ast.Module:
    """A source file as a tree; every rule looks at the same one."""
    return ast.parse(source)


@cache
def our_files() -> tuple[Path, ...]:
    """Every file that is or would be committed."""
    command = ["git", "ls-files", "-co", "--exclude-standard"]
    listing = subprocess.run(command, cwd=TOP, capture_output=True, text=True, encoding="utf-8", check=True)
    return tuple(path for line in sorted(set(listing.stdout.splitlines())) if (path := TOP / line).is_file())


def code_of(*rooms: str) -> tuple[Path, ...]:
    """The Python files of these rooms."""
    return tuple(p for p in our_files() if p.suffix == ".py" and p.relative_to(TOP).parts[0] in rooms)


def place(path: Path) -> str:
    return path.relative_to(TOP).as_posix()


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


@cache
def functions_of(source: str) -> tuple[Function, ...]:
    """Every function of a source file; asked for by several rules."""
    return tuple(functions(parsed(source)))


def dotted(node: ast.AST) -> str:
    """`a.b.c` as text, or nothing when it is not a plain name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return ""


def texts(tree: ast.AST, excused: set[int]) -> Iterator[tuple[int, str]]:
    """Every text of the code with its line, those left out whose nodes are excused."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in excused:
            yield node.lineno, node.value


# ---- sizes


def too_long(source: str) -> list[str]:
    lines = len(source.splitlines())
    return [f"{lines} lines"] if lines > LONGEST_FILE else []


def long_functions(source: str) -> list[str]:
    found = []
    for function in functions_of(source):
        lines = (function.end_lineno or function.lineno) - function.lineno + 1
        if lines > LONGEST_FUNCTION:
            found.append(f"{function.name}: {lines} lines")
    return found


def parameters(function: Function) -> int:
    """How many, the object itself (or the context of a command) not counted."""
    given = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    extra = [part for part in (function.args.vararg, function.args.kwarg) if part]
    own = 1 if given and given[0].arg in ("self", "cls", "ctx", "context") else 0
    return len(given) - own + len(extra)


def many_parameters(source: str) -> list[str]:
    counted = ((f.name, parameters(f)) for f in functions_of(source))
    return [f"{name}: {n} parameters" for name, n in counted if n > MOST_PARAMETERS]


# ---- the world outside enters through the house

WORLD = re.compile(
    r"(^|\.)(date\.today|datetime\.(now|today|utcnow)|Path\.(home|cwd))$"
    r"|^(time\.(time|localtime)|os\.(environ|getenv|urandom|getcwd)|secrets\.\w+|uuid\.uuid\d|random\.\w+)$"
)

OF_THE_WORLD = re.compile(r"\b(today|now|utcnow|home|cwd|time|os|secrets|uuid|random)\b")


def worldly(source: str) -> list[str]:
    """Clock, randomness, environment and folders read where they should have been handed in."""
    if not OF_THE_WORLD.search(source):
        return []
    names = ((node.lineno, dotted(node)) for node in ast.walk(parsed(source)) if isinstance(node, ast.Attribute))
    return [f"line {line}: {name}" for line, name in names if WORLD.search(name)]


WAITS = (".sleep", ".qWait", ".qSleep", ".keyClicks")


def waits(source: str) -> list[str]:
    if not any(name in source for name in WAITS):
        return []
    names = ((node.lineno, dotted(node)) for node in ast.walk(parsed(source)) if isinstance(node, ast.Attribute))
    return [f"line {line}" for line, name in names if name.endswith(WAITS)]


# ---- sentences for people live in common.words

VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ\u1ea0-\u1ef9]", re.IGNORECASE)
SENTENCE_WORDS = 4
TERM_WORDS = 6


def docstrings(tree: ast.AST) -> set[int]:
    """Texts that stand alone as a statement: they speak to the reader of the code."""
    return {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)}


def helps(tree: ast.AST) -> set[int]:
    """The help texts of commands and options, which belong beside the command: they stand in its decorators."""
    decorators = (decorator for function in functions(tree) for decorator in function.decorator_list)
    calls = (k.value for node in ast.walk(tree) if isinstance(node, ast.Call) for k in node.keywords if k.arg == "help")
    return {id(node) for found in (*decorators, *calls) for node in ast.walk(found)}


# Names of laws and patterns of dates are facts, not sentences.
FACT = re.compile(r"^(Luật|Nghị định|Thông tư|Quyết định|Bộ luật) |\[0-9\]")


def is_sentence(text: str) -> bool:
    """Vietnamese, four words or more, and neither a fact, nor somebody's name, nor a term such as a title."""
    words = [word for word in text.split() if word[0].isalnum()]
    if not VIETNAMESE.search(text) or len(words) < SENTENCE_WORDS or FACT.search(text):
        return False
    is_name = all(word[0].isupper() for word in words)
    is_term = text[:1].islower() and len(words) <= TERM_WORDS and not re.search("[.,:;?!]", text)
    return not is_name and not is_term


def sentences(source: str) -> list[str]:
    """Sentences for people that stand in code; docstrings and help texts left out."""
    if not VIETNAMESE.search(source):
        return []
    tree = parsed(source)
    excused = docstrings(tree) | helps(tree)
    return [f"line {line}: {text[:50]}" for line, text in texts(tree, excused) if is_sentence(text)]


# ---- the same program must run on Windows

ONLY_UNIX_MODULES = frozenset({"fcntl", "pwd", "grp", "resource", "termios", "tty", "pty"})
ONLY_UNIX_NAMES = re.compile(
    r"^(os\.(fork|forkpty|getuid|geteuid|getgid|mkfifo|rename|O_DIRECTORY|O_SYNC|statvfs|uname)|signal\.SIGKILL)$"
)


def only_unix(source: str) -> list[str]:
    found = []
    for node in ast.walk(parsed(source)):
        if isinstance(node, ast.Import):
            found += [f"import {a.name}" for a in node.names if a.name in ONLY_UNIX_MODULES]
        elif isinstance(node, ast.ImportFrom) and node.module in ONLY_UNIX_MODULES:
            found.append(f"from {node.module}")
        elif isinstance(node, ast.Attribute) and ONLY_UNIX_NAMES.search(dotted(node)):
            found.append(f"line {node.lineno}: {dotted(node)}")
    return found


def is_text_call(call: ast.Call) -> bool:
    """Whether this call opens, reads or writes text, as far as its own words tell."""
    name = dotted(call.func).rpartition(".")[2] or getattr(call.func, "attr", "")
    if name in ("read_text", "write_text"):
        return isinstance(call.func, ast.Attribute)
    if name != "open" or dotted(call.func) in ("os.open", "webbrowser.open", "Image.open", "zipfile.open"):
        return False
    given = [*call.args, *(k.value for k in call.keywords if k.arg == "mode")]
    modes = [a.value for a in given if isinstance(a, ast.Constant)]
    mode = next((m for m in modes if isinstance(m, str) and re.fullmatch(r"[rwxabt+]{1,3}", m)), None)
    built_in = isinstance(call.func, ast.Name)
    return ("b" not in mode) if mode is not None else built_in


def no_encoding(source: str) -> list[str]:
    calls = (node for node in ast.walk(parsed(source)) if isinstance(node, ast.Call))
    return [
        f"line {call.lineno}: no encoding"
        for call in calls
        if is_text_call(call) and not any(k.arg in ("encoding", None) for k in call.keywords)
    ]


def replaced_while_open(source: str) -> list[str]:
    """A file replaced inside the `with` that holds a file open: Windows refuses that."""
    found = []
    for node in ast.walk(parsed(source)):
        if not isinstance(node, ast.With):
            continue
        opens = any("open" in ast.unparse(i.context_expr) for i in node.items)
        calls = (dotted(c.func) for s in node.body for c in ast.walk(s) if isinstance(c, ast.Call))
        if opens and any(name in ("os.replace", "replace_file") for name in calls):
            found.append(f"line {node.lineno}: replaced while open")
    return found


UNIX_DAYS = re.compile(r"%-[a-zA-Z]")
RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
FORBIDDEN_IN_NAMES = re.compile(r'[<>:"|?*\\]|[ .]$')
LONGEST_PATH = 160


def unix_formats(source: str) -> list[str]:
    found = texts(parsed(source), set())
    return [f"line {line}: {text[:40]}" for line, text in found if UNIX_DAYS.search(text) or text.startswith("/tmp")]


def bad_file_name(name: str) -> bool:
    """Whether Windows would refuse this path below the repository."""
    parts = name.split("/")
    return len(name) > LONGEST_PATH or any(RESERVED.search(p) or FORBIDDEN_IN_NAMES.search(p) for p in parts)


def twins_in_case(names: list[str]) -> list[str]:
    """Paths that Windows could not tell apart."""
    seen: dict[str, str] = {}
    return [name for name in names if seen.setdefault(name.lower(), name) != name]


# ---- committed text

MACHINE = re.compile(r"(^|[^.\w])/(work|farm|root)/|/home/[a-z]+/", re.MULTILINE)
_HOSTS = "|".join(("py" + "pi", "python" + "hosted", "npm" + "js", "simple/", "deb.deb" + "ian", "proxy.go" + "lang"))
REGISTRY = re.compile(rf"https?://[^\s\"')]*({_HOSTS})|--(extra-)?index-url", re.IGNORECASE)


def text_of(path: Path) -> str:
    """The text of a file, or nothing when it is not text."""
    raw = path.read_bytes()
    return "" if b"\0" in raw[:4096] else raw.decode("utf-8", errors="replace")
