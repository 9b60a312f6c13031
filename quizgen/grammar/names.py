"""A name as printed ("Maj. Gen. Zaid SalehKIA") → rank, name and fate; and what is no name at all ("and others").

The words of rank follow the armed forces' own tables (NATO STANAG 2116 and its English, German, French and Russian forms).
"""

from __future__ import annotations

import re

_HEADS = """general gen admiral adm vadm radm marshal colonel col major maj captain capt cpt lieutenant lt commander cmdr cdr commodore
    cdre brigadier brig sergeant sgt corporal cpl private pvt pte ensign midshipman generalissimo komandarm komdiv komkor kombrig hetman
    reichsmarschall
    generalfeldmarschall feldmarschall feldmarschalleutnant feldzeugmeister generaloberst generalleutnant generalmajor oberst oberstleutnant
    hauptmann oberleutnant leutnant rittmeister großadmiral grossadmiral generaladmiral vizeadmiral konteradmiral kommodore fregattenkapitän
    korvettenkapitän obergruppenführer gruppenführer brigadeführer oberführer standartenführer obersturmbannführer sturmbannführer
    maréchal amiral vice-amiral contre-amiral général capitaine commandant mareşal generale ammiraglio colonnello capitano almirante coronel
    capitán teniente polkovnik podpolkovnik contraadmiral serasker sardar"""
_MODIFIERS = """field fleet grand air vice rear chief lieutenant lt lieut major maj brigadier brig colonel col sub second first 1st 2nd
    staff wing group squadron flight captain capt master gunnery"""
# As armed forces of today write them, with no full stop: in capitals, or run together. "mg" in small letters is no rank.
_SHORT = "(?-i:GEN|LTG|MG|BG|LTC|MAJ|CPT|[12]LT|SGM|CSM|LtGen|MajGen|BGen|BrigGen|LtCol|LtCdr|RAdm|VAdm|RADM|VADM|ADM|CAPT|CDR|COL)"
_OTHER = r"""group\ captain|wing\ commander|squadron\ leader|flight\ lieutenant|pilot\ officer|flying\ officer|air\ commodore
    |kapitän\ zur\ see|capitaine\ de\ vaisseau|général\ de\ (?:division|brigade|corps\ d'armée)|brigade\ commander|division\ commander
    |generale\ di\ (?:divisione|brigata|corpo\ d'armata)"""


# Styles before a personal name, read as ranks are; before "of" or "de" they are part of the name ("Duke of Wellington"), and a title
# of nobility before a lone surname is how the man is called ("Lord Raglan").
_STYLES = """sir dame king queen emperor empress tsar czar kaiser sultan shah caliph khagan prince princess archduke vizier cardinal
    archbishop bishop patriarch pope sheikh shaykh emir imam mullah ayatollah şehzade ras fitawrari dejazmach negus chief voivode
    doge shogun maharaja raja rani begum nawab monsieur praefect prefect legate proconsul consul tribune satrap president pres
    premier chancellor"""
_NOBLES = "duke count earl baron viscount marquess marquis margrave landgrave"


def _any(words: str) -> str:
    return "|".join(sorted(map(re.escape, words.split()), key=len, reverse=True))


_OF = r"""(?:\s+(?:of\ the\ (?:Fleet|Army|Air\ Force|Royal\ Air\ Force|RAF|Soviet\ Union|Navy|Cavalry|Infantry|Artillery|Armies)
    |of\ (?:Cavalry|Infantry|Artillery|Horse|Foot|Division|Brigade)|der\ \w+|de\ (?:division|brigade)))?"""
