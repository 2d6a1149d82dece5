"""The service around the engine: API, pages, command line, store."""
