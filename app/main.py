"""The service: API, pages and files in one application."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.concurrency import run_in_threadpool

from app import assets, errors
from app.api import routes as api
from app.api.documented import DESCRIPTION, describe
from app.api.models import API
from app.crashes import CrashMiddleware
from app.ingest.fetching import Fetcher
from app.ingest.samples import read_samples_once
from app.ingest.taking_in import fetcher_of
from app.library import Library
from app.limits import BodyLimitMiddleware
from app.pages.routes import router as pages
from app.security import SecurityMiddleware
from app.settings import Settings
from app.store.database import connect, upgrade
from timelines.canon.load import load_canon


def create_app(
    settings: Settings | None = None, *, library: Library | None = None, fetcher: Fetcher | None = None
) -> FastAPI:
    """The application; without settings, those of the environment; without a fetcher, that of the settings.

    On start it opens the library and closes it at the end; one that it is given stays open.
    """
    settings = settings or Settings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        if library is not None:
            app.state.library = library
            yield
            return
        app.state.library = opened = await run_in_threadpool(open_library, settings)
        yield
        opened.close()

    app = FastAPI(
        title="Timelines",
        summary="When did it happen, and can it be true?",
        description=DESCRIPTION,
        version=version("timelines"),
        lifespan=lifespan,
        openapi_url=f"{API}/openapi.json",
        # The built-in pages of the framework load scripts from other servers.
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=lambda route: route.name,
        form_limits={"max_files": 10, "max_fields": 20, "max_part_size": settings.max_body_bytes},
    )
    app.state.settings = settings
    app.state.fetcher = fetcher or fetcher_of(settings)
    app.include_router(api.router)
    app.include_router(assets.router)
    app.include_router(pages)
    app.mount("/static", StaticFiles(directory=settings.static_folder), name="static")
    errors.install(app)
    app.openapi = lambda: describe(app)  # type: ignore[method-assign]
    # The last one added is the outermost.
    app.add_middleware(BodyLimitMiddleware, limit=settings.max_body_bytes)
    app.add_middleware(CrashMiddleware)
    app.add_middleware(SecurityMiddleware)
    return app


def open_library(settings: Settings) -> Library:
    """Connect, upgrade the tables, load the canon, and read the samples into a new database.

    Raises StoreError or CanonError.
    """
    engine = connect(settings.database_url)
    upgrade(engine)
    library = Library(engine, load_canon(settings.canon_paths).prepare())
    if settings.samples:
        read_samples_once(library, limit=settings.max_text_bytes)
    return library
