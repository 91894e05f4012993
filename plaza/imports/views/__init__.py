"""The import desk over HTTP."""
