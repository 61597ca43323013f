"""Moves that a public reply never makes, as patterns over verbs and objects. Sources: domain 4.1 (Q14), P.5, P.9 and the "don't" of the playbooks."""

# ruff: noqa: E501  because an alternation of phrases is read as a list, and breaking it hides a missing bar

from __future__ import annotations

from bot.flow.check.rules import SAME_SENTENCE as ANY
from bot.flow.check.rules import Rule
from bot.flow.check.words import CONSIDERATION, STAFF

_FILM = r"(?:film\w*|record(?:ing|ed)?|photograph\w*|videotap\w*|video(?:ing|ed)?|(?:tak\w+|shoot\w*) (?:\w+ ){0,2}(?:photos?|pictures?|pics?|videos?|footage))"
_FOOTAGE = r"(?:videos?|clips?|photos?|pictures?|pics?|footage|images?|recordings?|selfies?)"
_REVIEW = r"(?:reviews?|posts?|tweets?|comments?|ratings?|threads?|videos?|clips?|complaints?|feedback|reels?|stars?|pictures?|photos?|story|write-?up|remarks?)"
_TAKE_AWAY = r"(?:delet\w+|remov\w+|tak(?:e|ing) down|tak(?:e|ing) (?:\w+ ){1,4}(?:down|off)|pull(?:ing)?|edit\w*|updat(?:e|ing)|chang(?:e|ing)|amend\w*|revis\w+|withdraw\w*|retract\w*|modify\w*|reconsider\w*|adjust\w*|upgrad\w+|alter\w*|eras\w+|archiv\w+|unpublish\w*|unpost\w*|hid(?:e|ing)|scrub\w*|revisit\w*|rais(?:e|ing)|correct(?:ing)?|rewrit\w+|soften\w*|drop(?:ping)?|turn\w*)"
_OUR_OWN_ACT = r"(?:i|we|the (?:team|filter|platform|site)|they|moderators?)(?:'ll|'ve|'re|'m|'d)?(?: (?:will|have|never|ever|don't|do not|won't|can't|can|would|cannot|are|am|already|had|not|haven't|didn't|did|just|also|going to|to|being|asked for|be|been))* |(?:not|never|nobody will) "
_PRIVATE_DATA = r"(?:card|phone|account|booking|order|personal|private) (?:numbers?|data|details|information)|(?:your|the|a) (?:\w+ )?(?:number|address|e-?mail)"
"""What we do with our own words is no demand on theirs; nor is care for private data that somebody posted."""

_GRATEFUL = r"(?:thank you|thanks|thankful|grateful|glad|pleased|appreciate|kind|good)(?: \w+){0,2} (?:for|that|of|you)(?: (?!but|next|please|would|should|could|wish|rather|although|it|if)[\w']+){0,7} "
"""Thanks to somebody who came to us first are no reproach to those who do not."""

