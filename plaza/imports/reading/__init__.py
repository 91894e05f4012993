"""Documents in, findings out: a file becomes text, the text becomes fields with the words they
came from. Pure Python without Django, so that it also runs in a small child process. Nothing is
guessed silently: what is not certain carries a doubt, and what was printed stays as printed.
"""
