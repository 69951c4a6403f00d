import { Button } from '@mantine/core'
import { IconFileUpload, IconHome2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { WorkspaceAnswer } from '../../../../shared/contract/workspace.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { NewStudyButton } from '../../components/new-study-button.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { formatNumber } from '../../lib/format.ts'
import { workspaceQuery } from '../workspace/workspace.queries.ts'
import classes from './overview-page.module.css'
import { RecentInterviews } from './recent-interviews.tsx'
import { RecentStudies } from './recent-studies.tsx'

/** What ran, what needs attention, and where work was left. */
export function OverviewPage() {
  const query = useQuery(workspaceQuery())
  return (
    <Page title="Overview" actions={<NewStudyButton />}>
      <QueryView query={query}>
        {(workspace) =>
          workspace.counts.personas === 0 && workspace.counts.studies === 0 ? (
            <FirstSteps />
          ) : (
            <div className={classes.overview}>
              <Counts counts={workspace.counts} />
              {workspace.vectorIndex.notice && (
                <p className={classes.notice} role="status">
                  {workspace.vectorIndex.notice}
                </p>
              )}
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

const nouns = [
  { key: 'personas', to: '/personas', one: 'persona', many: 'personas' },
  { key: 'cohorts', to: '/cohorts', one: 'cohort', many: 'cohorts' },
  { key: 'populations', to: '/populations', one: 'population', many: 'populations' },
  { key: 'skills', to: '/skills', one: 'skill', many: 'skills' },
  { key: 'studies', to: '/studies', one: 'study', many: 'studies' },
] as const

function Counts({ counts }: { counts: WorkspaceAnswer['counts'] }) {
  return (
    <ul className={classes.counts} aria-label="In this workspace">
      {nouns.map(({ key, to, one, many }) => (
        <li key={key}>
          <Link to={to} className={classes.count}>
            <strong>{formatNumber(counts[key])}</strong>
            <span className="quiet">{counts[key] === 1 ? one : many}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
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
