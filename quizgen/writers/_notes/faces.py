"""An item → the fields of its note: what stands on the front, what on the back, all as HTML that shows the item's text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from string import ascii_uppercase
from typing import assert_never

from quizgen.formats import Drawn, draw, format_of, verify
from quizgen.items import BLANK, Format, Item
from quizgen.model import Campaign
from quizgen.notation import in_order
from quizgen.relations import Fact
from quizgen.writers._notes.answers import matches
from quizgen.writers._notes.credit import claim, licence, source_html
from quizgen.writers._notes.markup import cloze, element, listing, shown
from quizgen.writers._notes.notetypes import NoteType
from quizgen.writers._notes.pictures import picture

TRUTH = ("True", "False")


def note_type(form: Format, *, typed: bool = False) -> NoteType:
    """Say which note type an answer format goes through; `typed`: what can be typed is typed, not only recalled."""
    match form:
        case Format.MULTIPLE_CHOICE | Format.MULTIPLE_RESPONSE | Format.TRUE_FALSE:
            return NoteType.CHOICE
        case Format.SHORT_ANSWER | Format.NUMERIC | Format.DATE:
            return NoteType.TYPED if typed else NoteType.BASIC
        case Format.CLOZE:
            return NoteType.CLOZE
        case Format.MATCHING | Format.ORDERING | Format.SORTING:
            return NoteType.BASIC
        case Format.OPEN:
            raise ValueError("an open question stands on printed sheets only, on no card")
        case _:
            assert_never(form)


def fields(item: Item, campaign: Campaign, kind: NoteType, known: Mapping[str, Fact]) -> dict[str, str]:
    """Give the fields of the item's note by name, but for its GUID; `known` are the facts of the campaign by id.

    ValueError if the answer drawn is not the key or a cloze has no blank.
    """
    drawn = draw(item, item.code)
    verify(drawn)
    return {
        "Question": shown(item.stem),
        "Task": shown(format_of(item).instruction),
        **_FACES[kind](drawn),
        "Accepted": " · ".join(shown(text) for text in item.accepted if text not in item.key),
        "Explanation": shown(item.explanation),
        "Claim": claim(item),
        "Source": source_html(campaign, item.source),
        "As of": shown(campaign.as_of or ""),
        "Picture": picture([known[id_] for id_ in item.facts if id_ in known], campaign),
        "Code": item.code,
        "Licence": shown(licence(campaign)),
    }


def _cloze(drawn: Drawn) -> dict[str, str]:
    item = drawn.item
    before, blank, after = item.stem.partition(BLANK)
    if not blank or not item.key[0]:
        raise ValueError(f'the cloze "{item.id}" has no blank or no answer; Anki would drop its card in silence')
    return {"Text": cloze(before, item.key[0], after)}


def _typed(drawn: Drawn) -> dict[str, str]:
    return {"Answer": shown(drawn.item.key[0]), "Matches": "|".join(matches(drawn))}


def _choice(drawn: Drawn) -> dict[str, str]:
    item = drawn.item
    options = TRUTH if item.format is Format.TRUE_FALSE else drawn.options
    kind = "many" if item.format is Format.MULTIPLE_RESPONSE else "one"
    style = f"choices {kind}" + (" fixed" if options == TRUTH or in_order(options) else "")
    why = {d.text: d.why_false for d in item.distractors}
    judged = "".join(_judged(text, text in item.key, why.get(text, "")) for text in options)
    return {"Choices": listing("ol", map(shown, options), style), "Feedback": element("ol", judged, f"{style} judged")}


def _judged(text: str, is_right: bool, why: str) -> str:
    reason = "Right answer" if is_right else why
    below = element("span", shown(reason), "reason") if reason else ""
    return element("li", element("b", shown(text)) + below, "right" if is_right else "wrong")


def _basic(drawn: Drawn) -> dict[str, str]:
    match drawn.item.format:
        case Format.ORDERING:
            return {"Lists": _things(drawn.options, "lettered"), "Answer": _ordering(drawn)}
        case Format.SHORT_ANSWER | Format.NUMERIC | Format.DATE:
            return {"Answer": shown(drawn.item.key[0])}
        case Format.MATCHING:
            lists = _things(drawn.premises, "numbered") + _things(drawn.responses, "lettered")
            return {"Lists": lists, "Answer": _matching(drawn)}
        case _:
            lists = _things(drawn.options, "numbered") + _things(drawn.groups, "named")
            return {"Lists": lists, "Answer": _sorting(drawn)}


def _ordering(drawn: Drawn) -> str:
    """List the things in their right order, each with the letter that it has on the front."""
    places = ((drawn.options.index(text) + 1, text) for text in drawn.item.key)
    return element("ol", "".join(f'<li value="{place}">{shown(text)}</li>' for place, text in places), "things lettered")


def _matching(drawn: Drawn) -> str:
    partner, why = dict(drawn.item.pairs), {d.text: d.why_false for d in drawn.item.distractors}
    letters = dict(zip(drawn.responses, ascii_uppercase, strict=False))
    pairs = _definitions((premise, [(letters[partner[premise]], partner[premise])]) for premise in drawn.premises)
    spare = "; ".join(shown(f"{letters[text]}. {text} ({why[text]})") for text in drawn.responses if text in why)
    return pairs + (element("p", f"Left over: {spare}", "spare") if spare else "")


def _sorting(drawn: Drawn) -> str:
    numbered = [(str(number), text) for number, text in enumerate(drawn.options, 1)]
    group_of = dict(drawn.item.pairs)
    return _definitions((group, [entry for entry in numbered if group_of[entry[1]] == group]) for group in drawn.groups)


def _things(texts: Iterable[str], style: str) -> str:
    return listing("ul" if style == "named" else "ol", map(shown, texts), f"things {style}")


def _definitions(entries: Iterable[tuple[str, list[tuple[str, str]]]]) -> str:
    return element("dl", "".join(element("dt", shown(head)) + "".join(map(_marked, below)) for head, below in entries))


def _marked(entry: tuple[str, str]) -> str:
    return element("dd", f"{element('i', f'{entry[0]}.')}{shown(entry[1])}")


_FACES: dict[NoteType, Callable[[Drawn], dict[str, str]]] = {
    NoteType.BASIC: _basic,
    NoteType.TYPED: _typed,
    NoteType.CLOZE: _cloze,
    NoteType.CHOICE: _choice,
}
