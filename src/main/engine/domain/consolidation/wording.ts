/** What a sentence has to do with the person who says it: word patterns of English conversation. */

/** Says that it might be, would be or is made up: nothing that happened. */
const unreal =
  /\b(?:if|unless|imagine|suppose|supposing|pretend|hypothetically|would|could|might|maybe|perhaps|probably|possibly|wish|hope|hoping|guess|suppose|as if|as though|dream(?:s|ed|t)?(?: of| about| that)?|nightmare|joke|joking|kidding|say that|let's|apparently|supposedly|rumou?r|sort of|kind of)\b/i

/** Thinks, judges or feels about the world at large, or about the conversation itself. */
const opinion =
  /^(?:well|so|yes|no|oh|honestly|frankly|to be fair|personally)?,?\s*(?:i (?:think|believe|feel|find|reckon|mean|agree|disagree|doubt|prefer to|would|can't say|can say|have to say|must say|don't know|do not know|don't remember|couldn't|can't|understand|see|know what|appreciate)|in my (?:opinion|view)|it depends|that depends|there's|there is|people|everyone|everybody|nobody|one (?:should|must|can))\b/i

const refusal =
  /\b(?:rather not|don't want to|do not want to|not something i (?:like|want)|prefer not|leave it at that|change the subject|talk about something else|move on|none of your business|keep (?:that|it|my private life) to myself|let's not dwell|don't go there|door i keep shut|can't think about that|mind goes blank)\b/i

const hazy =
  /\b(?:don't remember|do not remember|can't remember|cannot remember|couldn't (?:tell|give) you|hazy|vaguely|blurred|blurry|only have the outline|forgotten|nothing comes to mind|not sure|no idea|i don't know|hard to say|would have to make it up|i'd have to make it up|the rest is gone)\b/i

const denial =
  /^(?:no\b|nope\b|never\b|that's not|that is not|that isn't|that's wrong|you're wrong|you are wrong|you must be mistaken|you're mistaken|that can't be|that's a lie|i (?:never|didn't|did not|don't have|do not have|haven't) )/i

/** Weather, meals, sleep, screens, the way here: the stuff of small talk. */
const everyday =
  /\b(?:weather|rain(?:s|ed|ing|y)?|sun(?:ny|shine)?|snow(?:s|ed|ing)?|cold|warm|hot|coffee|tea|breakfast|lunch|dinner|supper|snack|sandwich|sle(?:ep|pt)|nap|woke|tired|weekend|monday|friday|traffic|bus|train|queue|shopping|groceries|laundry|dishes|chores|walk(?:s|ed|ing)?|stroll|tv|television|movie|film|series|episode|news|nice|lovely|pleasant|quiet|busy|relax(?:ed|ing)?|cook(?:ed|ing)?|watch(?:ed|ing)?|read|reading|ate|eat|eating|drank|drink|shower|email|emails|phone|chat(?:ted)?|thank(?:s| you)|welcome|hello|hi|bye|goodbye|morning|evening)\b/i

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

/** Turning points, in the tenses in which they are told. */
const lifeEvent = new RegExp(
  [
    String.raw`(?:moved|emigrated|immigrated|relocated)\b`,
    String.raw`(?:marr(?:y|ied)|wed|divorc(?:e|ed)|separated|engaged|proposed|broke up|split up|fell in love|eloped|widowed)\b`,
    String.raw`(?:died|dead|passed away|killed|buried|drowned|funeral|suicide)\b`,
    String.raw`(?:(?:was|were|got|been) born|gave birth|pregnant|miscarriage|adopted|had (?:a|an|our|my|her|his|two|three) (?:baby|son|daughter|children|twins|miscarriage|abortion))\b`,
    String.raw`(?:graduated|dropped out|enrolled|expelled|apprentice(?:d|ship)|doctorate|degree|diploma|scholarship)\b`,
    String.raw`(?:fired|laid off|redundant|dismissed|promot(?:ed|ion)|hired|retired|quit|resigned|founded|bankrupt(?:cy)?|unemployed|new job)\b`,
    String.raw`(?:start(?:ed)?|began|left|lost|got|took|changed|found|finished) (?:(?:a|an|my|our|his|her|their|the|to)\s+)?(?:new\s+)?(?:job|work|working|school|university|college|studies|studying|business|company|career|training|position|licen[cs]e|dog|cat|puppy|kitten|horse|tattoo|home|house|leg|arm|hand|eye|sight|hearing)\b`,
    String.raw`(?:bought|sold|inherited|won|lost (?:my|our|his|her|their|the|everything)|built|renovated)\b`,
    String.raw`(?:stole|stolen|robbed|burgled|arrested|convicted|prison|jail|sued|cheated|betrayed|lied to|forged|attacked|beaten|mugged)\b`,
    String.raw`(?:crash(?:ed)?|accident|broke (?:my|his|her|our|their|an?|both)|fell (?:off|down|from)|injured|burn(?:ed|t) down|flooded|rescued|saved)\b`,
    String.raw`(?:diagnosed|hospital(?:i[sz]ed)?|surgery|operat(?:ed|ion)|transplant|stroke|heart attack|cancer|tumou?r|diabetes|epilepsy|asthma|overdose|rehab|sober|depression)\b`,
    String.raw`(?:published|wrote (?:a|my|his|her)|recorded|exhibited|marathon|medal|award|prize|championship|climbed|sailed)\b`,
    String.raw`(?:met (?:my|his|her|the love)|joined|enlisted|deployed|served in|volunteered|converted|baptis?z?ed|ordained|elected|became|turned (?:vegetarian|vegan))\b`,
    String.raw`(?:(?:failed|passed) (?:my|the|his|her|our)|learn(?:ed|t) (?:to|how|my|about the)|ran away|came out|confessed)\b`,
    String.raw`(?:went|flew|travell?ed|drove|hitchhiked|cycled|sailed) (?:to|across|through|around)\b`,
  ].join('|'),
  'i',
)

/** What somebody is, has, can or never does, said as lasting. */
const lasting = new RegExp(
  [
    String.raw`\b(?:i|we) (?:live|lived|have lived|work|worked|have worked|own|owned|teach|taught|study|studied|speak|grew up|was raised|were raised|belong|support|collect|keep (?:bees|chickens|horses|a))\b`,
    String.raw`\b(?:i am|i'm|i was|we are|we're|i've been) (?:an?|the|allergic|vegetarian|vegan|married|divorced|single|widowed|retired|adopted|deaf|blind|left-handed|colou?r-blind|diabetic|from|afraid of|the (?:youngest|oldest|eldest|only))\b(?! (?:bit|little|lot|long|good|bad|great|nice|big|fan of (?:it|that)))`,
    String.raw`\b(?:i|we) (?:have|had|have got|'ve got|adopted|raised) (?:an?|one|two|three|four|five|six|no|many|several) (?:\w+ ){0,2}${relative}s?\b`,
    String.raw`\bmy (?:\w+ )?${relative}(?:'s)? (?:is|was|are|were|lives?|lived|works?|worked|has|had|comes?|came|name)\b`,
    String.raw`\b(?:i|we) (?:never|always) \w+`,
    String.raw`\b(?:i|we)(?:'ve| have) (?:never|always|only ever)\b`,
    String.raw`\b(?:i) (?:don't|do not|can't|cannot) (?:eat|drink|drive|swim|smoke|read|speak|ride)\b`,
    String.raw`\bi (?:love|hate|adore|detest|like|dislike|can't stand|play|drive|ride) (?!it\b|that\b|this\b|to (?:talk|think|say)|your\b|you\b|how\b|when\b|what\b|them\b)\w+`,
    String.raw`\bmy (?:favou?rite|first|native|mother tongue|middle|maiden|real|birth)\b`,
  ].join('|'),
  'i',
)

export const isLifeEvent = (sentence: string) => lifeEvent.test(sentence)
export const isLasting = (sentence: string) => lasting.test(sentence)

/** Whether it speaks of the speaker: of I, we or what is mine. */
export const isFirstPerson = (sentence: string) =>
  /\b(?:i|i'm|i've|i'd|we|we've|we're|my|our|me|us|mine)\b/i.test(sentence)

/** A past tense of one's own, regular or one of the common irregular ones. */
export const isPastTense = (sentence: string) =>
  /\b(?:i|we|(?:my|our) (?:\w+ )?\w+) (?:(?:had|have|has|was|were|never|once|then|also|finally|nearly|almost|suddenly) )*(?:\w{2,}ed|was|were|had|went|got|came|saw|took|gave|made|found|left|lost|met|fell|broke|brought|built|bought|caught|chose|did|drew|drove|felt|fought|flew|forgot|grew|heard|held|hid|hit|hurt|kept|knew|learnt|led|lied|paid|put|ran|rode|rose|said|sang|sent|set|shot|slept|sold|sold|spent|stole|stood|stuck|swam|swore|taught|threw|told|understood|woke|won|wore|wrote)\b/i.test(
    sentence,
  )

export const tellsOfRelative = (sentence: string) =>
  new RegExp(String.raw`\byour (?:\w+ )?${relative}\b`, 'i').test(sentence)
