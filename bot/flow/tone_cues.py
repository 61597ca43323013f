"""Words that show how a post sounds, in the cue language: trouble, praise, sarcasm, heat, grief, jest.

They are ours and not the managers', because they choose an opening, never a severity above routine; what raises a
severity stands in `values.yaml`.
"""

from __future__ import annotations

from bot.flow.cues import CueList

ISSUE = CueList(
    "issue",
    (
        "(late|delay|delayed|delays|delaying|cancelled|canceled)",
        "(cancellation|cancelling|stranded|stuck|bumped|missed|overbooked|diverted)",
        "(refund|refunds|refunded|reimburse*|overcharg*|charged|billed|billing)",
        "(debited|deducted|fee|fees|owe|owed|auto renewed|invoice)",
        "(broke|broken|fault|faulty|damaged|damage|defective|cracked)",
        "(ripped|torn|ruined|snapped|leak|leaking|shattered|scratched|ded)",
        "(missing|lost|stolen|vanished|disappeared|misplaced|wrong|incorrect|mistake|error|errors|glitch*|bug|bugs|buggy|typo)",
        "(crash|crashes|crashed|crashing|freezes|frozen|frozn|laggy|outage|offline|unavailable|borked|closed|closd|sold out)",
        "(not|isnt|wont|doesnt|dont|dosent|stopped|never|cant|aint|wasnt|no longer) (work|working|works|load|loading|open)",
        "(not|isnt|wont|doesnt|dont|dosent|stopped|never|cant|aint|wasnt|no longer) (connect|turn on|arrive|arrived|come|came)",
        "(not|cant|couldnt|unable to|impossible to) (answer|reply|find|get|deliver*|cancel|log|login|reach)",
        "(not|cant|couldnt|unable to|impossible to) (access|pay|book|use|return|speak|unsubscribe|leave|checkout)",
        "(is|are|everything|internet|site|app|network|website|server|line|wifi|broadband) down",
        "(waiting|waited|queue|queued|queuing|queueing|on hold|ignored)",
        "(ignord|unanswered|ghosted|runaround|no show|still no|still not|still havent)",
        "no (reply|answer|response|update|water|power|signal|internet|heating)",
        "no (hot water|refund|help|record|show|bag|hotel|sign|wifi)",
        "(rude|rudeness|dismissive|unhelpful|shouted|yelled|laughed at|eye roll|attitude|condescending|patronising|asleep)",
        "(dirty|filthy|cold|stale|soggy|burnt|undercooked|overcooked|tasteless|disgusting|smelly|mouldy)",
        "(declined|blocked|locked|suspended|denied|refused|rejected|rejectd|expired|turned away|exclusion)",
        "(wheres my|where is my|where are my|wheres the|hello anyone|helo anyone|when will my)",
        "(havent|hasnt|not|never|didnt) (received|recieved|had|got|come|arrived|been|happened|turned up|showed)",
        "(complain*|complaint*|problem*|issue|issues|unacceptable|fix|fixed|fixing)",
        "(sort this|sort it|sort my|worst|terrible|awful|horrible|appalling|useless)",
        "(nobody|noone|no one) (answers|answered|picks|replied|helps|came|knows|cares|called|calls)",
        "# (hours|hrs|days|weeks|wks|months|mins|minutes) (late|later|still|wait*|now|without|ago|overdue)",
        "(price rise|price hike|price increase|rip off|ripped off)",
        "(ripoff|misleading|false advertising|out of stock|out of order|hidden)",
        "(third|second|fourth|3 rd|2 nd|4 th) time",
        "day # of",
        "down ... again",
    ),
    (
        "no (problem|problems|worries|issue|issues|complaints)",
        "(never|dont) be (late|closed)",
        "cold (drink*|beer|coffee|brew|one)",
        "(not|cant go|couldnt go) wrong",
        "(closed|closes) on",
    ),
)

