"""Reading a form that somebody sent: text fields only, and never more than a page has."""

from urllib.parse import parse_qsl

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

PLAIN_FORM = "application/x-www-form-urlencoded"
MOST_FIELDS = 40


async def read_form(request: Request) -> FormData:
    """The fields of the form; a body that is no form has none."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() == PLAIN_FORM:
        return _fields(await request.body())
    try:
        return await request.form(max_files=0, max_fields=MOST_FIELDS)
    except HTTPException:
        return FormData()


def _fields(body: bytes) -> FormData:
    """What browsers send from a page without files; the parser for all kinds of forms takes ten times as long."""
    try:
        read: list[tuple[str, str | UploadFile]] = []
        read += parse_qsl(body.decode("latin-1"), keep_blank_values=True, errors="replace", max_num_fields=MOST_FIELDS)
    except ValueError:
        return FormData()
    return FormData(read)


def text_of(form: FormData, name: str) -> str:
    """One field as text, empty when it is missing."""
    value = form.get(name)
    return value if isinstance(value, str) else ""


async def read_upload(request: Request, name: str) -> bytes:
    """The bytes of the one file that a form may carry under that name, empty where none was chosen."""
    try:
        async with request.form(max_files=1, max_fields=10) as form:
            sent = form.get(name)
            return await sent.read() if isinstance(sent, UploadFile) else b""
    except HTTPException:
        return b""
