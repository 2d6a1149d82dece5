"""What endpoints ask for by type."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, Request

from app.library import Library
from app.settings import Settings


def _library(request: Request) -> Library:
    return cast(Library, request.app.state.library)


def _settings(request: Request) -> Settings:
    return cast(Settings, request.app.state.settings)


LibraryDep = Annotated[Library, Depends(_library)]
SettingsDep = Annotated[Settings, Depends(_settings)]
