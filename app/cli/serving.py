"""The commands about the service: serve, samples."""

from __future__ import annotations

import ipaddress
import socket
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.inputs import settings
from app.cli.usage import UsageError

if TYPE_CHECKING:
    from app.settings import Settings


def serve(
    host: Annotated[str | None, typer.Option(help="The address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="The port; 0 takes any free one.")] = None,
    database: Annotated[
        str | None, typer.Option(metavar="URL", help="The database, like sqlite:///var/timelines.db.")
    ] = None,
) -> None:
    """Start the service and print its address. Stop it with Ctrl+C."""
    given = {"host": host, "port": port, "database_url": database}
    chosen = settings().model_copy(update={name: value for name, value in given.items() if value is not None})
    listener = _listen(chosen)
    with listener:
        from app.server import run

        address = _address(chosen.host, listener.getsockname()[1])
        if not _is_loopback(listener):
            _say(
                "timelines: anybody who reaches this address can read, add and delete articles; "
                "use --host 127.0.0.1 to keep it to this machine."
            )
        run(chosen, listener, lambda: print(f"Timelines is at {address}", flush=True))  # noqa: T201 - the terminal


def samples(
    name: Annotated[str | None, typer.Argument(help="Print the text of this one.")] = None,
) -> None:
    """List the sample articles, or print one."""
    from app.cli.words import Printer
    from app.ingest.samples import samples as all_samples

    if name is None:
        printer = Printer()
        for sample in all_samples():
            printer.line((f"{sample.name:<16}", "bold"), f"{sample.published}  {sample.title}")
            printer.line(" " * 16, sample.about)
        return
    for sample in all_samples():
        if sample.name == name:
            sys.stdout.write(sample.text)
            return
    known = ", ".join(sample.name for sample in all_samples())
    raise UsageError(f"There is no sample {name!r}; there are {known}.")


def _listen(chosen: Settings) -> socket.socket:
    try:
        family, _, _, _, place = socket.getaddrinfo(chosen.host, chosen.port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family)
    except OSError as error:
        raise UsageError(f"The address {chosen.host!r} cannot be used: {error.strerror}.") from None
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(place)
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise UsageError(
            f"Port {chosen.port} of {chosen.host} cannot be used: {error.strerror}. Choose another with --port."
        ) from None
    return listener


def _is_loopback(listener: socket.socket) -> bool:
    return ipaddress.ip_address(listener.getsockname()[0]).is_loopback


def _address(host: str, port: int) -> str:
    shown = "127.0.0.1" if host == "0.0.0.0" else f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/"


def _say(words: str) -> None:
    print(words, file=sys.stderr)  # noqa: T201 - this is the terminal