POSTING = (
    Rule(
        "Q14",
        "block",
        "This blames people for filming.",
        "Say that you are looking into what the video shows; never that they should not film.",
        (
            rf"(?:stop|quit|don't|do not|refrain from|avoid|shouldn't|should not|mustn't|must not|not allowed to|can't (?:just )?|cannot|may not|not (?:ok|okay|fair|right|nice|kind) to|no) (?:be )?{_FILM}(?! (?:your|any) (?:card|number))",
            rf"(?:ask\w*|permission|authori[sz]\w+|consent|check with \w+|approach \w+|speak to \w+|talk to \w+) {ANY}{{0,30}}(?:before|to|for|first)(?: you)?(?: start)? {_FILM}",
            rf"(?:before|instead of|rather than|next time you) {_FILM}",
            rf"{_FILM} {ANY}{{0,50}}(?:without (?:asking|permission|consent|their|his|her|our|\w+ (?:permission|consent|knowledge))|isn't|is not|wasn't|aren't|not (?:ok|okay|fair|nice|kind|allowed|acceptable|appropriate|permitted|helpful))",
            rf"(?:stop|please don't|don't|do not|refrain from|quit|wish you wouldn't|ask you not to) (?:\w+ ){{0,2}}(?:shar\w+|spread\w*|post\w*|circulat\w+|upload\w*|publish\w*) (?:\w+ ){{0,3}}{_FOOTAGE}",
            rf"(?:shar|post|spread|upload|publish|circulat)\w* (?:\w+ ){{0,3}}{_FOOTAGE} {ANY}{{0,30}}(?:isn't|is not|against|without|violat\w+|breach\w*|illegal|unlawful|not (?:ok|okay|fair|allowed|right)|unfair|helps no)",
            rf"(?:put|post|shar|show|plaster|splash|drag|parad|nam|broadcast|upload)\w* (?:my |our |a |the |his |her |their |someone's |that )?(?:{STAFF}(?:'s)?|him|her|them|face|name|someone|somebody)(?: \w+)? (?:on(?:line)?|in public|all over|across|for|publicly)\b",
            rf"(?:respect|think of|invad\w+|violat\w+|breach\w*) (?:\w+ )?(?:{STAFF}|their|his|her|our)(?:'s?)? {ANY}{{0,25}}privacy",
        ),
        unless=r"\b(?:we are|we're|we were|i am|i'm|cameras?|cctv) (?:\w+ )?recording|your (?:card|number|details)|what you saw",
    ),
    Rule(
        "Q14",
        "block",
        "This blames them for speaking up in public.",
        "Take the sentence out and answer the issue; they may post where they like.",
        (
            r"(?:instead of|rather than|before|prior to|without first|as opposed to|wish you (?:hadn't|had not)|next time you feel like|no need (?:for|to be)) (?:\w+ ){0,3}(?:posting|tweeting|going (?:online|public|on|to (?:twitter|x|facebook|social|the press|instagram|tiktok|yelp|google))|complaining|ranting|venting|airing|tak(?:e|ing) (?:this|it|that|your) (?:\w+ )?(?:to|on|public|online)|writing (?:a |this |that |bad |negative |nasty |reviews?|on|about)|leaving (?:a |this |that |bad |negative |such )|blasting|naming|shaming|slamming|trashing|moaning|whining|broadcasting|publicly|publishing|run(?:ning)? to (?:twitter|social|the)|resorting|jumping (?:on|to)|making (?:a (?:fuss|scene)|this public|it public)|putting (?:this|it) (?:on|online|out)|dragging|criticising|criticizing|attacking)",
            r"(?:should|could|would|might|ought to|wish|prefer\w*|nicer|better if|next time|why (?:didn't|not)|why did you not|rather|if only|in (?:the )?future|appreciate(?:d)? (?:it )?(?:if|a chance)|would have been|had you|if you had|if you'd|(?:a |the )?chance to) (?:[^.!?\n]{0,40} )?(?:call\w*|talk\w*|sp(?:eak|oke|oken)|contact\w*|c[ao]me?|wr[io]t(?:e|ten)|e-?mail\w*|messag\w+|rais\w+|br(?:ing|ought)|t(?:ell|old)|reach\w*(?: out)?|ask\w*|approach\w*|giv(?:e|en)) (?:\w+ ){0,4}?(?:first|before (?:post|tweet|going|writ|complain|leav|mak|tak|air|you (?:post|tweet|wr|went|left))\w*|privately|directly(?= (?:first|instead|and not|rather|before)))(?! thing)",
            r"(?:call|chat|message|word|e-?mail|visit|letter|note|conversation|talk|dm|phoning|calling|talking|asking|speaking|messaging|writing|telling)s? [^.!?\n]{0,60}(?:than|instead of|rather than|beats?|and not) (?:\w+ ){0,4}?(?:posts?|posting|tweets?|tweeting|reviews?|going public|public\w*|videos?|comments?|thread|online|social media|twitter|facebook|tiktok|instagram)\b",
            r"no need to (?:post|tweet|go public|go online|air|broadcast|shame|name and shame|drag|make (?:a (?:fuss|scene)|this public)|take (?:this|it) (?:public|online|to)|blast|complain|write (?:a|this))",
            r"(?:post|tweet|complain|shout|moan|rant|vent|whin)(?:ing)?(?: \w+){0,4} (?:doesn't|does not|won't|will not|isn't|is not|wasn't|never|hardly) (?:\w+ )?(?:help\w*|going to|speed|solve|fix|get you|the (?:way|right|answer|place)|fair|necessary|constructive|make|change|achieve|how)",
            r"(?:social media|twitter|facebook|a public (?:forum|post)|a review|this|here|public|the internet|tiktok|instagram|yelp)(?: page)? (?:is|was)(?: really|n't| not)* (?:n't |not )?(?:really )?(?:the |a )?(?:right |best |appropriate |proper )?(?:place|way|forum|venue|channel) (?:to|for) (?:air|complain|discuss (?:this|that|it|complaints|grievances|such|these)|complaints|grievances|rant|vent|this|that|such|moan|raise)",
            r"air(?:ing|ed)? (?:your |this |that |it |these |dirty |our )?(?:\w+ )?(?:in public|publicly|online|grievances|laundry|here|on)",
            r"public(?:ly)? sham(?:e|ing)|sham(?:e|ed|ing) us|damag\w+ our (?:name|reputation|business|brand)",
            r"hurt(?:s|ing)? (?:our|a small|small) (?:name|reputation|business\w*|brand)",
            r"(?:bad|unfair|negative) (?:press|publicity)",
        ),
        unless=r"\b(?:card|account|booking|order) numbers?\b|personal details|private details",
        unless_before=_GRATEFUL,
    ),
)

