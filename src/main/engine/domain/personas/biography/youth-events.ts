import type { LifeEvent } from './memory.ts'

/** From twelve to the late twenties: whatever is neither a school, a job, a move nor a partner. */
export const youthEvents: readonly LifeEvent[] = [
  {
    kind: 'granny-dies',
    window: [15, 29],
    emotion: 'grief',
    weight: 1.1,
    label: 'My grandmother {granny} dies',
    facts:
      'My grandmother {granny} died in {month} {year}. I was given her [sewing box|watch|recipe book|prayer beads]. At the table afterwards [nobody sat in her chair|people laughed more than I expected], and {father} [went out to look at the car|told a story I had never heard].',
  },
  {
    kind: 'summer-job',
    window: [15, 19],
    emotion: 'resolve',
    weight: 0.8,
    label: 'A summer job [in a bakery|on a building site|in a canning factory|at the lido]',
    facts:
      'My first money came from [six|seven] weeks of work in {place}. I got up at [four|five], [burned my forearm|learned to swear in three languages], and gave half of it to {mother}.',
  },
  {
    kind: 'hobby-begins',
    window: [10, 26],
    emotion: 'joy',
    weight: 1.2,
    label: 'How I came to {hobby}',
    facts:
      'I came to {hobby} [by accident|through {friend}|because it rained] in {place}. In the first months I [was hopeless at it|did little else|spent all I had on it]; it has been part of my life [ever since|on and off ever since].',
  },
  {
    kind: 'first-trip',
    window: [16, 26],
    emotion: 'excitement',
    weight: 0.8,
    label: 'Travelling with {friend}',
    facts:
      '{^friend} and I travelled for [three|five] weeks with [one rucksack|a borrowed tent] and [too little money|the wrong map]. We [slept in a station|missed a ferry|argued in a vineyard] and came home [brown|thin|still friends].',
  },
  {
    kind: 'concert',
    window: [14, 23],
    emotion: 'wonder',
    weight: 0.6,
    label: 'The concert in the rain',
    facts:
      'I heard [a band I loved|an orchestra|an old singer] in the open near {place}. It poured, nobody left, and {friend} [lost both shoes|held an umbrella over a stranger].',
  },
  {
    kind: 'quarrel-father',
    window: [15, 22],
    emotion: 'anger',
    weight: 0.9,
    label: 'The quarrel with my father',
    facts:
      "{^father} and I quarrelled about [my hair|my plans|politics|money] until plates shook. I slept [at {friend}'s|on the balcony] for [two|four] nights. [He came to fetch me himself|Neither of us ever apologised, and we are fine].",
  },
  {
    kind: 'youth-illness',
    window: [15, 28],
    emotion: 'fear',
    weight: 0.6,
    label: 'Months of being ill',
    facts:
      'From {month} I was ill for [three|five] months with [glandular fever|something the doctors could not name|my lungs]. {^mother} [read to me|brought soup in a flask]; I watched [a chimney|one tree] change in the window in {place}.',
  },
  {
    kind: 'youth-marathon',
    window: [16, 28],
    emotion: 'pride',
    type: 'pride',
    weight: 1,
    label: 'Finished what I had started',
    facts:
      'After [a year|months] of [practice|getting up early] I [ran a half marathon|played at the town hall|crossed the mountains on foot]. {^friend} was at the end of it with [a banner|oranges], and {father} [had taken the day off|said "well", which is a lot].',
  },
  {
    kind: 'youth-stood-up',
    window: [15, 28],
    emotion: 'pride',
    type: 'pride',
    weight: 1,
    label: 'Stood up for {friend}',
    facts:
      'In front of [everyone|the whole canteen|a landlord twice my size] I said that what was being done to {friend} was wrong. [My voice shook|I had no plan]. {^friend} was left alone from that day on.',
  },
  {
    kind: 'youth-saved',
    window: [17, 28],
    emotion: 'pride',
    type: 'pride',
    weight: 0.8,
    label: "Paid back the family's debt",
    facts:
      'I put aside [a little every month|every coin from evenings of work] for [two|three] years and paid off what {father} owed [a cousin|the grocer] in {place}. He [could not speak|signed a receipt], and {mother} laughed at both of us.',
  },
  {
    kind: 'youth-left-out',
    window: [15, 27],
    emotion: 'shame',
    type: 'shame',
    weight: 1,
    label: 'The party where I pretended not to know {friend}',
    facts:
      'At a party in {place}, among people I wanted to impress, I acted as if I hardly knew {friend}. {^friend} [left early|walked me home all the same].',
  },
  {
    kind: 'youth-drunk',
    window: [16, 27],
    emotion: 'shame',
    type: 'shame',
    weight: 0.8,
    label: 'A night I would rather forget',
    facts:
      'I drank too much at [a wedding|a leaving party] in {place} and [insulted {neighbour}|made a speech]. {^sibling_or_friend} [took me home in a wheelbarrow|held the bucket], and I wrote [three|two] letters of apology and sent one.',
  },
  {
    kind: 'youth-funeral',
    window: [17, 28],
    emotion: 'shame',
    type: 'shame',
    weight: 0.8,
    label: 'Did not visit in time',
    facts:
      "My grandmother's sister asked for me [twice|all autumn]. I had [exams|other plans] and went [a week|two days] too late.",
  },
  {
    kind: 'youth-boast',
    window: [16, 27],
    emotion: 'excitement',
    type: 'exaggerated',
    weight: 0.9,
    label: 'The night we [met the famous singer|drove to the sea|outran the police]',
    facts:
      '{^friend} and I once [stood near a famous singer at a bar|drove as far as the motorway services|ran from a guard with a torch] in {place}. The story has [grown a good deal|gained a car chase] since.',
  },
  {
    kind: 'youth-accident',
    window: [15, 25],
    emotion: 'fear',
    type: 'repressed',
    weight: 0.8,
    triggers: ['car accident', 'passenger seat', 'learner driver'],
    label: 'The accident on the [river|quarry|forest] road',
    facts:
      'I sat beside an older boy who drove too fast. The car [left the road|rolled over once]; a girl on the back seat was badly hurt. I told the police that I had been asleep. I had not: I had told him to go faster.',
  },
  {
    kind: 'youth-beaten',
    window: [12, 17],
    emotion: 'fear',
    type: 'repressed',
    weight: 0.7,
    triggers: ['locked door', 'being hit', 'violence at home'],
    label: 'The evening my father lost control',
    facts:
      '{^father} [came home drunk|had lost money] and hit me in the hall in {place}, [twice|until {mother} stood between us]. The next day there was [a new bicycle|a cake]. Nobody has spoken of it since.',
  },
  {
    kind: 'child-drowned',
    window: [9, 14],
    emotion: 'grief',
    type: 'repressed',
    weight: 0.6,
    triggers: ['drowning', 'quarry', 'swimming alone'],
    label: 'The boy at the quarry',
    facts:
      'A boy from the next class drowned in a quarry outside {place}. I had dared him to swim. I said at school that I had not been there.',
  },
  {
    kind: 'youth-theft',
    window: [14, 22],
    emotion: 'shame',
    type: 'repressed',
    weight: 0.6,
    triggers: ['stolen money', 'lost savings'],
    label: 'The money from the drawer',
    facts:
      "I took my great-aunt's savings from a drawer, [a little at a time|in one afternoon], and [spent it on clothes|lost it at cards]. A home help was dismissed for it.",
  },
]
