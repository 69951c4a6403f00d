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
    'There was a [strange|unexpected] beauty in it, [even in the worst part|which I kept to myself], and I [wrote three pages|drew {place} from memory].',
    'I kept asking [what it meant|why people do such things|what else I had not seen], long after {year}.',
    'It [opened something|made the world larger by a room], and I [have gone back to look|could not close it again].',
  ],
  'low openness': [
    'I did not [make more of it than it was|read anything into it], and [went on with the day|there was supper to make].',
    'I like things [plain|as they are], so I [named it and put it away|did not dwell on it].',
    'Fancy words do not [help me|fit]; it [was what it was|sat in the stomach, that is all].',
    'I [did what one does|went on as usual]; that [has always helped me|is the best cure in {place}].',
    'Other people would [write poems about it|have needed a word for it]; I [slept on it|chopped wood].',
    'It was [clear enough|simple enough], and I have [never needed to look behind it|seen it the same way since {year}].',
  ],
  'high conscientiousness': [
    'I [wrote the date down|made a list the same evening|went through every step again], because [that steadies me|things should be in order].',
    'What occupied me most was [whether I had done it properly|what I should have prepared|the part that was mine to do].',
    'Even then I [kept to my hours|finished what was on the table first|was on time the next morning].',
    'I [kept the papers|have the receipt still|put everything back in its place], since [one never knows|order helps me more than tears].',
    'My first thought was [what has to be done next|who must be told|the calendar], and only then [came the feeling|did I sit down].',
    'I felt [responsible|answerable], [as if {place} depended on me|more than {person} thought right].',
  ],
  'low conscientiousness': [
    'Then I [forgot half of it|lost the papers|let it drift], as I do, and it [found me again|waited].',
    'I had [no plan|not thought beyond the Friday], and [that was part of the feeling|it felt like freedom].',
    'I put off [thinking about it|sorting it out] until [I had to|it had sorted itself].',
    'I [laughed about it too early|dealt with it later, in my way|let the dishes stand], and {person} [shook a head at me|tidied up around me].',
    'Whatever it was, it [did not fit into any drawer of mine|came and went], like [most things in {year}|my keys].',
    'I [went where it took me|made it up as I went along], [a little ashamed of how easy that was|and it was good that way].',
  ],
  'high extraversion': [
    'I had to [tell somebody at once|be among people that evening|talk it out loud], and [told it three times|rang everyone].',
    'I [laughed too loudly|filled the room with it|bought a round], because [feelings want company|that is how I carry things].',
    'By the evening [half of {place} knew|I had told {person} twice].',
    'I [sang in the street|hugged whoever was there|talked until midnight], and {place} [let me|had to bear it].',
    'Alone I [could not feel it properly|went round in circles]; with {person} there it [became real|was half as heavy or twice as good].',
    'I [made a speech of it|acted it out at table], and with every telling in {year} it [got rounder|felt more like mine].',
  ],
  'low extraversion': [
    'I [said little|kept it to myself|went for a walk alone], and [that was enough|nobody thought to ask].',
    'I needed [a closed door|a quiet day|the far end of the garden] before I [knew what I felt|could speak of it].',
    'I told [only {person}|nobody for a long while], in [four|three] sentences.',
    'I [went up to the attic|sat in the park|took the long way], and [let it settle|listened to nothing in particular].',
    'There were [too many people around|voices everywhere in {place}], and I [waited until they had gone|felt it only at night].',
    'I [wrote it down instead of saying it|have not found many words for it], and {person} [did not press me|understood all the same].',
  ],
  'high agreeableness': [
    'Mostly I [worried about {person}|thought of how it was for the others|wanted nobody to be hurt].',
    'I [could not be angry with anyone for long|forgave quickly, too quickly perhaps|made tea for everybody].',
    "What stayed was [tenderness for all of us|{person}'s face|how kind people can be].",
    'I [felt for everyone involved|wanted to put my arms round {person}|saw both sides at once], which [does not make things easier|is my weakness].',
    'What touched me was [a hand on my shoulder|that somebody had thought of me|how {person} looked after us all].',
    'I [smoothed it over|gave in where I need not have|forgave before I was asked], and [it was lighter so|would do so again].',
  ],
  'low agreeableness': [
    "I did not [soften it|pretend for anybody's sake|see why I should smile], and [said so|it showed].",
    'I had [my own opinion of the others|no patience with advice|little pity to spare], and I [stand by that|was not asked].',
    'If {person} expected [thanks|tears], [there were none|that was a mistake].',
    'I [wanted it put right|kept count|was not in a mood to be nice], and {place} [got to know me|could think what it liked].',
    'Pity [was no use to me|I could do without]; I [wanted facts|looked for whose doing it was].',
    'I felt [my claws|a certain coldness|how stubborn I can be], and [was glad of it|did not hide it].',
  ],
  'high neuroticism': [
    'For weeks I [lay awake with it|rehearsed what could still go wrong|listened to my pulse].',
    'It [got under my skin|shook me more than it should|came back at three in the morning], and {person} [said I think too much|had to hear it again and again].',
    'Even the good in it [frightened me|had a shadow], since [good things can be taken|I wait for the other shoe].',
    'My stomach [knew it first|turned for days], and I [asked {person} the same thing over and over|checked the door twice in {place}].',
    'I [cried more easily that year|started at every telephone|imagined ten endings], [all of them bad|and none of them came].',
    'The feeling was [larger than the cause|too big for me], and [it has come back since {year}|I was angry with myself for that].',
  ],
  'low neuroticism': [
    'I [slept well all the same|shook it off by the weekend|was calm sooner than the others].',
    'It did not [throw me|keep me up]; [very little does|I breathed and went on].',
    '{^person} [marvelled at how calm I was|asked whether I had understood], but [worry never mended anything|that is how I am made].',
    'I [noticed my own calm|was hungry again by evening|whistled on the way home], and {place} [went on|was still there in the morning].',
    'It [passed|blew over], and what remained was [a shrug|a good story|something like gratitude].',
    'I [took it as it came|kept my head], [as I usually do|while {person} worried for two].',
  ],
}

/** Instead of both sentences, for what happened before there is memory. */
export const hearsay: readonly string[] = [
  '[I cannot remember it, of course|I know it only from stories]; when {person} tells it, I feel [looked after|a little teased|warm|oddly proud].',
  '{^person} tells it [at every birthday|with both hands], and I [listen as if it were somebody else|correct details I cannot know|have begun to see it before me].',
  "There is [a photograph|a note in {person}'s hand] from {year}; looking at it I feel [tenderness|curiosity|a small ache] for [whoever that was|all of them].",
  'I [like to hear it|ask for it now and then]; it makes me feel [that I was wanted|part of something|small in a good way].',
]
