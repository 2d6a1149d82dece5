"""Training of what the engine ships as data; none of it is needed at run time."""
