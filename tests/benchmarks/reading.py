"""Reading an article in wikitext, stage by stage, against a parser of wikitext and against a pattern; pages of a dump against lxml."""

import io
import re
from functools import partial

import lxml.etree
import mwparserfromhell
import yaml

from quizgen import api, yamlnodes
from quizgen.article import Article, laid_in_lines
from quizgen.infobox import read_infobox
from quizgen.markup.marks import find_marks
from quizgen.naming import label_sides
from quizgen.prose import read_prose
from quizgen.readers import export, wikitext
from tests.benchmarks.rows import compared

FIELD = re.compile(r"^\s*\|\s*(\w+)\s*=\s*(.*)", re.MULTILINE)
PAGES = 2_000


def over(texts, stage):
    """Run a stage over all texts."""
    for text in texts:
        stage(text)


def laid_out(text):
    """Find the infobox: the source, its marks, and where the box begins and ends."""
    source = laid_in_lines("a.wiki", text)
    start = wikitext.find_box(text)
    marks = find_marks(source, start, is_one=True)
    return source, marks, start, *wikitext._box(source, marks, start)


def raw_fields(text):
    """The infobox as keys and values in wikitext."""
    source, marks, start, end, found = laid_out(text)
    split = wikitext._broken(source, start, end, found) if found else wikitext._whole(source, marks, start, end)
    return {key: source.text[begin:stop] for key, begin, stop in split}


def infobox(text):
    """The infobox as a model."""
    source, marks, start, end, found = laid_out(text)
    fields = list(wikitext._fields(source, marks, start, end, found))
    return read_infobox(Article("a.wiki", "a", wikitext._title(source, fields, end), tuple(fields), (), is_whole=True))


def model(text):
    """The whole article as a model."""
    article = wikitext.read(text, "a.wiki", "a")
    return label_sides(read_prose(article, read_infobox(article)[0])[0])


def dump(texts):
    """An export of many pages, as a wiki writes it."""
    tree = lxml.etree.Element("mediawiki")
    lxml.etree.SubElement(lxml.etree.SubElement(tree, "siteinfo"), "base").text = "https://wiki.example/wiki/Main_Page"
    for number in range(PAGES):
        page = lxml.etree.SubElement(tree, "page")
        lxml.etree.SubElement(page, "title").text = f"Page {number}"
        lxml.etree.SubElement(page, "ns").text = "0"
        lxml.etree.SubElement(page, "id").text = str(number + 1)
        revision = lxml.etree.SubElement(page, "revision")
        lxml.etree.SubElement(revision, "id").text = str(number + 1)
        lxml.etree.SubElement(revision, "timestamp").text = "2026-01-01T00:00:00Z"
        lxml.etree.SubElement(revision, "text").text = texts[number % len(texts)]
    return lxml.etree.tostring(tree)


def our_pages(data):
    """Go through the pages of an export."""
    return sum(1 for _ in export.pages(io.BytesIO(data), "dump.xml"))


def their_pages(data):
    """The same with lxml's iterparse, freeing what is done: title and text of each page."""
    count = 0
    for _, page in lxml.etree.iterparse(io.BytesIO(data), tag="page"):
        count += page.findtext("title") is not None and page.findtext("revision/text") is not None
        page.clear()
        while page.getprevious() is not None:
            del page.getparent()[0]
    return count


def rows(texts):
    """The stages of reading, the pages of a dump, and a campaign in YAML."""
    parsed, data = partial(over, texts, mwparserfromhell.parse), dump(texts)
    yield compared(
        "infobox found and split into raw fields: articles/s / mwparserfromhell's", "≥ 30", partial(over, texts, raw_fields), parsed
    )
    yield compared("infobox with all grammars: articles/s / mwparserfromhell's", "≥ 5", partial(over, texts, infobox), parsed)
    yield compared(
        "infobox with all grammars / a pattern of its lines", "", partial(over, texts, infobox), partial(over, texts, FIELD.findall)
    )
    yield compared("whole model / mwparserfromhell's parse", "≤ 0.5", partial(over, texts, model), parsed)
    yield compared("pages of a dump / lxml's iterparse", "", partial(our_pages, data), partial(their_pages, data))
    text = api.locate("aleppo-2016").read_text(encoding="utf-8")
    floor = partial(yaml.load, text, yaml.CSafeLoader)
    yield compared("a campaign's YAML with places and errors / CSafeLoader", "", partial(our_yaml, text), floor)


def our_yaml(text):
    """A YAML text as nodes that know their places."""
    return yamlnodes.parse(text, "a.yaml", yamlnodes.Problems())
