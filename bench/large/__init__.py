"""A large network that nobody has: 500 organisations, 2,000 activities, 20,000 works.

Every row is one that the actions could have made; they are written in bulk because the actions
would take an hour. The same seed gives the same network.
"""
