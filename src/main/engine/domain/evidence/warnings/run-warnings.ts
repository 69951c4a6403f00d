import type { EvidenceWarning } from '../../../../../shared/contract/evidence.ts'
import { plural } from '../words.ts'
import { toWarning, type Look } from './warning.ts'

/** What holds of the run as a whole: who answered, and how many have not. */
export function runWarnings({ input: { run } }: Look): EvidenceWarning[] {
  const warnings: EvidenceWarning[] = []
  const { total, succeeded } = run.tasks
  if (run.rehearsal)
    warnings.push(
      toWarning({
        code: 'rehearsal',
        severity: 'warning',
        questionId: null,
        title: 'A rehearsal, not evidence about people',
        what: 'The built-in model answered: this is a rehearsal of the method, not evidence about people.',
        means: 'Numbers show what the study can find, never what people think.',
        todo: 'Use it to try the questions, then run the study with a language model.',
      }),
    )
  if (total > succeeded)
    warnings.push(
      toWarning({
        code: 'missing_tasks',
        severity: 'warning',
        questionId: null,
        title: 'Not every task is answered',
        what: `${plural(total - succeeded, 'task')} of ${total} have no answer yet or failed.`,
        means: 'Estimates may shift when they come in.',
        todo: 'Let the run finish and retry the failed ones before you report.',
        numbers: [
          { label: 'Tasks without an answer', value: total - succeeded, kind: 'count' },
          { label: 'Tasks', value: total, kind: 'count' },
        ],
      }),
    )
  return warnings
}
