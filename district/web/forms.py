"""Reading a form that somebody sent: text fields only, and never more than a page has."""

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request


async def read_form(request: Request) -> FormData:
    """The fields of the form; a body that is no form has none."""
    try:
        return await request.form(max_files=0, max_fields=40)
    except HTTPException:
        return FormData()


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
