import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { EmptyState } from '../../components/empty-state.tsx'
import { IconUser } from '@tabler/icons-react'
import { Page } from '../../components/page.tsx'
import { workspaceQuery } from '../workspace/workspace.queries.ts'
import classes from './builder-page.module.css'
import { useBuilderStore } from './builder.store.ts'
import { DesignStep } from './design-step.tsx'
import { LaunchStep } from './launch-step.tsx'
import { findMissing, type Step } from './missing.ts'
import { PeopleStep } from './people-step.tsx'
import { PopulationStep } from './population-step.tsx'
import { QuestionsStep } from './questions-step.tsx'

const route = getRouteApi('/studies/new')

const steps: { step: Step; label: string; about: string; view: () => React.ReactNode }[] = [
  { step: 'people', label: 'People', about: 'Cohorts by criteria', view: PeopleStep },
  { step: 'population', label: 'Population', about: 'Shares and balance', view: PopulationStep },
  { step: 'questions', label: 'Questions', about: 'What is asked', view: QuestionsStep },
  { step: 'design', label: 'Design', about: 'Conditions and model', view: DesignStep },
  { step: 'launch', label: 'Launch', about: 'Review and start', view: LaunchStep },
]

export function BuilderPage() {
  const { step = 'people' } = route.useSearch()
  const navigate = route.useNavigate()
  const { draft, reset } = useBuilderStore()
  const { data: workspace } = useQuery(workspaceQuery())
  const missing = findMissing(draft)
  const index = steps.findIndex((entry) => entry.step === step)
  const View = steps[index]?.view ?? PeopleStep
  const next = steps[index + 1]
  const open = (target: Step) => void navigate({ search: { step: target } })

  return (
    <Page
      title={draft.name.trim() || 'New study'}
      crumbs={[{ label: 'Studies', to: '/studies' }]}
      fill
      actions={
        <Button variant="subtle" color="gray" onClick={reset}>
          Start over
        </Button>
      }
    >
      {workspace?.counts.personas === 0 ? (
        <NobodyToAsk />
      ) : (
        <div className={classes.builder}>
          <nav aria-label="Steps" className={classes.steps}>
            <ol>
              {steps.map((entry, place) => (
                <li key={entry.step}>
                  <button
                    type="button"
                    className={classes.step}
                    aria-current={entry.step === step ? 'step' : undefined}
                    onClick={() => open(entry.step)}
                  >
                    <span className={classes.number} aria-hidden>
                      {isDone(entry.step, missing) ? '✓' : place + 1}
                    </span>
                    <span>
                      {entry.label}
                      <span className="quiet small">{entry.about}</span>
                    </span>
                  </button>
                </li>
              ))}
            </ol>
          </nav>
          <div className={classes.body}>
            <View />
            {next && (
              <div className={classes.next}>
                <Button onClick={() => open(next.step)}>Next: {next.label}</Button>
                {step !== 'launch' && (
                  <span className="quiet">{missing[step].slice(0, 2).join(' ')}</span>
                )}
              </div>
            )}
          </div>
        </div>
      )}
    </Page>
  )
}

function isDone(step: Step, missing: ReturnType<typeof findMissing>): boolean {
  return step !== 'launch' && missing[step].length === 0
}

function NobodyToAsk() {
  return (
    <EmptyState
      icon={<IconUser size={28} stroke={1.5} />}
      title="There is nobody to ask yet"
      actions={
        <>
          <Button renderRoot={(props) => <Link to="/studies" search={{ open: true }} {...props} />}>
            Open a study file
          </Button>
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/personas" search={{ dialog: 'import' }} {...props} />}
          >
            Import personas
          </Button>
        </>
      }
    >
      A study asks the personas of this workspace. Bring some in first; a study file brings its own.
    </EmptyState>
  )
}
