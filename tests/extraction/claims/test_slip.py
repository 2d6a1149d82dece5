from __future__ import annotations

import pytest

from timelines import parse_edtf
from timelines.canon.schema import Fact
from timelines.extraction.claims.slip import is_slip, one_digit_off


def _fact(kind: str, when: str) -> Fact:
    return Fact(id="event/x", kind=kind, label="X", names=("X",), when=parse_edtf(when))


@pytest.mark.parametrize(
    ("kind", "when", "told", "slip"),
    [
        ("release", "1990-02-11", "1991-02-11", True),
        ("release", "1990-02-11", "1990-03-11", False),
        ("death", "1977-08-16", "1977-08-26", True),
        ("treaty", "1648-10-24", "1658-10", True),
        ("summit", "1986-10-11", "1987-10", False),
        ("earthquake", "1906-04-18", "1960", False),
        ("death", "1827-03-26", "1872", False),
        ("death", "1827-03-26", "1826", True),
        ("death", "1827-03-26", "1927-05", False),
        ("war", "1982-04-02/1982-06-14", "1983-04", False),
    ],
)
def test_dates_wrong_in_one_part_are_slips(kind: str, when: str, told: str, slip: bool) -> None:
    assert is_slip(_fact(kind, when), parse_edtf(told)) is slip


def test_a_war_is_dated_by_its_beginning() -> None:
    assert is_slip(_fact("war", "1982-04-02/1982-06-14"), parse_edtf("1983-04"), beginning=True)


def test_digits() -> None:
    assert one_digit_off(1798, 1789)
    assert one_digit_off(1918, 1908)
    assert not one_digit_off(1914, 1939)
