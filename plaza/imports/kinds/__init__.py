"""What each kind of found record becomes: which field fills which column, which is a row of its
own. Tables only; the deeds are those that people use.
"""
