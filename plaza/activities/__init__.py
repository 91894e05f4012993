"""Peer learning activities: what they are, who is involved, what came of them."""
