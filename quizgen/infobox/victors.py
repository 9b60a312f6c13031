"""The words that name a victor ("Anglo-Dutch") and the sides → the one side that they mean, or none.

Two tables help: library/demonyms.csv (a power and its adjectives, from Wikipedia's "List of adjectival and demonymic forms of
place names", historical states and colonies added by the same pattern) and library/coalitions.csv (wartime coalitions, the years
in which the word meant them, their members).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from quizgen.historical_date import HistoricalDate
from quizgen.model import Side, slug

_GENERIC = (
    "army",
    "force",
    "troop",
    "government",
    "republic",
    "kingdom",
    "empire",
    "royal",
    "imperial",
    "navy",
    "naval",
    "fleet",
    "coalition",
)
_PLAIN = frozenset((*_GENERIC, "united", "state", "union", "democratic", "people", "national", "first", "second", "third"))
_NAPOLEONIC = 1815
_LONGEST = 8  # words of a power's name in the table
_ALLIES = re.compile(r"\s+(?:and|&)\s+(?:its\s+|their\s+)?allie[sd](?:\s+\w+)?$", re.IGNORECASE)
_FREE = re.compile(r"^(?:the|free|nazi|fascist|kingdom of|empire of|republic of|dominion of|union of|imperial)\s+", re.IGNORECASE)


@cache
def _table(name: str) -> tuple[dict[str, str], ...]:
    text = files("quizgen").joinpath("library", f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def _adjectives() -> dict[str, frozenset[str]]:
    return {slug(row["name"]): frozenset(word for words in row["words"].split() for word in _words(words)) for row in _table("demonyms")}


def _words(text: str) -> list[str]:
    plain = text.replace("U.S.", "US").replace("’s ", " ").replace("'s ", " ")
    return [_singular(word) for word in slug(re.sub(r"['’]", "", plain)).split("-") if word not in ("the", "of", "and", "a", "")]


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=4096)
def is_adjective(words: str) -> bool:
    """Whether words are a power's name or its adjective and nothing else: "German", "Italy"."""
    key = "-".join(_words(words))
    return words[:1].isupper() and (slug(words) in _adjectives() or any(key == word for known in _adjectives().values() for word in known))


def is_adjective_of(words: str, power: str) -> bool:
    """Whether words are an adjective of a power: "Syrian" of Syria, "Qing" of Qing."""
    return "-".join(_words(words)) in _called(power)


def is_foreign(flag: str | None, powers: Sequence[str]) -> bool:
    """Whether a flag is of a power that is none of these; not if one of them is no known power, as a coalition, which may be of any."""
    known = [(name, _special(name)) for name in (flag or "", *powers)]
    if not flag or not powers or any(words == frozenset(_words(name)) - _PLAIN for name, words in known):
        return False
    return not any(known[0][1] & words for _, words in known[1:])


def _special(name: str) -> frozenset[str]:
    return _meant(name) - _PLAIN


def victor(words: str, sides: Sequence[Side], date: HistoricalDate | None, place: str = "") -> str | None:
    """Give the id of the side that the words name; None if they fit no side, or more than one.

    A side is named by a belligerent, its adjective, a bloc, a leader, or a coalition of that time to which it alone belongs; "Government"
    names the state in which it was, "Coalition" the one side of several states.
    """
    words = _ALLIES.sub("", words)
    named = [side.id for side in sides if any(slug(words) == slug(name) for name in _names(side))]
    if len(named) == 1:
        return named[0]
    sought = _words(words)
    special = [word for word in sought if word not in _GENERIC] or sought
    is_joint = bool(re.search(r"\w[-–—/]\w|\band\b|&", words))
    known = {side.id: _vocabulary(side) for side in sides}
    hits = {number: [word in words_of for word in special] for number, words_of in known.items()}
    fitting = [number for number, hit in hits.items() if special and (any(hit) if is_joint else all(hit))]
    if not fitting:
        fitting = [side.id for side in sides if _is_led(side, special)] or list(_of_coalition(words, sides, date))
    if not fitting:
        fitting = [side.id for side in _by_kind(slug(words), sides, date, place)]
    if len(fitting) > 1 and not is_joint:
        fitting = [side.id for side in sides if side.id in fitting and any(set(special) <= _called(b.name) for b in side.belligerents)]
    if is_joint and sum(any(hit) for hit in hits.values()) > 1:
        fitting = [number for number, hit in hits.items() if all(hit)]
    return fitting[0] if len(fitting) == 1 else None


def _called(power: str) -> frozenset[str]:
    """The adjectives of a power, where its whole name is one: of "Cuba", not of "Cuban exiles"."""
    return _adjectives().get(slug(power), frozenset()) | _adjectives().get(slug(_FREE.sub("", power)), frozenset())


def _names(side: Side) -> Iterator[str]:
    for belligerent in side.belligerents:
        yield belligerent.name
        yield from filter(None, (belligerent.bloc, belligerent.note))
    yield from (leaf.value for leaf in (side.label, *side.aliases) if leaf)


def _vocabulary(side: Side) -> frozenset[str]:
    """All words that a belligerent's name, note or bloc holds, and the adjectives of the powers that it names."""
    return frozenset().union(*map(_meant, _names(side)))


@lru_cache(maxsize=4096)
def _meant(name: str) -> frozenset[str]:
    """The words of a name, and the adjectives of each power that stands within it."""
    parts = slug(name).split("-")
    runs = ("-".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 1, min(i + _LONGEST, len(parts)) + 1))
    return frozenset(_words(name)).union(*(_adjectives().get(run, ()) for run in runs))


def _is_led(side: Side, sought: Sequence[str]) -> bool:
    return bool(sought) and any(set(sought) <= set(_words(leader.name)) for leader in side.commanders if not leader.placeholder)


def _of_coalition(words: str, sides: Sequence[Side], date: HistoricalDate | None) -> Iterator[str]:
    """The sides that belong to the coalition meant, if each other side belongs to another one: "France" alone may be either."""
    year = date.start.year if date else 0
    current = [row for row in _table("coalitions") if int(row["from"]) <= year <= int(row["to"])]
    found = {side.id: {row["words"] for row in current if _powers(side) & _members(row)} for side in sides}
    meant = {row["words"] for row in current if slug(words) in [slug(word) for word in (row["words"], *row["words"].split())]}
    if all(len(coalitions) == 1 for coalitions in found.values()):
        yield from (number for number, coalitions in found.items() if coalitions == meant)


def _by_kind(word: str, sides: Sequence[Side], date: HistoricalDate | None, place: str) -> list[Side]:
    """The sides that a word without a name may mean: "government" and "coalition"; that of Napoleon's time was not always of several."""
    if word == "coalition" and date and date.start.year > _NAPOLEONIC:
        return [side for side in sides if sum(bool(_called(b.name)) for b in side.belligerents) > 1]
    if word not in ("government", "government-forces"):
        return []
    states = {slug(part) for part in place.split(", ")}
    own = [(side, b.name) for side in sides for b in side.belligerents if states & {slug(b.name), slug(_FREE.sub("", b.name))}]
    rivals = (other for side, name in own for other in sides if other is not side and _vocabulary(other) & _meant(_FREE.sub("", name)))
    return [] if any(True for _ in rivals) else [side for side, _ in own]


def _powers(side: Side) -> set[str]:
    return {slug(_FREE.sub("", belligerent.name)) for belligerent in side.belligerents}


def _members(row: dict[str, str]) -> set[str]:
    return {slug(_FREE.sub("", name)) for name in row["members"].split(";")}
