import type { CommunicationStyle } from '../../../../shared/contract/personas.ts'
import type { Dice } from './dice.ts'
import type { EducationLevel } from './education.ts'
import { educationLevels } from './education.ts'
import { drawHabits } from './habits.ts'
import { toPercentile, type TraitScores } from './traits.ts'

/**
 * Loadings of style on O, C, E, A, N. Directions after de Vries, Bakker-Pieper, Konings & Schouten
 * (2013), "The Communication Styles Inventory", Communication Research 40, 506–532: expressiveness
 * goes with E, preciseness with C, verbal aggressiveness with low A, emotionality with N,
 * questioningness with O. The sizes are ours.
 */
const loadings = {
  formality: [-0.1, 0.35, -0.25, 0, 0],
  verbosity: [0.2, -0.05, 0.5, 0, 0.1],
  directness: [0, 0.1, 0.3, -0.4, -0.15],
  warmth: [0.05, 0, 0.25, 0.55, 0],
  humor: [0.3, -0.15, 0.3, 0, -0.1],
} as const satisfies Record<Exclude<keyof CommunicationStyle, 'habits'>, readonly number[]>

export function drawStyle(
  dice: Dice,
  traits: TraitScores,
  age: number,
  education: EducationLevel,
): CommunicationStyle {
  const { openness, conscientiousness, extraversion, agreeableness, neuroticism } = traits
  const scores = [openness, conscientiousness, extraversion, agreeableness, neuroticism]
  const draw = (name: keyof typeof loadings, shift = 0) => {
    const links: readonly number[] = loadings[name]
    const explained = links.reduce((sum, link, i) => sum + link * scores[i]!, 0)
    const noise = Math.sqrt(1 - links.reduce((sum, link) => sum + link * link, 0))
    return toPercentile(explained + shift + noise * dice.normal(`style:${name}`))
  }
  // Older and longer schooled people write more formally: a quarter of a deviation per step, ours.
  const schooling = (educationLevels.indexOf(education) - 3) * 0.12
  const seniority = (Math.min(Math.max(age, 10), 80) - 40) / 80
  const style = {
    formality: draw('formality', schooling + seniority),
    verbosity: draw('verbosity', schooling / 2),
    directness: draw('directness'),
    warmth: draw('warmth'),
    humor: draw('humor'),
  }
  return { ...style, habits: drawHabits(dice, traits, style, age) }
}
