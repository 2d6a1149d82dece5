"""What endpoints ask for by type."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, Request

from app.ingest.fetching import Fetcher
from app.ingest.taking_in import Intake, limits_of
from app.keeping.keeper import Keeper
from app.library import Library
from app.settings import Settings

# Who decides where nobody has to say who they are.
LOCAL = "local"


def _library(request: Request) -> Library:
    return cast(Library, request.app.state.library)


def _settings(request: Request) -> Settings:
    return cast(Settings, request.app.state.settings)


def _keeper(request: Request) -> Keeper:
    return Keeper(_library(request))


def _intake(request: Request) -> Intake:
    return Intake(limits_of(_settings(request)), cast("Fetcher | None", request.app.state.fetcher))


def _who(_request: Request) -> str:
    return LOCAL


LibraryDep = Annotated[Library, Depends(_library)]
SettingsDep = Annotated[Settings, Depends(_settings)]
IntakeDep = Annotated[Intake, Depends(_intake)]
KeeperDep = Annotated[Keeper, Depends(_keeper)]
WhoDep = Annotated[str, Depends(_who)]
