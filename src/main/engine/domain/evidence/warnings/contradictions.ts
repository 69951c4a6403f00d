import type { EvidenceWarning } from '../../../../../shared/contract/evidence.ts'
import { plural } from '../words.ts'
import { tasksOf, toWarning, type Look } from './warning.ts'

/** Open answers that say other than the persona's timeline or profile; once per question. */
export function contradictionWarnings({ input }: Look): EvidenceWarning[] {
  const check = input.process?.contradictions
  if (!check) return []
  return [...Map.groupBy(check.found, ({ questionId }) => questionId)].map(
    ([questionId, found]) => {
      const rows = [...new Set(found.map(({ row }) => row))].toSorted((a, b) => a - b)
      return toWarning({
        code: 'contradictions',
        severity: 'warning',
        questionId,
        title: 'Answers contradict the timeline',
        what: `${plural(rows.length, 'answer says', 'answers say')} other than the persona’s own timeline, of ${check.checked} looked at. For example: ${found[0]!.explanation}`,
        means:
          'The persona was out of character there: its answer is not that of the person described.',
        todo: 'Read them beside the memories recalled. Mend the timeline where it is wrong, or recall more.',
        numbers: [
          { label: 'Answers that contradict', value: rows.length, kind: 'count' },
          { label: 'Open answers looked at', value: check.checked, kind: 'count' },
          { label: 'Share', value: rows.length / Math.max(1, check.checked), kind: 'share' },
        ],
        tasks: tasksOf(input, rows, questionId),
      })
    },
  )
}
