"""What the desk of the library sends: one field or rows of a form."""

DESK = "/desk/library/walks-for-trainers/"


def by_htmx(client, address, data, **more):
    return client.post(address, {**data, **more}, headers={"HX-Request": "true"})


def rows(prefix, *lines, initial=0):
    data = {f"{prefix}-TOTAL_FORMS": len(lines), f"{prefix}-INITIAL_FORMS": initial}
    for number, line in enumerate(lines):
        data |= {f"{prefix}-{number}-{name}": value for name, value in line.items()}
    return data
