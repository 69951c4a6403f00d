/** What a sentence has to do with the person who says it: word patterns of English conversation. */

/** Says that it might be, would be or is made up: nothing that happened. */
const unreal =
  /\b(?:if|unless|imagine|suppose|supposing|pretend|hypothetically|would|could|might|maybe|perhaps|probably|possibly|wish|hope|hoping|guess|suppose|as if|as though|dream(?:s|ed|t)?(?: of| about| that)?|nightmare|joke|joking|kidding|let's|apparently|supposedly|rumou?r|sort of|kind of)\b/i

/** Thinks, judges or feels about the world at large, or about the conversation itself. */
const opinion =
  /^(?:well|so|yes|no|oh|honestly|frankly|to be fair|personally)?,?\s*(?:i (?:think|believe|feel|find|reckon|mean|agree|disagree|doubt|prefer to|would|can't say|can say|have to say|must say|don't know|do not know|don't remember|couldn't (?:say|tell)|can't (?:say|tell|think|imagine|complain|believe)|understand|see\b|know what|appreciate|live for)|in my (?:opinion|view)|it depends|that depends|there's|there is|people|everyone|everybody|nobody|one (?:should|must|can))\b/i

const refusal =
  /\b(?:rather not|don't want to|do not want to|not something i (?:like|want)|prefer not|leave it at that|change the subject|talk about something else|move on|none of your business|keep (?:that|it|my private life) to myself|let's not dwell|don't go there|door i keep shut|can't think about that|mind goes blank)\b/i

const hazy =
  /\b(?:don't remember|do not remember|can't remember|cannot remember|couldn't (?:tell|give) you|hazy|vaguely|blurred|blurry|only have the outline|forgotten|nothing comes to mind|not sure|no idea|i don't know|hard to say|would have to make it up|i'd have to make it up|the rest is gone)\b/i

const denial =
  /^(?:no\b|nope\b|never\b|that's not|that is not|that isn't|that's wrong|you're wrong|you are wrong|you must be mistaken|you're mistaken|that can't be|that's a lie|i (?:never|didn't|did not|don't have|do not have|haven't) )/i

/** Weather, meals, sleep, screens, the way here: the stuff of small talk. */
const everyday =
  /\b(?:weather|rain(?:s|ed|ing|y)?|sun(?:ny|shine)?|snow(?:s|ed|ing)?|cold|warm|hot|coffee|tea|breakfast|lunch|dinner|supper|snack|sandwich|sle(?:ep|pt)|nap|woke|tired|weekend|monday|friday|traffic|bus|train|queue|shopping|groceries|laundry|dishes|chores|walk(?:s|ed|ing)?|stroll|tv|television|movie|film|series|episode|news|nice|lovely|pleasant|quiet|busy|relax(?:ed|ing)?|cook(?:ed|ing)?|watch(?:ed|ing)?|read|reading|ate|eat|eating|drank|drink|shower|bread|milk|groceries|umbrella|keys|toast|newspaper|email|emails|phone|call|meeting|chat(?:ted)?|thank(?:s| you)|welcome|hello|hi|bye|goodbye|mornings?|evenings?)\b/i

// Not the month.
const mayBe = /\bmay\b(?!,? \d)/

export const isUnreal = (sentence: string) => unreal.test(sentence) || mayBe.test(sentence)
export const isOpinion = (sentence: string) => opinion.test(sentence)
export const isRefusal = (text: string) => refusal.test(text)
export const isHazy = (text: string) => hazy.test(text)
export const isDenial = (text: string) => denial.test(text.trim())
export const isEveryday = (sentence: string) => everyday.test(sentence)
export const isQuestion = (sentence: string) =>
  /\?\s*["'”’)]*$/.test(sentence) ||
  /^(?:who|what|when|where|why|how|which|whose|do|does|did|can|could|will|would|are|is|was|were|have|has|had|should)\s+(?:you|your|it|there|the|that|this|they|we)\b/i.test(
    sentence,
  )

const relative =
  '(?:mother|mum|mom|father|dad|parents|brother|sister|siblings?|son|daughter|children|kids?|baby|husband|wife|partner|spouse|ex|fianc[eé]e?|girlfriend|boyfriend|grandmother|grandma|grandfather|grandpa|grandparents|grandson|granddaughter|uncle|aunt|cousin|nephew|niece|stepmother|stepfather|friend|boss|dog|cat|horse|twins?)'

/** Turning points, in the tenses in which they are told: they count whenever they were. */
const turningPoint = new RegExp(
  [
    String.raw`\b(?:moved (?:to|from|out|in with|away|abroad|back)|emigrated|immigrated|relocated)\b`,
    String.raw`\b(?:(?:got |get |getting |was |were |are |am |is |been |be )?(?:married|divorced|engaged|widowed)|wedding|divorce|separated|proposed to|broke up|split up|fell in love|eloped|an affair with)\b`,
    String.raw`\b(?:died|passed away|was killed|buried|drowned|funeral|suicide)\b`,
    String.raw`\b(?:(?:was|were|got|been) born|gave birth|pregnant|miscarriage|adopted|had (?:a|an|our|my|her|his|two|three) (?:baby|son|daughter|children|twins|abortion)|named (?:my|our) (?:son|daughter))\b`,
    String.raw`\b(?:graduated|dropped out|enrolled|expelled|trained as|doctorate|degree|diploma|scholarship)\b`,
    String.raw`\b(?:(?:got|was|were|been) (?:fired|sacked|laid off|promoted|hired|dismissed|made redundant|bullied|abused|kidnapped|evicted|orphaned)|(?:fired|promoted|hired|dismissed|evicted) (?:me|us|my|him|her)\b|redundant|promotion|retired|retiring|quit (?:my|the|her|his)|resigned|founded|bankrupt(?:cy)?|unemployed|new job)\b`,
    String.raw`\b(?:starts?|started|begins?|began|left|lost|got|took|changed|found|finished|paid off) (?:(?:a|an|my|our|his|her|their|the|to)\s+)?(?:new\s+)?(?:job|school|university|college|studies|studying|business|company|career|training|position|(?:\w+ )?licen[cs]e|dog|cat|puppy|kitten|horse|tattoo|house|mortgage|leg|arm|hand|(?:left |right )?eye|sight|hearing)\b`,
    String.raw`\b(?:bought|sold|inherited|built|renovated) (?:\w+ ){0,3}(?:house|flat|apartment|home|cottage|farm|land|plot|shop|bakery|business|company|boat|car|van|motorbike|motorcycle|horse|piano|violin|ring|caravan|cabin)\b`,
    String.raw`\b(?:stole|stolen|robbed|burgled|arrested|convicted|prison|jail|sued|cheated|betrayed|lied to|forged|attacked|beaten|mugged)\b`,
    String.raw`\b(?:crash(?:ed)?|accident|broke (?:my|his|her|our|both) \w+|fell (?:off|down|from)|injured|burn(?:ed|t) down|house fire|flooded|rescued|saved (?:my|his|her|a|the)|on fire)\b`,
    String.raw`\b(?:diagnosed|hospitali[sz]ed|in hospital|surgery|operation|transplant|stroke|heart attack|cancer|tumou?r|diabetes|epilepsy|asthma|overdose|rehab|sober|depression)\b`,
    String.raw`\b(?:published|exhibited|marathon|medal|award|championship|won (?:a|the|my|our|first|second|third) (?!(?:bit|argument|bet)\b)\w+|prize)\b`,
    String.raw`\b(?:enlisted|deployed|served in|(?:in|joined) the (?:army|navy|military|air force|police|fire brigade)|converted to|baptis?z?ed|ordained|elected|became|turned (?:vegetarian|vegan))\b`,
    String.raw`\b(?:ran away|changed my (?:name|faith|religion)|raised (?:me|us)|came out as|confessed|stopped (?:talking|speaking) to)\b`,
  ].join('|'),
  'i',
)

/** What becomes part of a life when it is not merely of the day. */
const event = new RegExp(
  [
    String.raw`\b(?:moved|quit|lost (?:my|our|his|her|their|the|everything)(?! (?:train of thought|mind|temper|patience|track|keys?|umbrella|phone|glasses|way|appetite|voice|interest|count|place|balance|nerve)\b)|won(?!['’]t)|stole|apprentice(?:d|ship)?|volunteer(?:ed)?)\b`,
    String.raw`\b(?:bought|sold|inherited|built|renovated)\b`,
    String.raw`\b(?:wrote (?:a|my|his|her)|recorded|climbed|sailed|joined (?:a|an|the)|met (?:my|his|her|the love|at a|at the|in|through)|(?<!(?:it|that|which|this|he always) )taught me|named (?:my|our))\b`,
    String.raw`\b(?:(?:failed|passed) (?:my|the|his|her|our)|learn(?:ed|t) (?:to|how|my|about the))\b`,
    String.raw`\b(?:went|flew|travell?ed|drove|hitchhiked|cycled|sailed) (?:to|across|through|around)\b`,
    String.raw`\bspent (?:a|an|two|three|four|five|six|many|several|most of|part of|my|our|half) (?:\w+ )?(?:years?|months?|childhood|youth|winter|summer|autumn|spring|life)\b`,
  ].join('|'),
  'i',
)

/** What somebody is, has, can or never does, said as lasting. */
const lasting = new RegExp(
  [
    String.raw`\b(?:i|we)(?: have|'ve)? (?:lived?|living|grew up|was raised|were raised) (?:in|at|on|near|with|by|above|below|next|outside|abroad|alone|there)\b`,
    String.raw`\bi(?:'m| am|'ve been| have been|'ve| have| was| used to be|'d been)? (?:works?|worked|working) (?:as|at|in|for|with|nights|(?:\w+ )?shifts|part-time|full-time)\b`,
    String.raw`\b(?:i|we) (?:own|owned|teach|taught|study|studied|speak|run|ran|manage|managed|belong to|support|collect|keep) (?!to\b|it\b|that\b|this\b|myself\b|into\b|out\b|late\b|you\b)\w+`,
    String.raw`\bi (?:write|paint|sing|dance|fish|hunt|sew|knit|coach|preach|volunteer|smoke|used to \w+)\b`,
    String.raw`\bi (?:go|went) to (?:church|mass|mosque|the mosque|synagogue|temple)\b`,
    String.raw`\b(?:i am|i'm|i was|we are|we're|i've been) (?:allergic|vegetarian|vegan|married|divorced|single|widowed|retired|adopted|deaf|blind|left-handed|colou?r-blind|diabetic|from [A-Z]|afraid of|scared of|in the (?:army|navy)|the (?:youngest|oldest|eldest|only|first|last|middle|\w+ of (?:an?|two|three|four|five|the|my)))\b`,
    String.raw`\b(?:i am|i'm|i was|i've been) an? (?!(?:\w+ ){0,2}(?:bit|little|lot|book|person|fan|mess|wreck|listener|one|sort|type|kind|hurry|rush|mood|moment|pleasure|while|dream|joke|question)\b)\w+`,
    String.raw`\b(?:i|we)(?:'ve got| have got| have| had| adopted| raised) (?:an?|one|two|three|four|five|six|no|many|several) (?:\w+ ){0,2}${relative}s?\b`,
    String.raw`\bmy (?:\w+ )?${relative}(?: \w+)?(?:'s)? (?:(?:is|was|are|were)\b(?! (?:asleep|here|fine|well|home|late|waiting|calling|busy|ok|okay|coming|on the|in the|at the|visiting|nice|lovely))|lives?|lived|works?|worked|has|had|comes?|came|name)\b`,
    String.raw`\b(?:i|we)(?:'ve| have)? (?:never|always|only ever) (?:been|had|lived|worked|owned|learn(?:ed|t)|married|smoked|drunk|drank|drove|driven|voted|travell?ed|eaten|flown|played|kept|forgave|forgiven|told anyone|wanted (?:to be|to become|children|a))\b(?! (?:that|it|so|better|good|much|a (?:good|bad|better)|fun|happier|sure)\b)`,
    String.raw`\bi (?:don't|do not|can't|cannot|never) (?:eat|drink|drive|swim|smoke|read|speak|ride|fly|vote)\b`,
    String.raw`\bi (?:love|hate|adore|detest|dislike|can't stand|play|drive|ride) (?!it\b|that\b|this\b|these\b|to (?:talk|think|say)|your\b|you\b|how\b|when\b|what\b|them\b|home\b|talking\b|chatting\b)\w+`,
    String.raw`\bmy (?:favou?rite|first|native|mother tongue|middle|maiden|real|birth)\b`,
  ].join('|'),
  'i',
)

/** Of the day itself, or of the next: what it was will be forgotten by the week's end. */
const fleeting =
  /\b(?:today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening|week)|last night|earlier|later|lately|just now|right now|at the moment|currently|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:at|this|last|the|over the) weekends?|on the way|the other day|for (?:lunch|dinner|breakfast|coffee))\b/i

export const isTurningPoint = (sentence: string) => turningPoint.test(sentence)
export const isEvent = (sentence: string) => event.test(sentence)
export const isLasting = (sentence: string) => lasting.test(sentence)
export const isFleeting = (sentence: string) => fleeting.test(sentence)
export const isOnce = (sentence: string) =>
  /\b(?:once|as a (?:child|kid|boy|girl|student|teenager))\b/i.test(sentence)

/** Whether it speaks of the speaker: of I, we or what is mine. */
export const isFirstPerson = (sentence: string) =>
  /\b(?:i|i'm|i've|i'd|we|we've|we're|my|our|me|us|mine)\b/i.test(sentence)

/** A past tense of one's own, regular or one of the common irregular ones. */
export const isPastTense = (sentence: string) =>
  /\b(?:i|we|(?:my|our) (?:\w+ )?\w+) (?:(?:had|have|has|was|were|never|once|then|also|finally|nearly|almost|suddenly) )*(?:\w{2,}ed|was|were|had|went|got|came|saw|took|gave|made|found|left|lost|met|fell|broke|brought|built|bought|caught|chose|did|drew|drove|felt|fought|flew|forgot|grew|heard|held|hid|hit|hurt|kept|knew|learnt|led|lied|paid|put|ran|rode|rose|said|sang|sent|set|shot|slept|sold|sold|spent|stole|stood|stuck|swam|swore|taught|threw|told|understood|woke|won|wore|wrote|shook|spoke|hung|blew|bit|dug|fed|froze|knelt|sank|slid|struck|tore|forgave|hung)\b/i.test(
    sentence,
  )

export const tellsOfRelative = (sentence: string) =>
  new RegExp(String.raw`\byour (?:\w+ )?${relative}\b`, 'i').test(sentence)
