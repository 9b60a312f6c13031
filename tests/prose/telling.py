"""Articles for the tests of prose: a box and paragraphs as they stand in a flat file, read as the program reads them."""

from quizgen.infobox import read_infobox
from quizgen.prose import read_prose
from quizgen.readers.flat import read


def article(prose, *, title="Siege of Vessen", **box):
    box = {"Date": "1–9 May 1921", "Combatant1": "Vessen Republic", "Combatant2": "League of the North"} | box
    lines = [f"= {title} =", "", "Infobox", f"- Conflict: {title}", *(f"- {key}: {value}" for key, value in box.items() if value), ""]
    return read("\n".join([*lines, prose]), "vessen.txt", "vessen")


def told(prose, **box):
    source = article(prose, **box)
    return read_prose(source, read_infobox(source)[0])[0]


def dates(prose, **box):
    """The dates of every sentence, one text for each."""
    return ["/".join(d.edtf for d in s.dates) for s in told(prose, **box).sentences]


def captions(prose, **box):
    return [event.caption for event in told(prose, **box).events if event.caption]


def rows(prose, *slots, **box):
    """The wanted slots of each event."""
    return [tuple(str(getattr(e, slot).edtf if slot == "date" else getattr(e, slot)) for slot in slots) for e in told(prose, **box).events]


CIVIL = {
    "Combatant1": "People's Front, Mountain League",
    "Combatant2": "Armed Forces of Ostria",
    "Commander2": "Ivo Marn, (Minister of Defence)",
}
