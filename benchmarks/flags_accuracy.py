"""Flags against minimal pairs: ``python -m benchmarks.flags_accuracy DATA``; prints the scorer's figures.

A pair is a published temporal mistake and its correction (``flags/corrections_dev.jsonl``).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from timelines import parse_edtf, reconstruct
from timelines.formats.json import flag_to_json


def main(arguments: list[str]) -> int:
    """Print precision, recall and agreement on every file of pairs below DATA/flags."""
    data = Path(arguments[0]) if arguments else Path("data")
    scorer = data.parent / "tools" / "score_flags.py"
    files = sorted((data / "flags").glob("*.jsonl"))
    if not files or not scorer.is_file():
        print(f"No pairs of mistakes and corrections at {data / 'flags'}; nothing measured.")
        return 0
    for file in files:
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as predicted:
            for row in rows:
                published = parse_edtf(row["published"]) if row["published"] else None
                flags = reconstruct(row["text"], published=published).flags
                predicted.write(json.dumps({"id": row["id"], "flags": [flag_to_json(flag) for flag in flags]}) + "\n")
            predicted.flush()
            print(file.name, flush=True)
            subprocess.run([sys.executable, str(scorer), str(file), predicted.name, *arguments[1:]], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