REVIEWS = (
    Rule(
        "Q14",
        "block",
        "This asks them to delete or change what they wrote.",
        "Leave their words alone; say what you fixed and stop there.",
        (
            rf"{_TAKE_AWAY} (?:down |off )?(?:(?:the|your|this|that|these|those|it|any|a|negative|bad|one.star|1.star|poor|low|public|whole|original|star|online|google|yelp|facebook|trustpilot|harsh|unfair) ){{0,4}}{_REVIEW}(?: down| off)?",
            r"tak(?:e|ing|en) (?:it|this|that|these|them|the \w+|your \w+)(?: \w+)? (?:down|offline)(?! (?:the|a)\b)",
            r"please (?:\w+ )?take (?:it|this|that|them|those|these) off(?! the)",
            rf"{_REVIEW} (?:is|was|gets?|has been|have been|comes?|goes|could be|can be|to be|should be|be|disappears?|vanish\w*)(?: \w+)? ?(?:removed|deleted|taken down|gone|down|changed|edited|amended|withdrawn|retracted|taken off|pulled|away)",
            r"(?:giv\w+|leav\w+|chang\w+|updat\w+|rais\w+|bump\w*|turn\w*|mak\w+|edit\w*|switch\w*|upgrad\w+|mov\w+|reconsider\w*|drop us|bring)(?: \w+){0,5} (?:to |with |of )?(?:five|5|four|4|more|better|higher|extra|full|an? extra|another|positive)[ -]?(?:stars?|rating|score|review)",
            r"(?:bump|push|nudge|lift|rais|mov|tak|bring|turn|revis)\w* (?:\w+ ){0,3}(?:stars?|ratings?|scores?)(?: up| higher)?(?=[ .,!?]|$)(?! (?:hotel|signs|system))|stars? (?:up|higher)(?=[ .,!]|$)",
            r"(?:kinder|fairer|friendlier|gentler|warmer|truer) (?:\w+ )?(?:review|rating|score|stars?|post)",
            r"(?:five|5)[ -]stars? (?:ratings?|reviews?|scores?)|change yours\b",
            r"(?:one|two|three|four|five|\d) stars? or (?:more|better|higher|above)",
            r"make (?:it|this|that|your (?:post|review|video)) private",
            r"(?:shouldn't|should not|doesn't belong|has no place|not something that belongs) (?:be )?(?:online|on (?:the internet|social media|here|twitter|facebook))",
            r"(?:reconsider|revise|rethink|revisit|upgrade|improve|update|adjust) (?:your|the|that|this) (?:\w+ )?(?:rating|review|score|stars?|feedback|comments?)",
            r"(?:positive|good|better|nice|nicer|glowing|higher|great|kind) (?:review|rating|feedback|word|words) (?:\w+ ){0,3}(?:in return|in exchange|would|and we|from you|for us|online|about us)",
        ),
        unless=_PRIVATE_DATA,
        unless_before=_OUR_OWN_ACT,
    ),
    Rule(
        "Q14",
        "block",
        "This offers something for silence, removal or praise.",
        "Give the remedy because it is owed, and ask for nothing in return.",
        (
            rf"{CONSIDERATION} {ANY}{{0,60}}(?:if|once|when|in return|in exchange|provided|as long as|so long as|after|on condition|for) {ANY}{{0,40}}(?:delet|remov|edit|silen|keep(?:ing)? (?:it|this|that)? ?(?:\w+ )?(?:quiet|between|private|secret|to yourself|off)|not (?:post|tweet|shar|tell|mention)|stop (?:post|tweet|shar|complain)|nice words|kind words|good word|positive|great review|good review|shout-?out|review is|post is|withdraw|retract|drop(?:ping)? (?:it|this|the)|tag(?:ging)? us|mention(?:ing)? us|a (?:review|post|story|mention)|posting about|praise|recommend)\w*",
            rf"(?:if you|once you|when you|as soon as you|provided you|in return for you|in exchange for you)\w* (?:\w+ ){{0,3}}(?:delet|remov|edit|chang|updat|tak\w+ (?:\w+ ){{1,3}}down|keep|don't (?:post|shar|tell|tweet)|do not (?:post|shar|tell|tweet)|stop|say (?:something|a few)|write (?:something|a) (?:nice|good|kind|positive)|post (?:something|a)|recommend|tag|mention|praise|withdraw|drop)\w*{ANY}{{0,60}} {CONSIDERATION}",
            r"keep(?:ing)? (?:this|it|that|things|the matter|all this)? ?(?:just |strictly )?(?:between (?:us|you and|ourselves)|quiet|secret|to your ?self|hush\w*|off (?:twitter|social|the internet|facebook|line|your)|mum|schtum|under wraps|out of the (?:press|news|papers))",
            r"(?:stay|keep|remain) (?:quiet|silent|mum|schtum|discreet)|buy your silence|not a word (?:to|about)",
            r"(?:don't|do not|not|never) (?:tell|mention (?:this|it|that)|breathe)(?: \w+){0,2} (?:to )?(?:anyone|anybody|others|your friends|the press|a soul|on here|online)",
            r"(?:post|writ|sa[iy]|shar|tell|told|put|leav|left|give|gave)\w* (?:\w+ ){0,4}?(?:positive|nice|good|kind|great|lovely|glowing|flattering)(?: \w+){0,2} (?:about (?:us|our)|of us|for us|on (?:google|yelp|tripadvisor|facebook))",
            r"(?:in return|in exchange)(?:,| for)? (?:\w+ ){0,4}(?:review|post|stars?|silence|shout-?out|mention|praise|removal|word)",
        ),
    ),
)

