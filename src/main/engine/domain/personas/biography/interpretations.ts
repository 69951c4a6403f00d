import type { SchwartzValue } from '../../../../../shared/contract/personas.ts'
import type { MemoryType } from '../../../../../shared/contract/timeline.ts'

/** What a person with this value makes of what happened. */
export const lessons: Readonly<Record<SchwartzValue, readonly string[]>> = {
  'self-direction': [
    '[It taught me|I took from it] that I [have to find my own way|would rather choose wrongly than be told|think best without a map].',
    '[Since {place}|Since then] I [ask who says so|decide for myself and take what comes|distrust a path that somebody else has swept].',
    'It is [one reason|perhaps the reason] I [cannot bear being steered|guard my freedom|leave the straight road].',
    'What I kept from {year} is [a certain stubbornness|the habit of asking why], and [it has cost me something|I would not trade it].',
    'I [chose|decided] then, perhaps for the first time, [and liked the weight of it|what was mine and what was not].',
    'Nobody in {place} [could have told me|would have advised it], and that [is the point|taught me to listen inwards].',
  ],
  stimulation: [
    'It [gave me a taste for|woke in me a hunger for] [the next corner|beginnings|whatever is not yet known].',
    'I learned in {place} that I [wither when nothing happens|come alive when the ground moves|would rather be surprised than safe].',
    'If {year} taught me anything, it is to [say yes first|try it once|pack light].',
    'It [proved to me|showed] that [the interesting part begins where the plan ends|I can land on my feet|boredom is the only thing I fear].',
    'I have been [looking for that feeling|chasing something of the kind] since {year}, [with mixed success|and sometimes I find it].',
    'In my book that is what [a life is for|being young means, at any age|{place} was good for].',
  ],
  hedonism: [
    'I concluded that [good days are to be eaten warm|pleasure is nothing to apologise for|life is also for the taste of it].',
    'Since {year} I [put off work sooner than joy|keep a bottle for no reason at all|do not save the good plates].',
    'What it says to me is: [enjoy it while it is there|comfort is a kind of wisdom|nobody thanks you for suffering].',
    'I [decided to be kinder to myself|stopped saving the best for last], and {year} [is when that began|has to answer for it].',
    'People in {place} [take things too seriously|forget to enjoy themselves]; I [made up my mind not to|learned that from it].',
    '[Whatever else it was|If nothing else], it taught me to [notice what is pleasant|sleep late without guilt|leave when it stops being fun].',
  ],
  achievement: [
    'I saw that [effort shows in the end|I am happiest when I am getting better at something|one can be measured and stand it].',
    'It [set the bar|gave me the ambition] by which I [still judge myself|have worked since {year}].',
    'To me it proves that [what one can do is worth more than what one is called|results are the best answer|nobody is too small for a large task].',
    'It [made me work harder|gave me something to prove], [first to {person}, then to myself|and I have proved it].',
    'Since {year} I have [believed in practice|kept a list of what I managed], because [luck does not repeat itself|nobody hands it to you].',
    'I [measured myself|saw where I stood] in {place}, and [wanted to stand higher|it was further up than I had feared].',
  ],
  power: [
    'I understood who [decides|pays|holds the keys], and that I [wanted to be at that table|would not be the one who waits outside].',
    'It taught me that [respect is taken, not given|being liked is not the same as being heard|somebody leads, and it may as well be me].',
    'Since {place} I [look first for who has the say|speak early in a room|do not show my hand].',
    "I [never wanted to depend on anybody's goodwill again|learned how one gets one's way], and {year} [was a good school|did that].",
    'There are [those who wait and those who act|people who count and people who are counted]; in {place} I [made my choice|saw which I was].',
    'It [left me with a taste for responsibility|made me ambitious], and {person} [says it shows|was the first to notice].',
  ],
  security: [
    'What I drew from it is that [safety is not a given|one should have something put by|a locked door is a kindness].',
    'Since {year} I [check things twice|like to know what comes next|keep the family close], and [sleep better for it|that is part of why].',
    'It showed me how [quickly the ground can move|much I need a solid floor|good it is to know where home is].',
    'I [count the people in the room|like the lights on in the hall] because of it, [and I know how that sounds|every evening].',
    'For me it [comes down to|says] this: [look after what you have|do not tempt fate|a good roof is half of happiness].',
    'After {year} I [paid what I owed and owed nothing|chose the sure thing over the bright one], and {place} [feels safe because of it|is where I stayed].',
  ],
  conformity: [
    'It reminded me that [rules are there for the others, too|one does not let people down|good manners hold more together than one thinks].',
    'I have tried since {year} to [be no trouble|do what is expected before I am asked|keep my temper for the sake of the peace].',
    'For me the lesson is [self-control|consideration]: [not everything needs to be said|one is never alone in the world].',
    'One [owes that to people|does not make a scene]: {person} [taught me so|never had to say it twice].',
    'In {place} [everybody knows everybody|people talk], and I learned to [think before I speak|be somebody they can rely on].',
    'I [did what was right, or what was thought right|held myself back], and {year} [went by without a quarrel|has nothing against me].',
  ],
  tradition: [
    'It tied me to [where I come from|the people before me|the old ways of doing things], and I [keep that|mean to hand it on].',
    'I see in it what [my grandmother would have said|our people always knew]: [everything has its season|one carries on|roots hold].',
    'Since {year} I have [kept certain days|held on to a few customs] that [others laugh at|the young find quaint].',
    '[That is how it is done where I come from|It belongs to {place} like the bells], and I [would not want it otherwise|have passed it on].',
    'I [lit a candle|thought of those who went before], and [it helped|found my place in the row].',
    'Much has changed since {year}, [not always for the better|and I understand less of it]; [this has not|the old words still fit].',
  ],
  benevolence: [
    'It taught me that [what counts is who stands by you|people need each other more than they admit|I am at my best when I am of use].',
    'Because of it I [ring people back|notice who sits alone|would do a great deal for {person}].',
    "I came out of {year} sure that [loyalty is worth its price|kindness is a form of strength|one looks after one's own].",
    'I [think of {person} whenever it comes up|owe {person} something for that], and [try to pass it on|say so too seldom].',
    'What is left of {year} is [a few faces|who came and who did not], and [that is what I go by|I have kept them close].',
    'I [would rather be needed than admired|want to be somebody one can ring at night], and {place} [taught me that|is where it began].',
  ],
  universalism: [
    'It made me ask [why some have so little say|what is fair|how the other side lives], and I have [not stopped asking|voted differently since].',
    'I learned in {place} that [nobody is only what they seem|justice begins with small things|the world is larger than our street].',
    'What I see in it is how [closely everything hangs together|easily people are overlooked|much depends on listening].',
    'There was [an injustice in it|something unfair about it] that I [could not unsee|carry with me from {year}].',
    'I [began to read about it|started to listen to people unlike me], and [nothing in {place} looked quite the same|it made me gentler].',
    'It [widened|turned] my view: [we are all passengers|most things could be arranged more fairly|the river belongs to nobody].',
  ],
}

