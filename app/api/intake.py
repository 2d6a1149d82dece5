"""From the body of a request, JSON or a form with a file, to a submission."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import Message
from typing import Annotated, Any

from fastapi import Depends, Request
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import from_json
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from app.dependencies import SettingsDep
from app.ingest.submission import Submission
from app.ingest.uploads import uploaded_text
from app.problems import ProblemError, field_problem
from app.settings import Settings

_FIELDS = ("title", "published", "url")


class ArticleIn(BaseModel):
    """An article as JSON."""

    model_config = ConfigDict(extra="forbid", strict=True)

    text: str = Field(
        description="The words of the article. Offsets in the answers count its Unicode code points.",
        examples=["As the war enters its seventh year, leaders met in Paris on September 4."],
    )
    title: str = Field(default="", description="Its title.", examples=["Leaders meet in Paris"])
    published: str | None = Field(
        default=None,
        description="When it was published, in EDTF: a day, a month, an interval. Left out, it is inferred.",
        examples=["2025-09-05"],
    )
    url: str = Field(default="", description="Where it can be read on the web.", examples=["https://example.org/paris"])


class ArticleUpload(BaseModel):
    """An article as a form with a file; its fields mean the same as those of the JSON."""

    file: bytes = Field(
        description="A plain text file in UTF-8, or in UTF-16 with a byte order mark.",
        json_schema_extra={"type": "string", "format": "binary"},
    )
    title: str = ""
    published: str = ""
    url: str = ""


REQUEST_BODY: dict[str, Any] = {
    "required": True,
    "content": {
        "application/json": {"schema": {"$ref": "#/components/schemas/ArticleIn"}},
        "multipart/form-data": {"schema": {"$ref": "#/components/schemas/ArticleUpload"}},
    },
}


@dataclass(frozen=True, slots=True)
class _Received:
    """The body as it came: the JSON's bytes, or the form's file and fields."""

    json: bytes | None
    file: bytes = b""
    file_name: str = ""
    fields: dict[str, str] | None = None


async def _receive(request: Request, settings: SettingsDep) -> _Received:
    match _media_type(request):
        case "application/json":
            return _Received(await request.body())
        case "multipart/form-data":
            return await _receive_form(request, settings)
        case other:
            raise ProblemError(
                415,
                f"The body is {other or 'of an unnamed type'}; send application/json, or multipart/form-data "
                "with a file.",
                headers={"accept": "application/json, multipart/form-data"},
            )


async def _receive_form(request: Request, settings: Settings) -> _Received:
    try:
        form = await request.form(max_files=10, max_fields=20, max_part_size=settings.max_body_bytes)
    except HTTPException as error:
        if error.status_code == 413:
            raise
        raise ProblemError(400, f"The form cannot be read: {error.detail}") from None
    try:
        uploads = form.getlist("file")
        unknown = sorted(set(form) - {"file", *_FIELDS})
        if unknown:
            raise field_problem(422, unknown[0], "There is no such field beside file, title, published, url.")
        if len(uploads) != 1 or not isinstance(uploads[0], UploadFile):
            raise field_problem(422, "file", "The form needs one file with a name in the field `file`.")
        fields: dict[str, str] = {}
        for name in _FIELDS:
            values = form.getlist(name)
            if len(values) > 1 or not all(isinstance(value, str) for value in values):
                raise field_problem(422, name, "This field is text and may be given once.")
            fields[name] = "".join(map(str, values))
        return _Received(None, await uploads[0].read(), uploads[0].filename or "", fields)
    finally:
        await form.close()


# Not `async`: checking two megabytes of text takes a while and belongs into a thread.
def _submission(received: Annotated[_Received, Depends(_receive)], settings: SettingsDep) -> Submission:
    limit = settings.max_text_bytes
    if received.json is None:
        text = uploaded_text(received.file, name=received.file_name, limit=limit)
        return Submission.of(text, **(received.fields or {}), limit=limit)
    article = _parse(received.json)
    return Submission.of(
        article.text, title=article.title, published=article.published or "", url=article.url, limit=limit
    )


SubmissionDep = Annotated[Submission, Depends(_submission)]


def _parse(body: bytes) -> ArticleIn:
    try:
        data = from_json(body, allow_inf_nan=False)
    except ValueError as error:
        raise ProblemError(400, f"The body is not JSON: {error}.") from None
    try:
        return ArticleIn.model_validate(data)
    except ValidationError as error:
        raise validation_problem(error.errors(include_url=False, include_input=False)) from None


def validation_problem(errors: Any, *, skip: int = 0) -> ProblemError:
    """The 422 for pydantic's errors; ``skip`` leaves out the first parts of their paths."""
    found = tuple((_path(error["loc"][skip:]), _words(error)) for error in errors)
    return ProblemError(422, "; ".join(f"{field}: {message}" for field, message in found), found)


def _path(parts: tuple[str | int, ...]) -> str:
    return ".".join(map(str, parts)) or "body"


def _words(error: Any) -> str:
    match error["type"]:
        case "missing":
            return "This field is required."
        case "extra_forbidden":
            return "There is no such field."
        case _:
            return f"{error['msg']}."


def _media_type(request: Request) -> str:
    header = Message()
    header["content-type"] = request.headers.get("content-type", "")
    return header.get_content_type() if request.headers.get("content-type") else ""
