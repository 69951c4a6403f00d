import { Progress } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { EvidenceProgress } from '../../../../shared/contract/evidence.ts'
import { SkeletonRows } from '../../components/loading.tsx'
import { formatNumber } from '../../lib/format.ts'
import classes from './evidence-loading.module.css'
import { evidenceProgressQuery } from './evidence.queries.ts'

/** In the place of evidence that is being computed: how far it is, if it takes a while. */
export function EvidenceLoading({ runId }: { runId: string }) {
  const { data: progress } = useQuery(evidenceProgressQuery(runId))
  return (
    <div className={classes.loading}>
      <div className={classes.progress}>
        {progress && (
          <>
            <p aria-live="polite">{wordsOf(progress)}</p>
            <Progress
              aria-label="How far the evidence is"
              value={100 * partOf(progress)}
              size="sm"
            />
          </>
        )}
      </div>
      <SkeletonRows rows={4} height={180} />
    </div>
  )
}

function wordsOf({ phase, done, total }: EvidenceProgress): string {
  switch (phase) {
    case 'waiting':
      return 'Getting ready'
    case 'reading':
      return `Reading ${formatNumber(done)} of ${formatNumber(total)} interviews`
    case 'estimating':
      return `Estimating question ${done + 1} of ${total}`
    case 'themes':
      return 'Looking for themes in open answers'
  }
}

/** 0–1: about a third of the time goes into each. */
function partOf({ phase, done, total }: EvidenceProgress): number {
  const before = { waiting: 0, reading: 0, estimating: 1, themes: 2 }[phase]
  return (before + (phase === 'waiting' ? 0 : done / total)) / 3
}
