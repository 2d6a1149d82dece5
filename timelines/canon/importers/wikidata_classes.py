"""What the commonest classes of Wikidata (the values of P31, "instance of") are in the canon.

A dump tells an item's own classes and not their upper ones, so classes are listed one by one; items of other classes
come in as events if they have a point in time or a start, and are left out otherwise.
"""

from __future__ import annotations

from typing import Final

_LISTED: Final = """
person/person: Q5
office/office: Q4164871 Q294414 Q12737077 Q30185 Q48352 Q2285706 Q14212 Q30461 Q83307 Q132050 Q107711 Q116 Q37110
    Q303618 Q1553195 Q611644 Q15686806
event/war: Q198 Q8465 Q350604 Q180684 Q103495 Q1006311 Q864113
event/battle: Q178561 Q188055 Q1261499 Q645883
event/invasion: Q467011
event/attack: Q2223653 Q217327 Q891854 Q18493502 Q2252077
event/massacre: Q3199915 Q750215 Q21480300
event/assassination: Q3882219 Q1139665
event/coup: Q45382 Q25906438
event/revolution: Q10931
event/uprising: Q124734
event/protest: Q273120 Q175331 Q124757 Q686984
event/strike: Q49776
event/scandal: Q192909
event/crisis: Q381072 Q290178 Q82821
event/election: Q40231 Q858439 Q1076105 Q152450 Q15283424 Q22284407 Q669262 Q104203
event/referendum: Q43109
event/summit: Q1072326
event/meeting: Q625994 Q2020153
event/treaty: Q131569 Q625298 Q864737
event/trial: Q8016240 Q2334719
event/accident: Q171558 Q744913 Q1078765 Q11822042
event/disaster: Q3839081 Q8065 Q8068
event/earthquake: Q7944
event/hurricane: Q8092 Q1063913
event/eruption: Q7692360
event/fire: Q168983 Q169950
event/famine: Q168247
event/epidemic: Q44512 Q12184 Q3241045
event/launch: Q7797622
event/flight: Q2133344 Q752783
event/expedition: Q2401485
event/games: Q159821 Q82414 Q5389
event/tournament: Q500834 Q13406554 Q27020041 Q47345468
event/match: Q16466010 Q17315159
event/race: Q22231119
event/event: Q1656682 Q1190554 Q13418847 Q18608583 Q16510064 Q132241 Q4504495 Q182832
state/state: Q6256 Q3624078 Q7275 Q3024240 Q417175 Q48349 Q1520223 Q133442 Q7270
state/territory: Q35657 Q10864048 Q161243 Q82794 Q15634554 Q133156
org/company: Q4830453 Q783794 Q6881511 Q891723 Q46970 Q786820 Q1137109 Q210167 Q18388277 Q936518 Q2085381 Q1762059
org/bank: Q22687 Q66344
org/party: Q7278
org/alliance: Q1127126 Q4120211
org/union: Q178790
org/agency: Q327333 Q192350
org/institution: Q31855 Q33506 Q7075 Q178706 Q16917 Q35535
org/media: Q11032 Q1110794 Q41298 Q1002697 Q1616075 Q14350 Q192283
org/team: Q476028 Q847017 Q12973014 Q13393265 Q4438121
org/university: Q3918 Q875538 Q902104
org/court: Q41487
org/armed-group: Q176799 Q17149090
org/organisation: Q43229 Q484652 Q163740 Q79913 Q245065 Q15911314 Q215380 Q2088357 Q5741069 Q955824
product/product: Q2424752
product/service: Q7406919
product/website: Q35127
product/social-network: Q3220391
product/vehicle: Q3231690 Q29048322
product/aircraft: Q11436 Q15056993 Q15056995
product/drug: Q12140
product/game: Q7889
technology/technology: Q11016 Q9143
law/law: Q820655 Q49371 Q7748
law/constitution: Q7755
work/film: Q11424 Q24869 Q202866 Q93204
work/book: Q571 Q7725634 Q8261 Q47461344 Q3331189
work/song: Q7366 Q134556
work/album: Q482994
work/play: Q25379
work/painting: Q3305213
work/series: Q5398426 Q1259759
work/building: Q41176 Q12280 Q16970 Q11303 Q23413 Q16560
work/work: Q105543609 Q386724 Q2188189
currency/currency: Q8142
place/place: Q515 Q486972 Q3957 Q532 Q5119 Q1549591 Q1093829 Q747074 Q484170
"""


def _classes() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    sort = ("", "")
    for word in _LISTED.split():
        if word.endswith(":"):
            prefix, _, kind = word[:-1].partition("/")
            sort = (prefix, kind)
        else:
            found.setdefault(word, sort)
    return found


CLASSES: Final = _classes()
"""Sort and kind by class."""

OFFICE_CLASSES: Final = frozenset(item for item, (prefix, _) in CLASSES.items() if prefix == "office")
"""An item below one of these (P279, "subclass of") is an office too."""
