import type { QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import type { ItemStatistics, ScaleEvidence } from '../../../../shared/contract/scales.ts'
import { CAVEAT } from '../evidence/caveat.ts'
import { designOf } from '../evidence/design-of.ts'
import { hasTooFew, toEstimate } from '../evidence/estimates.ts'
import { domainsOf, questionEvidence } from '../evidence/evidence.ts'
import type { EvidenceInput } from '../evidence/evidence-input.ts'
import type { SurveyDesign } from '../statistics/design.ts'
import { correlationsOf, cronbachAlpha } from '../statistics/scale/alpha.ts'
import { weightedMoments } from '../statistics/scale/moments.ts'
import { omegaTotal } from '../statistics/scale/omega.ts'
import { alphaEstimate, omegaEstimate } from '../statistics/scale/reliability.ts'
import { itemStatistics } from './item-statistics.ts'
import { scaleNotices } from './notices.ts'
import type { KeyedItem } from './read-items.ts'
import { onOneRange, scoresOf, type Scores } from './scores.ts'

/** Plain data: it crosses to a worker as it is. */
export type ScaleInput = {
  readonly input: Omit<EvidenceInput, 'themes'>
  readonly name: string
  readonly items: readonly KeyedItem[]
  readonly minAnswered: number
  readonly level: number
  readonly withScores: boolean
}

/** How well the items hang together, and the score they make. Pure. */
export function computeScale(scale: ScaleInput): ScaleEvidence {
  const { input, name, items, minAnswered, level } = scale
  const design = designOf(input)
  const { values, from, to, rescaled } = onOneRange(items)
  const complete = Uint8Array.from(input.rows, (_, row) =>
    values.every((item) => !Number.isNaN(item[row]!)) ? 1 : 0,
  )
  const moments = weightedMoments(design, values, complete)
  const correlations = correlationsOf(moments.covariance)
  const scores = scoresOf(values, minAnswered)
  const alpha = toEstimate(alphaEstimate(design, moments, complete, level))
  const isHidden = hasTooFew(design, complete)
  const together = (value: number) => (isHidden ? null : finite(value))
  const found = itemStatistics(design, items, values, moments)
  const statistics = isHidden ? found.map(aloneOnly) : found
  const { status, id, rehearsal } = input.run
  return {
    runId: id,
    name,
    items: statistics,
    range: { from, to },
    complete: complete.reduce((sum, inside) => sum + inside, 0),
    alpha,
    alphaStandardised: together(cronbachAlpha(correlations)),
    omega: toEstimate(omegaEstimate(design, moments, complete, level)),
    omegaStandardised: together(omegaTotal(correlations)),
    correlations: correlations.map((row) => row.map(together)),
    minAnswered,
    scores: scoreEvidence(scale, design, { values: scores.values, from, to }),
    people: scale.withScores ? peopleOf(scale, scores) : null,
    notices: scaleNotices({ items: statistics, correlations, alpha, rescaled, scores }),
    provisional: status !== 'succeeded',
    rehearsal,
    caveat: CAVEAT,
  }
}

/** Too few personas answered every item for anything about items together. */
function aloneOnly(item: ItemStatistics): ItemStatistics {
  return { ...item, itemRest: null, alphaIfDropped: null, loading: null, suggestion: null }
}

/** The score as if it had been asked for: overall and by cohort, condition and segment. */
function scoreEvidence(
  { input, name }: ScaleInput,
  design: SurveyDesign,
  { values, from, to }: { values: Float64Array; from: number; to: number },
): QuestionEvidence {
  const question = {
    id: 'scale',
    type: 'numeric' as const,
    text: name,
    allowDontKnow: false,
    min: from,
    max: to,
    decimals: 6,
  }
  const answers = Array.from(values, (value) =>
    Number.isNaN(value) ? undefined : { status: 'valid' as const, value, text: String(value) },
  )
  const asked = { ...input, answers: { scale: answers }, comparisons: [], themes: {} }
  const provisional = input.run.status !== 'succeeded'
  return questionEvidence(
    { input: asked, design, domains: domainsOf(asked), provisional },
    question,
  )
}

function peopleOf(
  { input }: ScaleInput,
  { values, answered }: Scores,
): NonNullable<ScaleEvidence['people']> {
  return input.rows.flatMap(({ taskId, personaName }, row) =>
    Number.isNaN(values[row]!)
      ? []
      : [{ taskId, personaName, score: values[row]!, answered: answered[row]! }],
  )
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
