import {
  ActionIcon,
  Button,
  Checkbox,
  NumberInput,
  SegmentedControl,
  Select,
  Textarea,
  TextInput,
} from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { RehearsalLabel } from '../../components/label.tsx'
import { workspaceQuery } from '../workspace/workspace.queries.ts'
import { useBuilderStore } from './builder.store.ts'
import { findVariables, type ConditionDraft, type StudyDraft } from './draft.ts'
import { PlantedEffects } from './planted-effects.tsx'
import classes from './step.module.css'

export function DesignStep() {
  return (
    <div className={classes.step}>
      <Conditions />
      <Comparisons />
      <RunFields />
    </div>
  )
}

function Conditions() {
  const { draft, change } = useBuilderStore()
  const { conditions, design } = draft
  const variables = findVariables(draft)
  const replace = (index: number, part: Partial<ConditionDraft>) =>
    change({
      conditions: conditions.map((condition, place) =>
        place === index ? { ...condition, ...part } : condition,
      ),
    })
  const add = () =>
    change({ conditions: [...conditions, { id: freeId(conditions), name: '', variables: {} }] })
  return (
    <section aria-label="Conditions" className={classes.step}>
      <div>
        <h2>Conditions (optional)</h2>
        <p className="quiet">
          Versions of the same questions. Write {'{{name}}'} in a question and give it a value in
          each condition; personas are assigned at random within their cohort.
        </p>
      </div>
      {conditions.map((condition, index) => (
        <div key={condition.id} className={`${classes.question} card`}>
          <div className={classes.head}>
            <TextInput
              aria-label={`Name of condition ${index + 1}`}
              placeholder="Name, such as Told early"
              value={condition.name}
              onChange={(event) => replace(index, { name: event.currentTarget.value })}
            />
            <ActionIcon
              aria-label={`Remove condition ${index + 1}`}
              onClick={() =>
                change({ conditions: conditions.filter((other) => other !== condition) })
              }
            >
              <IconX size={16} />
            </ActionIcon>
          </div>
          {variables.map((name) => (
            <Textarea
              key={name}
              label={`{{${name}}}`}
              autosize
              value={condition.variables[name] ?? ''}
              onChange={({ currentTarget: { value } }) =>
                replace(index, { variables: { ...condition.variables, [name]: value } })
              }
            />
          ))}
          {variables.length === 0 && (
            <p className="quiet">No question uses a variable yet: all conditions read the same.</p>
          )}
        </div>
      ))}
      <div className={classes.actions}>
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add}>
          Add a condition
        </Button>
        {conditions.length > 1 && (
          <SegmentedControl
            aria-label="Who answers which condition"
            value={design}
            onChange={(value) => change({ design: value as StudyDraft['design'] })}
            data={[
              { value: 'between', label: 'Each persona answers one' },
              { value: 'within', label: 'Each persona answers all' },
            ]}
          />
        )}
      </div>
    </section>
  )
}

function freeId(conditions: readonly ConditionDraft[]): string {
  let number = conditions.length + 1
  while (conditions.some(({ id }) => id === `c${number}`)) number += 1
  return `c${number}`
}

function Comparisons() {
  const { draft, change } = useBuilderStore()
  const closed = draft.questions.filter(({ type }) => type !== 'open')
  if (draft.cohorts.length < 2 || closed.length === 0) return null
  return (
    <section aria-label="Comparisons" className={classes.fields}>
      <div>
        <h2>Comparisons named before launch</h2>
        <p className="quiet">
          Differences between cohorts you expect. Only these are tested; all others are labelled
          exploratory.
        </p>
      </div>
      <Checkbox.Group
        label="Compare cohorts on"
        value={draft.primaryQuestionIds}
        onChange={(primaryQuestionIds) => change({ primaryQuestionIds })}
      >
        <div className={classes.checks}>
          {closed.map(({ id, text }) => (
            <Checkbox key={id} value={id} label={`${id}: ${text}`} />
          ))}
        </div>
      </Checkbox.Group>
    </section>
  )
}

function RunFields() {
  const { draft, change } = useBuilderStore()
  const { data: workspace } = useQuery(workspaceQuery())
  const models = workspace?.models ?? []
  const isRehearsal = models.find(({ name }) => name === draft.model)?.rehearsal ?? true
  const setNumber =
    (key: 'replicates' | 'randomSeed' | 'temperature' | 'maxConcurrency') =>
    (value: string | number) => {
      if (typeof value === 'number') change({ [key]: value })
    }
  return (
    <section aria-label="Run" className={classes.step}>
      <h2>How it runs</h2>
      <div className={classes.triple}>
        <Select
          label="Model"
          data={models.map(({ name }) => name)}
          value={draft.model}
          allowDeselect={false}
          onChange={(model) => model && change({ model })}
        />
        <NumberInput
          label="Replicates"
          description="Answers per persona and condition"
          inputWrapperOrder={['label', 'input', 'description']}
          min={1}
          max={20}
          value={draft.replicates}
          onChange={setNumber('replicates')}
        />
        <NumberInput
          label="Random seed"
          description="The same seed repeats the run"
          inputWrapperOrder={['label', 'input', 'description']}
          min={0}
          value={draft.randomSeed}
          onChange={setNumber('randomSeed')}
        />
        <NumberInput
          label="Temperature"
          min={0}
          max={2}
          step={0.1}
          decimalScale={2}
          value={draft.temperature}
          onChange={setNumber('temperature')}
        />
        <NumberInput
          label="At the same time"
          min={1}
          max={128}
          value={draft.maxConcurrency}
          onChange={setNumber('maxConcurrency')}
        />
      </div>
      {isRehearsal && (
        <>
          <div>
            <RehearsalLabel long />
          </div>
          <PlantedEffects />
        </>
      )}
    </section>
  )
}
