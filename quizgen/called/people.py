"""A person's name → its short forms: surname, title, name without what follows it ("Cameron of Lochiel", "Lochiel")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quizgen.demonyms import demonyms
from quizgen.grammar.names import split_rank

_SURNAME = re.compile(r"(?:[a-z]{1,3}[-'’])?[A-Z\u00c0-\u024f\u1e00-\u1eff][\w'’-]*[a-z\u00df-\u024f\u1e00-\u1eff][\w'’-]*")
_PARTICLES = ("von", "van", "de", "der", "den", "du", "da", "di", "del", "della", "dos", "la", "le", "ter", "ten", "zu", "zum", "al", "el")
_AFTER = ("pasha", "bey", "khan", "agha", "aga", "effendi", "shah", "bek", "al-din", "ad-din")  # no surname: "Ibrahim Pasha"
_STYLES = "|".join(_AFTER[:6])
_KIN = ("ibn", "bin", "ben", "abu", "umm", "abd", "bint")  # "Abu Bakr", "Abd al-Malik" are one name
_TITLE = r"(?:Duke|Earl|Count|Baron|Viscount|Marquess|Marquis|Lord|Margrave|Landgrave|Comte|Duc|Conde|Graf|Freiherr)"
_PEERAGE = re.compile(rf"(?P<name>[^,]+), (?:\d+\w\w )?(?P<title>{_TITLE})(?P<of> of| de|)(?: the)? (?P<place>[^,]+)", re.IGNORECASE)
_TITLED = re.compile(rf"{_TITLE}(?: of| de|) (?P<place>[^,\s]+(?: [^,\s]+)?)", re.IGNORECASE)
_EPITHET = re.compile(r"(?P<name>.+?)(?:,.*| the [A-Z]\w+)")
_OF = re.compile(r"(?P<first>(?:(?!of\b)[^\s,]+ )+?)(?P<last>(?!of\b)[^\s,]+) of (?:the )?(?P<place>[^,]+)")
_QUOTES = "\"“”'‘’"
_INITIALS = re.compile(r"(?:[A-Z]\.?)+")
_BEFORE = r"(?:(?:[A-Z]\.)+|[A-Z][\w’-]*\.?|[\"“'‘][A-Z][\w-]+[\"”'’])"  # a rank, a given name, an initial or a nickname
_SHORT = 4  # letters that a first name has in common with its short form at least
_NUMERAL = re.compile(r"\b[IVX]+\b")
_RULER = re.compile(r"\b(?:King|Queen|Emperor|Prince|Princess|Patriarch|Bishop|Sultan|Emir|Archduke|Pope)\b")


def forms_of_person(name: str, *, family_first: bool = False) -> Iterator[str]:
    """Give the short forms of a person's name; whether they fit others too is for the caller to see.

    `family_first`: his people put the family's name first, whichever order the name has here.
    """
    if match := _PEERAGE.fullmatch(name):
        yield match["name"]
        yield f"{match['title']}{match['of']} {match['place']}"
        if match["title"] in ("Earl", "Baron", "Viscount", "Marquess"):
            yield f"Lord {match['place']}"
        yield match["place"]
        yield from surnames(match["name"])
    elif match := _TITLED.fullmatch(name):
        yield match["place"]
    elif (match := _OF.fullmatch(name)) and not _NUMERAL.search(name) and not _RULER.search(name):
        yield f"{match['first']}{match['last']}"
        if not demonyms(match["place"]):
            yield f"{match['last']} of {match['place']}"
            yield match["place"]
        yield match["last"]
    elif match := _EPITHET.fullmatch(name):
        yield match["name"]
        yield from surnames(match["name"])
    yield from surnames(name)
    if family_first and re.fullmatch(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2}", name):
        yield name.split(maxsplit=1)[0]


def forms_in_prose(name: str, text: str) -> Iterator[str]:
    """Give how a text calls a person by initials or a nickname before the surname: "H. C. Osk", "Jan 'Beppo' Osk", "Beppo Osk"."""
    first, last = name[:1], next(iter(surnames(name)), "")
    for found in re.finditer(rf"(?P<before>(?:{_BEFORE} ){{1,5}}){re.escape(last)}(?!\w)", text) if last and last in text else ():
        words = split_rank(found["before"].strip())[1].split()
        nicks = [word.strip(_QUOTES) for word in words if word[0] in _QUOTES]
        given = [word for word in words if word[0] not in _QUOTES]
        is_own = all(word in name.split() or _INITIALS.fullmatch(word) or _is_short(word, name) for word in given)
        if is_own and given[:1] and given[0].startswith(first):
            yield f"{' '.join(given)} {last}"
        if is_own and (not given or given[0].startswith(first)):
            for nick in nicks:
                yield f"{' '.join((*given, nick, last))}"
                yield f"{nick} {last}"


def _is_short(word: str, name: str) -> bool:
    """Whether a word is the first name of a person in short: "Archie" of "Archibald Osk"."""
    return len(word) < len(name.partition(" ")[0]) and name.startswith(word[:_SHORT]) and len(word) >= _SHORT


def regnal(name: str, texts: Iterable[str]) -> Iterator[str]:
    """Give a ruler's name without his numeral, if no text has another of that name: "Darius" for "Darius III"."""
    match = re.fullmatch(r"(?P<name>[A-Z]\w+) (?P<number>[IVX]+)", name)
    if match and not any(re.search(rf"\b{match['name']} (?!{match['number']}\b)(?:[IVX]+\b|of\b|the\b)", text) for text in texts):
        yield match["name"]


def without_style(name: str, texts: Iterable[str]) -> Iterator[str]:
    """Give a name without the style behind it as the prose has it alone, if no text has it in another name: "Piali" for "Piali Pasha"."""
    match = re.fullmatch(rf"(?:.+ )?(?P<name>[A-Z]\w{{3,}}) (?i:{_STYLES})", name)
    if match:
        said = [text for text in texts if match["name"] in text]
        is_alone = any(re.search(rf"\b{match['name']}\b(?! [A-Z])", text) for text in said)
        if is_alone and not any(re.search(rf"\b{match['name']} (?!(?i:{_STYLES})\b)[A-Z]", text) for text in said):
            yield match["name"]


def surnames(name: str) -> tuple[str, ...]:
    """The last name of a name of several words, with the particles before it and without: "de Castries", "Castries"."""
    words = re.sub(r",? (?:Jr|Sr)\b\.?$", "", name).split()
    at = len(words) - 1
    if at < 1 or not _SURNAME.fullmatch(words[-1]) or any(re.search(r"[,(\d]", word) or word in ("of", "the") for word in words):
        return ()
    if kin := next((n for n, word in enumerate(words) if n and word.casefold() in _KIN), 0):
        return (" ".join(words[kin:]),)
    if words[-1].casefold() in _AFTER:
        return (" ".join(words[-2:]),) if at > 1 else ()
    while at > 1 and words[at - 1].casefold() in _PARTICLES:
        at -= 1
    if words[at - 1].casefold() in (*_KIN, "abdul"):
        return ()
    return tuple(dict.fromkeys((" ".join(words[at:]), words[-1])))
