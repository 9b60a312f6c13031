"""The words for each fate that a list of commanders marks, the showable first."""

from __future__ import annotations

import re

from quizgen.grammar.names import fate_of
from quizgen.model import Commander, Quote

WORDS = {
    "KIA": ("killed in action", "killed", "killed in combat", "died in combat"),
    "WIA": ("wounded in action", "wounded", "injured"),
    "POW": ("taken prisoner", "prisoner of war", "captured", "prisoner"),
    "MIA": ("missing in action", "missing"),
    "DOW": ("mortally wounded", "died of wounds"),
    "executed": ("executed",),
    "surrendered": ("surrendered",),
}
# Words that say nearly the same as a mark: who surrendered was taken prisoner, but not the other way round.
NEAR = {
    "POW": ("arrested", "detained"),
    "surrendered": ("surrendered himself", "taken prisoner", "captured", "prisoner of war", "prisoner"),
}
_MARK = re.compile(
    r"KIA|WIA|POW|MIA|DOW|(?i:\b(?:executed|surrendered|assassinated|killed|mortally wounded|died of (?:his )?wounds|wounded|captured)\b)"
)


def fates_of(person: Commander) -> frozenset[str]:
    """Give every fate that the list marks a man with: the model keeps the last, but he was wounded too before he was taken."""
    quote = person.source.quote if isinstance(person.source, Quote) else ""
    marks = _MARK.findall(quote)
    if "†" in quote and not marks:
        return frozenset()  # a dagger says that he died, not how
    found = [fate_of(mark) for mark in marks if mark not in person.name]
    return frozenset(fate for fate in (*found, person.fate) if fate)


def marked(fate: str) -> str:
    """Say a mark in words: "killed in action (KIA)"; what is no abbreviation stands alone."""
    return f"{WORDS[fate][0]} ({fate})" if fate.isupper() else WORDS[fate][0]
