import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { traitNames } from '../../../../shared/contract/personas.ts'
import { normal } from '../random.ts'
import { tokenize } from '../text/tokenize.ts'
import type { Occasion } from './latent.ts'
import type { Respondent } from './predictors.ts'
import { templateKey } from './template.ts'
import { themes, type Theme } from './themes.ts'
import type { Question } from '../../../../shared/contract/skills.ts'

export type Side = 'pro' | 'con' | 'mixed'

/** On which side a latent answer is: a third undecided when shares are as normal as they come. */
export function sideOf(eta: number): Side {
  if (eta > 0.43) return 'pro'
  return eta < -0.43 ? 'con' : 'mixed'
}

/**
 * Themes in the order in which they occur to this persona: what the question brings to mind, what
 * it values, its traits, and two draws that split as the response model's do: one lasting, one of
 * the occasion.
 */
export function themesFor(persona: Respondent, template: Question, occasion: Occasion): Theme[] {
  const asked = new Set(tokenize(template.text))
  const key = [occasion.randomSeed, persona.personaKey, templateKey(template)] as const
  const score = (theme: Theme) =>
    (theme.id === 'recognition' && noColleagues.test(persona.baseOccupation) ? -5 : 0) +
    (theme.cues.some((cue) => asked.has(cue)) ? 1.2 : 0) +
    valuePull(persona, theme) +
    traitPull(persona, theme) +
    0.8 * normal(...key, 'theme', theme.id) +
    0.4 * normal(...key, occasion.condition, occasion.replicate, 'theme-occasion', theme.id)
  return themes
    .map((theme) => ({ theme, score: score(theme) }))
    .sort((a, b) => b.score - a.score)
    .map(({ theme }) => theme)
}

/** The side that choosing an option is on: most options are for something. */
export function sideOfOption(option: string): Side {
  if (/^(no|not|never|none|neither|nothing|hardly|unlikely|disagree|against)\b/i.test(option))
    return 'con'
  return /maybe|perhaps|not sure|undecided|depends|sometimes/i.test(option) ? 'mixed' : 'pro'
}

/** Strength of an opinion as an adverb would have it. */
export function intensityOf(eta: number): 'strong' | 'plain' {
  return Math.abs(eta) > 1.2 ? 'strong' : 'plain'
}

// Nobody is to get ahead at a place of work they do not have.
const noColleagues = /retired|pension|unemployed|between jobs|homemaker|student|pupil/i

function valuePull({ values }: Respondent, theme: Theme): number {
  const ranks = theme.values.map((value) => values.indexOf(value)).filter((rank) => rank !== -1)
  return ranks.length === 0 ? 0 : 1 - 0.3 * Math.min(...ranks)
}

function traitPull({ traits }: Respondent, theme: Theme): number {
  return traitNames.reduce((sum, name) => {
    const percentile = Math.min(99, Math.max(1, traits[name]))
    return sum + (theme.traits[name] ?? 0) * normalQuantile(percentile / 100, 0, 1)
  }, 0)
}
