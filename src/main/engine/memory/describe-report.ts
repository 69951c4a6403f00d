import type { ReconcileReport } from '../../../shared/contract/reconcile.ts'

/** The report in one line, for the log and the command line. */
export function describeReport(report: ReconcileReport): string {
  const { missing, stale, ghost, duplicate, embedded, fullText, features, sequenceGaps } = report
  const found = Object.entries({
    missing,
    stale,
    ghost,
    duplicate,
    embedded,
    fullText,
    features,
    sequenceGaps,
  })
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${names[name]!}: ${count}`)
  if (report.rebuilt !== null) found.push('the vector index was filled again')
  const what = found.length === 0 ? 'nothing to repair' : found.join(', ')
  return `Reconciled ${report.entries} memories: ${what}`
}

const names: Readonly<Record<string, string>> = {
  missing: 'missing in the index',
  stale: 'stale in the index',
  ghost: 'ghosts in the index',
  duplicate: 'duplicates in the index',
  embedded: 'embedded',
  fullText: 'full text repaired',
  features: 'search features computed anew',
  sequenceGaps: 'gaps in sequence numbers',
}
