"""Tests of the reading engine; ``pages/`` holds documents in many layouts with what they say."""
