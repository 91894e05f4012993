"""Plaza, the home of a peer-learning network: one folder per noun."""
