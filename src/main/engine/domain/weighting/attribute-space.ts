import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import { traitNames } from '../../../../shared/contract/personas.ts'
import { readGender, type Gender } from '../personas/gender.ts'
import { correlatedScores } from '../personas/traits.ts'
import { normal, uniform } from '../random.ts'
import { readBandOrNumber } from './table-bands.ts'
import { createTargetSampler, type TargetMargin } from './target-sampler.ts'

/** A margin as one dimension of the space; ordered where its categories are bands of a number. */
export type SpaceMargin = TargetMargin & { readonly isOrdered: boolean }

/** People as points: categories of the margins, percentiles of the traits. */
export type Points = {
  readonly n: number
  /** Category per margin, row by row: shape [n, margins]. */
  readonly categories: Int32Array
  /** Percentiles, 0–1: shape [n, 5]. */
  readonly traits: Float64Array
  /** The same as independent uniforms, age and gender taken out: shape [n, 5]. */
  readonly uniforms: Float64Array
}

export const TRAITS = traitNames.length
/** Where a margin says nothing of age, traits are drawn as at the age that shifts nothing. */
const PLAIN_AGE = 40

/**
 * Random people of the target: margins as the sampler draws them, traits as the generator's norms
 * have them for their age and gender.
 *
 * @param name  of the draw: the same name gives the same people
 */
export function drawPeople(margins: readonly SpaceMargin[], n: number, name: string): Points {
  const sampler = createTargetSampler(margins)
  const points = emptyPoints(n, margins.length)
  const readAge = ageReader(margins)
  const genderOf = genderReader(margins)
  for (let i = 0; i < n; i++) {
    const drawn = sampler((m) => uniform(name, i, 'margin', m))
    points.categories.set(drawn, i * margins.length)
    const independent = traitNames.map((_, t) => normal(name, i, 'trait', t))
    const scores = correlatedScores(independent, readAge(drawn), genderOf(drawn))
    traitNames.forEach((trait, t) => {
      points.traits[i * TRAITS + t] = normalCdf(scores[trait], 0, 1)
      points.uniforms[i * TRAITS + t] = normalCdf(independent[t]!, 0, 1)
    })
  }
  return points
}

export function emptyPoints(n: number, margins: number): Points {
  return {
    n,
    categories: new Int32Array(n * margins),
    traits: new Float64Array(n * TRAITS),
    uniforms: new Float64Array(n * TRAITS),
  }
}

/** Key of the cell of a person: every margin's category. */
export function cellOf({ categories }: Points, i: number, margins: number): string {
  return categories.subarray(i * margins, (i + 1) * margins).join(',')
}

function ageReader(margins: readonly SpaceMargin[]): (drawn: Int32Array) => number {
  const at = margins.findIndex(({ fields }) => fields.length === 1 && fields[0] === 'age')
  if (at === -1) return () => PLAIN_AGE
  const ages = margins[at]!.categories.map((category) => {
    const band = readBandOrNumber(category)
    if (!band) return PLAIN_AGE
    const from = Math.max(0, band.from)
    // An open band is taken to reach twenty years.
    return (from + Math.min(band.to, from + 20)) / 2
  })
  return (drawn) => ages[drawn[at]!] ?? PLAIN_AGE
}

function genderReader(margins: readonly SpaceMargin[]): (drawn: Int32Array) => Gender {
  const at = margins.findIndex(({ fields }) => fields.length === 1 && fields[0] === 'gender')
  if (at === -1) return () => 'other'
  const genders = margins[at]!.categories.map(readGender)
  return (drawn) => genders[drawn[at]!] ?? 'other'
}
