import type { PersonaSeed } from '../../../../shared/contract/personas.ts'
import type { Dice } from './dice.ts'
import type { TraitScores } from './traits.ts'

/** [what, how one is drawn to it: weights on O, C, E, A, N] */
type Pull = readonly [what: string, o: number, c: number, e: number, a: number, n: number]

const hobbies: readonly Pull[] = [
  ['chess', 0.4, 0.3, -0.5, 0, 0],
  ['choir singing', 0.3, 0, 0.3, 0.5, 0],
  ['running', 0, 0.6, 0.1, 0, 0],
  ['cooking', 0.3, 0, 0.1, 0.3, 0],
  ['gardening', 0, 0.3, -0.3, 0.3, 0],
  ['football', -0.2, 0, 0.6, 0, 0],
  ['reading crime novels', 0, 0, -0.5, 0, 0.2],
  ['reading history', 0.4, 0.1, -0.4, 0, 0],
  ['birdwatching', 0.4, 0.2, -0.5, 0, 0],
  ['playing the guitar', 0.5, -0.2, 0.1, 0, 0.2],
  ['dancing', 0.3, 0, 0.7, 0, 0],
  ['photography', 0.6, 0, -0.1, 0, 0],
  ['mending old radios', 0.2, 0.3, -0.5, 0, 0],
  ['cycling', 0, 0.3, 0, 0, -0.2],
  ['baking', 0, 0.2, 0, 0.5, 0],
  ['board games', 0.3, 0, 0.3, 0.1, 0],
  ['hiking', 0.3, 0.1, 0, 0, -0.2],
  ['knitting', 0, 0.4, -0.3, 0.3, 0],
  ['swimming', 0, 0.2, 0, 0, -0.1],
  ['painting', 0.8, -0.2, -0.2, 0, 0.3],
  ['table tennis', -0.1, 0, 0.4, 0, 0],
  ['collecting maps', 0.3, 0.4, -0.5, 0, 0],
  ['pub quizzes', 0.2, 0, 0.6, 0, 0],
  ['fishing', -0.3, 0, -0.4, 0, -0.2],
  ['drawing', 0.7, 0, -0.4, 0, 0.2],
  ['cards', -0.3, 0, 0.4, 0.1, 0],
  ['astronomy', 0.6, 0.2, -0.5, 0, 0],
  ['volunteering at the animal shelter', 0, 0, 0, 0.7, 0.2],
]

/** What somebody does for its own sake; what the seed's attributes name comes first. */
export function drawHobbies(seed: PersonaSeed, traits: TraitScores, dice: Dice): string[] {
  const stated = Object.entries(seed.attributes ?? {})
    .filter(
      ([key, value]) =>
        /^(hobb(y|ies)|interests?|pastimes?)$/i.test(key) && typeof value === 'string',
    )
    .flatMap(([, value]) => String(value).split(/[,;/]/))
    .map((text) => text.trim().slice(0, 60))
    .filter((text) => text !== '')
  const { openness, conscientiousness, extraversion, agreeableness, neuroticism } = traits
  const drawn = hobbies
    .map(([what, o, c, e, a, n]) => {
      const pull =
        o * openness +
        c * conscientiousness +
        e * extraversion +
        a * agreeableness +
        n * neuroticism
      return { what, pull: pull + 1.2 * dice.normal(`hobby:${what}`) }
    })
    .toSorted((a, b) => b.pull - a.pull)
    .map(({ what }) => what)
  return [...new Set([...stated, ...drawn])].slice(0, Math.max(2, Math.min(stated.length, 4)))
}
