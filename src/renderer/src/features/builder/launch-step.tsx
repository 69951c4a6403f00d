import { Button } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { formatCount } from '../../lib/format.ts'
import { joinWords } from '../../lib/style-sentence.ts'
import { ReadinessView } from '../studies/readiness-view.tsx'
import { saveStudy } from './builder.commands.ts'
import { forgetDraft, useBuilderStore, useSavedStore } from './builder.store.ts'
import { findMissing, type Step } from './missing.ts'
import classes from './step.module.css'
import { useAsked } from './use-asked.ts'

/** Review, what a careful researcher checks, and the launch: knowingly where something is open. */
export function LaunchStep() {
  const { draft } = useBuilderStore()
  const { asked } = useAsked()
  const study = useSavedStore(({ saved }) => saved.study)
  const client = useQueryClient()
  const missing = Object.entries(findMissing(draft, asked)).flatMap(([step, reasons]) =>
    reasons.map((reason) => ({ step: step as Step, reason })),
  )
  const saving = useMutation({
    mutationFn: () => saveStudy(asked),
    onSuccess: () => client.invalidateQueries(),
  })
  const isCurrent = study !== null && study.draft === JSON.stringify(draft)
  return (
    <div className={classes.step}>
      <h2>Review and launch</h2>
      <Summary />
      {missing.length > 0 && <StillMissing missing={missing} />}
      {saving.error && <ErrorPanel error={saving.error} />}
      {isCurrent && missing.length === 0 ? (
        <section aria-label="Before launch" className={classes.step}>
          <p>
            Saved as{' '}
            <Link to="/studies/$studyId" params={{ studyId: study.id }}>
              {draft.name.trim()}
            </Link>
            . You can go back and change it: the study changes with it. Lock the plan first under{' '}
            <Link
              to="/studies/$studyId"
              params={{ studyId: study.id }}
              search={{ tab: 'registration' }}
            >
              Registration
            </Link>{' '}
            if later changes should show.
          </p>
          <ReadinessView studyId={study.id} onLaunched={forgetDraft} linkOf={stepLink} />
        </section>
      ) : (
        <div className={classes.actions}>
          <Button
            leftSection={<IconDeviceFloppy size={16} />}
            disabled={missing.length > 0}
            loading={saving.isPending}
            onClick={() => saving.mutate()}
          >
            {study ? 'Save the changes and check' : 'Save and check'}
          </Button>
          <span className="quiet">
            Saves the study and lists what a careful researcher looks at before launch.
          </span>
        </div>
      )}
    </div>
  )
}

/** What this draft can mend is mended here: a change on the study's own page would be overwritten. */
const stepOf: Readonly<Record<string, Step>> = {
  objective: 'idea',
  hypothesis: 'idea',
  decisionOwner: 'idea',
  successCriteria: 'idea',
  comparisons: 'analysis',
  power: 'analysis',
  model: 'run',
  budget: 'run',
}
const stepLink = (itemId: string) => stepOf[itemId] && `/studies/new?step=${stepOf[itemId]}`

function StillMissing({ missing }: { missing: readonly { step: Step; reason: string }[] }) {
  return (
    <section aria-label="Still missing">
      <h3>Still missing</h3>
      <ul className={classes.list}>
        {missing.map(({ step, reason }) => (
          <li key={step + reason}>
            <Link to="/studies/new" search={{ step }}>
              {reason}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Summary() {
  const { draft } = useBuilderStore()
  const { asked, skill } = useAsked()
  const names = draft.cohorts.map(({ name }) => name || 'a cohort without a name')
  const compared = draft.comparisons.map(({ questionId, by }) => `${questionId} by ${by}`)
  return (
    <div className={classes.summary}>
      {draft.hypothesis && <p>{draft.hypothesis}</p>}
      <p>
        {formatCount(asked.questions.length, 'question')}
        {skill && ` of “${skill.name}”`}, put to {joinWords(names)}
        {draft.margins.length > 0 &&
          `, balanced on ${joinWords(draft.margins.map(({ fields }) => fields.join(' × ')))}`}
        {draft.conditions.length > 0 &&
          `, in ${formatCount(draft.conditions.length, 'condition')}: ${
            draft.design === 'within' ? 'each persona answers all' : 'each persona answers one'
          }`}
        .
      </p>
      <p>
        {compared.length > 0
          ? `Named before launch: ${joinWords(compared)}.`
          : 'No comparison is named before launch: all that is found will be exploratory.'}
      </p>
      <p className="quiet">
        Launching freezes members, weights and questions into a manifest that repeats the run.
      </p>
    </div>
  )
}
