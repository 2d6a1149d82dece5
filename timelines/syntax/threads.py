"""One thread for the matrix products of a few sentences (OpenBLAS, github.com/OpenMathLib/OpenBLAS).

The matrices of some sentences are so small that OpenBLAS' threads only wait for each other: on two busy cores a
sentence took 100 ms of the processor with its threads, 5 ms with one.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module

# The names of numpy's own wheels, and those of a system's OpenBLAS.
_NAMES = (("scipy_", "64_"), ("", "64_"), ("scipy_", ""), ("", ""))


@contextmanager
def one_thread() -> Iterator[None]:
    """Within it OpenBLAS uses one thread; nothing changes where numpy has another library. Not to be nested."""
    found = _controls()
    if found is None:
        yield
        return
    get, put = found
    before = get()
    put(1)
    try:
        yield
    finally:
        put(before)


@cache
def _controls() -> tuple[Callable[[], int], Callable[[int], object]] | None:
    """How to read and set the number of threads of the OpenBLAS that numpy was linked with."""
    # Loaded by numpy itself; its symbols include those of the libraries that it was linked with.
    extension = import_module("numpy._core._multiarray_umath")
    try:
        library = ctypes.CDLL(str(extension.__file__))
    except OSError:
        return None
    for prefix, suffix in _NAMES:
        get = getattr(library, f"{prefix}openblas_get_num_threads{suffix}", None)
        put = getattr(library, f"{prefix}openblas_set_num_threads{suffix}", None)
        if get is not None and put is not None:
            return get, put
    return None
