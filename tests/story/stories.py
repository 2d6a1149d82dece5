"""Little made-up stories for the tests."""

from __future__ import annotations

from timelines.chronology.edtf import parse_edtf
from timelines.model import Article, Published

# A dam breaks on Tuesday 4 March 2031; its manager is arrested on Monday 10 March.
DAM = (
    (
        "2031-03-03",
        "Heavy rain fell on the valley of Orsk for a third day. The river authority said the Lerma dam was safe.",
    ),
    (
        "2031-03-05",
        "LERMA (Reuters) - The Lerma dam broke on Tuesday and flooded the valley of Orsk, killing 40 people. "
        "Rescue teams with boats searched the flooded valley for survivors. Click here for more pictures of the flood.",
    ),
    (
        "2031-03-06",
        "Survivors of the flood were brought to schools in Orsk. The Lerma dam broke on Tuesday after a week of rain, "
        "flooding the valley and killing at least 40 people. “I lost my house and all my animals.”",
    ),
    (
        "2031-03-11",
        "Police arrested the manager of the Lerma dam on Monday over reports that he had ignored. "
        "The manager of the dam was arrested on Monday on charges of neglect, prosecutors said. "
        "The dam broke on 4 March and flooded the valley of Orsk.",
    ),
    (
        "2031-04-20",
        "Parliament debated the safety of dams in the valley. The Lerma dam broke on 4 March, killing 40 people, and "
        "its manager was arrested on 10 March on charges of neglect.",
    ),
)


def article(published: str, text: str, name: str = "a", language: str = "en") -> Article:
    """An article of a day."""
    return Article(id=name, text=text, language=language, published=Published(parse_edtf(published), "given"))


def dam() -> list[Article]:
    """The story of the dam."""
    return [article(day, text, str(number)) for number, (day, text) in enumerate(DAM)]
