from __future__ import annotations

import gzip
from importlib.metadata import version

from starlette.testclient import TestClient

from app.assets import PLOTLY_URL, compressed_plotly, plotly_source


def test_plotly_is_compressed_and_cached_for_good(client: TestClient) -> None:
    response = client.get(PLOTLY_URL, headers={"accept-encoding": "gzip"})
    assert response.status_code == 200
    assert response.headers["content-encoding"] == "gzip"
    assert response.headers["content-type"].startswith("text/javascript")
    assert "immutable" in response.headers["cache-control"]
    assert int(response.headers["content-length"]) == len(compressed_plotly()) < 2_000_000
    assert response.content == plotly_source()
    assert gzip.decompress(compressed_plotly()) == plotly_source()


def test_who_cannot_read_gzip_gets_the_script_as_it_is(client: TestClient) -> None:
    response = client.get(PLOTLY_URL, headers={"accept-encoding": "identity"})
    assert "content-encoding" not in response.headers
    assert response.content == plotly_source()


def test_the_address_changes_with_the_version() -> None:
    assert PLOTLY_URL.endswith(version("plotly"))
