"""The prose → the places at, near or against which it says that something was done, and how often."""

from __future__ import annotations

import re
from collections import Counter

from quizgen.demonyms import demonyms, folded_adjectives
from quizgen.model import Campaign, EntityKind, Quote, Sentence, names_of, norm
from quizgen.prose.names import Name, names

_AT = re.compile(
    r"\b(?:in|into|at|near|around|outside|inside|towards?|to|from|reached|entered|captured|recaptured|seized|occupied|abandoned|besieged|"
    r"liberated|attacked|crossed|took|retook|defended|held|through|across|along|on|over|off|of|against|between|beyond|past|bombed|"
    r"bombarded|shelled)\s(?:the\s)?(?:(?:town|city|village|port|island|river|hamlet|district)\sof\s)?$"
)
# Regions, seas, countries, and what is no place though a preposition stands before it.
_WIDE = re.compile(
    r"(?:North|South|East|West|Central|Upper|Lower)(?:ern)?(?:[ -]|$)|[A-Z]{2,}\b|(?:.* )?(?:Europe|Asia|Africa|America|Sea|Ocean|Atlantic|"
    r"Pacific|Mediterranean|Baltic|Aegean|Adriatic|Channel|Countries|\w*[Kk]orps|\w*[Gg]ruppe|\w*[Ff]lotte|Corps|Empire|Union|Convoy|Platform|"
    r"Christendom|Day|Eve|Headquarters|Supremo|Campaign|Proclamation|Uprising|Carriers|Command|Ministry)\b|"
    r"(?:Fall|Unternehmen|Case|Plan|Comando) "
)
_TAKEN = re.compile(
    r" (?:was|were|had been) (?:\w+ly )?(?:re)?(?:captured|taken|occupied|abandoned|evacuated|liberated|besieged|seized|cleared|secured)\b"
)
# What ships and people do or suffer, and no place.
_DOES = re.compile(
    r" (?:(?:had|then|also|now|was|were|was then) )?(?:fired|firing|opened|turned|sailed|steamed|launched|signalled|ordered|said|told|"
    r"wrote|began|attempted|tried|replied|reported|decided|wanted|returned|commanded|led|scuttled|torpedoed|sank|sunk|laid down|"
    r"commissioned|appointed|promoted|killed|wounded|urged|refused|agreed|insisted|arrived|escorted|struck|hit)\b"
)
_JOINED = re.compile(
    r" (?:op|am|aan|an der|ob|bei|sur|sous|upon|les|la|le|de|del|di|i|e|"
    r"da|do|das|dos|zu|im|ter|ten|von|van|el|al|dhe|na|nad|pod) (?:de[nr] )?[A-Z\u00c0-\u024f]"
)  # "Bergen op Zoom"
_SHARED = re.compile(  # "Adam and Farrer Roads"
    r" and (?:[A-Z][\w'’-]* )+(?:[Rr]oads|[Rr]ivers|[Hh]ills|[Ii]slands|[Ss]treets|[Mm]ountains|[Aa]irfields|[Cc]anals|[Bb]ridges)\b"
)


def places(campaign: Campaign) -> Counter[str]:
    """Count how often the prose says that something was at, near or taken of each place, as written, with "the" where it stands before it.

    Left out are the campaign's own place, regions, seas and countries, and what does or suffers what only ships and people do.
    """
    named = [(s.text, name) for s in campaign.sentences for name in names(s.text) if not _is_foreign(s, name.text)]
    last = {norm(name.text).split()[-1] for _, name in named if " " in name.text and " of " not in name.text}  # Winston Churchill
    known = {norm(n) for entity in campaign.entities if entity.kind is EntityKind.PLACE for n in names_of(entity)} - last
    known -= {norm(name.text) for text, name in named if _DOES.match(text, name.end)}
    own = f" {norm(campaign.title.value)} {norm(campaign.place.value) if campaign.place else ''} "
    return Counter(
        as_named(text, name.start, name.text)
        for text, name in named
        if norm(name.text) in known and f" {norm(name.text)} " not in own and is_at(text, name) and not _is_wide(name.text)
    )


def _is_foreign(sentence: Sentence, name: str) -> bool:
    """Whether a name is set in italics: a ship, or a word of another language."""
    return isinstance(sentence.source, Quote) and f"''{name}''" in sentence.source.quote and f"'''{name}" not in sentence.source.quote


def as_named(text: str, start: int, name: str) -> str:
    """A name with "the" if that stands before it."""
    return f"the {name}" if text[:start].casefold().endswith("the ") else name


def is_at(text: str, name: Name) -> bool:
    """Whether a name stands where a place does, and whole: "near Halm", "Halm was occupied"."""
    goes_on = _JOINED.match(text, name.end) or _SHARED.match(text, name.end) or text.startswith(("–", "-", "'", "’", "."), name.end)
    return bool(_AT.search(text, 0, name.start) or _TAKEN.match(text, name.end)) and not (goes_on and name.end < len(text) - 1)


def _is_wide(name: str) -> bool:
    is_named = name[0].isalpha() and len(name) > 2 and not set(norm(name).split()) & folded_adjectives()
    return not is_named or bool(_WIDE.match(name) or demonyms(name))
