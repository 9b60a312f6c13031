"""The words for each fate that a list of commanders marks, the showable first, and what of the prose is at odds with a mark."""

from __future__ import annotations

import re

from quizgen.called import also_called
from quizgen.grammar.names import fate_of
from quizgen.model import Campaign, Commander, Quote, norm
from quizgen.world import World

WORDS = {
    "KIA": ("killed in action", "killed", "killed in combat", "died in combat", "killed in battle", "died in battle", "fell in battle"),
    "WIA": ("wounded in action", "wounded", "injured"),
    "POW": (
        "taken prisoner",
        "prisoner of war",
        "captured",
        "prisoner",
        "made prisoner",
        "made a prisoner",
        "POW",
        "taken prisoner of war",
        "taken captive",
    ),
    "MIA": ("missing in action", "missing"),
    "DOW": ("mortally wounded", "died of wounds"),
    "executed": ("executed",),
    "surrendered": ("surrendered",),
}
# Words that say nearly the same as a mark: who surrendered was taken prisoner, but not the other way round.
NEAR = {
    "POW": ("arrested", "detained"),
    "surrendered": ("surrendered himself", "taken prisoner", "captured", "prisoner of war", "prisoner", "POW"),
}
_SUICIDE = (
    r"suicide|seppuku|hara-?kiri|(?:kill|shoot|shot|poison|hang|drown|stabb)(?:ed|ing)? (?:him|them|her)sel(?:f|ves)|own li(?:fe|ves)\b"
)
_TAKEN = r"(?:was|were|been|being) (?:taken|captured|executed|arrested)|taken prisoner|surrendered"
_DIED = r"(?:was|were|been|being) (?:killed|executed|shot)|died\b"
_AT_ODDS = {
    "KIA": rf"{_SUICIDE}|{_TAKEN}|died (?:of|from)\b",
    "MIA": rf"{_SUICIDE}|{_TAKEN}|{_DIED}",
    "DOW": rf"{_SUICIDE}|{_TAKEN}",
    "WIA": rf"{_SUICIDE}|{_DIED}",
    "POW": rf"{_SUICIDE}|{_DIED}|escaped\b",
    "executed": _SUICIDE,
    "surrendered": _SUICIDE,
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


def is_told_otherwise(world: World, campaign: Campaign, person: Commander) -> bool:
    """Whether a sentence that names a man tells of an end that his mark leaves out, and not also of his own."""
    contrary = re.compile(_AT_ODDS.get(person.fate or "", r"(?!)"))
    own = [norm(words) for words in WORDS.get(person.fate or "", ())]
    names = [f" {norm(name)} " for name in (person.name, *also_called(world, campaign, person.name))]
    for sentence in campaign.sentences:
        text = f" {norm(sentence.text)} "
        if any(name in text for name in names) and (found := contrary.search(sentence.text)):
            rest = norm(sentence.text[: found.start()] + sentence.text[found.end() :])
            if not any(words in rest for words in own):
                return True
    return False


def marked(fate: str) -> str:
    """Say a mark in words: "killed in action (KIA)"; what is no abbreviation stands alone."""
    return f"{WORDS[fate][0]} ({fate})" if fate.isupper() else WORDS[fate][0]
