"""Which web addresses and which machines behind them may be fetched from: only what the public internet has.

A service that fetches what strangers name must not reach its own network (server-side request forgery, OWASP SSRF).
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlsplit

import idna

from timelines.errors import InputError

_LENGTH: Final = 2_000
_PORTS: Final = {"http": 80, "https": 443}
# Characters that may stand in the path and the query as they are; all else is percent-encoded (RFC 3986).
_SAFE: Final = "/?:@!$&'()*+,;=-._~%[]"
_NUMBER: Final = re.compile(r"(?:0x[0-9a-f]*|\d+)", re.IGNORECASE)
_LABEL: Final = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
# Networks that lead on to another address, or back into a private one, beside those that `is_global` refuses.
_REFUSED: Final = tuple(
    ipaddress.ip_network(each)
    for each in (
        "192.0.0.0/24",  # protocol assignments (RFC 6890), also metadata at Oracle
        "192.88.99.0/24",  # 6to4 relays (RFC 7526)
        "168.63.129.16/32",  # the metadata of virtual machines at Azure
        "64:ff9b::/96",  # NAT64 (RFC 6052)
        "64:ff9b:1::/48",  # NAT64 of a local network (RFC 8215)
        "2001::/23",  # protocol assignments, Teredo among them (RFC 2928, RFC 4380)
        "2002::/16",  # 6to4 (RFC 3056)
        "::/8",  # IPv4-compatible and -mapped (RFC 4291), also of translators (RFC 2765)
        "3fff::/20",  # documentation (RFC 9637)
        "fec0::/10",  # site-local (RFC 3879)
        "5f00::/16",  # segment routing (RFC 9602)
    )
)
# An IPv4 address inside the second half of an IPv6 one (ISATAP, RFC 5214).
_ISATAP: Final = (0x0000_5EFE, 0x0200_5EFE)


@dataclass(frozen=True, slots=True)
class Address:
    """The parts of a web address, checked: ``host`` in ASCII, ``target`` the path with its query."""

    scheme: str
    host: str
    port: int
    target: str

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"

    @property
    def authority(self) -> str:
        """The host, with its port where that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def parse_address(url: str, *, ports: Collection[int]) -> Address:
    """The address, or InputError (field ``url``): another scheme, a password, a strange host, a port not allowed."""
    url = url.strip()
    if len(url) > _LENGTH:
        raise _refused(f"it has {len(url)} characters; the limit is {_LENGTH}")
    if not url.isprintable() or " " in url or "\\" in url:
        raise _refused("it contains blanks, backslashes or control characters")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise _refused("it is malformed") from None
    if parts.scheme not in _PORTS:
        raise _refused("it does not begin with http:// or https://")
    if "@" in parts.netloc:
        raise _refused("it contains a name or a password")
    if not host:
        raise _refused("it names no host")
    port = _PORTS[parts.scheme] if port is None else port
    if port not in ports:
        raise _refused(f"its port {port} is not among those allowed ({', '.join(map(str, sorted(ports)))})")
    query = f"?{parts.query}" if parts.query else ""
    return Address(parts.scheme, _host(host), port, quote((parts.path or "/") + query, safe=_SAFE))


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet. False for what is no IP address."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if not ip.is_global or ip.is_multicast or ip.is_reserved or ip.is_unspecified:
        return False
    if ip.version == 6 and (int(ip) >> 32) & 0xFFFF_FFFF in _ISATAP:
        return False
    return not any(ip.version == network.version and ip in network for network in _REFUSED)


def _host(host: str) -> str:
    """The host in ASCII; numbers only as the one usual spelling of an IP address."""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        pass
    try:
        name = idna.encode(host, uts46=True).decode() if not host.isascii() else host.lower()
    except idna.IDNAError:
        raise _refused("its host is not a name on the internet") from None
    name = name.removesuffix(".")
    labels = name.split(".")
    if len(name) > 253 or not all(map(_LABEL.fullmatch, labels)):
        raise _refused("its host is not a name on the internet")
    if _NUMBER.fullmatch(labels[-1]):
        # Resolvers read 2130706433, 0x7f.1 and 0177.0.0.1 as 127.0.0.1.
        raise _refused("its host is a number in an unusual spelling")
    return name


def _refused(reason: str) -> InputError:
    return InputError(f"This address cannot be fetched: {reason}.", field="url")