PRAISE = CueList(
    "praise",
    (
        "(thank|thanks|thankyou|thanx|thx|tysm|kudos|shoutout|shout out)",
        "(props|cheers|salamat|gracias|merci|danke|obrigad*|asante|shukriya)",
        "(love|luv|loved|loving|adore|obsessed|lovely|amazing|awesome)",
        "(brilliant|fantastic|excellent|superb|wonderful|outstanding|incredible|fab|fabulous)",
        "(great|good) (service|job|work|help|food|experience|staff|team|stuff|people|place|value|man|lad|lass|woman)",
        "(well done|well played|best ever|made my day|made my week|above and beyond)",
        "(highly recommend*|credit where|hats off|god bless|chefs kiss|leave them alone)",
        "best ... (in|service|staff|airline|team|coffee|pizza|shop|store|ever)",
        "you are (the best|legends|heroes|stars)",
        "(legend|legends|lifesaver|hero|heroes|goat|superstar|gem)",
        "(impressed|grateful|appreciate|appreciated|yum|delicious|tasty|nailed it)",
        "(so|really|very|super) (helpful|kind|friendly|quick|patient|impressed|nice|good|sweet|happy)",
        "(five|5) stars",
    ),
    (
        "no (thanks|thank|thx)",
        "(thanks|thank you) for (nothing|wasting|ruining)",
        "thanks (a lot|a bunch|a million|in advance)",
        "(would|i would|id) (love|appreciate|be grateful)",
        "(not|isnt|wasnt|never|hardly|less than) (great|good|happy|impressed|amazing|helpful|the best|so good)",
        "please and thank*",
    ),
)

_PRAISING = (
    "love|loved|loving|great|thanks|thank|brilliant|amazing|wonderful|fantastic|lovely|bravo|congrats|congratulations|grateful|"
    "enjoying|delighted|thrilled|awesome|impressive|classy|perfect|excellent|superb|kudos|nice"
)
_FAILING = (
    "waiting|waited|delay|delayed|delays|cancelled|canceled|stuck|hold|broken|crash|crashed|crashes|lost|late|twice|"
    "closed|missing|wrong|ignored|stranded|terminal|queue|hours|useless|overcharged|declined|frozen|locked|nothing|again"
)

SARCASM = CueList(
    "sarcasm",
    (
        f"{_PRAISING} + {_FAILING}",
        "(slow clap|bold strategy|living the dream|sure jan)",
        "(so helpful of|iconic of you|what a joy|what a treat|time to be alive)",
        "thanks (for nothing|a bunch|a lot for)",
        "thank you for nothing",
        "love that for (me|us)",
        "(love|loved|loving|adore) (how|when|that|it when|the way) (you|your|they|their|the|this|my) + "
        "(left|leave|leaving|drove|drives|ran|lied|forgot|forget|charge*|took|sat|shut|refuse*|vanish*|disappear*|nobody|noone|without|"
        "rain|cold|outside|rude|dirty|ignor*|hide|hides|hung|threw|lose|loses|losing)",
        "(great|nice|good) job (losing|breaking|ruining|ignoring|cancelling)",
        "(oh|ah) (wonderful|great|good|lovely|joy|brilliant|fantastic|goody|yes another)",
        "(🙃|🙄)",
    ),
    (
        "(but|however|although|though|except)",
        "cant wait",
        "(no|without a|short) (queue|waiting|wait|delay|delays|hold)",
        "(sorted|fixed|resolved|refunded) + (quick*|thank*|great|brilliant|amazing|lovely|love|kudos)",
        "(found|returned|replaced|rescued) + (quick*|thank*|great|brilliant|amazing|lovely|love|kudos)",
        "(happy|opening|late|rush) (hours|night)",
        "thanks in advance",
        "(see you|thanks|thank you|order|back|visit|fly|flying) again",
        "(late|wrong|lost|missing) ... (thank*|cheers) ... (sort*|fix*|help*|quick*)",
    ),
)

SWEARING = CueList(
    "swearing",
    (
        "(fuck*|fck|fcking|fkn|fking|shit*|bullshit|crap|bloody|damn)",
        "(goddamn|arse*|asshole*|bastard*|bollocks|pissed|wtf|wth|ffs|omfg|sod off)",
        "(wanker*|prick|pricks|dick|dicks|dickhead*|twat*|feck*|stfu)",
        "(jfc|effing|freaking|cunt*|puta|mierda|merde|scheisse|putangina|chutiya)",
    ),
    (
        "(hell|damn|bloody|fucking) (good|great|fine|love|brilliant|amazing|awesome|marvellous|legend|mary)",
        "holy (shit|crap)",
    ),
)

