import { Button, Tabs } from '@mantine/core'
import { IconDownload, IconPlayerPlay } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { Run } from '../../../../shared/contract/runs.ts'
import type { Study } from '../../../../shared/contract/studies.ts'
import { DataList, type Column } from '../../components/data-list.tsx'
import classes from '../../components/detail.module.css'
import { Label, RehearsalLabel } from '../../components/label.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { RunStatusLabel } from '../../components/run-status.tsx'
import { TrashButton } from '../../components/trash-button.tsx'
import { showFailure } from '../../components/undo-notification.tsx'
import { download } from '../../lib/download.ts'
import { formatCount, formatNumber } from '../../lib/format.ts'
import { populationQuery } from '../populations/populations.queries.ts'
import { skillQuery } from '../skills/skills.queries.ts'
import { DesignForm } from './design-form.tsx'
import { HistoryView } from './history-view.tsx'
import { PowerView } from './power-view.tsx'
import { ReadinessView } from './readiness-view.tsx'
import { RegistrationView } from './registration-view.tsx'
import { RobustnessView } from './robustness-view.tsx'
import { ScheduleView } from './schedule-view.tsx'
import { SeriesView } from './series-view.tsx'
import { studiesKey, studyQuery, studyRunsQuery } from './studies.queries.ts'
import { readinessQuery } from './study-planning.queries.ts'
import { StudySearch, studyTabs, type StudyTab } from './study.search.ts'
import { useLaunch } from './use-launch.ts'

const route = getRouteApi('/studies/$studyId')

export function StudyPage() {
  const { studyId } = route.useParams()
  const { tab = 'runs' } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(studyQuery(studyId))
  const readiness = useQuery(readinessQuery(studyId))
  const launching = useLaunch(studyId)
  const exporting = useMutation({
    mutationFn: () => download(`/studies/${studyId}/file`),
    onError: showFailure,
  })
  const show = (value: string | null) =>
    void navigate({ search: { tab: StudySearch.parse({ tab: value }).tab } })
  // What is not in order is read first; from there it is launched all the same.
  const launch = () =>
    readiness.data?.state === 'ready' ? launching.mutate([]) : show('readiness')
  return (
    <Page
      title={query.data?.name ?? 'Study'}
      crumbs={[{ label: 'Studies', to: '/studies' }]}
      actions={
        <>
          {query.data && (
            <TrashButton
              name={query.data.name}
              path={`/studies/${studyId}`}
              queryKey={studiesKey}
            />
          )}
          <Button
            variant="default"
            leftSection={<IconDownload size={16} />}
            loading={exporting.isPending}
            onClick={() => exporting.mutate()}
          >
            Study file
          </Button>
          <Button
            leftSection={<IconPlayerPlay size={16} />}
            loading={launching.isPending}
            onClick={launch}
          >
            Launch a run
          </Button>
        </>
      }
    >
      <div className={classes.detail}>
        <QueryView query={query}>
          {(study) => (
            <>
              <Design study={study} />
              <Tabs value={tab} onChange={show} keepMounted={false}>
                <Tabs.List aria-label="Parts of the study">
                  {studyTabs.map(({ value, label }) => (
                    <Tabs.Tab key={value} value={value}>
                      {label}
                    </Tabs.Tab>
                  ))}
                </Tabs.List>
                <Tabs.Panel value={tab} pt="md">
                  <TabBody tab={tab} study={study} />
                </Tabs.Panel>
              </Tabs>
            </>
          )}
        </QueryView>
      </div>
    </Page>
  )
}

function TabBody({ tab, study }: { tab: StudyTab; study: Study }) {
  const runs = useQuery(studyRunsQuery(study.id))
  switch (tab) {
    case 'runs':
      return <QueryView query={runs}>{(list) => <Runs runs={list} />}</QueryView>
    case 'design':
      return <DesignForm key={study.revision} study={study} />
    case 'power':
      return <PowerView study={study} />
    case 'robustness':
      return <RobustnessView study={study} />
    case 'registration':
      return <RegistrationView study={study} />
    case 'readiness':
      return <ReadinessView studyId={study.id} />
    case 'time':
      return <SeriesView studyId={study.id} />
    case 'schedule':
      return <ScheduleView studyId={study.id} />
    case 'history':
      return <HistoryView study={study} />
  }
}

function Design({ study }: { study: Study }) {
  const { data: population } = useQuery(populationQuery(study.populationId))
  const { data: skill } = useQuery(skillQuery(study.skillId))
  return (
    <>
      {study.hypothesis && <p className={classes.lead}>{study.hypothesis}</p>}
      <dl className={classes.facts}>
        {study.objective && (
          <>
            <dt>Objective</dt>
            <dd>{study.objective}</dd>
          </>
        )}
        <dt>Population</dt>
        <dd>
          <Link to="/populations/$populationId" params={{ populationId: study.populationId }}>
            {population?.name ?? 'open'}
          </Link>
          {population &&
            `, ${formatCount(population.size, 'persona')}, effective n ${formatNumber(population.balance.effectiveN)}`}
        </dd>
        <dt>Questions</dt>
        <dd>
          <Link to="/skills/$skillId" params={{ skillId: study.skillId }}>
            {skill?.name ?? 'open'}
          </Link>
          {skill && `, ${formatCount(skill.questions.length, 'question')}`}
        </dd>
        {study.conditions.length > 0 && (
          <>
            <dt>Conditions</dt>
            <dd>
              {study.conditions.map(({ name }) => name).join(' · ')} (
              {study.design === 'within' ? 'each persona answers all' : 'each persona answers one'})
            </dd>
          </>
        )}
        <dt>Model</dt>
        <dd>
          {study.model} {study.model === 'offline' && <RehearsalLabel />}
        </dd>
        <dt>Repeats</dt>
        <dd>
          {formatCount(study.replicates, 'replicate')}, random seed {study.randomSeed}
        </dd>
      </dl>
    </>
  )
}

const columns: Column<Run>[] = [
  {
    label: 'Run',
    cell: ({ number, purpose }) => (
      <>
        Run {number} {purpose === 'robustness' && <Label>Robustness</Label>}
      </>
    ),
  },
  { label: 'State', cell: ({ status }) => <RunStatusLabel status={status} /> },
  {
    label: 'Answered',
    align: 'end',
    cell: ({ tasks }) => `${formatNumber(tasks.succeeded)} of ${formatNumber(tasks.total)}`,
  },
  {
    label: 'Failed',
    align: 'end',
    cell: ({ tasks }) => (tasks.failed > 0 ? formatNumber(tasks.failed) : '–'),
  },
  {
    label: 'Model',
    cell: ({ modelName, rehearsal }) => (
      <>
        {modelName} {rehearsal && <Label tone="warn">Rehearsal</Label>}
      </>
    ),
  },
  { label: 'Started', cell: ({ createdAt }) => <RelativeTime iso={createdAt} /> },
]

function Runs({ runs }: { runs: readonly Run[] }) {
  if (runs.length === 0)
    return <p className="quiet">Not run yet. A run asks every persona and freezes what it asked.</p>
  return (
    <DataList
      label="Runs"
      items={runs}
      keyOf={({ id }) => id}
      hrefOf={({ id, status }) => (status === 'succeeded' ? `/runs/${id}/evidence` : `/runs/${id}`)}
      columns={columns}
    />
  )
}
