import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Label, RehearsalLabel } from '../../components/label.tsx'
import { Page } from '../../components/page.tsx'
import { runQuery } from '../runs/runs.queries.ts'
import { studyQuery } from '../studies/studies.queries.ts'
import { EvidenceTabs } from './evidence-tabs.tsx'

type Props = {
  runId: string
  /** The page's own word, such as "Crosstab". */
  title: string
  actions?: ReactNode
  children: ReactNode
}

/** The frame of every page about what a run found: where it belongs, what it is worth, its tabs. */
export function EvidenceFrame({ runId, title, actions, children }: Props) {
  const { data: run } = useQuery(runQuery(runId))
  const { data: study } = useQuery({
    ...studyQuery(run?.studyId ?? ''),
    enabled: run !== undefined,
  })
  return (
    <Page
      title={title}
      crumbs={[
        { label: 'Studies', to: '/studies' },
        ...(study ? [{ label: study.name, to: `/studies/${study.id}` }] : []),
        { label: run ? `Run ${run.number}` : 'Run', to: `/runs/${runId}` },
      ]}
      badge={
        run && (
          <>
            {run.status !== 'succeeded' && <Label tone="warn">Provisional</Label>}
            {run.rehearsal && <RehearsalLabel />}
          </>
        )
      }
      actions={actions}
    >
      <EvidenceTabs runId={runId} />
      {children}
    </Page>
  )
}
