"""A typed name and the names that count → which one is meant: spelling is forgiven, another name is not (item rule 33)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from quizgen.demonyms import is_of_powers
from quizgen.grammar.alike import bare, folded, keys, same
from quizgen.grammar.numerals import CARDINALS
from quizgen.model import norm

# One letter makes these another thing altogether: "Northern" and "Southern Front".
_DIRECTIONS = "north south east west northern southern eastern western upper lower inner outer old new left right central"
_TELLING = frozenset(_DIRECTIONS.split()) | {word for word, n in CARDINALS.items() if 1 <= n <= 12}

# What belongs to a power, and is none.
_FORCES = re.compile(
    r"\b(?:Army|Armies|Navy|Air Force|Fleet|Corps|Division|Brigade|Regiment|Battalion|Battery|Squadron|Flotilla|Group|Command|Artillery|"
    r"Infantry|Cavalry|Guards?|Grenadiers?|Fusiliers?|Hussars|Rifles|"
    r"Marines|Expeditionary Force|Armed Forces|Government|Headquarters|Admiralty|Staff)\b"
)


@dataclass(frozen=True, slots=True)
class Match:
    """The accepted text that was meant, how many letters were off, and whether only initials stood for its first names."""

    text: str
    typos: int = 0
    initials: bool = False


def find(typed: str, right: Sequence[str], wrong: Iterable[str] = ()) -> Match | None:
    """Find the right answer that was meant: exactly, by initials or within the typos that its length allows; None if none was.

    Nothing is forgiven where the typed text is one of the wrong answers, nor a typo where it is as near to one.
    """
    whole = "".join(folded(typed))
    for text in right:
        if whole and whole == "".join(folded(text)):
            return Match(text)
    rivals = [text for text in wrong if not any(same(text, own) for own in right)]
    if not whole or any(whole == "".join(folded(rival)) for rival in rivals):
        return None
    for text in right:
        if same(typed, text):
            return Match(text)
    return _by_some_words(typed, right, rivals) or _by_initials(typed, right, rivals) or _nearest(typed, right, rivals)


def _by_some_words(typed: str, right: Sequence[str], rivals: Sequence[str]) -> Match | None:
    """Find the name meant by some of its words or another order of them, if they mean no other."""
    for means in (_turns, _shortens(right)):
        meant = [text for text in right if means(typed, text)]
        if meant and not any(means(typed, rival) for rival in rivals):
            return Match(meant[0])
    return None


def find_people(typed: str, right: Sequence[str], wrong: Iterable[str]) -> Match | None:
    """Find the power whose people or land is typed ("the French", "Britain"), if it is no other's too; its own "French Army" is none."""
    from quizgen.called.powers import other_names  # brings the readers in, which cost 0.1 s before the first question

    meant = [text for text in right if norm(typed) in _peoples(text)]
    ours = {norm(name) for text in right for name in other_names(text)}
    rivals = [text for text in wrong if norm(text) not in ours and not any(same(text, own) for own in right)]
    taken = {word for text in rivals for word in _peoples(text)}
    taken |= {word for text in rivals if not _FORCES.search(text) for word in norm(text).split()}
    return Match(meant[0]) if meant and norm(typed) not in taken else None


def _peoples(name: str) -> set[str]:
    from quizgen.called.powers import other_names, peoples_of

    return set(map(norm, (*peoples_of(name), *other_names(name))))


def _turns(typed: str, text: str) -> bool:
    """Whether a name of two or three words has its last word first: "Yamashita Tomoyuki", "Grant, Ulysses S."."""
    said, name = bare(folded(typed)), bare(folded(text))
    return 1 < len(said) == len(name) < 4 and (*said[1:], said[0]) == tuple(name) and not any(map(str.isdigit, name))


def _shortens(right: Sequence[str]) -> Callable[[str, str], bool]:
    """Make the test of whether some words of a name are typed that end in a surname which counts alone: "Tecumseh Sherman"."""
    surnames = {words[0] for text in right if len(words := bare(folded(text))) == 1}

    def shortens(typed: str, text: str) -> bool:
        said, name = bare(folded(typed)), bare(folded(text))
        rest = iter(name)
        return 1 < len(said) < len(name) and said[-1] == name[-1] and said[-1] in surnames and all(word in rest for word in said)

    return shortens


def _by_initials(typed: str, right: Sequence[str], rivals: Sequence[str]) -> Match | None:
    """Find the name whose first names the typed initials stand for, if they stand for no other's."""
    meant = [text for text in right if _abbreviates(typed, text)]
    return Match(meant[0], initials=True) if meant and not any(_abbreviates(typed, rival) for rival in rivals) else None


def _abbreviates(typed: str, text: str) -> bool:
    said, name = bare(folded(typed)), bare(folded(text))
    firsts = list(zip(said[:-1], name[:-1], strict=False))
    return (
        len(said) == len(name)
        and any(len(ours) == 1 for ours, _ in firsts)
        and said[-1] == name[-1]
        and all(ours == theirs or (len(ours) == 1 and ours.isalpha() and theirs.startswith(ours)) for ours, theirs in firsts)
    )


def _nearest(typed: str, right: Sequence[str], rivals: Sequence[str]) -> Match | None:
    if is_of_powers(typed):
        return None  # another power or its people, and no slip: "Prussia" for "Russia", "Malay" for "Malaya"
    near = min(((_distance(typed, text), text) for text in right if _may_be(typed, text)), default=None, key=lambda found: found[0])
    if near is None or near[0] > _allowed(near[1]) or any(_distance(typed, rival) <= near[0] for rival in rivals):
        return None
    return Match(near[1], near[0])


def _allowed(text: str) -> int:
    """How many typos a name of this length forgives."""
    letters = sum(c.isalpha() for c in norm(text))
    return 0 if letters < 5 else 1 if letters < 9 else 2


def _may_be(typed: str, text: str) -> bool:
    """Whether no number, initial or telling word sets the two apart."""
    ours, theirs = folded(typed), folded(text)
    return _firm(ours) == _firm(theirs) and _telling(ours) == _telling(theirs)


def _firm(words: Sequence[str]) -> list[str]:
    """What a typo does not change: numbers and lone letters ("B Company")."""
    return [*re.findall(r"\d+", " ".join(words)), *(word for word in words if len(word) == 1)]


def _telling(words: Sequence[str]) -> set[str]:
    """The telling words among these, misspelt ones too: "Sothern" is "Southern", not "Northern" with two letters off."""
    from rapidfuzz.distance import OSA  # 0.02 s at start-up

    meant = (min(_TELLING, key=lambda known: (OSA.distance(word, known), known)) for word in words)
    return {known for word, known in zip(words, meant, strict=True) if OSA.distance(word, known) <= (1 if len(known) > 4 else 0)}


def _distance(typed: str, text: str) -> int:
    """Count the letters that are off, two swapped ones as one, over the words with and without rank."""
    from rapidfuzz.distance import OSA  # 0.02 s at start-up

    return min((OSA.distance(ours, theirs) for ours in keys(typed) for theirs in keys(text)), default=99)
