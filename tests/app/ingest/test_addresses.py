from __future__ import annotations

import pytest

from app.ingest.addresses import is_public, parse_address
from timelines.errors import InputError

PORTS = (80, 443)


@pytest.mark.parametrize(
    ("url", "parsed"),
    [
        ("https://Example.org", "https://example.org/"),
        (" http://example.org:80/a?b=c#d ", "http://example.org/a?b=c"),
        ("http://example.org:443/", "http://example.org:443/"),
        ("https://example.org./ä b".replace(" ", "%20"), "https://example.org/%C3%A4%20b"),
        ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
        ("https://93.184.216.34/", "https://93.184.216.34/"),
        ("https://[2606:4700::1111]/", "https://[2606:4700::1111]/"),
    ],
)
def test_addresses(url: str, parsed: str) -> None:
    assert str(parse_address(url, ports=PORTS)) == parsed


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "http://"),
        ("gopher://example.org/", "http://"),
        ("//example.org/", "http://"),
        ("example.org", "http://"),
        ("", "http://"),
        ("http://", "no host"),
        ("http:///a", "no host"),
        ("http://user@example.org/", "password"),
        ("http://user:secret@example.org/", "password"),
        ("http://example.org@127.0.0.1/", "password"),
        ("http://example.org\\@127.0.0.1/", "backslashes"),
        ("http://example.org/\r\nHost: x", "control"),
        ("http://exa mple.org/", "blanks"),
        ("http://example.org:22/", "port 22"),
        ("http://example.org:0/", "port 0"),
        ("http://example.org:99999/", "malformed"),
        ("http://[::1/", "malformed"),
        ("http://2130706433/", "unusual spelling"),
        ("http://0x7f000001/", "unusual spelling"),
        ("http://0x7f.1/", "unusual spelling"),
        ("http://0177.0.0.1/", "unusual spelling"),
        ("http://127.1/", "unusual spelling"),
        ("http://127.0.0.1./", "unusual spelling"),
        ("http://１２７.0.0.1/", "unusual spelling"),
        ("http://①②⑦.⓪.⓪.①/", "unusual spelling"),
        ("http://exa%6dple.org/", "not a name"),
        ("http://-example.org/", "not a name"),
        ("http://example..org/", "not a name"),
        ("http://" + "a" * 64 + ".org/", "not a name"),
        ("http://example.org/" + "a" * 2_000, "characters"),
    ],
)
def test_addresses_that_are_refused(url: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        parse_address(url, ports=PORTS)
    assert caught.value.field == "url"


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "2a00:1450:4001:810::200e"])
def test_the_public_internet(address: str) -> None:
    assert is_public(address)


PRIVATE = [
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "100.64.0.1",
    "100.100.100.200",
    "127.0.0.1",
    "127.255.255.254",
    "168.63.129.16",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:8.8.8.8",
    "::ffff:0:127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::1",
    "2606:4700::5efe:127.0.0.1",
    "2606:4700::200:5efe:10.0.0.1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "localhost",
    "",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not_public(address: str) -> None:
    assert not is_public(address)
