"""An item → the fields of its note: what stands on the front, what on the back, all as HTML that shows the item's text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from string import ascii_uppercase
from typing import assert_never

from quizgen.formats import Drawn, draw, format_of, verify
from quizgen.items import BLANK, Format, Item
from quizgen.model import Campaign
from quizgen.notation import in_order
from quizgen.writers.apkg.credit import claim, licence, source_html
from quizgen.writers.apkg.markup import cloze, element, listing, shown
from quizgen.writers.apkg.notetypes import NoteType

TRUTH = ("True", "False")


def note_type(form: Format) -> NoteType:
    """Say which note type an answer format goes through."""
    match form:
        case Format.MULTIPLE_CHOICE | Format.MULTIPLE_RESPONSE | Format.TRUE_FALSE:
            return NoteType.CHOICE
        case Format.SHORT_ANSWER | Format.NUMERIC | Format.DATE:
            return NoteType.TYPED
        case Format.CLOZE:
            return NoteType.CLOZE
        case Format.MATCHING | Format.ORDERING | Format.SORTING:
            return NoteType.BASIC
        case _:
            assert_never(form)


def fields(item: Item, campaign: Campaign) -> dict[str, str]:
    """Give every field of the item's note by name. ValueError if the answer drawn is not the key or a cloze has no blank."""
    drawn = draw(item, item.code)
    verify(drawn)
    return {
        "Id": shown(item.id),
        "Question": shown(item.stem),
        "Task": shown(format_of(item).instruction),
        **_FACES[note_type(item.format)](drawn),
        "Accepted": " · ".join(shown(text) for text in item.accepted if text not in item.key),
        "Explanation": shown(item.explanation),
        "Claim": claim(item),
        "Source": source_html(campaign, item.source),
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
    return {"Answer": shown(drawn.item.key[0])}


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


def _lists(drawn: Drawn) -> dict[str, str]:
    match drawn.item.format:
        case Format.ORDERING:
            return {"Lists": _things(drawn.options, "lettered"), "Answer": _ordering(drawn)}
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
    NoteType.BASIC: _lists,
    NoteType.TYPED: _typed,
    NoteType.CLOZE: _cloze,
    NoteType.CHOICE: _choice,
}
