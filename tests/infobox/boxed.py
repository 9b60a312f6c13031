"""Boxes in wikitext for the tests of what only its markup tells: flags, links, lines and notes."""

from quizgen.infobox import read_infobox
from quizgen.naming import label_sides
from quizgen.prose import read_prose
from quizgen.readers import wikitext

FIELDS = {"conflict": "Battle of Vand", "date": "4–9 May 1940", "combatant1": "[[Orland]]", "combatant2": "[[Verre]]"}


def boxed(prose="The '''Battle of Vand''' was fought in 1940.", **fields):
    """The campaign of a box with these fields."""
    lines = [f"| {key} = {value}" for key, value in (FIELDS | fields).items() if value]
    article = wikitext.read("\n".join(["{{Infobox military conflict", *lines, "}}", prose]), "vand.wiki", "vand")
    return label_sides(read_prose(article, read_infobox(article)[0])[0])