RAGE = CueList(
    "rage",
    (
        "fuck (you|off|this company|the lot)",
        "(cunt*|scum|scumbag*|vermin|parasites|evil|livid|seething|enraged|incandescent|heartbroken|distraught)",
        "(hate you|hate this company|hate all of you|rot in hell|burn in hell|beside myself|ruined my life|ruined my wedding)",
        "(i am|absolutely|so|utterly) (raging|furious|fuming|shaking|devastated|disgusted)",
        "(cant|couldnt) stop (crying|shaking)",
        "(in tears|sobbing|breaking down)",
    ),
    ("tears of (joy|laughter)", "tears (laughing|of joy)"),
)

GRIEF = CueList(
    "grief",
    (
        "(died|passed away|passed on|funeral|buried) + (my|mum|mom|dad|mother|father|husband)",
        "(died|passed away|passed on|funeral|buried) + (wife|son|daughter|brother|sister|nan|baby)",
        "(burying|stillborn|miscarr*|hospice|palliative) + (my|mum|mom|dad|mother|father|husband)",
        "(burying|stillborn|miscarr*|hospice|palliative) + (wife|son|daughter|brother|sister|nan|baby)",
        "since (he|she|my wife|my husband|mum|dad|mom) (died|passed|went)",
        "(lost|losing) my (mum|mom|dad|mother|father|husband|wife|son|daughter|brother|sister|nan|baby|partner|best friend)",
    ),
    ("(phone|battery|laptop|car|kettle|wifi|screen|app|fridge|tv|charger|console|router) ... died",),
)

ANGER = CueList(
    "anger",
    (
        "(disgust*|furious|fuming|outrag*|appall*|disgrace*|shameful|pathetic|worst)",
        "(useless|incompeten*|ridiculous|shambles|unacceptable|insult*|liars|liar|lying)",
        "(thieves|greedy|unbelievable|absurd|atrocious|abysmal|dreadful|horrible|horrific)",
        "(nightmare|hate|raging|angry|rubbish|garbage|trash|shite|terrible|awful)",
        "(fed up|sick of|had enough|shame on|never again|last straw|how dare)",
        "(do better|what the hell|get your act|sort it out|done with you|what a joke|a joke)",
        "never (flying|using|buying|shopping|ordering|coming|booking|going) ... again",
        "lost (a|my|our) (customer|custom|business)",
        "are you (kidding|serious|joking|having a laugh)",
        "(third|fourth|fifth|sixth|tenth|3 rd|4 th|5 th|6 th) (time|call|email|attempt|complaint|agent)",
        "# (calls|emails|messages|attempts|phone calls)",
        "waste of (money|time|space)",
        "(robbery|rip off|ripoff|ripped off|explain that|explain yourself)",
    ),
    ("no joke", "joke aside"),
)

ANNOYANCE = CueList(
    "annoyance",
    (
        "(annoy*|disappoint*|frustrat*|gutted|let down|not happy|unhappy|not impressed)",
        "(poor|sad|shocking|irritat*|confus*|upset|unfair|seriously|honestly)",
        "(come on|cmon|sigh|ugh|argh|smh|meh|still|supposed to|meant to)",
        "(yet|tired|lame|sucks|suck|cheeky|sneaky|again|shame|really)",
    ),
    (
        "(see|thank|thanks) you again",
        "come on (down|in|over)",
        "still (love|the best|great)",
        "really (good|nice|helpful|kind|love|happy)",
    ),
)

JOKE = CueList(
    "joke",
    (
        "(lol|lmao|rofl|haha*|hehe*|😂|🤣|😉|😜|🍿|😆|💀)",
        "(marry me|asking for a friend|plot twist|not me crying|serious adult|chefs kiss)",
        "(meet me|deliver me|bring me|adopt me|name a sandwich|name a burger|name it after|name him|name her|call it gladys)",
        "if this gets # (likes|retweets|rts)",
        "how many (retweets|rts|likes)",
        "my (cat|dog|goldfish|hamster|houseplant) (says|thinks|wants|demands|would like)",
    ),
)

TONE = (ISSUE, PRAISE, SARCASM, SWEARING, RAGE, GRIEF, ANGER, ANNOYANCE, JOKE)
