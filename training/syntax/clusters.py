"""Brown clusters of frequent English words, from the MIT-licensed package ``spacy-lookups-data`` 1.0.5.

``clusters.txt.gz`` has one cluster on a line: its bits (the last bit is the first branch of the tree) and its words.
Words that have the cluster of their lower-case or title-case form are left out, as the reader falls back to that.
"""

from __future__ import annotations

import gzip
from pathlib import Path

from spacy.lookups import Lookups
from spacy.util import registry

from timelines.syntax.embedding import CLUSTER_TABLE

FILE = Path(__file__).parent / "clusters.txt.gz"


def read_clusters(path: Path) -> Lookups:
    """The clusters as the lookup table that the word features read. OSError if the file cannot be read."""
    clusters: dict[str, int] = {}
    for line in gzip.decompress(Path(path).read_bytes()).decode("utf-8").splitlines():
        bits, *words = line.split(" ")
        clusters.update(dict.fromkeys(words, int(bits, 2)))
    lookups = Lookups()
    lookups.add_table(CLUSTER_TABLE, clusters)
    return lookups


registry.readers("timelines.Clusters.v1", func=read_clusters)
