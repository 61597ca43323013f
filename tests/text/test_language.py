"""English of every kind is English; other languages are told apart."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.language import SUPPORTED, UNKNOWN, LanguageGuess, detect

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MOST_FALSE = 0.005
LEAST_FOUND = 0.97
FOREIGN = {
    "es": [
        "Llevo tres horas esperando en el aeropuerto y nadie nos dice nada",
        "Mi pedido llegó roto y no me contestan los correos",
        "¿Cuándo van a devolverme el dinero de la cancelación?",
        "Pésimo servicio, el repartidor tiró la comida en la puerta",
        "No puedo entrar en mi cuenta desde ayer por la tarde",
    ],
    "fr": [
        "Mon colis n'est jamais arrivé et personne ne répond au téléphone",
        "Le train de 8h a encore une heure de retard ce matin",
        "Je voudrais être remboursé pour la chambre sale que vous nous avez donnée",
        "Votre application plante à chaque fois que je veux payer",
        "Merci beaucoup à Julie pour son aide hier soir au guichet",
    ],
    "de": [
        "Mein Paket ist seit zwei Wochen verschwunden und keiner hilft mir",
        "Die Rechnung wurde doppelt abgebucht, bitte um schnelle Klärung",
        "Der Zug fällt schon wieder aus und es gibt keine Durchsage",
        "Warum kann ich mein Konto nicht mehr öffnen, was ist los?",
        "Das Essen war kalt und der Kellner richtig unfreundlich zu uns",
    ],
    "it": [
        "Aspetto il rimborso da due mesi e nessuno mi risponde",
        "Il volo è stato cancellato e siamo bloccati in aeroporto",
        "La pizza era fredda e il cameriere molto scortese con mia moglie",
        "Non riesco ad accedere al mio conto da ieri mattina",
        "Complimenti per il servizio, personale davvero gentile e preparato",
    ],
    "pt": [
        "Estou há duas horas esperando e ninguém resolve o meu problema",
        "O aplicativo não abre desde a última atualização de ontem",
        "Quero o meu dinheiro de volta, o produto veio quebrado",
        "Vocês cobraram duas vezes a mesma compra no meu cartão",
        "A comida chegou fria e faltou metade do pedido",
    ],
    "nl": [
        "Mijn pakket is al twee weken kwijt en niemand belt terug",
        "De trein heeft weer een uur vertraging en er is geen bus",
        "Ik kan sinds gisteren niet meer inloggen op mijn rekening",
        "Waarom krijg ik mijn geld niet terug voor die geannuleerde vlucht",
        "Het eten was koud en de bediening erg onvriendelijk",
    ],
    "pl": [
        "Moja paczka zaginęła dwa tygodnie temu i nikt nie odpowiada",
        "Pociąg znowu jest spóźniony o godzinę, brak informacji na peronie",
        "Proszę o zwrot pieniędzy za odwołany lot do Krakowa",
        "Nie mogę zalogować się do swojego konta od wczoraj",
        "Jedzenie było zimne, a obsługa bardzo niemiła dla dzieci",
    ],
    "tr": [
        "Kargom iki haftadır gelmedi ve kimse telefonlara cevap vermiyor",
        "Uçağım iptal edildi, paramı ne zaman geri alacağım acaba",
        "Dünden beri hesabıma giremiyorum lütfen yardım edin artık",
        "Yemek soğuk geldi ve sipariş eksikti, çok kötü hizmet",
        "Uygulamanız her güncellemeden sonra daha da kötü oluyor",
    ],
    "sv": [
        "Mitt paket har varit borta i två veckor och ingen svarar",
        "Tåget är försenat igen och ingen informerar oss på perrongen",
        "Jag vill ha pengarna tillbaka för den inställda resan",
        "Maten var kall och personalen väldigt otrevlig mot oss",
        "Varför kan jag inte logga in på mitt konto längre",
    ],
    "id": [
        "Paket saya belum sampai sudah dua minggu dan tidak ada jawaban",
        "Kenapa aplikasi ini selalu error setelah pembaruan kemarin malam",
        "Saya mau uang saya kembali karena barangnya rusak semua",
        "Sudah tiga jam menunggu tapi petugasnya tidak datang juga",
        "Makanan datang dingin dan pesanan saya kurang satu porsi",
    ],
    "ru": [
        "Моя посылка потерялась две недели назад и никто не отвечает",
        "Почему рейс отменили и не вернули деньги до сих пор",
    ],
    "ar": [
        "طلبي لم يصل منذ أسبوعين ولا أحد يرد على الهاتف",
        "لماذا تم إلغاء الرحلة بدون أي إشعار مسبق لنا",
    ],
    "hi": [
        "मेरा ऑर्डर दो हफ्ते से नहीं आया और कोई जवाब नहीं दे रहा",
    ],
    "zh": [
        "我的包裹两个星期了还没有到没有人回复我",
        "为什么航班取消了却没有人通知我们",
    ],
    "ja": [
        "二週間たっても荷物が届かないし誰も返事をくれません",
    ],
    "ko": [
        "택배가 2주째 오지 않는데 아무도 전화를 받지 않아요",
    ],
    "tl": [
        "Dalawang linggo na wala pa rin ang order ko at walang sumasagot",
        "Bakit hindi pa rin naibabalik ang pera ko hanggang ngayon",
        "Ang bagal ng serbisyo ninyo at ang sungit pa ng staff",
    ],
}


def test_clear_sentences_in_other_languages_are_recognised() -> None:
    sentences = [(code, text) for code, texts in FOREIGN.items() for text in texts]
    wrong = [(code, detect(text).code, text) for code, text in sentences if detect(text).code != code]
    assert len(sentences) >= 60
    assert len(FOREIGN) >= 12
    assert 1 - len(wrong) / len(sentences) >= LEAST_FOUND, wrong


@pytest.mark.parametrize(
    "text",
    [
        "una don chop my money finish, abeg refund am sharp sharp",
        "wah lau eh the queue so long liao, how can like that one",
        "yall really jus gonna leave us here smh",
        "u guys r the wrst airline evr, plz fix dis",
        "innit tho, proper rubbish service that was",
        "sure la boss can or cannot",
        "me no get any alert since morning o",
        "refund pls",
        "WHERE IS MY BAG",
        "@airline #delayed https://t.co/abc",
        "😡😡😡",
        "",
        "12345",
    ],
)
def test_english_of_every_kind_is_english(text: str) -> None:
    assert detect(text).code == "en"


def test_hardly_any_english_post_is_taken_for_another_language(shared_data: Callable[[str], Path]) -> None:
    """Under one in two hundred of 2,000 tweets to airlines, and of our own examples, none of which was tuned for."""
    with shared_data("airline/Tweets.csv").open(encoding="utf-8", newline="") as lines:
        tweets = [row["text"] for row in csv.DictReader(lines)][::7]
    folder = shared_data("../examples")
    examples = [
        json.loads(line)["text"]
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    for posts in (tweets, examples):
        wrong = [text for text in posts if detect(text).code != "en"]
        assert len(wrong) / len(posts) <= MOST_FALSE, wrong


def test_a_script_gives_its_language_away() -> None:
    assert detect("де мої гроші, їх немає") == LanguageGuess("uk", certain=True)
    assert detect("გამარჯობა მეგობარო") == LanguageGuess(UNKNOWN, certain=True)


def test_only_the_languages_asked_about_are_named() -> None:
    text = "Mein Paket ist seit zwei Wochen verschwunden und keiner hilft mir"
    assert detect(text, {"de"}) == LanguageGuess("de", certain=True)
    assert detect(text, {"en"}) == LanguageGuess("en", certain=False)


@given(st.text(max_size=80))
def test_a_guess_is_always_a_known_code(text: str) -> None:
    assert detect(text).code in SUPPORTED | {UNKNOWN}
