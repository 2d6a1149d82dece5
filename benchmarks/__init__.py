"""Quality and speed figures, each printed by one command."""
