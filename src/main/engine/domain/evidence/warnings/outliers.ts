import type { EvidenceWarning } from '../../../../../shared/contract/evidence.ts'
import { meanEstimate } from '../../statistics/mean.ts'
import { findOutliers } from '../../statistics/outliers.ts'
import { numericValues } from '../answer-vectors.ts'
import { answeredDomain } from '../estimates.ts'
import { decimal, plural } from '../words.ts'
import { FALSE_ALARMS, tasksOf, toWarning, type Look } from './warning.ts'

/** Numbers that lie apart from all others. They stay in: what they do to the mean is said. */
export function outlierWarnings({ input, design }: Look): EvidenceWarning[] {
  const numeric = input.questions.filter((question) => question.type === 'numeric')
  return numeric.flatMap((question) => {
    const answers = input.answers[question.id] ?? []
    const domain = answeredDomain(answers, new Uint8Array(input.rows.length).fill(1))
    const values = numericValues(answers)
    const rows = [...domain.keys()].filter((row) => domain[row] === 1)
    const { indices, lower, upper } = findOutliers(
      rows.map((row) => values[row]!),
      FALSE_ALARMS / numeric.length,
    )
    if (indices.length === 0) return []
    const apart = indices.map((i) => rows[i]!)
    const without = Uint8Array.from(domain)
    for (const row of apart) without[row] = 0
    const all = meanEstimate(design, values, domain)
    const rest = meanEstimate(design, values, without)
    const moves = Math.abs(all.estimate - rest.estimate) > all.standardError
    const [least, most] = [Math.min, Math.max].map((pick) =>
      pick(...apart.map((row) => values[row]!)),
    )
    const unit = question.unit ? ` ${question.unit}` : ''
    return [
      toWarning({
        code: 'outliers',
        severity: moves ? 'warning' : 'info',
        questionId: question.id,
        title: moves ? 'A few answers carry the mean' : 'Answers far from all others',
        what: `${plural(apart.length, 'answer lies', 'answers lie')} far from the rest (${least === most ? decimal(least!) : `${decimal(least!)} to ${decimal(most!)}`}${unit}).`,
        means: `They stay in. Without them the mean would be ${decimal(rest.estimate)} and not ${decimal(all.estimate)}${unit}.`,
        todo: 'Read them: a wrong unit or a slip is worth a clearer question. Report the median beside the mean.',
        numbers: [
          { label: 'Answers apart', value: apart.length, kind: 'count' },
          { label: 'Mean', value: all.estimate, kind: 'number' },
          { label: 'Mean without them', value: rest.estimate, kind: 'number' },
          { label: 'Lower fence', value: lower, kind: 'number' },
          { label: 'Upper fence', value: upper, kind: 'number' },
        ],
        tasks: tasksOf(input, apart, question.id),
      }),
    ]
  })
}
