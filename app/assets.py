"""plotly.js, served from the installed package: compressed once, cached by browsers for good."""

from __future__ import annotations

import gzip
from functools import cache
from importlib.metadata import version
from importlib.resources import files

from fastapi import APIRouter, Request, Response

# The address changes with the version, so that what is cached never goes stale.
PLOTLY_URL = f"/assets/plotly.min.js?v={version('plotly')}"

_IMMUTABLE = "public, max-age=31536000, immutable"

router = APIRouter(include_in_schema=False)


@router.get("/assets/plotly.min.js")
def plotly(request: Request) -> Response:
    """The script, gzipped for those who can read that."""
    headers = {"cache-control": _IMMUTABLE, "vary": "accept-encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(
            compressed_plotly(), media_type="text/javascript", headers=headers | {"content-encoding": "gzip"}
        )
    return Response(plotly_source(), media_type="text/javascript", headers=headers)


@cache
def compressed_plotly() -> bytes:
    """The script in gzip (about 1.5 MB); made once, which takes a moment."""
    return gzip.compress(plotly_source(), compresslevel=9, mtime=0)


@cache
def plotly_source() -> bytes:
    """The script as the package has it."""
    return (files("plotly") / "package_data" / "plotly.min.js").read_bytes()
