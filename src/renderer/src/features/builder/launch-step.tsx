import { Button } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { formatCount, formatNumber } from '../../lib/format.ts'
import { joinWords } from '../../lib/style-sentence.ts'
import { cohortPreviewQuery } from '../cohorts/cohorts.queries.ts'
import { byCriteria } from '../cohorts/cohort-draft.ts'
import { workspaceKey } from '../workspace/workspace.queries.ts'
import { createStudy, launchRun } from './builder.commands.ts'
import { useBuilderStore } from './builder.store.ts'
import type { StudyDraft } from './draft.ts'
import { findMissing, type Step } from './missing.ts'
import classes from './step.module.css'

export function LaunchStep() {
  const { draft, reset } = useBuilderStore()
  const client = useQueryClient()
  const navigate = useNavigate()
  const missing = Object.entries(findMissing(draft)).filter(([, reasons]) => reasons.length > 0)
  const creating = useMutation({
    mutationFn: async ({ launch }: { launch: boolean }) => {
      const study = await createStudy()
      reset()
      void client.invalidateQueries()
      await navigate({ to: '/studies/$studyId', params: { studyId: study.id } })
      if (!launch) return
      const run = await launchRun(study.id)
      void client.invalidateQueries({ queryKey: workspaceKey })
      await navigate({ to: '/runs/$runId', params: { runId: run.id } })
    },
  })
  return (
    <div className={classes.step}>
      <div>
        <h2>Review</h2>
      </div>
      <Summary draft={draft} />
      {missing.length > 0 && (
        <section aria-label="Still missing">
          <h3>Still missing</h3>
          <ul className={classes.list}>
            {missing.flatMap(([step, reasons]) =>
              reasons.map((reason) => (
                <li key={step + reason}>
                  <Link to="/studies/new" search={{ step: step as Step }}>
                    {reason}
                  </Link>
                </li>
              )),
            )}
          </ul>
        </section>
      )}
      {creating.error && <ErrorPanel error={creating.error} />}
      <div className={classes.actions}>
        <Button
          leftSection={<IconPlayerPlay size={16} />}
          disabled={missing.length > 0}
          loading={creating.isPending}
          onClick={() => creating.mutate({ launch: true })}
        >
          Save and launch
        </Button>
        <Button
          variant="default"
          disabled={missing.length > 0 || creating.isPending}
          onClick={() => creating.mutate({ launch: false })}
        >
          Save without launching
        </Button>
      </div>
    </div>
  )
}

function Summary({ draft }: { draft: StudyDraft }) {
  const previews = useQueries({
    queries: draft.cohorts.map(({ criteria }) => cohortPreviewQuery(byCriteria(criteria))),
  })
  const people = previews.reduce((sum, { data }) => sum + (data?.size ?? 0), 0)
  const perPersona =
    draft.replicates * (draft.design === 'within' ? Math.max(1, draft.conditions.length) : 1)
  const names = draft.cohorts.map(({ name }) => name || 'a cohort without a name')
  return (
    <div className={classes.summary}>
      <p>
        Up to {formatCount(people, 'persona')} from {joinWords(names)}
        {draft.margins.length > 0 &&
          `, balanced on ${joinWords(draft.margins.map(({ fields }) => fields.join(' × ')))}`}
        .
      </p>
      <p>
        {formatCount(draft.questions.length, 'question')}
        {draft.conditions.length > 0 &&
          ` in ${formatCount(draft.conditions.length, 'condition')}, ${
            draft.design === 'within' ? 'each persona answers all' : 'each persona answers one'
          }`}
        .
      </p>
      <p>
        About {formatNumber(people * perPersona)} tasks with {draft.model}, random seed{' '}
        {draft.randomSeed}.
      </p>
      <p className="quiet">
        Launching freezes members, weights and questions into a manifest that repeats the run.
      </p>
    </div>
  )
}
