import type { EvidenceWarning } from '../../../../../shared/contract/evidence.ts'
import type { BatteryQuality } from '../../../../../shared/contract/evidence-quality.ts'
import { holm } from '../../statistics/holm.ts'
import { atLeast, expectedStraight, spreadWithin } from '../../statistics/straight-lining.ts'
import { percent } from '../words.ts'
import { batteriesOf, type Battery } from './battery.ts'
import { FALSE_ALARMS, tasksOf, toWarning, type Look } from './warning.ts'

/** Below this many personas a share of them says little. */
const LEAST_PERSONAS = 20
/** An excess under three points is no harm, however certain it is. */
const LEAST_EXCESS = 0.03

/** Whether personas give one point throughout, item after item. */
export type StraightLining = {
  readonly quality: BatteryQuality
  readonly p: number
  /** Rows that gave one point throughout. */
  readonly rows: readonly number[]
}

/** Every battery that enough personas answered. */
export function straightLiningOf({ input }: Look): StraightLining[] {
  return batteriesOf(input).flatMap((battery) => {
    const persons = firstOfEach(
      input.rows.map(({ unit }) => unit),
      battery,
    )
    if (persons.rows.length < LEAST_PERSONAS) return []
    const straight = straightRows(persons).length
    const n = persons.rows.length
    const expected = expectedStraight(persons)
    const { deviation, longestRun } = spreadWithin(persons)
    const p = atLeast(straight, n, expected)
    return [
      {
        quality: {
          questionIds: [...battery.questionIds],
          items: battery.items,
          personas: n,
          straight: straight / n,
          expected,
          p: input.run.status === 'succeeded' ? p : null,
          meanDeviation: deviation,
          longestRun,
        },
        p,
        rows: straightRows(battery),
      },
    ]
  })
}

/** Called only above chance: Holm over the batteries of the run. */
export function straightLiningWarnings(
  { input }: Look,
  found: readonly StraightLining[],
): EvidenceWarning[] {
  const adjusted = holm(found.map(({ p }) => p))
  return found.flatMap(({ quality: battery, rows }, i) => {
    const { straight, expected, questionIds, items } = battery
    if (adjusted[i]! >= FALSE_ALARMS || straight - expected < LEAST_EXCESS) return []
    const single = questionIds.length === 1 ? questionIds[0]! : null
    return [
      toWarning({
        code: 'straight_lining',
        severity: 'warning',
        questionId: single,
        ...(single === null ? { key: questionIds.join('+') } : {}),
        title: 'The same point all the way down',
        what: `${percent(straight)} of personas gave one point to all ${items} items${single === null ? ` (${questionIds.join(', ')})` : ''}; answers like these would make it ${percent(expected)}.`,
        means:
          'They may answer the form and not the items: correlations and scales come out too strong.',
        todo: 'Read some of them. Turn some items round, ask them one at a time, or try another answer mode.',
        numbers: [
          { label: 'One point throughout', value: straight, kind: 'share' },
          { label: 'Expected of such answers', value: expected, kind: 'share' },
          { label: 'p (Holm)', value: adjusted[i]!, kind: 'p' },
          { label: 'Mean SD within a persona', value: battery.meanDeviation, kind: 'number' },
          {
            label: `Mean longest run, of ${items} items`,
            value: battery.longestRun,
            kind: 'number',
          },
        ],
        tasks: tasksOf(input, rows, questionIds[0]),
      }),
    ]
  })
}

/** A persona's first row alone: replicates are no further persons. */
function firstOfEach(units: readonly number[], battery: Battery): Battery {
  const { rows, answers, items } = battery
  const seen = new Set<number>()
  const kept = [...rows.keys()].filter((at) => {
    const unit = units[rows[at]!]!
    return !seen.has(unit) && seen.add(unit)
  })
  const own = new Uint8Array(kept.length * items)
  kept.forEach((at, i) => own.set(answers.subarray(at * items, (at + 1) * items), i * items))
  return { ...battery, rows: kept.map((at) => rows[at]!), answers: own }
}

function straightRows({ rows, answers, items }: Battery): number[] {
  return rows.filter((_, at) => {
    for (let i = 1; i < items; i++)
      if (answers[at * items + i] !== answers[at * items]) return false
    return true
  })
}
