import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { CohortAnalysis } from '../../../../shared/contract/cohort-analysis.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { CompositionChart } from './composition-chart.tsx'
import { CohortCount, CohortFaces } from './cohort-count.tsx'
import type { CohortDefinition } from './cohort-draft.ts'
import classes from './cohort-preview.module.css'
import { cohortAnalysisQuery, cohortPreviewQuery } from './cohorts.queries.ts'
import { DiversityView } from './diversity-view.tsx'
import { OverlapBars } from './overlap-bars.tsx'

type Props = {
  definition: CohortDefinition
  /** Not compared with itself. */
  cohortId?: string | undefined
}

/** The count follows the typing; what takes longer follows a pause of it. */
const COUNT_AFTER_MS = 80
const ANALYSE_AFTER_MS = 250

/** Live: how many match, who they are against everybody, and where they are as well. */
export function CohortPreviewPanel({ definition, cohortId }: Props) {
  const [counted] = useDebouncedValue(definition, COUNT_AFTER_MS)
  const [analysed] = useDebouncedValue(definition, ANALYSE_AFTER_MS)
  const preview = useQuery(cohortPreviewQuery(counted))
  const analysis = useQuery(cohortAnalysisQuery(analysed, cohortId))
  const error = preview.error ?? analysis.error
  return (
    <div className={classes.preview}>
      {error && <ErrorPanel error={error} onRetry={() => void preview.refetch()} />}
      <CohortCount preview={preview.data} floor={analysis.data?.floor} />
      {analysis.data && <Analysis analysis={analysis.data} isOld={analysis.isPlaceholderData} />}
      {preview.data && preview.data.sample.length > 0 && (
        <CohortFaces sample={preview.data.sample} />
      )}
    </div>
  )
}

function Analysis({ analysis, isOld }: { analysis: CohortAnalysis; isOld: boolean }) {
  return (
    <div className={classes.parts} data-old={isOld || undefined}>
      {analysis.notes.length > 0 && (
        <ul className={classes.notes}>
          {analysis.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {analysis.size > 0 && <CompositionChart fields={analysis.composition} />}
      {analysis.size > 1 && <DiversityView diversity={analysis.diversity} />}
      <OverlapBars overlap={analysis.overlap} />
    </div>
  )
}
