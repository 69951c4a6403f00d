import type { EvidenceWarning } from '../../../../../shared/contract/evidence.ts'
import type { BalanceReport } from '../../../../../shared/contract/populations.ts'
import { percent } from '../words.ts'
import { toWarning } from './warning.ts'

/** A gap under half a point is not worth a word: trimming leaves some. */
const WORTH_A_WORD_POINTS = 0.5

/**
 * Weights that do not bring the personas to the shares they are weighted to: because categories are
 * missing, margins exclude each other, or trimming keeps the weights from it.
 *
 * @param balance  of the population's version that the run is bound to
 */
export function missedTargetWarnings({ margins, maxGapPoints }: Balance): EvidenceWarning[] {
  if (!(maxGapPoints >= WORTH_A_WORD_POINTS)) return []
  const [worst] = margins
    .flatMap(({ name, categories }) =>
      categories.map((one) => ({ ...one, name, gap: Math.abs(one.after - one.target) })),
    )
    .toSorted((a, b) => b.gap - a.gap)
  if (!worst) return []
  return [
    toWarning({
      code: 'targets_missed',
      severity: 'warning',
      questionId: null,
      title: 'The weights miss their targets',
      what: `“${worst.category}” (${worst.name}) is to be ${percent(worst.target)}, and is ${percent(worst.after)} with the weights.`,
      means:
        'Every number of this run is for a population of other shares than the one that was asked for.',
      todo: 'Generate the personas that are missing, or mend the margins, and run again; until then report the shares as they are.',
      numbers: [
        { label: 'Wanted', value: worst.target, kind: 'share' },
        { label: 'With the weights', value: worst.after, kind: 'share' },
        { label: 'Without weights', value: worst.before, kind: 'share' },
        { label: 'Personas in it', value: worst.n, kind: 'count' },
      ],
    }),
  ]
}

type Balance = Pick<BalanceReport, 'margins' | 'maxGapPoints'>
