"""The temporal constraint network: consistency, minimal conflicts, propagation."""
