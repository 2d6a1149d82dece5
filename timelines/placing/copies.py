"""Articles that are copies of one text: the same wire report printed twice counts as one source.

Word shingles and min-wise hashing (Broder 1997, "On the resemblance and containment of documents"), with the
signature cut into bands so that copies share at least one band (Leskovec, Rajaraman, Ullman, "Mining of Massive
Datasets", chapter 3).
"""

from __future__ import annotations

import re
from hashlib import blake2b

Signature = tuple[int, ...]

_SHINGLE_WORDS = 4
_ROWS, _BANDS = 3, 21
_LENGTH = _ROWS * _BANDS
_PRIME = (1 << 61) - 1
# Resemblance from which two articles are one text. Set on wire reports that were shortened by up to a third.
COPY = 0.5
_WORD = re.compile(r"\w+")


def signature(text: str) -> Signature:
    """63 numbers; the share in which two signatures agree estimates how alike the texts are. Empty for few words."""
    words = _WORD.findall(text.lower())
    if len(words) < _SHINGLE_WORDS:
        return ()
    shingles = {_number(" ".join(words[i : i + _SHINGLE_WORDS])) for i in range(len(words) - _SHINGLE_WORDS + 1)}
    return tuple(min((a * shingle + b) % _PRIME for shingle in shingles) for a, b in _HASHES)


def bands(found: Signature) -> list[str]:
    """Keys for an index: two copies share one with a probability of 0.94 when half alike, 0.99 at two thirds."""
    return [
        f"{band}:{_number(repr(found[band * _ROWS : (band + 1) * _ROWS])):x}" for band in range(_BANDS if found else 0)
    ]


def resemblance(one: Signature, other: Signature) -> float:
    """How alike the two texts are, 0 to 1 (Jaccard index of their shingles, estimated)."""
    if not one or not other:
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / _LENGTH


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=7).digest(), "big")


def _coefficients() -> tuple[tuple[int, int], ...]:
    return tuple(
        (1 + _number(f"slope {row}") % (_PRIME - 1), _number(f"offset {row}") % _PRIME) for row in range(_LENGTH)
    )


_HASHES = _coefficients()
