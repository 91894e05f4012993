"""A paper of our own, as a network's page of resources prints it: one work sure, one doubtful."""

SURE = "Songs and stories on the way to school"
DOUBTFUL = "Maps drawn by five-year-olds: a handbook"
DOUBT = "Meadow University Birch Foundation"
CHOICE = "Meadow University | Birch Foundation"
LISTING = f"""{SURE}

Published in
2024
Organization
House of Rivers (sample)
Language
English, Croatian
Contact
ana@plaza.example
Download
button[src="https://files.example.org/songs/songs-and-stories.pdf"][label="Download in English"]

A small book of songs and stories that children and their grown-ups can share while they walk.

Read more

{DOUBTFUL}

Published in
2023
Organization
Hill School (sample), {DOUBT}
Language
English
Contact

Download
button[src="https://files.example.org/maps/maps-drawn-by-five-year-olds.pdf"][label="Download"]

How a group of children draws the way to its own kindergarten.
"""


def handed_in(page):
    """Hand the paper in at the desk; the page of its import is open afterwards."""
    paper = {"name": "listing.txt", "mimeType": "text/plain", "buffer": LISTING.encode()}
    page.goto("/desk/imports/")
    page.locator("input[type=file]").set_input_files(paper)
    page.get_by_role("button", name="Read the files").click()
    page.get_by_role("heading", name="2 works", exact=True).wait_for()
