from __future__ import annotations

import gzip
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.canon.importers.dump import entities, write_dump
from timelines.canon.importers.run import FORMATS, Progress, import_file
from timelines.canon.load import load_canon
from timelines.errors import CanonError

COUNT = 1_500
_IMPORT = """
import sys
from pathlib import Path
from timelines.canon.importers.run import import_file
print("begun", flush=True)
import_file("wikidata", Path(sys.argv[1]), Path(sys.argv[2]), batch=50, resume=True,
            progress=lambda done: print(done.facts, flush=True))
"""


def rows(pack: Path, query: str) -> list[Any]:
    connection = sqlite3.connect(pack)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


@pytest.fixture(scope="module")
def dump(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_dump(tmp_path_factory.mktemp("dumps") / "dump.json", entities(COUNT))


@pytest.fixture(scope="module")
def whole(dump: Path) -> Path:
    pack = dump.with_name("whole.pack")
    import_file("wikidata", dump, pack)
    return pack


def contents(pack: Path) -> list[Any]:
    """All that a pack holds, without the order of import."""
    tables = {
        "facts": "select id, kind, label, first_day, last_day, prominence, record from facts order by id",
        "names": "select form, id from names join facts using (n) order by 1, 2",
        "links": "select target, role, id from links join facts using (n) order by 1, 2, 3",
        "counts": "select * from counts order by 1, 2",
        "spellings": "select * from spellings order by 1",
        "totals": "select * from totals where name != 'last' order by 1",
        "imports": "select records, facts, gained, ignored, malformed, finished, problems from imports",
    }
    return [rows(pack, query) for query in tables.values()]


@pytest.mark.parametrize("suffix", [".json.gz", ".json.bz2"])
def test_packed_dumps_give_the_same(dump: Path, whole: Path, tmp_path: Path, suffix: str) -> None:
    packed = write_dump(tmp_path / f"dump{suffix}", entities(COUNT))
    import_file("wikidata", packed, tmp_path / "facts.pack", batch=500)
    assert contents(tmp_path / "facts.pack") == contents(whole)


def test_progress_is_told_up_to_the_end(dump: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    report = import_file("wikidata", dump, tmp_path / "facts.pack", batch=200, progress=told.append)
    assert [step.facts for step in told] == sorted(step.facts for step in told)
    assert told[-1].facts == report.facts == report.gained > 1_000
    assert told[-1].bytes_read == told[-1].size == dump.stat().st_size
    assert told[-1].records == report.records == COUNT


@pytest.mark.parametrize("suffix", [".json", ".json.gz"])
def test_an_import_that_was_killed_goes_on(whole: Path, tmp_path: Path, suffix: str) -> None:
    source = write_dump(tmp_path / f"dump{suffix}", entities(COUNT))
    pack = tmp_path / "facts.pack"
    kills = 0
    for seconds in (0.02, 0.05, 0.1):
        process = subprocess.Popen(
            [sys.executable, "-c", _IMPORT, str(source), str(pack)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        with process.stdout:
            process.stdout.readline()
            process.stdout.readline()
            time.sleep(seconds)
            if process.poll() is None:
                os.kill(process.pid, signal.SIGKILL)
            process.wait()
        kills += process.returncode == -signal.SIGKILL
    assert kills
    report = import_file("wikidata", source, pack, resume=True)
    assert contents(pack) == contents(whole)
    assert report.records == COUNT
    again = import_file("wikidata", source, pack, resume=True)
    assert again.was_finished


def test_an_import_that_was_broken_off_is_not_begun_anew_by_mistake(dump: Path, whole: Path, tmp_path: Path) -> None:
    pack = tmp_path / "facts.pack"

    def stop(progress: Progress) -> None:
        if progress.facts > 500:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_file("wikidata", dump, pack, batch=100, progress=stop)
    with pytest.raises(CanonError, match="--resume"):
        import_file("wikidata", dump, pack)
    report = import_file("wikidata", dump, pack, resume=True)
    assert 500 < report.resumed_at < COUNT
    assert contents(pack) == contents(whole)


def test_a_file_that_ends_too_early_goes_on_when_it_is_whole(whole: Path, tmp_path: Path) -> None:
    source, pack = write_dump(tmp_path / "dump.json.gz", entities(COUNT)), tmp_path / "facts.pack"
    content = source.read_bytes()
    source.write_bytes(content[: len(content) // 2])
    with pytest.raises(CanonError, match=r"dump\.json\.gz: cannot be read beyond line \d+"):
        import_file("wikidata", source, pack, batch=100)
    source.write_bytes(content)
    with pytest.raises(CanonError, match="not the one"):
        import_file("wikidata", source, pack, resume=True)


def test_importing_twice_doubles_nothing(dump: Path, whole: Path, tmp_path: Path) -> None:
    pack = tmp_path / "facts.pack"
    import_file("wikidata", dump, pack)
    report = import_file("wikidata", dump, pack)
    assert (report.facts > 1_000, report.gained) == (True, 0)
    assert contents(pack)[:-1] == contents(whole)[:-1]
    canon = load_canon([pack], builtin=False)
    label = canon.fact("office/q10000000").label
    assert [answer.id for answer in canon.lookup(label)].count("office/q10000000") <= 1


def test_the_first_problems_are_kept_with_their_lines(tmp_path: Path) -> None:
    good = [json.dumps(entity) for entity in entities(30)]
    lines = [line for pair in zip(["nonsense P580"] * 30, good, strict=True) for line in pair]
    source = tmp_path / "dump.json.gz"
    source.write_bytes(gzip.compress("\n".join(lines).encode()))
    report = import_file("wikidata", source, tmp_path / "facts.pack")
    assert (report.facts, report.malformed, len(report.problems)) == (30, 30, 20)
    assert [line for line, _ in report.problems] == list(range(1, 41, 2))


@pytest.mark.parametrize("form", list(FORMATS))
def test_a_file_that_is_not_there(form: str, tmp_path: Path) -> None:
    with pytest.raises(CanonError, match=r"none\.x: cannot be read"):
        import_file(form, tmp_path / "none.x", tmp_path / "facts.pack")


@pytest.mark.parametrize("form", list(FORMATS))
@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe" * 50, b"[]", b"{}", b"- a\n- b\n", b'"'])
def test_no_content_breaks_an_importer(form: str, content: bytes, tmp_path: Path) -> None:
    source, pack = tmp_path / "source", tmp_path / "facts.pack"
    source.write_bytes(content)
    with suppress(CanonError):
        assert import_file(form, source, pack).facts == 0


def test_an_unknown_format(dump: Path, tmp_path: Path) -> None:
    with pytest.raises(CanonError, match="wikidata, sparql"):
        import_file("xml", dump, tmp_path / "facts.pack")


def test_what_is_no_pack_is_not_written_into(dump: Path, tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("notes" * 100, encoding="utf-8")
    with pytest.raises(CanonError, match="no canon pack"):
        import_file("wikidata", dump, text)
    assert text.read_text(encoding="utf-8") == "notes" * 100
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("create table t (x)")
    connection.close()
    with pytest.raises(CanonError, match="no canon pack"):
        import_file("wikidata", dump, other)
