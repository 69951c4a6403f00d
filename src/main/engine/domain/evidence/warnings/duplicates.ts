import type { EvidenceWarning } from '../../../../../shared/contract/evidence.ts'
import { duplicatesOf } from '../quality/duplicates.ts'
import { percent } from '../words.ts'
import { tasksOf, toWarning, type Look } from './warning.ts'

const MANY_DUPLICATES = 0.2
const LEAST_LOOKED = 20

/** Open questions whose answers repeat each other's words. */
export function duplicateWarnings({ input, questions }: Look): EvidenceWarning[] {
  return questions.flatMap(({ questionId, quality: { duplicates } }) => {
    if (!duplicates || duplicates.looked < LEAST_LOOKED || duplicates.share < MANY_DUPLICATES)
      return []
    const { share, clusters, largest, looked } = duplicates
    return [
      toWarning({
        code: 'duplicate_phrasing',
        severity: 'warning',
        questionId,
        title: 'Different personas, the same words',
        what: `${percent(share)} of the answers are nearly word for word those of another persona; the largest group has ${largest}.`,
        means:
          'The wording is the model’s and not the personas’: counts of themes and quotes repeat one voice.',
        todo: 'Quote one of each group. A higher temperature or more of the persona in the prompt makes them differ.',
        numbers: [
          { label: 'Answers like another', value: share, kind: 'share' },
          { label: 'Groups', value: clusters, kind: 'count' },
          { label: 'Largest group', value: largest, kind: 'count' },
          { label: 'Answers looked at', value: looked, kind: 'count' },
        ],
        tasks: tasksOf(input, duplicatesOf(input, questionId).rows, questionId),
      }),
    ]
  })
}
