"""Canon packs: imported facts in one SQLite file each, read where they lie.

A pack is a data file like the YAML of the canon, not the database of a service: it is opened by path, for reading
alone, and nothing of it is loaded before it is asked for. Only an import writes into it.
"""
