"""Many articles, one set of events: what happens in the store when an article comes, changes or goes."""
