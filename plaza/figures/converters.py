"""What may stand in addresses of figures."""


class TableForm:
    """The forms in which a table is handed out."""

    regex = "csv|json|xlsx"

    def to_python(self, value: str) -> str:
        """As written."""
        return value

    def to_url(self, value: str) -> str:
        """As written."""
        return value
