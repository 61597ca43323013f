"""The endings of domain names that may stand in a public post without a scheme: countries, and generic ones in real use.

Country endings follow ISO 3166 and the IANA root zone. Brands' own endings (`.bmw`) are left out: nobody means
them in a reply, and many are ordinary words that follow a full stop when a space is missing.
"""

from __future__ import annotations

_COUNTRIES = (
    "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw by bz ca "
    "cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh er es et eu fi fj fk fm fo fr ga "
    "gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke "
    "kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt mu "
    "mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa "
    "sb sc sd se sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tp tr tt tv tw tz ua "
    "ug uk um us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw "
)
_GENERIC = (
    "academy accountants actor adult aero africa agency ai airforce amsterdam app archi army art asia associates attorney "
    "auction audio auto autos baby band bank bar barcelona bargains bayern beauty beer berlin best bet bid bike bingo bio "
    "biz black blog blue boats book boston boutique brussels build builders business buy buzz cab cafe call cam camera camp "
    "capital car cards care career careers cars casa cash casino cat catering center ceo charity chat cheap christmas "
    "church city claims cleaning click clinic clothing cloud club coach codes coffee college cologne com community company "
    "compare computer condos construction consulting contact contractors cooking cool coop country coupon coupons courses "
    "credit creditcard cricket cruises dance date dating day deal dealer deals degree delivery democrat dental dentist desi "
    "design dev diamonds diet digital direct directory discount doctor dog domains download earth eat eco edu education "
    "email energy engineer engineering enterprises equipment estate eus events exchange expert exposed express fail faith "
    "family fan fans farm fashion film finance financial fire fish fishing fit fitness flights florist flowers fly football "
    "forsale forum foundation fun fund furniture futbol fyi gallery game games garden gay gift gifts gives giving glass "
    "global gmbh gold golf gov graphics gratis green gripe group guide guitars guru hair hamburg haus health healthcare "
    "help here hiphop hockey holdings holiday homes horse hospital host hosting house how icu inc industries info ink "
    "institute insurance insure int international investments irish jetzt jewelry jobs joy juegos kaufen kim kitchen kiwi "
    "koeln land lat law lawyer lease legal lgbt life lifestyle lighting limited limo link live living loan loans lol london "
    "lotto love ltd ltda luxe luxury madrid management map market marketing markets mba media meet melbourne meme memorial "
    "men menu miami mil mobi moda moe mom money monster mortgage moscow motorcycles mov movie museum music name navy net "
    "network new news ngo ninja now nyc observer one ong onion onl online ooo org organic osaka page paris partners parts "
    "party pay pet phd phone photo photography photos physio pics pictures pink pizza place play plumbing plus poker porn "
    "post press pro productions prof promo properties property protection pub quebec quest racing read realestate realtor "
    "realty recipes red rehab reise reisen rent rentals repair report republican rest restaurant review reviews rich rio "
    "rip rocks rodeo room rsvp rugby ruhr run sale salon sarl save school schule science scot search security select "
    "services sex sexy shoes shop shopping show singles site ski skin soccer social software solar solutions soy spa space "
    "sport spot srl storage store stream studio study style sucks supplies supply support surf surgery swiss sydney systems "
    "talk tattoo tax taxi team tech technology tel tennis theater theatre tickets tienda tips tires tirol today tokyo tools "
    "top tours town toys trade trading training travel tube university uno vacations vegas ventures vet viajes video villas "
    "vin vip vision vodka vote voting voto voyage wales wang watch watches weather webcam website wed wedding wien wiki win "
    "wine work works world wtf xin xxx xyz yachts yoga yokohama you zip zone zuerich "
)
_OTHER_SCRIPTS = (
    "ελ бг бел дети ею ком мкд мон москва онлайн орг рус рф сайт срб укр қаз հայ الاردن الجزائر السعودية المغرب امارات "
    "ایران بھارت تونس سودان سورية عراق عمان فلسطين قطر كوم مصر مليسيا پاکستان भारत বাংলা ভারত ਭਾਰਤ ભારત இந்தியா இலங்கை "
    "சிங்கப்பூர் భారత్ ලංකා ไทย გე みんな コム 中国 中國 公司 台湾 台灣 商城 在线 新加坡 澳門 网络 香港 한국 "
)

ENDINGS = frozenset(f"{_COUNTRIES}{_GENERIC}{_OTHER_SCRIPTS}".split())
"""Lower-case, without the dot."""
