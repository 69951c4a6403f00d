import type { SchwartzValue } from '../../../../../shared/contract/personas.ts'
import type { MemoryType } from '../../../../../shared/contract/timeline.ts'

/** What a person with this value makes of what happened. */
export const lessons: Readonly<Record<SchwartzValue, readonly string[]>> = {
  'self-direction': [
    '[It taught me|I took from it] that I [have to find my own way|would rather choose wrongly than be told|think best without a map].',
    '[Since {place}|Since then] I [ask who says so|decide for myself and take what comes|distrust a path that somebody else has swept].',
    'It is [one reason|perhaps the reason] I [cannot bear being steered|guard my freedom|left more than one well-paid road].',
  ],
  stimulation: [
    'It [gave me a taste for|woke in me a hunger for] [the next corner|beginnings|whatever is not yet known].',
    'I learned in {place} that I [wither when nothing happens|come alive when the ground moves|would rather be surprised than safe].',
    'If {year} taught me anything, it is to [say yes first|try it once|pack light].',
  ],
  hedonism: [
    'I concluded that [good days are to be eaten warm|pleasure is nothing to apologise for|life is also for the taste of it].',
    'Since {year} I [put off work sooner than joy|keep a bottle for no reason at all|do not save the good plates].',
    'What it says to me is: [enjoy it while it is there|comfort is a kind of wisdom|nobody thanks you for suffering].',
  ],
  achievement: [
    'I saw that [effort shows in the end|I am happiest when I am getting better at something|one can be measured and stand it].',
    'It [set the bar|gave me the ambition] by which I [still judge myself|have worked since {year}].',
    'To me it proves that [what one can do is worth more than what one is called|results are the best answer|nobody is too small for a large task].',
  ],
  power: [
    'I understood who [decides|pays|holds the keys], and that I [wanted to be at that table|would not be the one who waits outside].',
    'It taught me that [respect is taken, not given|being liked is not the same as being heard|somebody leads, and it may as well be me].',
    'Since {place} I [look first for who has the say|speak early in a room|do not show my hand].',
  ],
  security: [
    'What I drew from it is that [safety is not a given|one should have something put by|a locked door is a kindness].',
    'Since {year} I [check things twice|like to know what comes next|keep the family close], and [sleep better for it|that is part of why].',
    'It showed me how [quickly the ground can move|much I need a solid floor|good it is to know where home is].',
  ],
  conformity: [
    'It reminded me that [rules are there for the others, too|one does not let people down|good manners hold more together than one thinks].',
    'I have tried since {year} to [be no trouble|do what is expected before I am asked|keep my temper for the sake of the peace].',
    'For me the lesson is [self-control|consideration]: [not everything needs to be said|one is never alone in the world].',
  ],
  tradition: [
    'It tied me to [where I come from|the people before me|the old ways of doing things], and I [keep that|mean to hand it on].',
    'I see in it what [my grandmother would have said|our people always knew]: [everything has its season|one carries on|roots hold].',
    'Since {year} I have [kept certain days|held on to a few customs] that [others laugh at|the young find quaint].',
  ],
  benevolence: [
    'It taught me that [what counts is who stands by you|people need each other more than they admit|I am at my best when I am of use].',
    'Because of it I [ring people back|notice who sits alone|would do a great deal for {person}].',
    "I came out of {year} sure that [loyalty is worth its price|kindness is a form of strength|one looks after one's own].",
  ],
  universalism: [
    'It made me ask [why some have so little say|what is fair|how the other side lives], and I have [not stopped asking|voted differently since].',
    'I learned in {place} that [nobody is only what they seem|justice begins with small things|the world is larger than our street].',
    'What I see in it is how [closely everything hangs together|easily people are overlooked|much depends on listening].',
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
  ],
  shame: [
    'I [do not like to speak of it|change the subject when it comes near|have told almost nobody].',
    'I would give [a good deal|much] to have {year} back and [do it otherwise|keep my mouth shut|open it].',
    'It is [not who I want to be|the reason I am slow to judge|a stone I carry in {place}].',
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
