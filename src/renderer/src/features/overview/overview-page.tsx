import { Button } from '@mantine/core'
import { IconFileUpload, IconHome2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Study } from '../../../../shared/contract/studies.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { NewStudyButton } from '../../components/new-study-button.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { studiesQuery } from '../studies/studies.queries.ts'
import { workspaceQuery } from '../workspace/workspace.queries.ts'
import { Flow } from './flow.tsx'
import { LatestFinding } from './latest-finding.tsx'
import classes from './overview-page.module.css'
import { RecentInterviews } from './recent-interviews.tsx'
import { RecentStudies } from './recent-studies.tsx'

/** What ran, what needs attention, and where work was left. */
export function OverviewPage() {
  const query = useQuery(workspaceQuery())
  const { data: studies } = useQuery(studiesQuery())
  const finished = studies && lastFinished(studies)
  return (
    <Page title="Overview" actions={<NewStudyButton />}>
      <QueryView query={query}>
        {(workspace) =>
          workspace.counts.personas === 0 && workspace.counts.studies === 0 ? (
            <FirstSteps />
          ) : (
            <div className={classes.overview}>
              <Flow counts={workspace.counts} evidenceRunId={finished?.runId ?? null} />
              {workspace.vectorIndex.notice && (
                <p className={classes.notice} role="status">
                  {workspace.vectorIndex.notice}
                </p>
              )}
              {finished && <LatestFinding {...finished} />}
              <div className={classes.columns}>
                <RecentStudies />
                <RecentInterviews />
              </div>
            </div>
          )
        }
      </QueryView>
    </Page>
  )
}

/** The study that was worked on last among those whose last run has finished. */
function lastFinished(studies: readonly Study[]): { runId: string; studyName: string } | undefined {
  const [study] = studies
    .filter(({ lastRun }) => lastRun?.status === 'succeeded')
    .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))
  return study?.lastRun ? { runId: study.lastRun.id, studyName: study.name } : undefined
}

function FirstSteps() {
  return (
    <EmptyState
      icon={<IconHome2 size={28} stroke={1.5} />}
      title="An empty workspace"
      actions={
        <>
          <Button
            leftSection={<IconFileUpload size={16} />}
            renderRoot={(props) => <Link to="/studies" search={{ open: true }} {...props} />}
          >
            Open a study file
          </Button>
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/personas" search={{ dialog: 'import' }} {...props} />}
          >
            Import personas
          </Button>
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/personas" search={{ dialog: 'new' }} {...props} />}
          >
            Create a persona
          </Button>
        </>
      }
    >
      Work goes from people to segments, to a weighted panel, to questions, to evidence. Start with
      personas; a study file brings all of it at once.
    </EmptyState>
  )
}
