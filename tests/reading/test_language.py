from __future__ import annotations

import pytest

from timelines.reading.language import detect_language

TEXTS = {
    "en": "The minister said on Thursday that the bridge over the river was closed and would not be opened.",
    "de": "Der Minister sagte am Donnerstag, dass die Brücke über den Fluss gesperrt ist und nicht geöffnet wird.",
    "fr": "Le ministre a dit jeudi que le pont sur la rivière était fermé et qu'il ne serait pas ouvert.",
    "es": "El ministro dijo el jueves que el puente sobre el río está cerrado y que no se abrirá.",
    "it": "Il ministro ha detto giovedì che il ponte sul fiume è chiuso e che non sarà aperto.",
    "pt": "O ministro disse na quinta-feira que a ponte sobre o rio está fechada e que não vai abrir.",
    "nl": "De minister zei donderdag dat de brug over de rivier gesloten is en dat het niet voor mei open gaat.",
    "pl": "Minister powiedział w czwartek, że most na rzece jest zamknięty i nie zostanie otwarty.",
    "cs": "Ministr ve čtvrtek řekl, že most na řece je uzavřen a že se do května neotevře, podle něj ale ne.",
    "sv": "Ministern sade på torsdagen att bron över floden är stängd och att den inte öppnas, men det är inte säkert.",
    "da": "Ministeren sagde torsdag, at broen over floden er lukket af politi, og at den ikke blev åbnet efter påske.",
    "nb": "Ministeren sa torsdag at brua over elva er stengt av politiet etter en ulykke, og at de ikke vil åpne den.",
    "fi": "Ministeri sanoi torstaina, että silta on suljettu ja että se ei ole auki ennen toukokuuta.",
    "hu": "A miniszter csütörtökön azt mondta, hogy a híd le van zárva, és hogy az nem nyílik meg május előtt.",
    "ro": "Ministrul a spus joi că podul de pe râu este închis și că nu va fi deschis înainte de luna mai.",
    "tr": "Bakan perşembe günü köprünün kapalı olduğunu ve bir çalışma için daha kapalı kalacağını dedi.",
    "id": "Menteri itu mengatakan bahwa jembatan di sungai itu ditutup dan tidak akan dibuka dalam bulan ini.",
    "vi": "Bộ trưởng nói hôm thứ Năm rằng cây cầu đã bị đóng và không được mở cho đến tháng Năm với người dân.",
    "ru": "Министр сказал в четверг, что мост через реку закрыт и что его не откроют до мая, но это не так.",
    "uk": "Міністр сказав у четвер, що міст через річку закрито і що його не відкриють до травня, але це не так.",
    "el": "Ο υπουργός είπε την Πέμπτη ότι η γέφυρα είναι κλειστή.",
    "ar": "قال الوزير في الخميس إن الجسر على النهر مغلق وأنه لن يفتح بعد هذا الشهر كما قال من قبل.",
    "fa": "وزیر گفت که پل بسته است و تا ماه مه باز نمی شود اما این را به مردم نیز گفته بود.",
    "he": "השר אמר ביום חמישי כי הגשר סגור ולא ייפתח לפני מאי.",
    "hi": "मंत्री ने गुरुवार को कहा कि पुल बंद है और मई से पहले नहीं खुलेगा।",
    "bn": "মন্ত্রী বৃহস্পতিবার বলেন, সেতুটি বন্ধ এবং মে মাসের আগে খুলবে না।",
    "zh": "部长星期四说，大桥已经关闭，五月以前不会开放。",
    "ja": "大臣は木曜日、橋は閉鎖されており、五月までは開かないと述べた。",
    "ko": "장관은 목요일 다리가 폐쇄되었으며 오월 전에는 열리지 않을 것이라고 말했다.",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items(), ids=list(TEXTS))
def test_a_sentence_is_enough(code: str, text: str) -> None:
    assert detect_language(text) == code


@pytest.mark.parametrize("text", ["", "1914-06-28", "Rom", "Łódź, Oslo, Zürich", "4. 9. 2025 \U0001f600"])
def test_what_says_nothing_is_english(text: str) -> None:
    assert detect_language(text) == "en"


def test_a_foreign_quotation_does_not_decide() -> None:
    assert detect_language(TEXTS["en"] * 3 + TEXTS["de"]) == "en"
