import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconUser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { EmptyState } from '../../components/empty-state.tsx'
import { Page } from '../../components/page.tsx'
import { StepButtons } from '../../components/step-buttons.tsx'
import { workspaceQuery } from '../workspace/workspace.queries.ts'
import { AnalysisStep } from './analysis-step.tsx'
import classes from './builder-page.module.css'
import { useBuilderStore } from './builder.store.ts'
import { ConditionsStep } from './conditions-step.tsx'
import { IdeaStep } from './idea-step.tsx'
import { LaunchStep } from './launch-step.tsx'
import { findMissing, type Step } from './missing.ts'
import { Outlook } from './outlook.tsx'
import { PeopleStep } from './people-step.tsx'
import { PopulationStep } from './population-step.tsx'
import { QuestionsStep } from './questions-step.tsx'
import { RunStep } from './run-step.tsx'
import { useAsked } from './use-asked.ts'

const route = getRouteApi('/studies/new')

type Entry = { step: Step; label: string; about: string; view: () => React.ReactNode }
const steps: readonly Entry[] = [
  { step: 'idea', label: 'Hypothesis', about: 'And the decision', view: IdeaStep },
  { step: 'questions', label: 'Questions', about: 'What is asked', view: QuestionsStep },
  { step: 'people', label: 'People', about: 'Who is asked', view: PeopleStep },
  { step: 'population', label: 'Population', about: 'Shares and balance', view: PopulationStep },
  { step: 'conditions', label: 'Conditions', about: 'What differs', view: ConditionsStep },
  { step: 'analysis', label: 'Comparisons', about: 'Named before launch', view: AnalysisStep },
  { step: 'run', label: 'Run', about: 'Model and budget', view: RunStep },
  { step: 'launch', label: 'Launch', about: 'Check and start', view: LaunchStep },
]

/** A study from hypothesis to launch, with what it takes and could see always beside it. */
export function BuilderPage() {
  const { draft, isBegun, undo, redo, startOver } = useBuilderStore()
  const { data: workspace } = useQuery(workspaceQuery())
  // In fields too: a field's own undo would not know of the draft.
  useHotkeys(
    [
      ['mod+Z', () => undo?.()],
      ['mod+shift+Z', () => redo?.()],
      ['mod+Y', () => redo?.()],
    ],
    [],
  )
  return (
    <Page
      title={draft.name.trim() || 'New study'}
      crumbs={[{ label: 'Studies', to: '/studies' }]}
      fill
      badge={isBegun && <span className="quiet small">Draft kept on this computer</span>}
      actions={
        <>
          <StepButtons undo={undo} redo={redo} />
          <Button variant="subtle" color="gray" disabled={!isBegun} onClick={startOver}>
            Start over
          </Button>
        </>
      }
    >
      {workspace?.counts.personas === 0 ? <NobodyToAsk /> : <Builder />}
    </Page>
  )
}

function Builder() {
  const { step = 'idea' } = route.useSearch()
  const navigate = route.useNavigate()
  const { draft } = useBuilderStore()
  const { asked } = useAsked()
  const missing = findMissing(draft, asked)
  // A population of the workspace has its shares already.
  const shown = steps.filter((entry) => entry.step !== 'population' || draft.populationId === null)
  const index = Math.max(
    0,
    shown.findIndex((entry) => entry.step === step),
  )
  const View = shown[index]?.view ?? IdeaStep
  const next = shown[index + 1]
  const open = (target: Step) => void navigate({ search: { step: target } })
  return (
    <div className={classes.builder}>
      <nav aria-label="Steps" className={classes.steps}>
        <ol>
          {shown.map((entry, place) => (
            <li key={entry.step}>
              <button
                type="button"
                className={classes.step}
                aria-current={place === index ? 'step' : undefined}
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
            <span className="quiet">{missing[step].slice(0, 2).join(' ')}</span>
          </div>
        )}
      </div>
      <Outlook />
    </div>
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
