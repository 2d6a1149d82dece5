"""The words of the schema are the same in code, in schema.json and in docs/canon.md; the document's examples load."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

import timelines.canon
from timelines.canon import vocabulary
from timelines.canon.build import compile_files
from timelines.canon.load import BUILTIN, load_canon

HERE = Path(timelines.canon.__file__).parent
SCHEMA: dict[str, Any] = json.loads((HERE / "schema.json").read_text(encoding="utf-8"))
GUIDE = (HERE.parents[1] / "docs" / "canon.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)


def properties(name: str) -> set[str]:
    return set(SCHEMA["$defs"][name]["properties"])


def test_the_editor_schema_has_the_keys_of_the_code() -> None:
    assert properties("fact") == {key for keys in vocabulary.KEYS.values() for key in keys}
    assert properties("term") == vocabulary.TERM_KEYS
    assert properties("edition") == vocabulary.EDITION_KEYS
    assert properties("reading") == vocabulary.READING_KEYS
    assert set(SCHEMA["properties"]["defaults"]["properties"]) == vocabulary.DEFAULT_KEYS
    assert set(SCHEMA["$defs"]["names"]["items"]["anyOf"][1]["properties"]) == vocabulary.NAME_KEYS


def test_the_editor_schema_has_the_kinds_of_the_code() -> None:
    kinds = {kind for kinds in vocabulary.KINDS.values() for kind in kinds}
    assert set(SCHEMA["$defs"]["fact"]["properties"]["kind"]["enum"]) == kinds
    assert set(SCHEMA["$defs"]["fact"]["properties"]["edition_kind"]["enum"]) == set(vocabulary.KINDS["event"])


@pytest.mark.parametrize("word", sorted({key for keys in vocabulary.KEYS.values() for key in keys}))
def test_every_key_is_explained_in_the_guide(word: str) -> None:
    assert f"`{word}`" in GUIDE or f"`{word}:" in GUIDE or re.search(rf"^\s*(- )?{word}:", GUIDE, re.MULTILINE)


@pytest.mark.parametrize("kind", sorted({kind for kinds in vocabulary.KINDS.values() for kind in kinds}))
def test_every_kind_is_listed_in_the_guide(kind: str) -> None:
    assert re.search(rf"\b{re.escape(kind)}\b", GUIDE)


def with_facts(example: str) -> str:
    return example if "facts:" in example else f"facts:\n{example}"


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_of_the_guide_fit_the_editor_schema(example: str) -> None:
    content = yaml.load(with_facts(example), yaml.BaseLoader)
    for fact in content["facts"]:
        for key in ("holders", "edition"):
            if str(fact.get(key, "")).isdigit():
                fact[key] = int(fact[key])
        for entry in [*fact.get("terms", ()), *fact.get("editions", ())]:
            entry.update({key: int(entry[key]) for key in ("n", "ordinal") if key in entry})
    Draft202012Validator(SCHEMA).validate(content)


def test_the_examples_of_the_guide_load(tmp_path: Path) -> None:
    roots = [BUILTIN]
    for number, example in enumerate(EXAMPLES):
        path = tmp_path / f"{number}.yaml"
        path.write_text(with_facts(example), encoding="utf-8")
        roots.append(path)
    assert compile_files(roots).problems == []


def test_the_facts_of_the_package_start_with_the_line_for_editors() -> None:
    for path in BUILTIN.rglob("*.yaml"):
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        relative = first.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / relative).resolve() == HERE / "schema.json", path


def test_stats_count_what_was_written() -> None:
    stats = load_canon().stats()
    assert sum(stats.prefixes.values()) == stats.written < stats.facts
    assert stats.prefixes["person"] > 100
    assert stats.oldest_as_of <= stats.as_of
