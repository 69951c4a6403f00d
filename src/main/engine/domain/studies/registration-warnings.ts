import type { EvidenceWarning } from '../../../../shared/contract/evidence.ts'
import type { StudyChange } from '../../../../shared/contract/study-history.ts'
import { toWarning } from '../evidence/warnings/warning.ts'

/**
 * What a reader has to know: each difference between what was registered and what the run was
 * launched with, and a registration that came after the launch.
 */
export function registrationWarnings(
  changes: readonly StudyChange[],
  { registeredAt, launchedAt }: { registeredAt: string; launchedAt: string },
): EvidenceWarning[] {
  // Timestamps of one form: their order as texts is that in time.
  const isLate = launchedAt < registeredAt
  const base = { severity: 'warning' as const, questionId: null }
  return [
    ...(isLate
      ? [
          toWarning({
            ...base,
            code: 'registered_after_launch',
            title: 'Registered after the launch',
            what: `This run was launched before its plan was registered (${registeredAt}): nothing in it was registered beforehand.`,
            means: 'The plan may have been written with the answers in view.',
            todo: 'Report the run as exploratory, or run the study again under the plan.',
          }),
        ]
      : []),
    ...changes.map(({ path, sentence }) =>
      toWarning({
        ...base,
        key: path,
        code: 'changed_since_registration',
        title: 'Not as registered',
        what: `Changed since registration. ${sentence}`,
        means: 'What was decided beforehand no longer covers this part.',
        todo: 'Report the change with its reason beside the result.',
      }),
    ),
  ]
}
