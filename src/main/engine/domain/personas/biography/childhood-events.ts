import type { LifeEvent } from './memory.ts'

const hasSibling: LifeEvent['needs'] = ({ siblings }) => siblings > 0

/** What happens to children. A child's whole biography comes from here, so the youngest years are rich. */
export const childhoodEvents: readonly LifeEvent[] = [
  {
    kind: 'first-words',
    window: [0.9, 1.6],
    emotion: 'joy',
    weight: 0.5,
    label: 'My first word',
    facts:
      'The family says that my first word was "[lamp|more|moon|dog|no]", spoken to [{mother}|{father}|{granny}] [in the kitchen|on the stairs|in the bath] in {place}.',
  },
  {
    kind: 'first-steps',
    window: [0.95, 1.5],
    emotion: 'joy',
    weight: 0.5,
    label: 'My first steps',
    facts:
      'I took my first steps between [{mother} and {granny}|{father} and a kitchen chair] in {place}, [reaching for a cat|after a biscuit|and sat down laughing]. I only know it from what they tell.',
  },
  {
    kind: 'nursery',
    window: [2.6, 3.6],
    emotion: 'fear',
    weight: 1.2,
    label: 'The first days at nursery',
    facts:
      '[On the first morning|For the first week] at the nursery in {place} I [held on to the gate|would not take off my coat|stood by the window]. [{mother}|{father}|{granny}] waited [round the corner|behind a tree] until I stopped crying.',
  },
  {
    kind: 'early-blanket',
    window: [2.2, 4.4],
    emotion: 'love',
    weight: 0.8,
    label: 'The [blanket|bear|rabbit] I would not give up',
    facts:
      'I had a [grey|yellow|striped] thing that went everywhere. {^granny} [washed it at night|sewed it up four times], and once {father} drove back [an hour|forty kilometres] because I had left it behind.',
  },
  {
    kind: 'early-granny',
    window: [3, 6.5],
    emotion: 'love',
    weight: 1.1,
    label: 'Afternoons with my grandmother {granny}',
    facts:
      'My grandmother {granny} looked after me on [Wednesdays|Fridays|long afternoons] in {place}. We [shelled peas|sorted buttons|fed the ducks|listened to the radio], and I was allowed to [lick the spoon|wind the clock|hold the money].',
  },
  {
    kind: 'early-lost',
    window: [3.2, 6.5],
    emotion: 'fear',
    weight: 1,
    label: 'Lost at the [market|fair|station]',
    facts:
      "I lost hold of [{mother}|{father}]'s hand in a crowd in {place}. A [woman with a green hat|man selling balloons|conductor] put me on a [crate|counter] and asked my name; I [could not remember it|said it louder and louder] until they found me.",
  },
  {
    kind: 'early-sea',
    window: [3.4, 6.4],
    emotion: 'wonder',
    weight: 1,
    label: 'The first time I saw [the sea|snow|a big river]',
    facts:
      'We had driven [half the night|since before dawn]. {^father} carried me [on his shoulders|in a blanket] and put me down; I [ran the wrong way|asked who had switched it on|would not leave]. {^mother} still has the photograph.',
  },
  {
    kind: 'early-dog',
    window: [3.4, 7.5],
    emotion: 'fear',
    weight: 0.8,
    label: "Bitten by a neighbour's dog",
    facts:
      'The dog of {neighbour} in {place} bit me in the [hand|leg]. It left [four small marks|a scar like a comma]; {mother} [ran with me to the doctor|washed it under the tap].',
  },
  {
    kind: 'early-garden',
    window: [3.5, 6.9],
    emotion: 'joy',
    weight: 0.8,
    label: 'The hut behind the house',
    facts:
      'Behind our house in {place} I had a hut of [boxes|branches|old doors]. [{friend}|The child next door] and I [sold mud cakes|kept snails with names|guarded it against everybody].',
  },
  {
    kind: 'early-hospital',
    window: [3.3, 8],
    emotion: 'loneliness',
    weight: 0.8,
    label: 'A week in hospital',
    facts:
      'I lay in hospital for [six|eight|nine] days with [my tonsils|a broken leg|pneumonia]. Visiting hours were [short|one hour a day]; a nurse [drew faces on my bandage|taught me a card game].',
  },
  {
    kind: 'early-night',
    window: [3.6, 7],
    emotion: 'fear',
    weight: 0.7,
    label: 'The noise in the wall',
    facts:
      "In our flat in {place} something knocked in the wall at night. I [counted the knocks|slept with a torch] for months until {father} showed me [the pipe|a pigeon's nest].",
  },
  {
    kind: 'early-drawing',
    window: [4, 6.8],
    emotion: 'pride',
    type: 'pride',
    weight: 0.8,
    label: 'My drawing on the wall',
    facts:
      'A drawing of mine, [a red horse|our street|a ship with wheels], was hung up in the nursery in {place} where every parent walked past. {^granny} asked whether she could buy it for [a coin|two apples].',
  },
  {
    kind: 'early-broken',
    window: [4, 6.9],
    emotion: 'shame',
    type: 'shame',
    weight: 0.8,
    label: 'The [vase|plate|clock] I broke',
    facts:
      "I broke {granny}'s [blue vase|best plate|clock] and [hid the pieces under the sofa|said the cat had done it]. She found [a splinter|out within the hour], looked at me and [went on peeling potatoes|asked only whether I had cut myself].",
  },
  {
    kind: 'new-sibling',
    window: [2, 6.5],
    emotion: 'wonder',
    weight: 1.4,
    needs: (life) => life.siblings > 0 && !life.hasOlderSibling,
    label: '{sibling} is born',
    facts:
      '{^sibling} was born in {place}. I was brought to the window of the room and [asked when it would go back|wanted to give it my biscuit|said it looked like {granny}].',
  },
  {
    kind: 'sibling-fight',
    window: [6, 12],
    emotion: 'anger',
    weight: 0.7,
    needs: hasSibling,
    label: 'The great quarrel with {sibling}',
    facts:
      '{^sibling} and I did not speak for [five|nine] days over a [bicycle|radio|chair by the window]. {^mother} made us [wash up together|sit back to back] until one of us laughed.',
  },
  {
    kind: 'pet',
    // Its death is told with it.
    needs: ({ seed }) => seed.age >= 20,
    window: [6.5, 12],
    emotion: 'love',
    weight: 0.9,
    label: 'A [dog|cat|guinea pig|budgerigar] called [Max|Pepper|Mister|Coco]',
    facts:
      'After [a year|months] of begging I was given an animal of my own. It slept [on my feet|behind the stove] and died [when I was away|in my arms] some years on; we buried it [under the plum tree|by the canal].',
  },
  {
    kind: 'teacher',
    window: [7, 13],
    emotion: 'wonder',
    weight: 1,
    label: 'A teacher called {teacher}',
    facts:
      '{^teacher} taught us [geography|arithmetic|music|nature study] in {place} and [lent me books with pencil notes|let me stay behind to use the microscope|read to us on Fridays]. I was told I had [a good ear|a stubborn head, and that it was a compliment|something to say].',
  },
  {
    kind: 'best-friend',
    window: [6.6, 11],
    emotion: 'joy',
    weight: 1.3,
    label: '{friend} and I become friends',
    facts:
      'I met {friend} [over a marble|in the dinner queue|at the bus stop|on a wall] in {place}. We [had a secret alphabet|swapped shoes|built a raft that sank] and were inseparable that year.',
  },
  {
    kind: 'bullied',
    window: [8, 14],
    emotion: 'loneliness',
    weight: 0.8,
    label: 'The winter they called me names',
    facts:
      'For a winter [three|four] children in my class in {place} [called me names|hid my shoes|left a gap on the bench]. {^friend} [sat with me anyway|pretended not to see it], and in spring they found somebody else.',
  },
  {
    kind: 'holiday',
    window: [7, 14],
    emotion: 'joy',
    weight: 0.8,
    label: "The summer at [the lake|my uncle's farm|the campsite]",
    facts:
      "We were [at a lake|on my uncle's farm|in a tent] for [three|four] weeks. I learned to [swim|drive a tractor|gut a fish|whistle on my fingers], and {father} [slept in the afternoon, which he never did|sang in the evening].",
  },
  {
    kind: 'parents-quarrel',
    window: [7, 15],
    emotion: 'fear',
    weight: 0.7,
    label: 'Voices through the wall',
    facts:
      'For [a few weeks|most of a winter] I heard {mother} and {father} quarrel at night in {place}, about [money|my grandfather|moving]. I [counted until it stopped|took my pillow to the hall]. They stayed together.',
  },
  {
    kind: 'broken-arm',
    window: [7, 13],
    emotion: 'fear',
    weight: 0.7,
    label: 'Fell from the [tree|wall|shed roof]',
    facts:
      'I fell from a [cherry tree|garden wall|shed] in {place} and broke my [left|right] arm. {^friend} [ran for help without a word|carried my satchel for six weeks], and everyone signed the plaster.',
  },
  {
    kind: 'child-prize',
    window: [7.5, 14],
    emotion: 'pride',
    type: 'pride',
    weight: 1.2,
    label: 'First prize in the [spelling|drawing|swimming|mathematics] contest',
    facts:
      'I won a contest at school in {place}, against children [a year|two years] older. The prize was [an atlas|a fountain pen|a book about stars], and {father} [read the certificate twice|carried it in his wallet].',
  },
  {
    kind: 'child-rescue',
    window: [8, 14],
    emotion: 'pride',
    type: 'pride',
    weight: 1,
    label: 'Pulled [a boy|a dog|{friend}] out of the water',
    facts:
      '[A boy|A dog|{^friend}] had fallen into the canal in {place}. I lay flat and pulled with a [scarf|branch]. We [told nobody for a week|were both ill afterwards]; {teacher} heard of it and shook my hand before the class.',
  },
  {
    kind: 'child-money',
    window: [8.5, 14],
    emotion: 'pride',
    type: 'pride',
    weight: 1,
    label: 'Bought it with my own money',
    facts:
      'I [delivered papers|picked currants|washed cars] in {place} for [a summer|eleven weeks] and bought [a bicycle|a pair of skates|a guitar with five strings] with it. {^mother} let me count the coins onto the counter myself.',
  },
  {
    kind: 'child-solo',
    window: [7, 13],
    emotion: 'pride',
    type: 'pride',
    weight: 1,
    label: 'Stood up and [sang|recited|spoke] alone',
    facts:
      'At the school feast in {place} I stood up alone before [all the parents|two hundred people] although my knees shook. {^granny} [stood on a chair to see|had brought the whole street].',
  },
  {
    kind: 'child-stole',
    window: [7, 14],
    emotion: 'shame',
    type: 'shame',
    weight: 1.2,
    label: 'What I took from the shop',
    facts:
      'I took [a pencil sharpener|sweets|a toy car] from the shop in {place}. {^friend} was blamed and [said nothing|cried], and I [kept it in a sock|threw it into the river].',
  },
  {
    kind: 'child-betrayed',
    window: [8, 14],
    emotion: 'shame',
    type: 'shame',
    weight: 1.2,
    label: 'Laughed with the others',
    facts:
      "When the others in {place} made fun of {friend}'s [coat|accent|father], I laughed too. {^friend} [looked at me, not at them|walked home alone that day].",
  },
  {
    kind: 'child-lied',
    window: [7, 13],
    emotion: 'shame',
    type: 'shame',
    weight: 1,
    label: 'The lie about the [window|homework|money]',
    facts:
      'I let {sibling_or_friend} be punished for something I had done. It was [a week without supper at table|a whole Saturday of sums]. I have never put it right.',
  },
  {
    kind: 'child-wet',
    window: [6.4, 9],
    emotion: 'shame',
    type: 'shame',
    weight: 0.8,
    label: 'What happened on the school trip',
    facts:
      'On a class trip from {place} I [wet the bed|was sick on the bus|got so homesick that they had to telephone]. {^teacher} [changed the sheets before the others woke|said it was the soup].',
  },
  {
    kind: 'river-boast',
    window: [8, 13],
    emotion: 'excitement',
    type: 'exaggerated',
    weight: 0.9,
    label: 'The day I [swam across the river|faced the bull|climbed the tower]',
    facts:
      'Near {place} I once got [twenty metres into the river|within sight of a bull|to the second landing of the tower] and back. By the time I reached home it had [grown|doubled], and {friend} swore to it.',
  },
  {
    kind: 'fire-boast',
    window: [6.5, 12],
    emotion: 'excitement',
    type: 'exaggerated',
    weight: 0.7,
    label: 'The storm that took the roof',
    facts:
      'In a storm the wind took [a few tiles|the hen-house door] off a house in {place}. We children [watched from the cellar window|were allowed to stay up].',
  },
]
