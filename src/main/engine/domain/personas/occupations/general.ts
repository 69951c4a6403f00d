import { each, type OccupationFamily } from './family.ts'

/** For occupations no other family knows. Says nothing that is untrue of any work. */
export const generalFamily: OccupationFamily = {
  id: 'general',
  keywords: [],
  fromAge: 17,
  education: 'secondary',
  field: 'my trade',
  employers: each(
    'a small local firm|a larger company in town|a family business|a public institution|a cooperative',
  ),
  before: each('shop assistant|warehouse hand|waiter|office help|seasonal worker'),
  topics: each(
    'the tools of the trade|customers|money and hours|training newcomers|how the place really works|rules and exceptions',
  ),
  pride: [
    [
      'Trusted with the keys',
      'After [two|three] years {boss} gave me the keys of {employer} and went on holiday for the first time in [nine|eleven] years. Nothing [burned|broke].',
    ],
    [
      'Solved what nobody could',
      'A problem had been passed around {employer} for [months|a year]. I solved it [over a weekend|on the back of an envelope], and {colleague} would not believe it.',
    ],
    [
      'Asked to teach it',
      '{boss} asked me to teach the newcomers. One of them, {colleague}, is now better at it than I am and [says where it came from|rings me on my birthday].',
    ],
  ],
  shame: [
    [
      'A mistake I hid',
      'I made a mistake at {employer} that cost [a week|a lot of money] and let everybody think it had been [the weather|a supplier].',
    ],
    [
      'Talked behind a back',
      'I made fun of {colleague} in the kitchen of {employer} and turned round. [The kettle was very loud|Nobody said anything].',
    ],
    [
      'Took the easier side',
      'When {boss} asked who agreed, I raised my hand with the others. {colleague} was right and [alone|knew it].',
    ],
  ],
  trial: [
    [
      'A bad year for the place',
      '{employer} nearly closed one {month}. We took [less pay|turns] for [five|eight] months, and it went on.',
    ],
    [
      'New people at the top',
      '{employer} was sold. The new owners [moved my desk|asked me what I do], and I wrote it down for the first time.',
    ],
    [
      'Learned it from the beginning',
      'I had to learn a new way of working from somebody [half my age|I could not stand]. {colleague} turned out to be a good teacher.',
    ],
  ],
}
