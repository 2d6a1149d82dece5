"""A web server on this machine that is taken for one on the internet: names and connections are made up."""

from __future__ import annotations

import gzip
import threading
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from httpcore2 import NetworkBackend, NetworkStream, SyncBackend

from app.ingest.fetching import Fetcher
from tests.reading.files import RSS, WORDS, page, pdf

PUBLIC = "93.184.216.34"
NAMES = {
    "news.example": [PUBLIC],
    "inside.example": ["10.0.0.5"],
    "both.example": [PUBLIC, "127.0.0.1"],
    "metadata.example": ["169.254.169.254"],
    "mapped.example": ["::ffff:127.0.0.1"],
}
_HTML = "text/html; charset=utf-8"
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, {"Content-Type": _HTML}, page()),
    "/plain": (200, {"Content-Type": "text/plain"}, WORDS.encode()),
    "/pdf": (200, {"Content-Type": "application/pdf"}, pdf(WORDS)),
    "/rss": (200, {"Content-Type": "application/rss+xml"}, RSS),
    "/gzip": (200, {"Content-Type": _HTML, "Content-Encoding": "gzip"}, gzip.compress(page())),
    "/deflate": (200, {"Content-Type": _HTML, "Content-Encoding": "deflate"}, zlib.compress(page())),
    "/bare": (200, {"Content-Type": _HTML, "Content-Encoding": "deflate"}, zlib.compress(page(), wbits=-15)),
    "/bomb": (200, {"Content-Type": _HTML, "Content-Encoding": "gzip"}, gzip.compress(b" " * 5_000_000)),
    "/damaged": (200, {"Content-Type": _HTML, "Content-Encoding": "gzip"}, b"no gzip"),
    "/brotli": (200, {"Content-Type": _HTML, "Content-Encoding": "br"}, b"x"),
    "/huge": (200, {"Content-Type": _HTML}, b" " * 200_000),
    "/announced": (200, {"Content-Type": _HTML, "Content-Length": "99999999999"}, b"x"),
    "/picture": (200, {"Content-Type": "image/png"}, b"x"),
    "/untyped": (200, {}, b"x"),
    "/gone": (404, {"Content-Type": _HTML}, b"x"),
    "/to-page": (302, {"Location": "/page"}, b""),
    "/to-nowhere": (302, {}, b""),
    "/loop": (301, {"Location": "/loop"}, b""),
    "/to-loopback": (302, {"Location": "http://127.0.0.1/page"}, b""),
    "/to-six": (307, {"Location": "http://[::1]/page"}, b""),
    "/to-inside": (308, {"Location": "http://inside.example/page"}, b""),
    "/to-metadata": (302, {"Location": "http://169.254.169.254/latest/meta-data/"}, b""),
    "/to-file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/to-port": (302, {"Location": "http://news.example:22/"}, b""),
    "/to-number": (302, {"Location": "http://2130706433/"}, b""),
}


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.seen.append((self.path, dict(self.headers)))  # type: ignore[attr-defined]
        if self.path == "/slow":
            self._drip()
            return
        status, headers, body = ANSWERS[self.path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", _HTML)
        self.end_headers()
        stop: threading.Event = self.server.stop  # type: ignore[attr-defined]
        try:
            while not stop.wait(0.02):
                self.wfile.write(b"x")
                self.wfile.flush()
        except OSError:
            return

    def log_message(self, *_: Any) -> None:
        """Nothing."""


class _Quiet(ThreadingHTTPServer):
    def handle_error(self, *_: Any) -> None:
        """Clients that hang up are what is tested."""


@dataclass
class Network(NetworkBackend):
    """Connects to the test server whatever the address; keeps what it was asked for."""

    port: int
    asked: list[tuple[str, int]] = field(default_factory=list)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> NetworkStream:
        self.asked.append((host, port))
        return SyncBackend().connect_tcp("127.0.0.1", self.port, timeout)


def resolve(host: str, port: int) -> list[str]:
    """The addresses of the made-up names; a name that is an address is itself."""
    if host in NAMES:
        return NAMES[host]
    if host[0].isdigit() or ":" in host:
        return [host]
    raise OSError(f"no such host: {host}")


@dataclass
class Web:
    """The server, what it was asked, and a fetcher that reaches it."""

    seen: list[tuple[str, dict[str, str]]]
    network: Network
    fetcher: Fetcher


@contextmanager
def serve_web(**options: Any) -> Iterator[Web]:
    server = _Quiet(("127.0.0.1", 0), _Handler)
    server.seen, server.stop = [], threading.Event()  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    network = Network(server.server_address[1])
    given: dict[str, Any] = {"limit": 100_000, "seconds": 10.0, "resolve": resolve} | options
    try:
        yield Web(server.seen, network, Fetcher(network=network, **given))  # type: ignore[attr-defined]
    finally:
        server.stop.set()  # type: ignore[attr-defined]
        server.shutdown()
        server.server_close()