_RANK = re.compile(
    rf"""(?:(?:{_OTHER})|(?:{_SHORT})|(?:(?:(?:{_any(_MODIFIERS)})\.?|[A-Z][a-z]+\.|PDir\.)(?:[\s-]+|(?<=\.)))*(?:{_any(_HEADS)})(?:[\s-]+div)?\b\.?){_OF}(?=\s|$|(?<=\.)\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_NAMED = r"[\"“'’ʿ‘]?(?!(?:of|de|du|des|von|the)\b)[^\W\d_]"
_STYLE = re.compile(
    rf"(?:(?:crown|grand|prime)\s+)?(?:{_any(_STYLES)}|minister)\.?\s+(?={_NAMED})"
    rf"|(?:grand\s+)?(?:{_any(_NOBLES)})\s+(?={_NAMED}[\w'’.-]*\s+(?:of\s|von\s|van\s|zu\s|{_NAMED}))"
    rf"|(?:lord|lady)\s+(?={_NAMED}[\w'’.-]*\s+{_NAMED})",
    re.IGNORECASE,
)
HONOURS = re.compile(r"(?:,?\s+(?:VC|GC|DSO|MC|DSC|DFC|MM|K?CB|GCB|K?CMG|GCMG|[KCOM]BE|GBE|K?CVO|GCVO|KG|KT|KP|GCSI|OM|RN|USN))+$")
_GLUED = re.compile(r"\(?\s*((?:\b|(?<=[^\W_]|[.'’\"”)]))(?:KIA|WIA|POW|MIA|DOW)(?:[\s,/&]*(?:KIA|WIA|POW|MIA|DOW))*)\s*\)?$")
_NUMERAL = re.compile(r"\b[IVX]+$")  # "Leopold IIIPOW" is marked, "ZAMIA" is a name
_MARKED = re.compile(r"\s*[(\[]?([†✝‡])[)\]]?$")
_SUFFIXED = re.compile(r"(?<=[^\W\d_A-Z]|\.)(Executed|Surrendered|Assassinated)$")
_FATES = {
    "KIA": r"kia|killed(?: in action)?|†|died in battle|killed in battle|slain",
    "WIA": r"wia|wounded(?: in action)?",
    "POW": r"pow|captured|prisoner(?: of war)?|taken prisoner|p\.o\.w\.",
    "MIA": r"mia|missing(?: in action)?",
    "DOW": r"dow|died of (?:his )?wounds|mortally wounded",
    "executed": r"executed",
    "surrendered": r"surrendered",
    "assassinated": r"assassinated|murdered",
}
_OTHERS = re.compile(
    r"(?:(?:and|&|plus)\s+)?(?:(?:several|many|various|some|among|numerous|unknown|unnamed|\d+)\s+)*"
    r"(?:others?|more)(?:\s+\w+)?|et al\.?|etc\.?",
    re.IGNORECASE,
)
_REST = re.compile(r"(?:the )?(?:others?|(?:rest|remainder) of)\b", re.IGNORECASE)
_NOBODY = re.compile(
    r"(?:unknown|n/?a|none|no leader|disputed|unclear|uncertain|not known|-|–|—|\?+|see \w.*|various|multiple|several|tbd)", re.IGNORECASE
)
_PLACEHOLDER = re.compile(
    r"(?:an? )?(?:unknown|unidentified|unnamed|various|several|multiple|many|other|numerous|some|local|additional"
    r"|two|three|four|five|six|\d+(?=\s(?-i:[a-z])))\s",
    re.IGNORECASE,
)
_FIRST = re.compile(r"([^\W\d_]+)[-'’\s]")
_SMALL = """al el ad as ash ar at an az ibn ben bin abu abd von van de der den da di du del della dos la le ter ten zu zum af d l o mac
    mc t st y e"""
_PARTICLES = frozenset(_SMALL.split())


def split_rank(name: str) -> tuple[str | None, str]:
    """Split the ranks and styles that stand before a name, and drop honours after it; the name may be empty ("Major General")."""
    end = 0
    while (match := _RANK.match(name, end) or _STYLE.match(name, end)) and match.end() > end:
        end = match.end() + len(name[match.end() :]) - len(name[match.end() :].lstrip())
    rank = name[:end].strip()
    plain = HONOURS.sub("", name[end:].strip())
    return rank or None, plain


def is_rank(text: str) -> bool:
    """Whether a text is nothing but a rank."""
    rank, name = split_rank(text)
    return rank is not None and not name


def split_fate(name: str) -> tuple[str, str | None]:
    """Split the fate marks that stand after a name, glued to it or not: ("Ali Hamam", "KIA")."""
    cut = max(0, len(name) - 60)  # marks stand last; a longer text is no name
    head, tail = name[:cut], name[cut:]
    match = _GLUED.search(tail)
    if match and not (tail[: match.start(1)][-1:].isupper() and not _NUMERAL.search(tail[: match.start(1)])):
        marks = re.findall("KIA|WIA|POW|MIA|DOW", match[1])
        return (head + tail[: match.start()]).strip(" ,("), " ".join(dict.fromkeys(marks))
    if match := _SUFFIXED.search(tail):
        return (head + tail[: match.start()]).strip(), fate_of(match[1])
    if match := _MARKED.search(tail):
        return (head + tail[: match.start()]).strip(), "KIA"
    return name, None


def fate_of(words: str) -> str | None:
    """Give the fate that some words state ("killed in action": "KIA"); None if they state none."""
    return next((fate for fate, pattern in _FATES.items() if re.fullmatch(pattern, words.strip().casefold())), None)


def is_others(words: str) -> bool:
    """Whether words only say that there are more: "and others", "and 5 more"."""
    return bool(_OTHERS.fullmatch(words.strip()))


def is_rest(words: str) -> bool:
    """Whether words stand for those that a list does not name: "Other Greek allies"."""
    return bool(_REST.match(words))


def is_nobody(words: str) -> bool:
    """Whether words say that no name is given: "Unknown", "N/A", "See Aftermath"."""
    return bool(_NOBODY.fullmatch(words.strip(" .")))


def is_placeholder(words: str) -> bool:
    """Whether words stand where a name should: "Unknown brigade commander", "several militias"."""
    return bool(_PLACEHOLDER.match(words)) or not starts_as_name(words)


def starts_as_name(words: str) -> bool:
    """Whether words begin as a name may: a capital, a digit, a quotation mark, or a particle ("al-", "von", "ibn")."""
    first = words.lstrip("\"'“‘«’ʿ(")[:1]
    particle = _FIRST.match(words) if first.islower() else None
    return bool(first) and (not first.islower() or (particle is not None and particle[1] in _PARTICLES))


def surname_of(name: str) -> str | None:
    """Give the last of several words of a person's name, its first ones where a numeral ends it ("Darius III" is Darius).

    None where the last is the place after "of" ("John of Austria"), or says nothing alone ("Osk B.").
    """
    *first, last = re.sub(r",? (?:Jr|Sr)\b\.?$", "", name).split() or [""]
    if re.fullmatch(r"[IVX]+", last):
        return " ".join(first) or None
    return last if first and first[-1] not in ("of", "the") and len(last.strip(".")) > 1 else None
