"""Importers: files of other projects into a canon pack, one module for each format."""
