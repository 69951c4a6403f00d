import type { Traits } from '../../../../../shared/contract/personas.ts'
import type { Emotion } from './memory.ts'

/** What each emotion is called on the timeline, strongest first. */
export const emotionTags: Readonly<Record<Emotion, readonly string[]>> = {
  joy: ['joy', 'warmth', 'contentment', 'lightness'],
  pride: ['pride', 'satisfaction', 'confidence', 'joy'],
  shame: ['shame', 'guilt', 'regret', 'embarrassment'],
  fear: ['fear', 'anxiety', 'helplessness', 'alarm'],
  grief: ['grief', 'sadness', 'longing', 'tenderness'],
  anger: ['anger', 'hurt', 'defiance', 'frustration'],
  love: ['love', 'tenderness', 'trust', 'gratitude'],
  relief: ['relief', 'calm', 'hope', 'tiredness'],
  wonder: ['wonder', 'curiosity', 'awe', 'joy'],
  loneliness: ['loneliness', 'sadness', 'uncertainty', 'longing'],
  excitement: ['excitement', 'anticipation', 'nervousness', 'pride'],
  resolve: ['determination', 'tension', 'self-respect', 'hope'],
}

/** First sentence of the feelings: what it was like then. */
export const firstFeelings: Readonly<Record<Emotion, readonly string[]>> = {
  joy: [
    'I was [simply|quietly|ridiculously|noisily] happy in {place}, [the way one is when nothing is missing|without asking how long it would last|and knew it at the time].',
    'It was a [light|bright|warm], [easy|foolish|giddy] feeling, like [the first warm day|a window thrown open|running downhill], and {year} is full of it.',
    '[What I felt was|I remember] [plain joy|a gladness in the stomach|laughing until it ached], and {person} [felt it too|saw it on me|had the same face].',
    'At {n} I did not have a word for it; [contentment|gladness|good luck] comes [close|nearest].',
  ],
  pride: [
    'I [walked taller for days|could not stop smiling|kept taking it out to look at it], and {person} [noticed|teased me for it|was prouder than I was].',
    'For once I felt [exactly as large as I was|that I had earned my place|equal to it]; {year} [was a good year|still warms me].',
    'It was a [deep|calm|hot|slow] kind of pride, [in the chest more than the head|mixed with disbelief|that asked for no applause].',
    'I thought: [so I can|that was me|they will not take this away], and [rang {person}|told {person} before I had my coat off|wanted {person} to know].',
  ],
  shame: [
    'I felt [hot|sick|small] with shame [then and every time {place} is mentioned|for weeks|the moment it was over].',
    "My [face|neck|stomach] [still remembers it|knew before I did]; I [avoided {person}'s eyes|could not eat that evening|kept busy so as not to think].",
    'There was [guilt|shame|a cold feeling], and under it [fear of being found out|anger at myself|the wish that {person} would just shout].',
    'At {n} I [told myself it was nothing|had excuses ready|blamed the hour], and [believed none of it|it did not help].',
  ],
  fear: [
    'I was [frightened|more afraid than I let on|cold with fear], and [my hands gave me away|nobody was to see it|only {person} could tell].',
    'It was the fear of [something without a face|what I could not change|the next minute]; {place} [looked different afterwards|went very quiet].',
    'My [heart|breath|legs] did [what they wanted|things I had no say in], and I [counted|prayed, which I never do|held on to a railing].',
    "What I remember is [helplessness|waiting|how slowly the clock in {place} went], and {person}'s [voice|hand|coat].",
  ],
  grief: [
    'The grief came [late|in the wrong moments|like weather], [in a shop|on a staircase in {place}|while I was peeling an apple].',
    'I was [numb first and then not|sad in a way that made me slow|emptied], and {person} [did not try to talk me out of it|sat with me].',
    '{^year} has a [grey|blue|hollow] sound for me; I [missed even the quarrels|kept wanting to tell one more thing].',
    'I [cried where nobody saw|did not cry, and was ashamed of that|cried at a bus stop], and was [tired for months|tender with everybody].',
  ],
  anger: [
    'I was [furious|white with anger|so angry that I went quiet], and [hurt underneath|right, which made it worse|I wanted to break something].',
    'The anger [kept me warm for days|had me pacing through {place}|was mostly hurt], and {person} [gave me a wide berth|waited it out].',
    'At {n} I felt [unheard|treated unfairly|cornered], and [slammed what could be slammed|wrote speeches in my head].',
  ],
  love: [
    'I felt [tender|held|soft] and [a little afraid of it|sure of something for once|unlike myself]; {person} [has that effect|knew].',
    'It was love, [though we called it something else|plain as bread|and it scared me a little], and {place} [was the right place for it|looked newly washed].',
    'There was a [warmth|quiet|trust] I had [not known before|known only from stories|missed without knowing].',
    'I [could not look away|wanted to stop the clocks in {place}|felt lighter and heavier at once].',
  ],
  relief: [
    'What I felt first was relief, [like putting down a suitcase|and then tiredness|and a little guilt about the relief].',
    'I could [breathe out|sleep again|hear {place} again], and only then noticed [how long I had not|what it had cost].',
    'It was [an ending and felt like one|lighter than I had expected|a strange calm], with [a grain of sadness|no regrets|{person} beside me].',
  ],
  wonder: [
    'I was [astonished|spellbound|speechless], and [I am seldom that|{person} laughed at my open mouth|wanted everybody to come and look].',
    'Everything in {place} seemed [bigger|possible|lit from inside], and I [asked a hundred questions|forgot to eat].',
    'It was [curiosity|wonder], the kind that [makes one small in a good way|tickles|has never quite left me].',
  ],
  loneliness: [
    'I felt [outside of things|as if behind glass|homesick], and [made up conversations|counted days|got very good at looking busy].',
    'It was lonely in {place}, [in the evenings most of all|though there were people everywhere|and I told {person} that it was fine].',
    'At {n} I [missed people who were not missing me|did not know where to put my hands|waited to be asked].',
  ],
  excitement: [
    'I was [too excited to sleep|nervous and delighted|all nerves], and [talked too much|dropped things|{person} had to slow me down].',
    'My heart [raced|went like a drum]; everything about {place} was [new|louder|possible].',
    'There was [a flutter|a fizz|a tightness] of [nerves|anticipation], and pride that [I was in it at all|somebody had let me].',
    'Half of me [wanted to run|would have turned back]; the other half [had already arrived|was grinning].',
  ],
  resolve: [
    'I was [tense|wide awake|clenched] and [sure|stubborn]: [this I would do|I was not going to give in|somebody had to].',
    'It was hard, and I [liked that about it|hated it on most days|would not have admitted it to {person}].',
    'I felt [tired and clear|strangely calm|my own weight], and a [little|good deal of] respect for [myself|all of us].',
    'At {n} I [gritted my teeth|took it one day at a time|made lists] and [hoped nobody would be kind to me|it held].',
  ],
}

