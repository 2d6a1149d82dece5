from __future__ import annotations

import json

from timelines.canon.canon import Canon
from timelines.canon.packs.record import fact_from_json, fact_to_json


def test_every_fact_comes_back_the_same(canon: Canon) -> None:
    facts = list(canon.loaded.values())[::5]
    assert len({fact.prefix for fact in facts}) >= 8
    assert [fact_from_json(fact_to_json(fact)) for fact in facts] == facts


def test_what_is_empty_is_left_out(canon: Canon) -> None:
    written = json.loads(fact_to_json(canon.fact("state/united-states")))
    assert "terms" not in written
    assert "born" not in written
