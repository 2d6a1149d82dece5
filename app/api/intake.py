"""From the body of a request, JSON or a form with a file, to a submission."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from email.message import Message
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import from_json
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from app.dependencies import IntakeDep, SettingsDep
from app.ingest.submission import Submission
from app.problems import ProblemError, field_problem
from app.settings import Settings

_FIELDS = ("title", "published", "url")


class ArticleIn(BaseModel):
    """An article as JSON."""

    model_config = ConfigDict(
        extra="forbid", strict=True, json_schema_extra={"anyOf": [{"required": ["text"]}, {"required": ["url"]}]}
    )

    text: str = Field(
        default="",
        description="The words of the article; left out, the page at `url` is fetched and its article is read. "
        "Offsets in the answers count its Unicode code points.",
        examples=["As the war enters its seventh year, leaders met in Paris on September 4."],
    )
    title: str = Field(default="", description="Its title.", examples=["Leaders meet in Paris"])
    published: str | None = Field(
        default=None,
        description="When it was published, in EDTF: a day, a month, an interval. Left out, it is read from the "
        "file or the page where that says so, and else inferred.",
        examples=["2025-09-05"],
    )
    url: str = Field(default="", description="Where it can be read on the web.", examples=["https://example.org/paris"])


class ArticleUpload(BaseModel):
    """An article as a form with a file; its fields mean the same as those of the JSON."""

    file: bytes = Field(
        description="Plain text (UTF-8, or UTF-16 with a byte order mark), HTML, PDF, Word (.docx) or TimeML; the kind "
        "is told by the content.",
        json_schema_extra={"type": "string", "format": "binary"},
    )
    title: str = ""
    published: str = ""
    url: str = ""


class ImportIn(BaseModel):
    """The address of a feed."""

    model_config = ConfigDict(extra="forbid", strict=True)

    url: str = Field(
        description="Where an RSS or Atom feed is; it is fetched from the public internet.",
        examples=["https://example.org/feed.xml"],
        min_length=1,
    )


class ImportUpload(BaseModel):
    """A file of many articles as a form."""

    file: bytes = Field(
        description="JSON Lines or CSV with text, title, published and url; WARC, also gzipped; RSS or Atom.",
        json_schema_extra={"type": "string", "format": "binary"},
    )


def _body(json: type[BaseModel], form: type[BaseModel]) -> dict[str, Any]:
    """The description of a request's body that is one or the other."""
    schema = "#/components/schemas/"
    return {
        "required": True,
        "content": {
            "application/json": {"schema": {"$ref": schema + json.__name__}},
            "multipart/form-data": {"schema": {"$ref": schema + form.__name__}},
        },
    }


REQUEST_BODY = _body(ArticleIn, ArticleUpload)
IMPORT_BODY = _body(ImportIn, ImportUpload)


@dataclass(frozen=True, slots=True)
class Received:
    """The body as it came: the JSON's bytes, or the form's file and fields."""

    json: bytes | None
    file: bytes = b""
    file_name: str = ""
    fields: dict[str, str] | None = None


async def _receive(request: Request, settings: SettingsDep) -> Received:
    return await receive(request, settings, _FIELDS)


async def receive(request: Request, settings: Settings, fields: Sequence[str]) -> Received:
    """The body as JSON or as a form with a file and these fields. Raises ProblemError for anything else."""
    match _media_type(request):
        case "application/json":
            return Received(await request.body())
        case "multipart/form-data":
            return await _receive_form(request, settings, fields)
        case other:
            raise ProblemError(
                415,
                f"The body is {other or 'of an unnamed type'}; send application/json, or multipart/form-data "
                "with a file.",
                headers={"accept": "application/json, multipart/form-data"},
            )


async def _receive_form(request: Request, settings: Settings, names: Sequence[str]) -> Received:
    try:
        form = await request.form(max_files=10, max_fields=20, max_part_size=settings.max_body_bytes)
    except HTTPException as error:
        if error.status_code == 413:
            raise
        raise ProblemError(400, f"The form cannot be read: {error.detail}") from None
    try:
        uploads = form.getlist("file")
        unknown = sorted(set(form) - {"file", *names})
        if unknown:
            raise field_problem(422, unknown[0], f"There is no such field; there are {', '.join(('file', *names))}.")
        if len(uploads) != 1 or not isinstance(uploads[0], UploadFile):
            raise field_problem(422, "file", "The form needs one file with a name in the field `file`.")
        fields: dict[str, str] = {}
        for name in names:
            values = form.getlist(name)
            if len(values) > 1 or not all(isinstance(value, str) for value in values):
                raise field_problem(422, name, "This field is text and may be given once.")
            fields[name] = "".join(map(str, values))
        return Received(None, await uploads[0].read(), uploads[0].filename or "", fields)
    finally:
        await form.close()


# Not `async`: reading a document or fetching a page takes a while and belongs into a thread.
def _submission(received: Annotated[Received, Depends(_receive)], intake: IntakeDep) -> Submission:
    if received.json is None:
        return intake.file(received.file, received.file_name, **(received.fields or {}))
    article = parse(received.json, ArticleIn)
    published = article.published or ""
    if "text" not in article.model_fields_set:
        if not article.url:
            raise field_problem(422, "text", "Give the text of the article, or the address of its page.")
        return intake.address(article.url, title=article.title, published=published)
    return Submission.of(
        article.text, title=article.title, published=published, url=article.url, limit=intake.limits.text
    )


SubmissionDep = Annotated[Submission, Depends(_submission)]


Body = TypeVar("Body", bound=BaseModel)


def parse(body: bytes, shape: type[Body]) -> Body:
    """The body as this shape. Raises ProblemError: 400 for what is not JSON, 422 for another shape."""
    try:
        data = from_json(body, allow_inf_nan=False)
    except ValueError as error:
        raise ProblemError(400, f"The body is not JSON: {error}.") from None
    try:
        return shape.model_validate(data)
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
