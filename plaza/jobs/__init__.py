"""Work that waits: rows with a due time and a lease, retries, the embedded worker."""
