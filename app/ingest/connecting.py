"""Connections to checked machines only, within a time: what lies below an HTTP client (httpcore, BSD).

A name is resolved once, every address that it has is checked, and the connection goes to a checked address, so a
name that changes its address in between (DNS rebinding) gains nothing. TLS still verifies the name.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

from httpcore2 import ConnectError, NetworkBackend, NetworkStream, ReadTimeout, SyncBackend

from app.ingest.addresses import is_public
from timelines.errors import InputError

Resolve = Callable[[str, int], list[str]]
# The most time for one step; the deadline bounds them all together.
_STEP = 10.0


def resolve(host: str, port: int) -> list[str]:
    """The IP addresses of a host. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


class Deadline:
    """A moment after which nothing is waited for any more."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self, timeout: float | None = None) -> float:
        """The seconds left, at most those of one step. Raises ReadTimeout when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise ReadTimeout
        return min(left, _STEP, timeout or _STEP)


class CheckedBackend(NetworkBackend):
    """Resolves, checks, and connects to what was checked; raises InputError for hosts that are not public."""

    def __init__(self, deadline: Deadline, resolve: Resolve, network: NetworkBackend | None = None) -> None:
        self._deadline = deadline
        self._resolve = resolve
        self._network = network or SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> NetworkStream:
        """A connection to one of the addresses of the host, the first that answers."""
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError):
            addresses = []
        if not addresses:
            raise InputError(f"There is no host {host!r} on the internet.", field="url")
        if not all(map(is_public, addresses)):
            raise InputError(
                f"The host {host!r} is not on the public internet; addresses of a local network are not fetched.",
                field="url",
            )
        for address in addresses:
            try:
                stream = self._network.connect_tcp(
                    address, port, self._deadline.left(timeout), local_address, socket_options
                )
            except ConnectError:
                if address == addresses[-1]:
                    raise
            else:
                return _Timed(stream, self._deadline)
        raise ConnectError

    def connect_unix_socket(self, *_: Any, **__: Any) -> NetworkStream:
        """Never."""
        raise ConnectError("No sockets of this machine.")


class _Timed(NetworkStream):
    """A stream of which no step lasts beyond the deadline, however slowly the other side sends."""

    def __init__(self, stream: NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _Timed(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
