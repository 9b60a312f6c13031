"""Small articles for the tests of batches, and an engine that runs them where it stands."""

from quizgen.batch.engines import Engine, Settings, guarded
from quizgen.batch.run import Plan, run
from quizgen.batch.worklist import find
from quizgen.recipes import Kind, Recipe

INLINE = Engine("here", lambda function, jobs, settings: ((job, guarded(function, job)) for job in jobs))
RECIPES = (Recipe(Kind.DECK, "", ()), Recipe(Kind.SHEET, "", (), n=3))


def article(title, year, part="the [[Vale War]]", see=(), more=""):
    """An article with an infobox and some prose, in wikitext."""
    place = title.split()[-1]
    return f"""{{{{Infobox military conflict
| conflict   = {title}
| partof     = {part}
| date       = 5 May – 9 June {year}
| place      = [[{place}]], Lowmark
| result     = Lowmark victory
| combatant1 = [[Lowmark]]
| combatant2 = [[Kingdom of Verre]]
| commander1 = [[Anselm Tor]]
| commander2 = [[Marn Oudry]]
| strength1  = 3,000
| strength2  = 7,500
}}}}
The '''{title}''' was fought between Lowmark and Verre. The guns of Verre opened fire on 5 May {year}.
{more}
== See also ==
{"".join(f"* [[{other}]]" + chr(10) for other in see)}"""


def export(*articles, first=100):
    """A MediaWiki export of (title, text), whose page numbers count from `first`; a number of one's own as a third part."""
    return HEAD + "".join(map(page, *zip(*((*a, first + n)[:3] for n, a in enumerate(articles)), strict=True))) + "</mediawiki>"


HEAD = '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/"><siteinfo><base>https://en.wikipedia.org/wiki/Main_Page</base></siteinfo>\n'


def page(title, text, number):
    """A page of an export."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;")
    return f"""<page><title>{title}</title><ns>0</ns><id>{number}</id><revision><id>{9000 + number}</id>
<timestamp>2021-06-07T08:09:10Z</timestamp><text>{safe}</text></revision></page>
"""


def batch(out, *sources, engine=INLINE, jobs=1, titles=(), **plan):
    """Run a batch over files."""
    recipes = plan.pop("recipes", RECIPES)
    return run(Plan(find([str(source) for source in sources], titles), out, recipes, **plan), engine, Settings(jobs))


def written(out):
    """Every file of a batch with its bytes, but for its store."""
    files = (path for path in sorted(out.rglob("*")) if path.is_file() and not path.name.startswith("corpus."))
    return {str(path.relative_to(out)): path.read_bytes() for path in files}