THREATS = (
    Rule(
        "Q14",
        "block",
        "This is, or sounds like, a legal threat.",
        "Take it out and answer the issue; if law is involved, ask the legal contact before you write.",
        (
            r"(?:defam|libel|slander)\w*",
            r"see you in court|cease and desist",
            r"(?:legal|court) (?:action|proceedings|consequences|steps|measures|recourse)",
            r"reserve (?:all |the |our )*(?:legal )?rights?|press charges|pursue (?:damages|this legally|you)",
            r"take (?:you|this|it) to court|damages (?:from|against) you",
            r"malicious(?:ly)? (?:\w+ )?(?:post|claim|lie|false|review|rumou?r)\w*",
            r"(?:we|i)(?:'ll| will| may| might| could| shall| would| can|'re going to| are going to| intend to| are prepared to| have to)? (?:\w+ ){0,3}(?:sue|suing|prosecute)(?: you)?",
            r"hear(?:ing)? from (?:our|the|my) (?:lawyer|solicitor|attorney|legal|barrister|counsel)\w*",
            r"(?:lawyers?|solicitors?|attorneys?|barristers?|legal (?:team|department|counsel|people)|counsel)(?:'ve|'s|'ll| have| has| will| are| is| were| was| shall)? (?:been |be |now |already )*(?:informed|instructed|notified|told|contacted|briefed|copied|in touch|review\w*|look\w* (?:at|into) (?:your|these|this|what you)|contact\w* you|watch\w*|see\w* (?:this|your)|your (?:details|name)|write to you|taking|take|read\w*|monitor\w*|keep\w* (?:an eye|track|note|a copy|copies)|go\w* through|collect\w*|save\w*|note\w* (?:of|every)|advis\w+ you|ask\w* you|want\w* you|suggest\w* you|recommend\w* you|say\w* you)",
            r"(?:careful|mindful|wary|cautious|watch)(?: (?:about|with|of))? what (?:you|people|one|anyone) (?:\w+ )?(?:say|write|put|post|claim|publish|type|accuse)s?|think (?:twice|again|hard|carefully) (?:before|about what) you",
            r"(?:false|untrue|baseless|unfounded|fabricated|misleading) (?:and \w+ )?(?:statements?|accusations?|allegations?|claims?|reviews?|remarks?)",
            r"(?:police|authorities) (?:\w+ ){0,4}(?:about|for|over) (?:your|this|that|these) (?:post|review|comment|tweet|words|claim)s?",
        ),
        unless=r"our (?:only |real )?accounts?|scam|fake|police report you|we won't|we will not|won't sue",
    ),
    Rule(
        "Q14",
        "block",
        "This speaks of the person's reach.",
        "Take it out: everyone gets the same care, however many people follow them.",
        (
            r"influencers?|celebrit(?:y|ies)",
            r"your (?:\w+ ){0,2}(?:followers?|following(?! \w+ing)|audience|subscribers|fanbase|fans|reach|clout|influence|readership)",
            r"(?:\d[\d.,]*\s?(?:k|m|million|thousand)?|so many|that many|this many|all those|all these|the|many|how many|a lot of|big|large|few|only|no) (?:\w+ )?followers",
            r"(?:big|bigger|large|larger|popular|verified|high.profile|important|prominent|well.known|major|influential|small|smaller) (?:accounts?|creators?|names?|profiles?|users?|voices?|platforms?|followings?|audiences?)(?! (?:number|is|was|manager))",
            r"(?:an? )?(?:audience|following|platform|reach|profile|account) (?:of )?(?:your|that|this) size",
            r"(?:audience|following|platform|reach|profile|account|channel|numbers|page|fan ?base|visibility|voice|readership) (?:like|as \w+ as|such as) yours",
            r"someone (?:with|of) your (?:\w+ )?(?:reach|following|profile|standing|influence|stature|status|visibility)",
            r"(?:given|because of|considering|thanks to|due to) your (?:reach|following|platform|profile|status|visibility|popularity)",
            r"blue (?:tick|check)(?:mark)?",
            r"of your (?:standing|stature|calib(?:er|re)|status|profile|reach|size|fame|influence)",
            r"(?:for|to|with|of) an? (?:\w+ )?(?:creator|blogger|vlogger|streamer|youtuber|tiktoker|public figure|journalist) (?:of|like|with|such)",
            r"as (?:a|an|our) (?:\w+ )?(?:vip|public figure|content creator|creator|blogger|youtuber|tiktoker)",
            r"go(?:ing|es|ne)? viral",
            r"\d[\d.,]*\s?(?:k|m|million|thousand) (?:subs\w*|fans|viewers|readers|eyes|(?:people|users|others|folks) (?:\w+ )?(?:watch|follow|read|see|look|hang)\w*)",
            r"how many (?:people )?follow you",
        ),
    ),
)