/** What the kind of memory adds; `normal` and `revised` add nothing. */
export const typeNotes: Readonly<Record<MemoryType, readonly string[]>> = {
  normal: [],
  revised: [],
  pride: [
    'I [tell it gladly|bring it up when I doubt myself|would like it to be what people remember of me].',
    'If somebody asks who I am, [this belongs to the answer|I think of {year}|I would start in {place}].',
    'It is [one of the few things I would not change|proof, when I need one|mine].',
    'When {year} is mentioned, I [sit up a little|let others say it first|do not mind if it is told twice].',
  ],
  shame: [
    'I [do not like to speak of it|change the subject when it comes near|have told almost nobody].',
    'I would give [a good deal|much] to have {year} back and [do it otherwise|keep my mouth shut|open it].',
    'It is [not who I want to be|the reason I am slow to judge|a stone I carry in {place}].',
    '[Even now|To this day] I [look away when {place} comes up|have an excuse ready and do not use it].',
  ],
  repressed: [
    'I do not think about it. [There is a wall there, and I built it|The years in {place} have a gap, and I step over it].',
    'If anyone [asks|comes near it], I [grow cold and talk of other things|have to leave the room].',
    'I have arranged my life so that [nothing leads back there|I need not look at {year}].',
  ],
  exaggerated: [
    'I [tell it better than it was|have added a little every year|know where I stretch it], because [people enjoy it|it ought to have been like that].',
    'It has become [my party piece|the story people ask for], and [the true one is smaller|{person} rolls those eyes].',
    'In my telling I am [braver|quicker|taller] than I was in {year}, and [that is half the fun|I half believe it].',
  ],
}

/** What children make of things; values come later. */
export const childLessons: readonly string[] = [
  '[Now I know|I found out] that [grown-ups are not always right|you have to say it loud|waiting is the worst]. {^person} [says so too|laughed when I said it].',
  'I [want it to happen again|do not want that ever again], and I [told {person}|told nobody but {person}].',
  "It was [nobody's fault|a bit my fault|not fair], [I think|{person} said].",
  'When I am big I will [do it better|tell it to everybody|live somewhere else than {place}, or maybe not].',
  'I think about it [in bed|on the way home|when it rains], and then [it is fine|I have to laugh|I ask {person}].',
  'I was [braver than I look|smaller then|only {n}], so [it counts double|it does not count].',
  'I learned [one thing|something]: [keep hold of hands|always look behind you|friends are for that|ask first].',
  '{^person} is [the best at such things|always there for that], and I [want to be like that|try to do it the same way].',
  'You should not [run away from things|believe everything|forget your coat], that is [what it taught me|all].',
  '[I still have a bit of it in a box|I drew it afterwards|I made up a song about it], so that [I do not forget|{person} remembers it too].',
  'It is [my|almost my] [favourite|strangest] thing from {year}, and [I tell it often|I keep it for myself].',
  'I do not know [why it happened|what it means], but [I remember it exactly|{place} is different since].',
]
