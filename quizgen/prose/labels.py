"""Sides and sentences → the names that the prose calls each side by, where the text leaves no doubt whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.model import Campaign, Quote, Sentence, Side, Source, Sourced
from quizgen.prose.statements import TELLS

# A side with the state's own forces or offices is the government's.
_STATE_FORCES = re.compile(r"\b(?:Armed Forces|Government|Republic of|Kingdom of|National Army|Royal Army|Gendarmerie|Regime)\b")
_STATE_OFFICES = re.compile(r"\b(?:Minister|President|Chief of (?:the )?(?:General |Defen[cs]e )?Staff|King|Emperor|Interior|Defen[cs]e)\b")
# What prose calls a government's forces and those that rise against it, the showable label first.
_GOVERNMENT = (
    "government forces",
    "government troops",
    "loyalist forces",
    "loyalists",
    "regime forces",
    "security forces",
    "Army",
    "military",
)
_RISING = (
    "rebels",
    "insurgents",
    "militants",
    "guerrillas",
    "mutineers",
    "separatists",
    "secessionists",
    "revolutionaries",
    "putschists",
    "opposition forces",
)
_FORMS = {"rebels": ("rebel forces", "rebel fighters"), "insurgents": ("insurgent forces",), "separatists": ("separatist forces",)}
_ACTS = (
    r"(?:\s(?:\w+ly|also|again|then|once again))?\s(?:managed|captured|seized|took|recaptured|retook|launched|advanced|attacked|"
    r"started|began|continued|entered|held|still|was|were|had|forces)\b"
)


_AFTER = re.compile(r"aftermath|consequence|legacy|commemorat", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“][^\"“”]*(?:[\"”]|$)")
_MANY = 30  # sentences of the story in which those whom a label names act once at least


def with_labels(campaign: Campaign, sentences: tuple[Sentence, ...]) -> Campaign:
    """Fill the labels and aliases of the sides from the prose; a side whose names cannot be settled keeps none.

    Settled is: of exactly two sides one has the forces or offices of a state and the other has not, and the prose has
    both a government's name and a rising's as those that act throughout, in the article's own words.
    """
    sentences = tuple(_own_words(sentences))
    states = [side for side in campaign.sides if _is_state(side)]
    if len(campaign.sides) != 2 or len(states) != 1:
        return campaign
    rising = [name for name in _RISING if _first(name, sentences)]
    ruling = [name for name in _GOVERNMENT if _first(name, sentences)]
    if len(rising) != 1 or not ruling or ruling[0] in ("Army", "military"):
        return campaign
    names = {True: ruling, False: [rising[0], *_FORMS.get(rising[0], ())]}
    if not all(_acts_throughout([name for name in own if name not in ("Army", "military")], sentences) for own in names.values()):
        return campaign
    return replace(campaign, sides=tuple(_labelled(side, names[side is states[0]], sentences) for side in campaign.sides))


def _own_words(sentences: tuple[Sentence, ...]) -> Iterator[Sentence]:
    """The sentences of the story without what they quote: a letter calls the enemy rebels, and loyalists may have left after it."""
    for sentence in sentences:
        if not _AFTER.search(sentence.section):
            yield replace(sentence, text=_QUOTED.sub("", sentence.text))


def _acts_throughout(names: list[str], sentences: tuple[Sentence, ...]) -> bool:
    """Whether those of a side act by one of these names in one sentence of so many at least."""
    acts = re.compile(rf"(?:{'|'.join(map(_spelt, names))})\s(?:\w+ly\s|also\s|had\s|then\s)?(?:{TELLS.pattern})")
    return sum(bool(acts.search(sentence.text)) for sentence in sentences) >= len(sentences) // _MANY


def _spelt(name: str) -> str:
    """A label as prose has it, with a capital at a sentence's start only: "Loyalists" within it are a party."""
    return rf"(?:\b{name}\b|^{name.capitalize()}\b)"


def _labelled(side: Side, names: list[str], sentences: tuple[Sentence, ...]) -> Side:
    if side.label:
        return side
    found = [Sourced(name, source) for name in names if (source := _first(name, sentences))]
    return replace(side, label=found[0], aliases=(*side.aliases, *found[1:]))


def _is_state(side: Side) -> bool:
    return any(_STATE_FORCES.search(b.name) for b in side.belligerents) or any(_STATE_OFFICES.search(c.role or "") for c in side.commanders)


def _first(name: str, sentences: tuple[Sentence, ...]) -> Source | None:
    """Where the prose first uses a name; "Army" and "military" only with "the", alone, and as one that acts ("Army of …" is no label)."""
    if name == "Army":
        pattern = re.compile(r"(?<=\b[Tt]he )Army(?! of\b)(?=\s[a-z]|['’,])")
    elif name == "military":
        pattern = re.compile(rf"(?<=\b[Tt]he )military(?={_ACTS})")
    else:
        pattern = re.compile(_spelt(name))
    for sentence in sentences:
        match = pattern.search(sentence.text)
        if match and isinstance(sentence.source, Quote):
            return sentence.source.within(match[0])
    return None


_FORCE = (
    r"(?P<ally>(?:[A-Z][\w'’-]+\s)+(?:Air Force|Navy|Army|Forces|Militia)|Army of [A-Z]\w+|(?:[A-Z][\w'’-]+\s)+(?:Front|Legion|"
    r"Brigades?|Movement))"
)
_BACKS = re.compile(rf",?\s(?:was |were )?(?:backed|supported|assisted|aided)\sby\s(?:[a-z]+\s)*{_FORCE}")
_RELIEVES = re.compile(
    rf"\b[Tt]he\s{_FORCE}\s.*?\b(?:lift|break|relieve|raise)\sthe\s(?:siege|blockade)\s(?:on|of)\s(?:the\s)?(?P<who>\w+)-(?:held|"
    rf"controlled)\b"
)


def allies(campaign: Campaign, sentences: tuple[Sentence, ...]) -> Iterator[tuple[str, str]]:
    """Find forces that the text puts on a side: its name and the side's id.

    "The Army backed by intense Russian Air Force bombardment"; "the Army of Conquest launched … to lift the siege on the
    rebel-held areas": who relieves what a side holds is of that side.
    """
    for sentence in sentences:
        found = [(match["ally"], sentence.text[: match.start()]) for match in _BACKS.finditer(sentence.text)]
        if "siege" in sentence.text or "blockade" in sentence.text:
            found += [(match["ally"], match["who"]) for match in _RELIEVES.finditer(sentence.text)]
        for ally, who in found:
            for side in campaign.sides:
                words = {label.value for label in (side.label, *side.aliases) if label}
                words |= {re.sub(r"s$|\s(?:forces|troops|fighters)$", "", word) for word in words}
                if any(re.search(rf"(?:^|\s){re.escape(word)}$", who) for word in words):
                    yield ally, side.id
