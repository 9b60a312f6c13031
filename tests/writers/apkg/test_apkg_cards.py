"""Cards in a browser: what a reader sees, taps and types; overflow and contrast at every size, by day and by night."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from anki.collection import Card, Collection
from playwright.sync_api import Browser, Page

from quizgen.items import BLANK, Format, Item
from quizgen.writers._notes.markup import plain
from quizgen.writers.apkg import WRITER
from tests.browser import DESKTOP, PHONE, faint, opened, overflowing
from tests.writers.apkg.anki_collection import cards, collection, faces, imported
from tests.writers.apkg.fixtures import NASTY, all_formats, item, material, nasty_items, own_guid
from tests.writers.apkg.reviewer import reviewer, show

ONE, MANY, TRUTH, DAY = (all_formats()[n] for n in (0, 1, 2, 10))

OUTSIDE = ("localStorage", "sessionStorage", "indexedDB", "cookie", "@import", "url(", "transition", "animation")


def card_of(collected: Collection, each: Item) -> Card:
    return next(card for card in cards(collected) if card.note().guid == own_guid(each))


def texts(page: Page, selector: str) -> list[str]:
    """Give what stands in each element, as laid out; what is marked hidden or made by CSS is not in it."""
    return [text.strip() for text in page.locator(selector).all_inner_texts()]


def tap(page: Page, *choices: str) -> None:
    for choice in choices:
        page.locator("ol.choices li", has_text=choice).click()


def chosen(page: Page) -> list[str]:
    return texts(page, '[aria-checked="true"]')


@pytest.mark.parametrize("size", [(320, 640), PHONE, DESKTOP], ids=["narrow", "phone", "desktop"])
@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
def test_every_card_fits_and_is_readable(browser: Browser, plain_cards: Collection, size: tuple[int, int], is_dark: bool) -> None:
    page = reviewer(browser, size, is_dark=is_dark)
    for card in cards(plain_cards):
        front, back = faces(card, typed="Count Wael Dien")
        show(page, front)
        if page.locator("ol.choices").count():
            page.locator("ol.choices li").first.click()
        assert ([], []) == (overflowing(page), faint(page))
        show(page, back)
        assert ([], []) == (overflowing(page), faint(page))
    page.context.close()


def test_day_and_night_differ(browser: Browser, plain_cards: Collection) -> None:
    grounds = []
    for is_dark in (False, True):
        page = reviewer(browser, is_dark=is_dark)
        show(page, faces(cards(plain_cards)[0])[0])
        grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        page.context.close()
    assert ["rgb(251, 250, 247)", "rgb(22, 25, 29)"] == grounds


def test_long_words_and_eight_choices_fit_a_narrow_screen(browser: Browser, tmp_path: Path) -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitänsoberkommandeur"
    options = tuple(f"{word} {n}" for n in range(8))
    wrong = tuple(replace(ONE.distractors[0], text=text, why_false=word) for text in options[3:])
    crowded = [
        replace(ONE, stem=f"Which {word * 2}?", explanation=word * 3, claimed_by=word, distractors=wrong[:3], key=options[:1]),
        item(Format.MULTIPLE_RESPONSE, f"{word}?", options[:3], distractors=wrong),
        replace(all_formats()[4], key=(word * 2,), accepted=(word * 3,)),
        replace(all_formats()[8], key=tuple(f"{word}{n}" for n in range(7))),
        replace(all_formats()[9], pairs=tuple((f"{word}{n}", f"{word} {n % 2}") for n in range(8))),
        replace(all_formats()[7], pairs=tuple((f"{word}{n}", f"{word} {n}") for n in range(10))),
    ]
    with collection(tmp_path) as collected:
        imported(collected, WRITER.write(material(*crowded)))
        page = reviewer(browser, (320, 640))
        for card in cards(collected):
            for face in faces(card, typed=word):
                show(page, face)
                assert [] == overflowing(page)
        page.context.close()


def test_text_from_right_to_left_begins_at_the_right(browser: Browser, tmp_path: Path) -> None:
    arabic = item(Format.SHORT_ANSWER, "من قاد القوات في معركة دمشق؟", ("خالد بن الوليد",), explanation="قاد خالد القوات.")
    with collection(tmp_path) as collected:
        imported(collected, WRITER.write(material(arabic, typed=False)))
        page = reviewer(browser, (320, 640))
        show(page, faces(cards(collected)[0])[1])
        for selector in (".question", ".answer", ".why"):
            box = page.locator(selector).bounding_box()
            edge = page.locator(selector).evaluate(
                "(el) => { const r = new Range(); r.selectNodeContents(el); return r.getBoundingClientRect().right }"
            )
            assert abs(box["x"] + box["width"] - edge) < 2
        assert [] == overflowing(page)
        page.context.close()


@pytest.mark.parametrize("number", range(len(NASTY)))
def test_a_reader_sees_the_texts_of_the_item_and_no_script_runs(browser: Browser, nasty_cards: Collection, number: int) -> None:
    page = reviewer(browser)
    alarms: list[str] = []
    page.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
    for each in nasty_items():
        if each.id.startswith(f"{number}/"):
            front, back = faces(card_of(nasty_cards, each))
            show(page, front)
            assert [plain(each.stem.replace(BLANK, "[...]"))] == texts(page, ".question")
            assert {plain(text) for text in things(each)} >= {*texts(page, ".choices li, .things li")}
            show(page, back)
            assert plain(each.explanation) == page.locator(".why").inner_text()
            assert "“" not in page.locator(".source").inner_text()
            assert plain(NASTY[number]) == page.locator(".source q").inner_text()
            answers = {*texts(page, ".judged .right b, .answer:not(:has(*)), .answer li, .cloze")}
            assert answers <= {plain(text) for text in each.key}
            assert answers or each.pairs
    assert [] == alarms
    page.context.close()


def things(each: Item) -> list[str]:
    return [*each.key, *(text for pair in each.pairs for text in pair), *(d.text for d in each.distractors), "True", "False"]


def test_a_trap_is_shown_letter_for_letter(browser: Browser, nasty_cards: Collection) -> None:
    page = reviewer(browser)
    for number in (0, 1, 2, 4, 5, 6, 7, 9):
        each = next(each for each in nasty_items() if each.id.startswith(f"{number}/"))
        show(page, faces(card_of(nasty_cards, each))[0])
        assert unicodedata.normalize("NFC", each.stem) == page.locator(".question").inner_text()
    page.context.close()


def test_choices_are_shuffled_on_each_showing(browser: Browser, plain_cards: Collection) -> None:
    page = reviewer(browser)
    orders = set()
    for _ in range(40):
        show(page, faces(card_of(plain_cards, ONE))[0])
        orders.add(tuple(texts(page, ".choices li")))
    assert 10 <= len(orders) <= 24
    assert 1 == len({frozenset(order) for order in orders})
    page.context.close()


@pytest.mark.parametrize(
    ("expected", "each"), [(["True", "False"], TRUTH), (["3 May 1893", "4 May 1893", "11 May 1893", "2 June 1893"], DAY)]
)
def test_an_order_that_means_something_stays(browser: Browser, plain_cards: Collection, expected: list[str], each: Item) -> None:
    page = reviewer(browser)
    for _ in range(8):
        show(page, faces(card_of(plain_cards, each))[0])
        assert expected == texts(page, ".choices li")
    page.context.close()


def test_the_back_keeps_the_order_shown_and_the_choice_tapped(browser: Browser, plain_cards: Collection) -> None:
    page = reviewer(browser)
    front, back = faces(card_of(plain_cards, ONE))
    for choice, verdict in (("General Ilse van der Meer", "Not this time."), ("Count Wa’el Điện", "Right.")):
        show(page, front)
        order = texts(page, ".choices li")
        tap(page, choice)
        assert [choice] == chosen(page)
        show(page, back)
        assert order == texts(page, ".judged li b")
        assert [choice] == texts(page, ".judged .chosen b")
        assert [verdict] == texts(page, ".verdict")
    page.context.close()


def test_a_second_tap_takes_a_choice_back_and_another_replaces_it(browser: Browser, plain_cards: Collection) -> None:
    page = reviewer(browser)
    show(page, faces(card_of(plain_cards, ONE))[0])
    tap(page, "Brankov", "Ioannidis")
    assert ["Admiral Kostas Ioannidis"] == chosen(page)
    tap(page, "Ioannidis")
    assert [] == chosen(page)
    page.context.close()


@pytest.mark.parametrize(("verdict", "undone"), [("Right.", 0), ("{most} of {all} judged right.", 1)])
def test_several_choices_are_judged_each(browser: Browser, plain_cards: Collection, verdict: str, undone: int) -> None:
    page = reviewer(browser)
    front, back = faces(card_of(plain_cards, MANY))
    show(page, back)
    right = texts(page, ".right b")
    show(page, front)
    tap(page, *right, *right[:undone])
    count = page.locator(".choices li").count()
    show(page, back)
    assert [verdict.format(most=count - 1, all=count)] == texts(page, ".verdict")
    page.context.close()


def test_keys_choose(browser: Browser, plain_cards: Collection) -> None:
    page = reviewer(browser)
    show(page, faces(card_of(plain_cards, ONE))[0])
    order = texts(page, ".choices li")
    for key, place in (
        ("2", 1),
        ("ArrowDown", 0),
        ("ArrowDown", 1),
        ("ArrowUp", 0),
        ("ArrowUp", 3),
        ("4", None),
        ("4", 3),
        ("9", 3),
        ("a", 3),
    ):
        page.keyboard.press(key)
        assert ([order[place]] if place is not None else []) == chosen(page), key
    page.context.close()


def test_arrows_move_and_x_space_and_enter_choose_where_several_are_right(browser: Browser, plain_cards: Collection) -> None:
    page = reviewer(browser)
    show(page, faces(card_of(plain_cards, MANY))[0])
    order = texts(page, ".choices li")
    for key in ("ArrowUp", "x", "ArrowUp", " ", "ArrowUp", "Enter", "Enter", "Tab", "Control+1"):
        page.keyboard.press(key)
    assert order[-2:] == chosen(page)
    page.context.close()


def test_keys_do_nothing_once_the_back_is_shown(browser: Browser, plain_cards: Collection) -> None:
    page = reviewer(browser)
    front, back = faces(card_of(plain_cards, ONE))
    show(page, front)
    show(page, back)
    page.keyboard.press("1")
    assert [] == chosen(page)
    assert "auto" != page.evaluate("document.activeElement.getAttribute('role')")
    page.context.close()


def test_the_back_of_another_card_knows_nothing_of_the_tap(browser: Browser, plain_cards: Collection) -> None:
    page = reviewer(browser)
    show(page, faces(card_of(plain_cards, TRUTH))[0])
    tap(page, "True")
    show(page, faces(card_of(plain_cards, ONE))[1])
    assert [] == texts(page, ".chosen")
    assert [""] == texts(page, ".verdict")
    page.context.close()


@pytest.mark.parametrize("has_script", [True, False])
def test_a_card_reads_without_script_and_on_a_fresh_page(browser: Browser, plain_cards: Collection, has_script: bool) -> None:
    front, back = faces(card_of(plain_cards, ONE))
    asked = opened(browser, f'<body class="card">{front}', has_script=has_script)
    assert {*ONE.key, *(d.text for d in ONE.distractors)} == {*texts(asked, "ol.choices > li")}
    asked.context.close()
    told = opened(browser, f'<body class="card">{back}', has_script=has_script)
    assert ["Count Wa’el Điện"] == texts(told, ".right b")
    assert [""] == texts(told, ".verdict")
    told.context.close()


def test_a_card_asks_nothing_of_the_network_and_stores_nothing(browser: Browser, plain_cards: Collection) -> None:
    page = reviewer(browser)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for card in cards(plain_cards):
        for face in faces(card):
            show(page, face)
            assert not [word for word in OUTSIDE if word in face]
    assert [] == asked
    page.context.close()


def test_choices_are_large_enough_to_tap(browser: Browser, plain_cards: Collection) -> None:
    page = reviewer(browser)
    show(page, faces(card_of(plain_cards, ONE))[0])
    assert all(box.bounding_box()["height"] >= 48 for box in page.locator(".choices li").all())
    page.context.close()


def test_a_typed_answer_is_compared_by_anki(browser: Browser, plain_cards: Collection) -> None:
    page = reviewer(browser)
    show(page, faces(card_of(plain_cards, all_formats()[4]), typed="Count Wa’el Dien")[1])
    assert ["Count Wa’el Điện"] == texts(page, ".answer")
    assert page.locator(".typeGood").count()
    page.context.close()


def test_an_exact_typed_answer_has_no_fault(plain_cards: Collection) -> None:
    back = faces(card_of(plain_cards, all_formats()[4]), typed="Count Wa’el Điện")[1]
    assert "<span class=typeGood>Count Wa’el Điện</span>" in back


def test_lists_answer_in_the_letters_of_the_front(browser: Browser, plain_cards: Collection) -> None:
    page = reviewer(browser)
    match, order, sort = all_formats()[7:10]
    show(page, faces(card_of(plain_cards, match))[0])
    responses = texts(page, ".lettered li")
    show(page, faces(card_of(plain_cards, match))[1])
    pairs = dict(zip(texts(page, "dt"), (text.split("\n")[-1] for text in texts(page, "dd")), strict=True))
    assert {a: f"{'ABCDE'[responses.index(b)]}.{b}" for a, b in match.pairs} == pairs
    assert texts(page, ".spare")[0].endswith("3rd Fortress Artillery (No listed commander led it.)")
    show(page, faces(card_of(plain_cards, order))[0])
    things_shown = texts(page, ".lettered li")
    assert things_shown != list(order.key)
    show(page, faces(card_of(plain_cards, order))[1])
    assert list(order.key) == texts(page, ".answer li")
    assert [things_shown.index(text) + 1 for text in order.key] == [
        int(li.get_attribute("value")) for li in page.locator(".answer li").all()
    ]
    show(page, faces(card_of(plain_cards, sort))[1])
    assert ["besiegers", "defenders"] == texts(page, "dt")
    assert 5 == page.locator("dd").count()
    page.context.close()
