"""Tests that span rooms: rules of the house, journeys in a browser, the two commands."""