_RUDE_STATE = r"(?:angry|upset|worked up|rude|dramatic|emotional|aggressive|hostile|mad|nasty|offended|sarcastic|hysterical|unreasonable|ridiculous|difficult|childish|silly|petty|sensitive|negative|unfair|impatient|picky|fussy|demanding|ungrateful|paranoid|abusive)"

_NOT_ACCEPTING = r"(?<!see )(?<!why )(?<!how )(?<!that )(?<!know )(?<!hear )(?<!sorry )(?<!if )(?<!understand )(?<!course )"

FEELINGS = (
    Rule(
        "Q14",
        "block",
        "This disputes how they feel.",
        "Say that you see what it was like for them, then what you are doing.",
        (
            r"calm (?:yourself |it )?down|cool (?:down|off|it)|simmer down|chill(?: out)?(?=[ ,.!?]|$)|settle down",
            r"take a (?:deep )?breath|lighten up|(?:please|just|so|and|can you|need to) relax|^relax|get over it",
            r"grow up|get a (?:life|grip)|cheer up|deal with it|move on",
            rf"no (?:need|reason|cause|call) (?:to|for) (?:be|get|feel|act|being|getting|sound)?(?: \w+){{0,2}} ?(?:{_RUDE_STATE}|shout\w*|yell\w*|swear\w*|overreact\w*|rant\w*|language|like that|tone|anger|attitude|drama|caps|all caps|capitals)",
            rf"(?:stop|don't be|do not be|quit)(?: (?:being|so|too|acting|getting))* (?:{_RUDE_STATE}|melodramatic)",
            rf"(?:get|gett|be|act|shout|yell|swear|rant|curs|complain|scream|moan)ing (?:(?:so )?{_RUDE_STATE} |at (?:us|me|people|staff) |like (?:this|that) )?(?:won't|will not|doesn't|isn't|is not|does not|never|helps no)",
            rf"{_NOT_ACCEPTING}(?:you're|you are|youre|you seem|you sound|you were)(?: (?:being|just|a|an|bit|little|so|too|far|way|very|really|overly|clearly|simply|getting|rather|quite|be))+ (?:{_RUDE_STATE})",
            rf"{_NOT_ACCEPTING}(?:you're|you are|youre|you seem|you sound|you were|stop|don't be|do not be|quit)(?: (?:being|just|a|an|bit|little|so|too|far|way|very|really|overly|clearly|simply|getting|rather|quite|be))* (?:over ?-?react\w*|exaggerat\w*|unreasonable|ridiculous|childish|petty|hysterical|paranoid|dramatic|ungrateful|picky|fussy|abusive|sarcastic|melodramatic|making (?:a (?:fuss|mountain|scene|big)|too much)|blow\w+|whin\w+|moan\w+|complain\w+|cry\w+|lying|imagining|nitpick\w*|attack\w*|shout\w*)(?! to (?:be|feel|want|ask))",
            r"(?:far |way |a bit |much )?(?:too|overly|so) sensitive|blow\w* (?:\w+ )?out of (?:all )?proportion",
            r"overreact\w*|over-react\w*|mountain out of|drama queen|hissy",
            r"tak(?:e|ing) (?:this|it|things|everything) (?:\w+ ){0,2}?(?:too |so )?personal(?:ly)?",
            r"read(?:ing)? too much into",
            r"(?:not|hardly|isn't|wasn't|can't be|couldn't be|no) (?:really |exactly |quite )?(?:the end of the world|(?:that|such a|so|a) (?:bad|serious|big (?:of )?a deal|big deal|terrible|awful|difficult)|big deal|life (?:and|or) death|rocket science)",
            r"(?:hardly|scarcely|barely|not exactly|not quite|far from|no|never) (?:be |call it |call that )?(?:an? |the )?(?:\w+ )?(?:tragedy|disaster|crisis|crime|catastrophe|calamity|emergency|drama|war zone|scandal|ordeal|hardship|torture|apocalypse|cause for|reason (?:for|to))",
            r"(?:worse|bigger|more important|real) (?:things|problems)(?: \w+){0,3} (?:happen|in life|in the world|to (?:worry|deal))",
            r"i (?:really |highly |very much |strongly )?doubt (?:that |it |this |you|your|very|whether)",
            r"(?:don't|do not|can't|cannot|find it (?:very )?hard to|struggle to) (?:really |quite |honestly )?(?:believe|see how|accept|buy|imagine) (?:that )?(?:you(?:'re|r| are| were| had| felt)?|this happened|that happened|it happened|this is how|it (?:was|ruined|really)|your (?:story|claim|version)|any of|(?:that|this|it|a word)(?: for a| of)?(?: (?:second|minute|moment))?(?=[.,!;]))",
            r"find (?:that|this|it|your \w+) (?:\w+ )?(?:hard|difficult|impossible) to (?:believe|accept|credit)",
            r"(?:hard|difficult) to believe(?=[.,!])",
            r"with (?:all )?(?:due )?respect|respectfully,? (?:we|i) (?:disagree|dispute)",
            r"(?:we|i)(?: \w+)? (?:disagree with|dispute|reject|refute|contest) (?:your|this|that|the|what you)",
            r"(?:can't|cannot) (?:really |possibly )?be (?:that |this |so )?(?:upset|angry|serious)",
            r"you (?:should|ought to|need to|could) be (?:grateful|thank\w+|glad|happy|ashamed|lucky|apologi[sz]ing|more (?:patient|polite|understanding|reasonable|careful))",
            r"(?:you're|you are|count yourself) (?:just )?lucky|watch your (?:tone|language|mouth)",
            r"your (?:tone|attitude|language|anger) (?:is|was|isn't|does)",
            r"(?:it's|it is|it was|that's|this is)(?: only| just| merely)+ (?:a (?:joke|bit of fun|game|little|small|delay|bus|meal|pizza|bag|phone|few|minor)|one |two |\d+ min|some |fun)",
        ),
    ),
    Rule(
        "Q14",
        "block",
        "This is sarcasm or an insult at the customer.",
        "Write it as you would say it to a person in front of you whom you like.",
        (
            r"congrat\w*(?: to you)? (?:on|for) (?:(?:\w+ )?(?:\w+ing|not|your (?:\w+ )?(?:rant|outburst|complaint|tweet|essay|detective|phd|degree|tantrum)))",
            r"(?:maybe|perhaps|possibly|might i suggest(?: you)?|may we suggest(?: you)?|here's (?:a|an) (?:tip|idea|thought))[ ,:]+(?:\w+ ){0,4}?(?:try|read|learn|check|label|bring|buy|use|look|listen|arrive|plan|leave (?:home|earlier|on time)|pack|google|set an|double|remember|pay attention|spend|start|stay home|walk|wake|get up|order|think|if you(?:'d| had| spent| weren't| read| were))",
            r"next time,? (?:please |try to |just |you (?:should|could|might|can)(?: want to)? |maybe |perhaps |do |how about )*(?:read|learn|check|label|google|double|remember|pay attention|think|listen|be (?:more|on time|careful|nicer|polite)|try (?:reading|being|checking|arriving|using|looking|to|harder|another)|plan|arrive|leave (?:earlier|home|on)|set an|bring|don't)",
            r"funny (?:how|that|you|because)|how convenient|how (?:dare|rude)|nice try",
            r"good luck (?:with that|finding|elsewhere|getting)|boo ?hoo|cry (?:me|about|more)|bless your|oh please",
            r"whatever you say|as if|yeah,? right|sure you did|poor (?:you|thing|baby)|however (?:did|will|do|can) you",
            r"how will you (?:ever )?(?:cope|survive|manage)|(?:oh no|oh dear|heaven forbid|god forbid|the horror)[,!]",
            r"a whole \w+|whole (?:minutes|minute|dollars?|hour)(?= )|must be (?:nice|hard being|tough being)",
            r"get used to it|(?:maybe|perhaps|so) it's you(?=[.,!]|$)|(?:a )?you problem",
            r"what (?:did|have|were) you (?:do|done|doing|expect\w*|think\w*|thought)(?: (?:to|with|to it))?",
            r"(?:don't|doesn't|didn't|never) (?:just )?(?:break|die|fail|tear|rip|crack|happen|burst|melt) (?:by (?:them|it)sel(?:f|ves)|on (?:its|their) own)",
            r"(?P<rule>[a-z]{4,}) (?:is|are) (?P=rule)(?=[.,!]|$)",
            r"(?:company |our |house )?(?:rules|policy) (?:are|is) (?:\w+ )?(?:rules|policy)|big (?:baby|whoop)",
            r"what(?: a|ever) (?:shame|pity|shock|surprise)(?=[.!])",
            r"(?:wow|gee|oh|well)[,!]? (?:aren't|sorry that the world|someone|somebody|thanks, captain|thanks for the (?:essay|novel|lecture|rant))",
            r"we're not mind readers|mind.?readers?|tl;? ?dr",
            r"what an? (?:novel|essay|story|lecture|sermon|rant|saga|performance|speech)",
            r"your (?:\w+ )?(?:little )?(?:rant|tantrum|outburst|hissy fit|meltdown|whining|moaning|drama)",
            r"did you (?:even|actually|bother|really|ever|not|by any chance not)(?: \w+){0,2} (?:read|try|check|look|ask|think|turn|plug|charge|follow|switch|open|listen|bother|see)",
            r"did you (?:\w+ ){1,6}(?:properly|correctly|right|at all|first|carefully)(?=[?.,]|$)",
            r"(?:love|loves|like|likes|enjoy|enjoys|live|lives) to (?:complain|moan|whine|rant|criticise)|hardly worth",
            r"(?:public|little|whole|big|silly) (?:meltdown|tantrum|drama|fuss|rant)",
            r"have you (?:even|ever|actually|really|perhaps|maybe)? ?(?:considered|tried (?:reading|looking|asking|turning|plugging|being|not)|thought (?:of|about))",
            r"are (?:you|we) (?:quite |really |absolutely )?(?:sure|certain|positive) (?:that )?(?:you|it|this|that|we)",
            r"do you even|(?:surely|obviously|clearly|apparently|evidently) you",
            r"you (?:clearly|obviously|evidently|apparently|simply) (?:didn't|don't|haven't|can't|have|did not|do not|never|just|missed|misunderst|think|want|expect|know)\w*",
            r"(?:customers?|people|guests?|someone|folks|passengers?|those) like you(?! can| to| deserve| should| who)",
            r"you people|your (?:kind|sort|type)(?= )(?! of (?!people|customer))",
            r"some people(?: just| are| will| can| never|'ll)",
            r"(?:can't|cannot|impossible to|never) please every(?:one|body)",
            r"the (?:only )?(?:real )?problem (?:here )?is you",
            r"(?:you|that) (?:were|was|must) (?:probably )?(?:drunk|high)",
            r"(?:you're|you are|youre|ur) (?:\w+ ){0,2}(?:liar|lying|idiot|stupid|moron|fool|troll|bully|joke|clown|snowflake|karen|hater|cheap|fraud|scammer)",
            r"shut up|what a (?:karen|loser|joke|clown|drama)|(?:idiot|moron|loser|crybaby|snowflake)s?",
            r"(?:take|bring) your (?:business|money|custom|trade)(?: \w+)? (?:elsewhere|somewhere)",
            r"(?:shop|eat|fly|go|bank|stay|find|buy|drink|try|travel|dine) (?:\w+ ){0,3}(?:elsewhere|somewhere else|another (?:shop|airline|bank|place|store|hotel|restaurant|company|provider))",
            r"(?:don't|do not|won't|not) (?:need|want|miss) (?:you|your (?:business|money|custom|kind))",
            r"if you(?:'re| are)?(?: do)?(?: not|n't| don't| un)(?: like|happy| happy| satisfied)(?: \w+)?(?: \w+)?,? (?:there are|there's|you (?:can|could|may|know)|go|feel free|leave|then|don't|try)",
            r"there are (?:plenty of |many |lots of )?other (?:\w+ )?(?:companies|shops|restaurants|airlines|banks|places|options|providers|hotels|stores|apps|garages|salons)",
            r"(?:nobody|no one) (?:is |was |'s )?(?:forc|mak|made|forced|asked)\w* you|good riddance|there(?:'s| is) the door|the door(?:'s| is) (?:that way|over there|right there|there|open|always open)(?! (?:until|from|to you))",
            r"(?:happy|fine) to lose you|feel free to (?:leave|go)",
        ),
        unless=r"you're not|you are not|not stupid|nobody is|take your time",
    ),
)
