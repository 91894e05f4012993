"""The indicators themselves: each says what it counts, on which basis, and how."""
