import type { EvidenceWarning } from '../../../../shared/contract/evidence.ts'
import type { StudyChange } from '../../../../shared/contract/study-history.ts'

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
  return [
    ...(isLate
      ? [
          {
            code: 'registered_after_launch',
            severity: 'warning' as const,
            questionId: null,
            message: `This run was launched before its plan was registered (${registeredAt}): nothing in it was registered beforehand.`,
          },
        ]
      : []),
    ...changes.map(({ sentence }) => ({
      code: 'changed_since_registration',
      severity: 'warning' as const,
      questionId: null,
      message: `Changed since registration. ${sentence}`,
    })),
  ]
}
