"""A page of the web becomes bytes: safe against addresses that lead inward, endless bodies and slow servers."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any
from urllib.parse import urljoin

import httpcore2
from httpcore2 import ConnectionPool, NetworkBackend

from app.ingest.addresses import Address, parse_address
from app.ingest.connecting import CheckedBackend, Deadline, Resolve, resolve
from timelines.errors import InputError, TooLargeError

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TYPES = (
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "text/markdown",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/xml",
    "text/xml",
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
)
_PIECE = 65_536
_Headers = dict[str, str]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave; ``url`` is the one that gave it, after redirects."""

    url: str
    body: bytes
    content_type: str
    encoding: str


@dataclass(frozen=True)
class Fetcher:
    """Fetches pages. ``limit`` is in bytes as sent and also unpacked, ``seconds`` are for all redirects together.

    ``resolve`` and ``network`` are what names and connections are made with.
    """

    ports: tuple[int, ...] = (80, 443)
    limit: int = 20_000_000
    seconds: float = 20.0
    redirects: int = 5
    resolve: Resolve = resolve
    network: NetworkBackend | None = None
    agent: str = field(default_factory=lambda: f"Timelines/{version('timelines')}")

    def fetch(self, url: str) -> Fetched:
        """The body at an address. Raises InputError (field ``url``) saying why there is none, TooLargeError."""
        address = parse_address(url, ports=self.ports)
        deadline = Deadline(self.seconds)
        try:
            # A connection for each request, so that each is checked.
            for _ in range(self.redirects + 1):
                found = self._request(address, deadline)
                if isinstance(found, Fetched):
                    return found
                address = found
        except httpcore2.TimeoutException:
            raise _failed(f"{address.host} took too long to answer") from None
        except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError, ValueError):
            raise _failed(f"{address.host} could not be reached or did not answer as a web server does") from None
        raise _failed(f"it was redirected more than {self.redirects} times")

    def _request(self, address: Address, deadline: Deadline) -> Fetched | Address:
        headers = [
            ("Host", address.authority),
            ("User-Agent", self.agent),
            ("Accept", "text/html,application/xhtml+xml,application/pdf,application/xml;q=0.9,text/plain;q=0.8"),
            ("Accept-Encoding", "gzip, deflate"),
        ]
        backend = CheckedBackend(deadline, self.resolve, self.network)
        place = httpcore2.URL(
            scheme=address.scheme.encode(),
            host=address.host.encode(),
            port=address.port,
            target=address.target.encode(),
        )
        steps = {"timeout": dict.fromkeys(("connect", "read", "write", "pool"), self.seconds)}
        with (
            ConnectionPool(network_backend=backend, max_connections=1) as pool,
            pool.stream("GET", place, headers=headers, extensions=steps) as response,
        ):
            told = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            if response.status in _REDIRECTS:
                return self._redirected(address, told)
            if response.status != 200:
                raise _failed(f"{address.host} answered {response.status}")
            kind, _, rest = told.get("content-type", "").lower().partition(";")
            if kind.strip() not in _TYPES:
                raise _failed(f"it is {kind.strip()[:100] or 'of an unnamed type'}, not a page or document")
            self._announced(told)
            body = b"".join(self._body(response.iter_stream(), told.get("content-encoding", "")))
            encoding = rest.partition("charset=")[2].split(";")[0].strip("\"' ")[:40]
            return Fetched(str(address), body, kind.strip(), encoding)

    def _redirected(self, address: Address, told: _Headers) -> Address:
        if "location" not in told:
            raise _failed(f"{address.host} redirected it to nowhere")
        # Servers send UTF-8 there, which headers do not have.
        location = told["location"].encode("latin-1").decode("utf-8", "replace")
        return parse_address(urljoin(str(address), location), ports=self.ports)

    def _announced(self, told: _Headers) -> None:
        length = told.get("content-length", "")
        if length.isdecimal() and int(length[:20]) > self.limit:
            raise self._too_large()

    def _body(self, pieces: Iterable[bytes], coding: str) -> Iterator[bytes]:
        """The body, unpacked, never beyond the limit."""
        coding = coding.strip().lower()
        if coding not in {"", "identity", "gzip", "x-gzip", "deflate"}:
            raise _failed(f"its packing ({coding[:40]}) is not known")
        unpack = _unpacker(coding)
        sent = size = 0
        for piece in pieces:
            sent += len(piece)
            if sent > self.limit:
                raise self._too_large()
            for part in unpack(piece):
                size += len(part)
                if size > self.limit:
                    raise self._too_large()
                yield part

    def _too_large(self) -> TooLargeError:
        return TooLargeError(
            f"What lies at this address is longer than {self.limit:,} bytes, the limit. Hand in its text.", field="url"
        )


def _unpacker(coding: str) -> Any:
    if coding in {"", "identity"}:
        return lambda piece: (piece,)
    state: list[Any] = []

    def unpack(piece: bytes) -> Iterator[bytes]:
        if not piece:
            return
        if not state:
            # "deflate" means zlib, but servers also send it bare: told by the first byte (RFC 1950).
            bare = coding == "deflate" and piece[0] & 0x0F != 8
            state.append(zlib.decompressobj(-zlib.MAX_WBITS if bare else zlib.MAX_WBITS | 32))
        try:
            yield state[0].decompress(piece, _PIECE)
            while state[0].unconsumed_tail:
                yield state[0].decompress(state[0].unconsumed_tail, _PIECE)
        except zlib.error:
            raise _failed("it is damaged on the way (its packing cannot be undone)") from None

    return unpack


def _failed(reason: str) -> InputError:
    return InputError(f"This address cannot be fetched: {reason}.", field="url")
