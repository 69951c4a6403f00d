import type { Question } from '../../../../../shared/contract/questions.ts'
import {
  factorNames,
  type FactorName,
  type RobustnessMeasure,
  type Variant,
} from '../../../../../shared/contract/robustness.ts'
import { measuredValues, type Answers } from '../../evidence/answer-vectors.ts'
import { measuresOf, type Measure } from '../../evidence/measures.ts'
import { decimal, list, points } from '../../evidence/words.ts'
import { readable } from '../../questions/readable.ts'
import type { SurveyDesign } from '../../statistics/design.ts'
import { pairedDifference } from '../../statistics/paired.ts'
import { varianceComponents, type Classification } from '../../statistics/variance-components.ts'

export const ROBUSTNESS_METHOD =
  'Variance components of crossed random effects, personas by the factors of asking, by MINQUE(0), ' +
  'a method of moments (Rao 1971; Hartley, Rao & LaMotte 1978); a negative estimate counts as 0. ' +
  'A factor of two or three levels gives a rough figure: its differences, with intervals over ' +
  'personas, say more. What one persona makes of one way of asking is part of chance.'

export type RobustnessInput = {
  readonly questions: readonly Question[]
  readonly variants: readonly Variant[]
  /** Personas are the units; equal weights. A row per answered task. */
  readonly design: SurveyDesign
  /** Index into `variants`, shape [rows]. */
  readonly variantOf: Int32Array
  /** By question id. */
  readonly answers: Readonly<Record<string, Answers>>
  readonly rehearsal: boolean
}

/** What moves each number that is estimated, and by how much. Pure. */
export function robustnessMeasures(input: RobustnessInput): RobustnessMeasure[] {
  return input.questions.flatMap((question) =>
    measuresOf(question).map((measure) => reportOn(input, question, measure)),
  )
}

type Sources = { readonly factors: readonly Factor[]; readonly rows: readonly number[] }
type Factor = { readonly name: FactorName; readonly levels: readonly string[] }

function reportOn(input: RobustnessInput, question: Question, measure: Measure): RobustnessMeasure {
  const values = measuredValues(input.answers[question.id] ?? [], measure)
  const rows = [...values.keys()].filter((row) => !Number.isNaN(values[row]!))
  const factors = factorNames.flatMap((name): Factor[] => {
    const levels = [...new Set(input.variants.map((variant) => String(variant[name])))]
    return levels.length > 1 ? [{ name, levels }] : []
  })
  const components = componentsOf(input, values, { factors, rows })
  const asking = components.filter(({ source }) => source !== 'persona' && source !== 'residual')
  const askingSd =
    asking.length === 0 ? null : Math.sqrt(asking.reduce((sum, one) => sum + one.variance, 0))
  const base = {
    questionId: question.id,
    measure: measure.name,
    label: readable(measure.label),
    isShare: measure.isShare,
    n: rows.length,
    components,
    askingSd,
  }
  return {
    ...base,
    levels: factors.flatMap((factor) => levelsOf(input, values, factor)),
    sentence: sentenceOf(base, input.rehearsal),
  }
}

/** None where there are too few answers to tell sources apart. */
function componentsOf(
  { design, variants, variantOf }: RobustnessInput,
  values: Float64Array,
  { factors, rows }: Sources,
): RobustnessMeasure['components'] {
  const classifications: (Classification & { readonly name: FactorName | 'persona' })[] = [
    { name: 'persona', levelOf: densely(rows.map((row) => design.unit[row]!)) },
    ...factors.map(({ name, levels }) => ({
      name,
      levelOf: densely(
        rows.map((row) => levels.indexOf(levelIn(variants[variantOf[row]!]!, name))),
      ),
    })),
  ]
  const counts = classifications.map(({ levelOf }) => new Set(levelOf).size)
  if (counts.some((count) => count < 2)) return []
  const picked = Float64Array.from(rows, (row) => values[row]!)
  const found = varianceComponents(picked, classifications)
  if (found.some(Number.isNaN)) return []
  const variances = found.map((variance) => Math.max(0, variance))
  const total = variances.reduce((sum, variance) => sum + variance, 0)
  return variances.map((variance, i) => ({
    source: classifications[i]?.name ?? 'residual',
    variance,
    sd: Math.sqrt(variance),
    share: total > 0 ? variance / total : null,
    levels: counts[i] ?? rows.length,
  }))
}

function levelsOf(
  { design, variants, variantOf }: RobustnessInput,
  values: Float64Array,
  { name, levels }: Factor,
): RobustnessMeasure['levels'] {
  const domainOf = (level: string) =>
    Uint8Array.from(values, (value, row) =>
      Number(!Number.isNaN(value) && levelIn(variants[variantOf[row]!]!, name) === level),
    )
  // The study's own level is that of the first variant.
  const own = levelIn(variants[0]!, name)
  const atOwn = domainOf(own)
  return levels.map((level) => {
    const domain = domainOf(level)
    const rows = [...domain.keys()].filter((row) => domain[row])
    const sum = rows.reduce((total, row) => total + values[row]!, 0)
    const { estimate, lower, upper } = pairedDifference(design, values, atOwn, domain)
    const isKnown = level !== own && [estimate, lower, upper].every(Number.isFinite)
    return {
      factor: name,
      level,
      mean: rows.length === 0 ? null : sum / rows.length,
      n: rows.length,
      difference: isKnown ? { estimate, lower, upper } : null,
    }
  })
}

function levelIn(variant: Variant, factor: FactorName): string {
  return String(variant[factor])
}

/** Numbered from 0 without gaps, in the order of the numbers. */
function densely(numbers: readonly number[]): Int32Array {
  const places = new Map([...new Set(numbers)].toSorted((a, b) => a - b).map((n, i) => [n, i]))
  return Int32Array.from(numbers, (number) => places.get(number)!)
}

const words: Record<FactorName, string> = {
  wording: 'wording',
  optionOrder: 'the order of options',
  format: 'how the persona is described',
  model: 'the model',
}

/** "Wording moves the mean by ± 0.12; personas differ by ± 0.84, chance by ± 0.50." */
function sentenceOf(
  { components, isShare, label }: Pick<RobustnessMeasure, 'components' | 'isShare' | 'label'>,
  rehearsal: boolean,
): string {
  const start = rehearsal ? 'Rehearsal: ' : ''
  if (components.length === 0) return `${start}Too few answers to tell what moves it.`
  // Held together: a line that ends in ± reads as another number.
  const size = (sd: number) => `±\u00a0${isShare ? points(sd) : decimal(sd)}`
  const of = (wanted: string) => components.find(({ source }) => source === wanted)?.sd ?? 0
  const moves = components.flatMap(({ source, sd }) =>
    source === 'persona' || source === 'residual' ? [] : [`${words[source]} by ${size(sd)}`],
  )
  const what = isShare ? `the share of “${label}”` : 'the mean'
  const text = `What moves ${what}: ${list(moves)}. Personas differ by ${size(of('persona'))}, chance by ${size(of('residual'))}.`
  return `${start}${text}`
}
