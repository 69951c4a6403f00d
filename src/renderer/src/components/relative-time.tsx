import { formatDateTime, formatRelative } from '../lib/format.ts'
import { useNow } from '../lib/use-now.ts'

/** Relative, the exact time on hover. */
export function RelativeTime({ iso }: { iso: string }) {
  return (
    <time dateTime={iso} title={formatDateTime(iso)}>
      {formatRelative(iso, useNow())}
    </time>
  )
}
