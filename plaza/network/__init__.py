"""Organisations and their other names, people, memberships, roles, countries, the network."""
