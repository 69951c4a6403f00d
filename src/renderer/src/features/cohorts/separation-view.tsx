import { Button, NumberInput, Select } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { SeparationAccepted } from '../../../../shared/contract/cohort-analysis.ts'
import type { Cohort } from '../../../../shared/contract/cohorts.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { request } from '../../lib/api.ts'
import { skillsQuery } from '../skills/skills.queries.ts'
import { workspaceQuery } from '../workspace/workspace.queries.ts'
import { cohortsQuery, separationsQuery } from './cohorts.queries.ts'
import { SeparationCard } from './separation-card.tsx'
import classes from './separation-view.module.css'

/** Whether two cohorts answer apart: a segment that answers as its neighbour does tells nothing new. */
export function SeparationView({ cohort }: { cohort: Cohort }) {
  const query = useQuery(separationsQuery(cohort.id))
  return (
    <div className={classes.separation}>
      <p className={classes.lead}>
        Put a skill to people of this cohort and of a neighbour. If chance alone explains how they
        differ, the two are one segment for these questions.
      </p>
      <StartForm cohort={cohort} />
      <QueryView query={query}>
        {(separations) => (
          <ul className={classes.list} aria-label="Comparisons with neighbours">
            {separations.map((job) => (
              <SeparationCard key={job.jobId} job={job} />
            ))}
          </ul>
        )}
      </QueryView>
    </div>
  )
}

function StartForm({ cohort }: { cohort: Cohort }) {
  const client = useQueryClient()
  const { data: cohorts = [] } = useQuery(cohortsQuery())
  const { data: skills = [] } = useQuery(skillsQuery())
  const { data: workspace } = useQuery(workspaceQuery())
  const [neighbourId, setNeighbour] = useState<string | null>(null)
  const [skillId, setSkill] = useState<string | null>(null)
  const [model, setModel] = useState('offline')
  const [perCohort, setPerCohort] = useState(30)
  const starting = useMutation({
    mutationFn: () =>
      request('POST', `/cohorts/${cohort.id}/separation`, {
        answer: SeparationAccepted,
        body: { neighbourId, skillId, model, perCohort },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: separationsQuery(cohort.id).queryKey }),
  })
  const others = cohorts.filter(({ id }) => id !== cohort.id)
  if (others.length === 0 || skills.length === 0)
    return (
      <p className="quiet">
        {others.length === 0
          ? 'There is no other cohort to compare it with yet.'
          : 'There is no skill to put to them yet: write one under Skills.'}
      </p>
    )
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        starting.mutate()
      }}
    >
      <Select
        label="Neighbour"
        flex="1 1 220px"
        placeholder="Another cohort"
        searchable
        data={others.map(({ id, name, size }) => ({ value: id, label: `${name} (${size})` }))}
        value={neighbourId}
        onChange={setNeighbour}
      />
      <Select
        label="Skill"
        flex="1 1 220px"
        placeholder="What to ask"
        searchable
        data={skills.map(({ id, name }) => ({ value: id, label: name }))}
        value={skillId}
        onChange={setSkill}
      />
      <NumberInput
        label="People of each"
        w={120}
        min={5}
        max={200}
        value={perCohort}
        onChange={(value) => typeof value === 'number' && setPerCohort(value)}
      />
      <Select
        label="Model"
        flex="1 1 180px"
        allowDeselect={false}
        data={(workspace?.models ?? []).map(({ name, rehearsal }) => ({
          value: name,
          label: rehearsal ? `${name} (rehearsal)` : name,
        }))}
        value={model}
        onChange={(name) => name && setModel(name)}
      />
      <Button type="submit" disabled={!neighbourId || !skillId} loading={starting.isPending}>
        Compare
      </Button>
      {starting.error && <ErrorPanel error={starting.error} />}
    </form>
  )
}
