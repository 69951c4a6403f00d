import type { EvidenceWarning } from '../../../../../shared/contract/evidence.ts'
import { holm } from '../../statistics/holm.ts'
import { drawnAtLeast } from '../../statistics/hypergeometric.ts'
import { STATUSES, statusesOf } from '../answer-vectors.ts'
import { percent } from '../words.ts'
import { cutsOf, type Cut } from './cuts.ts'
import { FALSE_ALARMS, tasksOf, toWarning, type Look } from './warning.ts'

/** Fewer of a group say little of it. */
const LEAST_PERSONAS = 5
/** A group that answers but for a tenth does no harm, nor one within ten points of the others. */
const LEAST_SHARE = 0.1
const LEAST_EXCESS = 0.1

const statuses = ['refused', 'invalid', 'dont_know'] as const
type Status = (typeof statuses)[number]

const words: Record<Status, { title: string; verb: string; todo: string }> = {
  refused: {
    title: 'Refusals pile up in one group',
    verb: 'refuse to answer',
    todo: 'Read some of them, and ask this group less directly or say why you ask. Until then report the group with its worst case.',
  },
  invalid: {
    title: 'One group is not understood',
    verb: 'gave no answer that fits the question',
    todo: 'Read some of them: something about this group may not fit the options. Mend the question, or report the group with its worst case.',
  },
  dont_know: {
    title: 'One group does not know',
    verb: 'say that they do not know',
    todo: 'Ask only those whom it concerns, or report the share beside the estimate.',
  },
}

type Found = {
  readonly questionId: string
  readonly status: Status
  readonly label: string
  /** Of the group's personas, and of all others, without an answer. */
  readonly share: number
  readonly elsewhere: number
  readonly personas: number
  /** Those of the group that are missing. */
  readonly rows: () => number[]
  readonly p: number
  /** The smallest p that the group could have. */
  readonly least: number
}

/**
 * Answers that are missing in one group far more than elsewhere, which the total hides: of every
 * group against all others, persona by persona (Fisher 1935), Holm over what could be found at all
 * (Tarone 1990).
 */
export function missingInGroupsWarnings(look: Look): EvidenceWarning[] {
  const { input } = look
  const cuts = cutsOf(look)
  const tested = input.questions.flatMap(({ id }) =>
    statuses.flatMap((status) => groupsOf(look, cuts, { questionId: id, status })),
  )
  const testable = withinReach(tested)
  const adjusted = holm(testable.map(({ p }) => p))
  const found = testable
    .map((one, i) => ({ ...one, p: adjusted[i]! }))
    .filter(({ p }) => p < FALSE_ALARMS)
    .toSorted((a, b) => a.p - b.p)
  // The clearest group of a question tells of it: others overlap with it.
  return [
    ...Map.groupBy(found, ({ questionId, status }) => `${questionId} ${status}`).values(),
  ].map(([first]) => describe(look, first!))
}

function groupsOf(
  { input }: Look,
  cuts: readonly Cut[],
  { questionId, status }: { questionId: string; status: Status },
): Found[] {
  const answers = input.answers[questionId] ?? []
  const of = statusesOf(answers)
  const missing = STATUSES.indexOf(status)
  if (!of.includes(missing)) return []
  return cuts.flatMap(({ categoryOf, labels }) => {
    const counts = countPersonas(input, of, { missing, categoryOf, groups: labels.length })
    const all = {
      personas: counts.reduce((sum, { personas }) => sum + personas, 0),
      missing: counts.reduce((sum, { missing }) => sum + missing, 0),
    }
    return counts.flatMap((inGroup, group): Found[] => {
      const others = all.personas - inGroup.personas
      if (inGroup.personas < LEAST_PERSONAS || others < LEAST_PERSONAS) return []
      const draw = { all: all.personas, marked: all.missing, drawn: inGroup.personas }
      const share = inGroup.missing / inGroup.personas
      const elsewhere = (all.missing - inGroup.missing) / others
      const isHarm = share >= LEAST_SHARE && share - elsewhere >= LEAST_EXCESS
      return [
        {
          questionId,
          status,
          label: labels[group]!,
          share,
          elsewhere,
          rows: () =>
            [...answers.keys()].filter((row) => categoryOf[row] === group && of[row] === missing),
          personas: inGroup.personas,
          p: isHarm ? drawnAtLeast(inGroup.missing, draw) : 1,
          least: drawnAtLeast(Math.min(draw.marked, draw.drawn), draw),
        },
      ]
    })
  })
}

type Counts = { readonly personas: number; readonly missing: number }

/** Personas of each group who were asked, and those who at least once did not answer. */
function countPersonas(
  { rows }: Look['input'],
  statusOf: Uint8Array,
  {
    missing,
    categoryOf,
    groups,
  }: { readonly missing: number; readonly categoryOf: Int32Array; readonly groups: number },
): Counts[] {
  const counts = Array.from({ length: groups }, () => ({ personas: 0, missing: 0 }))
  const units = rows.reduce((most, { unit }) => Math.max(most, unit + 1), 0)
  // Who answers under two conditions may be in two groups.
  const seen = new Uint8Array(units * groups)
  for (let row = 0; row < rows.length; row++) {
    const group = categoryOf[row]!
    if (group < 0 || statusOf[row] === 0) continue
    const place = rows[row]!.unit * groups + group
    if (seen[place] === 0) counts[group]!.personas += 1
    seen[place]! |= ASKED
    if (statusOf[row] !== missing || (seen[place]! & MISSING) !== 0) continue
    seen[place]! |= MISSING
    counts[group]!.missing += 1
  }
  return counts
}

const ASKED = 1
const MISSING = 2

/** Groups so small that nothing could be found in them cost no others their chance. */
function withinReach(tested: readonly Found[]): Found[] {
  const within = (count: number) => tested.filter(({ least }) => least <= FALSE_ALARMS / count)
  let count = 1
  while (within(count).length > count) count += 1
  return within(count)
}

function describe({ input }: Look, found: Found): EvidenceWarning {
  const { questionId, status, label, share, elsewhere, personas, rows, p } = found
  const { title, verb, todo } = words[status]
  return toWarning({
    code: 'missing_in_group',
    severity: status === 'dont_know' ? 'info' : 'warning',
    questionId,
    key: status,
    title,
    what: `Of “${label}”, ${percent(share)} ${verb}; of all others ${percent(elsewhere)}.`,
    means:
      'What is known of this group comes from the rest of it, and in the total it counts for less than it should.',
    todo,
    numbers: [
      { label: `Of “${label}”`, value: share, kind: 'share' },
      { label: 'Of all others', value: elsewhere, kind: 'share' },
      { label: `Personas in “${label}”`, value: personas, kind: 'count' },
      { label: 'p (Holm)', value: p, kind: 'p' },
    ],
    tasks: tasksOf(input, rows(), questionId),
  })
}