export type TraitPole = `${'high' | 'low'} ${keyof Traits}`

/** Second sentence: how somebody like this lives with a feeling. */
export const ownWays: Readonly<Record<TraitPole, readonly string[]>> = {
  'high openness': [
    "I turned it over [for weeks|like a found stone], [looking for the pattern|from every side|as if it were somebody else's story].",
    'Part of me was [already describing it|watching with interest|wondering what it would look like in a film].',
    'It [mixed with a piece of music|had a colour, a dark green|came back in dreams], as things do with me.',
  ],
  'low openness': [
    'I did not [make more of it than it was|read anything into it], and [went on with the day|there was supper to make].',
    'I like things [plain|as they are], so I [named it and put it away|did not dwell on it].',
    'Fancy words do not [help me|fit]; it [was what it was|sat in the stomach, that is all].',
  ],
  'high conscientiousness': [
    'I [wrote the date down|made a list the same evening|went through every step again], because [that steadies me|things should be in order].',
    'What occupied me most was [whether I had done it properly|what I should have prepared|the part that was mine to do].',
    'Even then I [kept to my hours|finished what was on the table first|was on time the next morning].',
  ],
  'low conscientiousness': [
    'Then I [forgot half of it|lost the papers|let it drift], as I do, and it [found me again|waited].',
    'I had [no plan|not thought beyond the Friday], and [that was part of the feeling|it felt like freedom].',
    'I put off [thinking about it|sorting it out] until [I had to|it had sorted itself].',
  ],
  'high extraversion': [
    'I had to [tell somebody at once|be among people that evening|talk it out loud], and [told it three times|rang everyone].',
    'I [laughed too loudly|filled the room with it|bought a round], because [feelings want company|that is how I carry things].',
    'By the evening [half of {place} knew|I had told {person} twice].',
  ],
  'low extraversion': [
    'I [said little|kept it to myself|went for a walk alone], and [that was enough|nobody thought to ask].',
    'I needed [a closed door|a quiet day|the far end of the garden] before I [knew what I felt|could speak of it].',
    'I told [only {person}|nobody for a long while], in [four|three] sentences.',
  ],
  'high agreeableness': [
    'Mostly I [worried about {person}|thought of how it was for the others|wanted nobody to be hurt].',
    'I [could not be angry with anyone for long|forgave quickly, too quickly perhaps|made tea for everybody].',
    "What stayed was [tenderness for all of us|{person}'s face|how kind people can be].",
  ],
  'low agreeableness': [
    "I did not [soften it|pretend for anybody's sake|see why I should smile], and [said so|it showed].",
    'I had [my own opinion of the others|no patience with advice|little pity to spare], and I [stand by that|was not asked].',
    'If {person} expected [thanks|tears], [there were none|that was a mistake].',
  ],
  'high neuroticism': [
    'For weeks I [lay awake with it|rehearsed what could still go wrong|listened to my pulse].',
    'It [got under my skin|shook me more than it should|came back at three in the morning], and {person} [said I think too much|had to hear it again and again].',
    'Even the good in it [frightened me|had a shadow], since [good things can be taken|I wait for the other shoe].',
  ],
  'low neuroticism': [
    'I [slept well all the same|shook it off by the weekend|was calm sooner than the others].',
    'It did not [throw me|keep me up]; [very little does|I breathed and went on].',
    '{^person} [marvelled at how calm I was|asked whether I had understood], but [worry never mended anything|that is how I am made].',
  ],
}
