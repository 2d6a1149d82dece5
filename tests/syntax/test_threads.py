from __future__ import annotations

import pytest

from timelines.syntax import threads
from timelines.syntax.threads import one_thread


def test_the_number_of_threads_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = [4]
    monkeypatch.setattr(threads, "_controls", lambda: (lambda: numbers[-1], numbers.append))
    with one_thread():
        assert numbers[-1] == 1
    assert numbers == [4, 1, 4]


def test_without_openblas_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threads, "_controls", lambda: None)
    with one_thread():
        pass


def test_what_numpy_was_linked_with_is_asked() -> None:
    controls = threads._controls()
    if controls is not None:
        get, _ = controls
        before = get()
        with one_thread():
            assert get() == 1
        assert get() == before
