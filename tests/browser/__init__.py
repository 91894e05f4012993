"""Journeys through the whole product in Chromium, as people make them.

The sample network is built once, by the command of the demo. Each journey begins with it as it
was then, and none sees what another has done.
"""
