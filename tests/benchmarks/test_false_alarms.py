from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.false_alarms import VERDICTS, Article, check_article, load_verdicts


def test_flags_are_found_by_their_words() -> None:
    text = "The march set off on Sunday, January 1, 2024."
    (alarm,) = check_article(Article("topic/1", "2024-01-02", text))
    (moved,) = check_article(Article("topic/1", "2024-01-02", "It rained. " + text.replace(" ", "\n", 1)))
    assert alarm.key == moved.key
    assert alarm.key[:2] == ("topic/1", "T102")
    assert alarm.quote not in alarm.key


def test_all_verdicts_can_be_read() -> None:
    assert {verdict.kind for verdict in load_verdicts(VERDICTS).values()} <= {"real", "impossible", "false"}


def test_a_verdict_needs_a_reason(tmp_path: Path) -> None:
    file = tmp_path / "verdicts.yaml"
    file.write_text("- {article: a/1, rule: T101, words: x, verdict: real, why: ' '}", encoding="utf-8")
    with pytest.raises(ValueError, match="has a why"):
        load_verdicts(file)
