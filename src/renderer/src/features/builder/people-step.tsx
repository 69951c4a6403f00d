import { ActionIcon, Button, Menu, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { cohortColour } from '../../styles/tokens.ts'
import { CohortGlance } from '../cohorts/cohort-count.tsx'
import { byCriteria } from '../cohorts/cohort-draft.ts'
import { cohortsQuery, fieldValuesQuery } from '../cohorts/cohorts.queries.ts'
import { CriteriaEditor } from '../cohorts/criteria-editor.tsx'
import { toGroup } from '../cohorts/criteria-group.ts'
import { nothingKnown } from '../cohorts/field-values.ts'
import { useBuilderStore } from './builder.store.ts'
import { newCohort, type CohortDraft } from './draft.ts'
import classes from './step.module.css'

export function PeopleStep() {
  const { draft, change } = useBuilderStore()
  return (
    <div className={classes.step}>
      <div className={classes.fields}>
        <TextInput
          label="Name of the study"
          placeholder="Would a branch closure cost us customers?"
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Textarea
          label="Hypothesis"
          description="Never shown to a persona."
          autosize
          value={draft.hypothesis}
          onChange={(event) => change({ hypothesis: event.currentTarget.value })}
        />
      </div>
      <div>
        <h2>Cohorts</h2>
        <p className="quiet">
          A cohort is a segment of your personas, by criteria anyone can check. Results come for
          each cohort and for all of them together.
        </p>
      </div>
      {draft.cohorts.map((cohort, index) => (
        <CohortCard key={cohort.key} cohort={cohort} index={index} />
      ))}
      <AddCohort />
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
