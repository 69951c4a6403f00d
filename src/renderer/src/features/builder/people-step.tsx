import { ActionIcon, Button, Menu, SegmentedControl, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { cohortColour } from '../../styles/tokens.ts'
import { CohortGlance } from '../cohorts/cohort-count.tsx'
import { byCriteria } from '../cohorts/cohort-draft.ts'
import { cohortsQuery, fieldValuesQuery } from '../cohorts/cohorts.queries.ts'
import { CriteriaEditor } from '../cohorts/criteria-editor.tsx'
import { toGroup } from '../cohorts/criteria-group.ts'
import { nothingKnown } from '../cohorts/field-values.ts'
import { populationsQuery } from '../populations/populations.queries.ts'
import { useBuilderStore } from './builder.store.ts'
import { newCohort, type CohortDraft } from './draft.ts'
import { PickPopulation, SavedPopulation } from './saved-population.tsx'
import classes from './step.module.css'

export function PeopleStep() {
  const { draft, change } = useBuilderStore()
  const { data: populations = [] } = useQuery(populationsQuery())
  const [isPicking, setPicking] = useState(false)
  const picks = draft.populationId !== null || isPicking
  return (
    <div className={classes.step}>
      <div>
        <h2>Who is asked</h2>
        <p className="quiet">
          Results come for each cohort and for all of them together, weighted as the population
          says.
        </p>
      </div>
      {(populations.length > 0 || draft.populationId !== null) && (
        <div className={classes.actions}>
          <SegmentedControl
            aria-label="Where the people come from"
            value={picks ? 'pick' : 'make'}
            onChange={(value) => {
              setPicking(value === 'pick')
              if (value === 'make' && draft.populationId !== null) change({ populationId: null })
            }}
            data={[
              { value: 'make', label: 'Cohorts, here' },
              { value: 'pick', label: 'Use a population' },
            ]}
          />
          {picks && <PickPopulation populations={populations} />}
        </div>
      )}
      {draft.populationId !== null && <SavedPopulation populationId={draft.populationId} />}
      {!picks && (
        <>
          <p className="quiet">
            A cohort is a segment of your personas, by criteria anyone can check.
          </p>
          {draft.cohorts.map((cohort, index) => (
            <CohortCard key={cohort.key} cohort={cohort} index={index} />
          ))}
          <AddCohort />
        </>
      )}
    </div>
  )
}

function CohortCard({ cohort, index }: { cohort: CohortDraft; index: number }) {
  const { draft, change, changeCohort } = useBuilderStore()
  const { data: known = nothingKnown } = useQuery(fieldValuesQuery())
  const remove = () => change({ cohorts: draft.cohorts.filter(({ key }) => key !== cohort.key) })
  return (
    <section
      className={`${classes.cohort} card`}
      style={{ '--cohort': cohortColour(index) } as React.CSSProperties}
      aria-label={`Cohort ${index + 1}`}
    >
      <div className={classes.editor}>
        <div className={classes.head}>
          <TextInput
            aria-label={`Name of cohort ${index + 1}`}
            placeholder="Name, such as Nurses in Lyon"
            value={cohort.name}
            disabled={cohort.existingId !== null}
            onChange={(event) => changeCohort(cohort.key, { name: event.currentTarget.value })}
          />
          <ActionIcon aria-label={`Remove cohort ${index + 1}`} onClick={remove}>
            <IconX size={16} />
          </ActionIcon>
        </div>
        {cohort.existingId === null ? (
          <CriteriaEditor
            group={cohort.criteria}
            known={known}
            onChange={(criteria) => changeCohort(cohort.key, { criteria })}
          />
        ) : (
          <p className="quiet">
            Taken from the workspace as it is.{' '}
            <Button
              size="xs"
              variant="subtle"
              onClick={() =>
                changeCohort(cohort.key, { existingId: null, name: `${cohort.name} (changed)` })
              }
            >
              Change a copy
            </Button>
          </p>
        )}
      </div>
      <CohortGlance definition={byCriteria(cohort.criteria)} />
    </section>
  )
}

function AddCohort() {
  const { draft, change } = useBuilderStore()
  const { data: existing = [] } = useQuery(cohortsQuery())
  const add = (cohort: CohortDraft) => change({ cohorts: [...draft.cohorts, cohort] })
  return (
    <div className={classes.actions}>
      <Button
        variant="default"
        leftSection={<IconPlus size={16} />}
        onClick={() => add(newCohort())}
      >
        Add a cohort
      </Button>
      {existing.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="subtle">Use one of the workspace</Button>
          </Menu.Target>
          <Menu.Dropdown mah={320} style={{ overflow: 'auto' }}>
            {existing.map(({ id, name, criteria, size }) => (
              <Menu.Item
                key={id}
                rightSection={<span className="quiet number">{size}</span>}
                onClick={() =>
                  add(newCohort({ name, criteria: toGroup(criteria), existingId: id }))
                }
              >
                {name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
