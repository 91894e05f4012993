"""Verbs of letters: write, send, send again, drop, wipe."""

from plaza.post.actions.sending import recover, send
from plaza.post.actions.wiping import erase_letters, wipe
from plaza.post.actions.writing import drop, resend, write, write_sheet

__all__ = ["drop", "erase_letters", "recover", "resend", "send", "wipe", "write", "write_sheet"]
