import { notifications } from '@mantine/notifications'
import type { ConsistencyIssue } from '../../../../shared/contract/consistency.ts'
import { formatCount } from '../../lib/format.ts'

/** What was written is kept; what does not fit is said. */
export function showWarnings(warnings: readonly ConsistencyIssue[]): void {
  const [first] = warnings
  if (!first) return
  const more = warnings.length - 1
  notifications.show({
    color: 'yellow',
    title: 'Kept, but it does not fit',
    message:
      more === 0 ? first.explanation : `${first.explanation} And ${formatCount(more, 'more')}.`,
    autoClose: 12_000,
  })
}
