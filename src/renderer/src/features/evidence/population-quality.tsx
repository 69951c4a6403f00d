import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AttributeCoverage } from '../../../../shared/contract/population-analysis.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { SkeletonRows } from '../../components/loading.tsx'
import { formatCount, formatNumber } from '../../lib/format.ts'
import { populationQualityQuery } from './evidence.queries.ts'
import classes from './quality.module.css'

/** How the personas cover their target, all of them and those who answered; measured when asked for. */
export function PopulationQuality({ runId }: { runId: string }) {
  const [isAsked, setIsAsked] = useState(false)
  const { data, error, refetch } = useQuery({ ...populationQualityQuery(runId), enabled: isAsked })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!isAsked)
    return (
      <Button size="xs" variant="default" onClick={() => setIsAsked(true)}>
        Measure how the personas cover the target
      </Button>
    )
  if (!data) return <SkeletonRows rows={4} height={20} />
  const { members, answered, before, after } = data
  const everybody = answered === members
  return (
    <div className={classes.coverage}>
      <Findings title={`All ${formatCount(members, 'persona')}`} coverage={before} />
      {everybody && (
        <p className="quiet">Every one of them answered: the same holds of the answers.</p>
      )}
      {!everybody && after && (
        <Findings title={`The ${formatNumber(answered)} who answered`} coverage={after} />
      )}
    </div>
  )
}

function Findings({ title, coverage }: { title: string; coverage: AttributeCoverage }) {
  return (
    <section aria-label={title}>
      <h3 className="eyebrow">{title}</h3>
      <ul>
        {coverage.findings.map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
      </ul>
    </section>
  )
}
