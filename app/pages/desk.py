"""The desk: hand in an article, see what was read so far."""

from __future__ import annotations

from functools import cache
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import UploadFile

from app.api.models import ArticleList, summary_of
from app.dependencies import IntakeDep, LibraryDep, SettingsDep
from app.ingest.samples import Sample, samples
from app.ingest.submission import Submission
from app.library import Library, Page
from app.pages.presenting import listed
from app.pages.rendering import page
from app.problems import ProblemError
from timelines.errors import InputError, TooLargeError

router = APIRouter(include_in_schema=False)

_FIELDS = ("text", "title", "published", "url")
_PER_PAGE = 20

After = Annotated[int | None, Query(ge=0, le=2**62)]


@router.get("/")
def desk(request: Request, library: LibraryDep, after: After = None) -> Response:
    """The form and the newest articles; ``after`` asks for older ones."""
    return _desk(request, library, library.articles(limit=_PER_PAGE, after=after))


@router.get("/index.json")
def desk_json(library: LibraryDep, after: After = None) -> ArticleList:
    """The list of articles as the API gives it."""
    found = library.articles(limit=_PER_PAGE, after=after)
    return ArticleList(articles=[summary_of(row) for row in found.articles], next=None)


async def _form(request: Request, settings: SettingsDep) -> tuple[dict[str, str], bytes, str]:
    """The fields of the form, and the file with its name (empty where none was chosen)."""
    async with request.form(max_files=2, max_fields=20, max_part_size=settings.max_body_bytes) as form:
        values = {name: value if isinstance(value := form.get(name, ""), str) else "" for name in _FIELDS}
        upload = form.get("file")
        if isinstance(upload, UploadFile) and upload.filename:
            return values, await upload.read(), upload.filename
    return values, b"", ""


@router.post("/articles")
def hand_in(
    request: Request,
    library: LibraryDep,
    intake: IntakeDep,
    form: Annotated[tuple[dict[str, str], bytes, str], Depends(_form)],
) -> Response:
    """Read the text, the file, or the page at the address, and show it; else the desk with what is wrong."""
    values, data, name = form
    try:
        # Forms send line ends as CRLF; offsets count what was typed.
        text = values["text"].replace("\r\n", "\n")
        if name and text.strip():
            raise InputError("Paste a text or choose a file, not both.", field="file")
        known = {"title": values["title"], "published": values["published"]}
        if name:
            submission = intake.file(data, name, **known, url=values["url"])
        elif values["url"].strip() and not text.strip():
            submission = intake.address(values["url"], **known)
        else:
            submission = Submission.of(text, **known, url=values["url"], limit=intake.limits.text)
        added = library.add(submission)
    except InputError as error:
        status = 413 if isinstance(error, TooLargeError) else 422
        field = error.field if error.field in (*_FIELDS, "file") else "text"
        return _desk(
            request,
            library,
            library.articles(limit=_PER_PAGE),
            values=values,
            mistakes={"file" if name and field == "text" else field: str(error)},
            status=status,
        )
    return _to_article(added.article.id)


@router.post("/samples/{name}")
def read_sample(name: str, library: LibraryDep) -> Response:
    """Read one of the samples (again, if it was deleted) and go to its page."""
    sample = next((sample for sample in samples() if sample.name == name), None)
    if sample is None:
        raise ProblemError(404, f"There is no sample called {name!r}.")
    return _to_article(library.add(_submission(sample)).article.id)


def _submission(sample: Sample) -> Submission:
    # Our own texts need no limit; one set lower than a sample's length must not break the desk.
    return Submission.of(sample.text, title=sample.title, published=sample.published, limit=len(sample.text.encode()))


@cache
def _sample_id(sample: Sample) -> str:
    return _submission(sample).id


def _to_article(article_id: str) -> Response:
    return RedirectResponse(f"/articles/{article_id}", status_code=303)


def _desk(
    request: Request,
    library: Library,
    shown: Page,
    *,
    values: dict[str, str] | None = None,
    mistakes: dict[str, str] | None = None,
    status: int = 200,
) -> Response:
    return page(
        request,
        "desk.html",
        status=status,
        twin="/index.json",
        samples=[sample for sample in samples() if _sample_id(sample) not in {row.id for row in shown.articles}],
        articles=[listed(row) for row in shown.articles],
        older=shown.next,
        values=values or dict.fromkeys(_FIELDS, ""),
        mistakes=mistakes or {},
    )
