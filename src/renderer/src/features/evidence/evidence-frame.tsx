import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Label, RehearsalLabel } from '../../components/label.tsx'
import { Page } from '../../components/page.tsx'
import { runQuery } from '../runs/runs.queries.ts'
import { studyQuery } from '../studies/studies.queries.ts'
import { EvidenceTabs } from './evidence-tabs.tsx'
import { NoAnswers } from './no-answers.tsx'

/** How often a run that goes on is looked at, in ms. */
const LOOKS_EVERY = 2_000

type Props = {
  runId: string
  /** The page's own word, such as "Crosstab". */
  title: string
  actions?: ReactNode
  /** The page says nothing without answers: then it says why there are none. */
  needsAnswers?: boolean
  children: ReactNode
}

/** The frame of every page about what a run found: where it belongs, what it is worth, its tabs. */
export function EvidenceFrame({ runId, title, actions, needsAnswers, children }: Props) {
  const { data: run } = useQuery(runQuery(runId, LOOKS_EVERY))
  const isEmpty = needsAnswers === true && run?.tasks.succeeded === 0
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
      actions={!isEmpty && actions}
    >
      <EvidenceTabs runId={runId} />
      {isEmpty ? <NoAnswers run={run} /> : children}
    </Page>
  )
}
