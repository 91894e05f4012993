"""Maps: country shapes, where a place lies on them, and the pictures drawn from them.

The shapes are data (`shapes.json`), built once from Natural Earth by
`vendor/natural-earth/build_shapes.py` with borders as the United Nations see them. A map is a plain
string of SVG made on the server; it imports no Django, so that pages and books draw the same one.
"""
