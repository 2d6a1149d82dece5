"""Which language a text is in, by its script and its commonest words.

A general model was measured instead (py3langid 0.4: 120 MB and seconds to load); articles are long enough for words.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Final

_SAMPLE: Final = 4000  # characters from the beginning; more text does not change the answer
_LETTERS: Final = 500  # letters that tell the script
_KANA_SHARE: Final = 0.1  # Japanese prose has more than a third; Chinese texts quote a word at most
_FEW_WORDS: Final = 3  # common words that must be found; fewer are names
_SHARE: Final = 0.1  # of all words; prose of every language below has twice as many of its own

_SCRIPTS: Final = {
    "HANGUL": "ko",
    "GREEK": "el",
    "HEBREW": "he",
    "BENGALI": "bn",
    "DEVANAGARI": "hi",
    "CJK": "zh",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
}
_COMMON: Final = {
    "en": "the of and to a in is was for on that with as by at his it he she were are be has had not but which",
    "de": "der die das und ist in den von zu mit sich des auf für nicht ein eine im dem auch als es war nach wurde",
    "fr": "le la les de des du et est en un une dans que qui pour sur par au plus pas ne ce il elle avec été sont aux",
    "es": "el la los las de del y es en un una que por para con se no al su lo como más fue ha sus está pero son",
    "it": "il la le di del della e è in un una che per con non si da al dei nel alla sono gli ha anche più dal lo ma",
    "pt": "o a os as de do da dos e é em um uma que por para com se não no na ao mais foi como são ou sua pela à",
    "nl": "de het een van en is in op te dat die voor met zijn niet aan er om ook als door werd naar bij was uit hij",
    "pl": "i w na z do się nie jest że to o od po jak za przez ale przy oraz był była został dla są jego co ma",
    "cs": "a v na se je že s do z o to pro ve by si byl za od po jako ale jsou není který která bylo podle",
    "sv": "och i att det som en på är av för med den till inte har de ett om var han från men sig hade vid",
    "da": "og i at det som en på er af for med den til ikke har de et om var han fra men sig havde ved blev efter",
    "nb": "og i å at det som en på er av for med den til ikke har de et om var han fra men seg hadde ved ble etter sa",
    "fi": "ja on ei että se oli hän mutta myös kun kuin ovat joka sen tai mukaan ole niin jo vain hänen sekä",
    "hu": "a az és hogy nem is egy van volt ez meg de csak el már még mint szerint vagy amely lesz azt",
    "ro": "și de în la a cu din pe care nu este o un că pentru au fost mai să al ale sunt fi prin dar după",
    "tr": "ve bir bu da de için ile çok olarak olan ise daha gibi en kadar sonra ne ancak oldu göre dedi tarafından",
    "id": "yang dan di dengan untuk dari ini itu pada dalam tidak ke akan juga adalah oleh sebagai telah bisa kata",
    "vi": "và của là có được cho trong không với các một những đã này người khi từ đến ở về ông",
    "ru": "и в на не что с по как из за от это к он для его но а же о у было был она так все",
    "uk": "і в на не що з та до як у за від це для його але про він є було був вона так все й",
    "ar": "في من على أن إلى عن التي هذا الذي مع كان هذه بعد لا ما قال أنه بين كما أو قد وقال",
    "fa": "در به از که این را با است برای آن یک خود تا بر کرد شد هم نیز شده می ها بود اما های",
}
_LANGUAGES_OF: Final[dict[str, list[str]]] = {}
for _code, _words in _COMMON.items():
    for _word in _words.split():
        _LANGUAGES_OF.setdefault(_word, []).append(_code)
_WORD: Final = re.compile(r"[^\W\d_]+")


def detect_language(text: str) -> str:
    """The ISO 639-1 code of the language of a text; "en" where that is not sure.

    It tells the 29 languages apart in which dates are read; the others are not known to it.
    """
    sample = text[:_SAMPLE]
    script = _script(sample)
    if script in _SCRIPTS:
        return _SCRIPTS[script]
    words = _WORD.findall(sample.lower())
    scores: Counter[str] = Counter()
    for word in words:
        for code in _LANGUAGES_OF.get(word, ()):
            scores[code] += 1
    (first, most), (_, second) = [*scores.most_common(2), ("en", 0), ("en", 0)][:2]
    if most < max(_FEW_WORDS, _SHARE * len(words)) or most <= second:
        return "en"
    return first


def _script(sample: str) -> str:
    """The script of most letters; kana among other characters decides."""
    letters = [letter for letter in sample if letter.isalpha()][:_LETTERS]
    scripts = Counter(unicodedata.name(letter, "?").split()[0] for letter in letters)
    kana = scripts["HIRAGANA"] + scripts["KATAKANA"]
    if kana > _KANA_SHARE * len(letters):
        return "HIRAGANA"
    return scripts.most_common(1)[0][0] if letters else ""
