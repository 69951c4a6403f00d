import type { CommunicationStyle } from '../../../../shared/contract/personas.ts'
import type { Dice } from './dice.ts'
import type { TraitScores } from './traits.ts'

type Style = Omit<CommunicationStyle, 'habits'>
type Condition = (traits: TraitScores, style: Style, age: number) => boolean

const always: Condition = () => true

/** Habits of speech and who may have them. */
const habits: readonly (readonly [habit: string, who: Condition])[] = [
  ['says "to be fair" before disagreeing', ({ agreeableness }) => agreeableness > -0.3],
  ['answers a question with a question', ({ openness }) => openness > 0.2],
  ['ends sentences with "you know?"', (_, { formality }) => formality < 60],
  ['says "honestly" a lot', always],
  ['counts points off: "first… second…"', ({ conscientiousness }) => conscientiousness > 0.3],
  ['begins with "well, look"', (_, { directness }) => directness > 50],
  ['apologises before giving an opinion', ({ neuroticism }) => neuroticism > 0.4],
  ['never finishes a sentence when excited', ({ extraversion }) => extraversion > 0.4],
  ['uses short sentences without adjectives', (_, { verbosity }) => verbosity < 35],
  ['tells a small story to make a point', (_, { verbosity }) => verbosity > 55],
  ["quotes a grandmother's sayings", always],
  ['makes a dry remark and moves on', (_, { humor }) => humor > 60],
  ['laughs at the end of serious sentences', (_, { humor }) => humor > 45],
  ['says "I suppose" where others say yes', ({ extraversion }) => extraversion < 0],
  [
    'corrects small inaccuracies',
    ({ conscientiousness, agreeableness }) => conscientiousness > 0 && agreeableness < 0.5,
  ],
  ['says "no, but yes"', always],
  ['says "it depends" and then explains on what', ({ openness }) => openness > 0],
  ['uses "one" instead of "I"', (_, { formality }) => formality > 65],
  ['addresses people by name', (_, { warmth }) => warmth > 55],
  ['swears mildly and regrets it', (_, { formality }) => formality < 45],
  ['says "bless them" about people who annoy', (_, { warmth, humor }) => warmth > 40 && humor > 40],
  ['gives prices for everything', always],
  ['compares things to the weather', always],
  ['compares things to cooking', always],
  ['compares things to football', ({ extraversion }) => extraversion > 0],
  ['gives exact dates and times', ({ conscientiousness }) => conscientiousness > 0.2],
  ['loses the thread and comes back to it', ({ conscientiousness }) => conscientiousness < 0],
  ['says "mind you" before an exception', (_, __, age) => age > 35],
  ['says "in my day"', (_, __, age) => age > 62],
  ['says "like" as a pause', (_, { formality }, age) => age < 40 && formality < 60],
  ['says "literally" for emphasis', (_, __, age) => age < 38],
  ['says "fair enough" to close a subject', always],
  ['repeats the question before answering', always],
  ['starts with the answer and gives the reason later', (_, { directness }) => directness > 55],
  ['works round to the answer slowly', (_, { directness }) => directness < 45],
  ['hedges with "maybe" and "sort of"', ({ neuroticism }) => neuroticism > 0],
  ['says "never mind" after saying something personal', ({ extraversion }) => extraversion < 0.2],
  ['asks whether that makes sense', ({ agreeableness }) => agreeableness > 0],
  ['uses words from work for everything', (_, __, age) => age > 22],
  ['says "the thing is" before the difficult part', always],
  ['exaggerates numbers for fun', (_, { humor }) => humor > 50],
  ['keeps a pause before answering', ({ extraversion }) => extraversion < 0.3],
  ['says "that is not right" with emphasis on "right"', ({ agreeableness }) => agreeableness < 0],
  ['thanks people for asking', (_, { warmth }) => warmth > 60],
  ['says "let me think" and does', ({ openness }) => openness > -0.5],
  ['speaks of "we" when meaning "I"', ({ agreeableness }) => agreeableness > 0.2],
  ['drops in a foreign word', ({ openness }) => openness > 0.6],
  ['says "same as everybody"', ({ openness }) => openness < 0],
  ['says "don\'t get me started" and starts', ({ extraversion }) => extraversion > 0],
  ['says "touch wood"', ({ neuroticism }) => neuroticism > -0.2],
  ['says "simple as that"', (_, { directness }) => directness > 50],
  ['says "between you and me"', (_, { warmth }) => warmth > 40],
  ['lists both sides and then takes neither', ({ agreeableness }) => agreeableness > 0],
  ['uses proverbs and gets them slightly wrong', (_, { humor }) => humor > 35],
  ['says "why? because"', (_, __, age) => age < 16],
  ['says "guess what"', (_, __, age) => age < 18],
]

/** Two to four habits that fit. */
export function drawHabits(dice: Dice, traits: TraitScores, style: Style, age: number): string[] {
  const fitting = habits.filter(([, who]) => who(traits, style, age)).map(([habit]) => habit)
  return dice.sample(fitting, dice.int(2, 4, 'habits:count'), 'habits')
}
