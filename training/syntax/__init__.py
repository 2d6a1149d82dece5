"""Training and scoring of the syntax model (``python -m training.syntax TREEBANK``)."""
