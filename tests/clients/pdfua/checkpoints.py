"""The table of checkpoints: a number, what has to hold, the function that looks.

Numbers are those of the Matterhorn Protocol 1.1, the PDF Association's list of
the ways to miss PDF/UA-1 (ISO 14289-1). Numbers that begin with 00 are ours:
what the others rely on, or what ISO 14289-1 asks for and the protocol leaves
out. A function yields one sentence for each place where the rule is broken.
"""

CHECKPOINTS = {}


class Checkpoint:
    def __init__(self, number, rule, find):
        self.number = number
        self.rule = rule
        self.find = find


def checkpoint(number, rule):
    def register(find):
        assert number not in CHECKPOINTS, number
        CHECKPOINTS[number] = Checkpoint(number, rule, find)
        return find
    return register
