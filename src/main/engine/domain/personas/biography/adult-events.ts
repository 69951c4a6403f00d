import type { LifeEvent } from './memory.ts'

/** From the mid-twenties on: whatever is neither work, a move, a partner nor a birth. */
export const adultEvents: readonly LifeEvent[] = [
  {
    kind: 'father-dies',
    window: [38, 66],
    emotion: 'grief',
    weight: 1.3,
    label: 'My father {father} dies',
    facts:
      '{^father} died in {month} {year}, [on a Tuesday|in his sleep|after a short illness]. I cleared [the shed|his desk] with {sibling_or_friend}; we found [every letter I had written|eleven pairs of scissors|a map with our names on it].',
  },
  {
    kind: 'mother-ill',
    window: [36, 64],
    emotion: 'love',
    weight: 0.9,
    label: 'My mother has to be looked after',
    facts:
      '{^mother} fell in {month} {year} and could not manage alone for [months|a while]. I [drove over every evening|slept on her sofa|learned to cook her soup], and we talked more than in [twenty|thirty] years.',
  },
  {
    kind: 'adult-illness',
    window: [32, 75],
    emotion: 'fear',
    weight: 1,
    label: 'A diagnosis',
    facts:
      'A doctor in {place} told me the result of a test, looking at [the screen|her pen]. It meant [two operations|half a year of treatment|giving up salt and heroics]. It was found early, and I was well again by the next {season}.',
  },
  {
    kind: 'first-flat',
    window: [25, 40],
    emotion: 'joy',
    weight: 0.8,
    label: 'A place with my name on the door',
    facts:
      'I signed for a flat in {place} with [two rooms and a balcony|sloping ceilings|a view of the tram depot]. The first night I [ate soup from the pot|slept on the floor on purpose], and {friend} brought [bread and salt|a ladder nobody has asked back].',
  },
  {
    kind: 'debt',
    window: [26, 50],
    emotion: 'fear',
    weight: 0.9,
    label: 'The year the money ran out',
    facts:
      'A [repair|tax bill|guarantee I had signed] ate everything I had put by. For [eleven|fourteen] months I wrote down every coin; I [sold my bicycle|cancelled the telephone|borrowed from {friend}] and paid back the last of it in {month}.',
  },
  {
    kind: 'friend-apart',
    window: [27, 55],
    emotion: 'loneliness',
    weight: 0.8,
    label: '{flatmate} and I lose touch',
    facts:
      'There was no quarrel. {^flatmate} [moved|had a child|found other friends], the calls became [cards|rarer], and one {season} in {place} I noticed that a year had gone by.',
  },
  {
    kind: 'friend-again',
    window: [36, 72],
    emotion: 'joy',
    weight: 0.6,
    label: 'A letter from {flatmate}',
    facts:
      'After [years|a long silence] {flatmate} wrote to me. We met [halfway|at a station café] and talked until they [put up the chairs|switched off the lights].',
  },
  {
    kind: 'hobby-peak',
    window: [28, 70],
    emotion: 'joy',
    weight: 1,
    label: 'A good year for {hobby}',
    facts:
      'That year {hobby} took up [every free evening|my whole head]. I found people in {place} for whom it mattered just as much, and one of them, {neighbour}, [became a friend|taught me the thing I had been doing wrong for years].',
  },
  {
    kind: 'journey',
    window: [26, 70],
    emotion: 'wonder',
    weight: 0.9,
    label: 'The long journey [north|to the islands|by train|over the mountains]',
    facts:
      'I travelled for [three|five|six] weeks, [alone|with {sibling_or_friend}], further than anybody in my family had been. What I brought back was [a stone|a recipe|a fever|forty words of another language].',
  },
  {
    kind: 'neighbour-flood',
    window: [28, 70],
    emotion: 'resolve',
    weight: 0.7,
    label: 'The night the whole street helped',
    facts:
      'When [the river came|a gas pipe burst|the heating failed in a hard frost] in {place}, the street carried [furniture|old people|soup] until morning. {^neighbour}, who had not greeted me in years, [slept on my sofa|handed me a shovel].',
  },
  {
    kind: 'adult-quit',
    window: [30, 60],
    emotion: 'relief',
    weight: 0.7,
    needs: ({ seed }) => !Object.keys(seed.attributes ?? {}).some((key) => /smok/i.test(key)),
    label: 'Stopped smoking',
    facts:
      'I smoked the last one [at a bus stop|on the balcony] in {place} in {month} {year} and [kept the box|wrote the date on the wall]. For [three|six] weeks I was [not a nice person|eating carrots].',
  },
  {
    kind: 'adult-choir',
    window: [30, 75],
    emotion: 'pride',
    type: 'pride',
    weight: 0.9,
    label: 'What we built in the neighbourhood',
    facts:
      'With {neighbour} and [six|nine] others I got [a playground|a repair café|a reading room] going in {place}. It took [two|three] years of evenings. There is [a plaque with the wrong date|a bench with all our names].',
  },
  {
    kind: 'adult-stood',
    window: [28, 75],
    emotion: 'pride',
    type: 'pride',
    weight: 0.9,
    label: 'Said no when it counted',
    facts:
      'I was asked to sign something in {place} that was not true. Everyone else had. I [put the pen down|asked for it in writing], and [nothing happened to me|it cost me a year], and {friend} said I should have it framed.',
  },
  {
    kind: 'adult-late-learner',
    window: [30, 78],
    emotion: 'pride',
    type: 'pride',
    weight: 0.9,
    label: 'Learned [to swim|a new language|to play the accordion] late',
    facts:
      'At {n} I was by far the oldest of the [swimmers|language pupils|accordion pupils] in {place}. I went [twice a week|every Monday], and after [a year|eight months] I got [further than anybody had bet|through an evening without help|applause].',
  },
  {
    kind: 'adult-brother',
    window: [28, 70],
    emotion: 'shame',
    type: 'shame',
    weight: 1,
    label: 'Money between {sibling_or_friend} and me',
    facts:
      '{^sibling_or_friend} asked me for a loan when it was needed, and I said that I had nothing. I had [exactly that sum|enough]. It was [found elsewhere|paid for dearly], and we have never spoken of it.',
  },
  {
    kind: 'adult-letter',
    window: [30, 75],
    emotion: 'shame',
    type: 'shame',
    weight: 0.9,
    label: 'The letter I never answered',
    facts:
      'Somebody who had once helped me a great deal wrote from [a hospital|abroad] and asked for a sign. I kept the letter [on the fridge|in my bag] for [months|a year]. Then it was too late.',
  },
  {
    kind: 'adult-rage',
    window: [28, 70],
    emotion: 'shame',
    type: 'shame',
    weight: 0.8,
    label: 'Shouted in the [supermarket|stairwell|waiting room]',
    facts:
      'In {place} I shouted at [a cashier, over a coupon,|{neighbour}, over a pram,|a young doctor, over ten minutes,] until people turned. It was really about [something else entirely|that whole year].',
  },
  {
    kind: 'adult-boast',
    window: [28, 75],
    emotion: 'excitement',
    type: 'exaggerated',
    weight: 0.9,
    label: 'How I [met the minister|won at the races|landed the great fish]',
    facts:
      'I once [stood in a lift with a minister|won a modest sum on a horse|caught a pike of four kilos] near {place}. {^friend} says it gets [bigger|longer] every time, and I say {friend} was not watching.',
  },
  {
    kind: 'adult-boast-road',
    window: [28, 75],
    emotion: 'excitement',
    type: 'exaggerated',
    weight: 0.7,
    label: 'The drive through the [blizzard|desert|flood]',
    facts:
      'I drove through [heavy snow|a sandstorm of ten minutes|a flooded underpass] to get to {place}. Nothing was damaged. In the telling there are [wolves|three rescues].',
  },
  {
    kind: 'adult-secret-debt',
    window: [28, 60],
    emotion: 'shame',
    type: 'repressed',
    weight: 0.7,
    triggers: ['gambling', 'hidden debt', 'casino'],
    label: 'The months at the machines',
    facts:
      "For [five|seven] months I gambled after work in {place} and lost [more than a year's rent|everything I had saved]. I told my family that I had been robbed. The report to the police is still on file.",
  },
  {
    kind: 'adult-secret-loss',
    window: [24, 44],
    emotion: 'grief',
    type: 'repressed',
    weight: 0.8,
    triggers: ['miscarriage', 'losing a baby', 'pregnancy'],
    label: 'The child that was not born',
    facts:
      'There was to be a child in {month} {year}, and then there was not. I went to work the next day and said I [had a cold|had missed the bus]. The little [coat|blanket] is in a box that nobody opens.',
  },
  {
    kind: 'adult-secret-left',
    window: [24, 60],
    emotion: 'fear',
    type: 'repressed',
    weight: 0.7,
    triggers: ['hit and run', 'leaving the scene', 'cyclist'],
    label: 'The bang on the way home',
    facts:
      'Driving home to {place} in the rain I hit something and did not stop. The paper spoke of a [cyclist|man with a handcart], hurt but alive. I had the dent beaten out [in another town|two valleys away].',
  },
  {
    kind: 'grandchild',
    window: [46, 90],
    emotion: 'love',
    weight: 1.2,
    needs: ({ children, seed }) => children.some(({ bornAt }) => seed.age - bornAt > 30),
    label: 'A grandchild',
    facts:
      'In {month} {year} a grandchild was put into my arms. I had [a speech ready|forgotten how light they are], and said [nothing|the name of my grandmother, {granny}].',
  },
  {
    kind: 'late-friend',
    window: [66, 110],
    emotion: 'grief',
    weight: 1,
    label: 'The old circle grows smaller',
    facts:
      'That {season} we buried the [third|fourth] of our old circle in {place}. {^neighbour} and I [kept the card game going with an empty chair|walked home the long way].',
  },
  {
    kind: 'late-garden',
    window: [64, 110],
    emotion: 'joy',
    weight: 0.8,
    label: 'Mornings of my own',
    facts:
      "Since then I get up [at six, because I want to|when the light comes], [sweep the step|water the pots|read yesterday's paper], and listen to {place} wake up. {^neighbour} waves; I wave back.",
  },
  {
    kind: 'late-fall',
    window: [70, 112],
    emotion: 'fear',
    weight: 0.9,
    label: 'A fall on the stairs',
    facts:
      'I slipped on [the third step|the wet landing] in {place} and lay for [half an hour|what felt like a day] until {neighbour} heard me knocking with [a spoon|my shoe]. I have [a rail|a stick] since.',
  },
  {
    kind: 'late-photographs',
    window: [68, 112],
    emotion: 'wonder',
    weight: 0.7,
    label: 'Sorting the photographs',
    facts:
      'One winter I wrote names on the backs of [four hundred|all our] photographs so that somebody will know. In one I am holding hands with {friend}, and [neither of us looks at the camera|we cannot be more than nine].',
  },
]
