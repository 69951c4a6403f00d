import { SchwartzValue } from '../../../../shared/contract/personas.ts'
import type { Dice } from './dice.ts'
import type { TraitScores } from './traits.ts'

/**
 * Correlations of values with O, C, E, A, N after Parks-Leduc, Feldman & Bardi (2015), Personality
 * and Social Psychology Review 19, 3–29: signs and order of size as reported there, rounded to .05;
 * links below .1 are 0 (neuroticism has none above that).
 */
const traitLinks: Readonly<
  Record<SchwartzValue, readonly [number, number, number, number, number]>
> = {
  'self-direction': [0.5, 0, 0.15, 0, 0],
  stimulation: [0.35, -0.25, 0.35, 0, 0],
  hedonism: [0.1, -0.2, 0.2, -0.1, 0],
  achievement: [0.1, 0.15, 0.3, -0.25, 0],
  power: [0, 0, 0.3, -0.4, 0],
  security: [-0.25, 0.35, 0, 0, 0],
  conformity: [-0.25, 0.25, -0.15, 0.25, 0],
  tradition: [-0.3, 0.1, -0.15, 0.2, 0],
  benevolence: [0.15, 0.1, 0, 0.6, 0],
  universalism: [0.35, 0, 0, 0.4, 0],
}

/**
 * How much people across nations care, in standard deviations: the order of the pan-cultural
 * hierarchy (Schwartz & Bardi 2001, J. Cross-Cultural Psychology 32, 268–290). The size is ours:
 * small enough that every value is somebody's first.
 */
const importance: Readonly<Record<SchwartzValue, number>> = {
  benevolence: 0.5,
  'self-direction': 0.35,
  universalism: 0.3,
  security: 0.2,
  conformity: 0.1,
  achievement: 0,
  hedonism: -0.1,
  stimulation: -0.3,
  tradition: -0.3,
  power: -0.6,
}

/** Per 40 years, in standard deviations: openness to change gives way to conservation with age. */
const ageSlope: Readonly<Partial<Record<SchwartzValue, number>>> = {
  stimulation: -0.5,
  hedonism: -0.4,
  achievement: -0.3,
  security: 0.2,
  conformity: 0.3,
  tradition: 0.4,
}

/** The three that matter most, most important first. */
export function drawValues(dice: Dice, traits: TraitScores, age: number): SchwartzValue[] {
  const decades = (Math.min(Math.max(age, 10), 85) - 40) / 40
  const scores = SchwartzValue.options.map((value) => {
    const links = traitLinks[value]
    const { openness, conscientiousness, extraversion, agreeableness, neuroticism } = traits
    const scored = [openness, conscientiousness, extraversion, agreeableness, neuroticism]
    const fromTraits = scored.reduce((sum, score, i) => sum + score * links[i]!, 0)
    const unexplained = Math.sqrt(1 - links.reduce((sum, link) => sum + link * link, 0))
    const own = unexplained * dice.normal(`value:${value}`)
    return { value, score: fromTraits + own + importance[value] + decades * (ageSlope[value] ?? 0) }
  })
  return scores
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ value }) => value)
}
