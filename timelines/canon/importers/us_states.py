"""States and territories of the United States by their postal abbreviations, with two that exist no more."""

from __future__ import annotations

from typing import Final

_LISTED: Final = """
AL Alabama; AK Alaska; AZ Arizona; AR Arkansas; CA California; CO Colorado; CT Connecticut; DE Delaware; FL Florida;
GA Georgia; HI Hawaii; ID Idaho; IL Illinois; IN Indiana; IA Iowa; KS Kansas; KY Kentucky; LA Louisiana; ME Maine;
MD Maryland; MA Massachusetts; MI Michigan; MN Minnesota; MS Mississippi; MO Missouri; MT Montana; NE Nebraska;
NV Nevada; NH New Hampshire; NJ New Jersey; NM New Mexico; NY New York; NC North Carolina; ND North Dakota; OH Ohio;
OK Oklahoma; OR Oregon; PA Pennsylvania; RI Rhode Island; SC South Carolina; SD South Dakota; TN Tennessee; TX Texas;
UT Utah; VT Vermont; VA Virginia; WA Washington; WV West Virginia; WI Wisconsin; WY Wyoming;
DC the District of Columbia; AS American Samoa; GU Guam; MP the Northern Mariana Islands; PR Puerto Rico;
VI the Virgin Islands; PI the Philippine Islands; DK Dakota Territory; OL Orleans Territory
"""

US_STATES: Final = {entry.split()[0]: " ".join(entry.split()[1:]) for entry in _LISTED.split(";")}
"""Name by abbreviation; "the" belongs to the name in "Representative from the Virgin Islands"."""
