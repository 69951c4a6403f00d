import { Textarea, TextInput } from '@mantine/core'
import { useBuilderStore } from './builder.store.ts'
import classes from './step.module.css'

const fields = [
  {
    name: 'objective',
    label: 'Objective',
    about: 'The one thing to find out. Never shown to a persona.',
    example: 'Learn who would use a parcel locker near home',
  },
  {
    name: 'hypothesis',
    label: 'Hypothesis',
    about: 'What you expect, so that it can turn out wrong. Never shown to a persona.',
    example: 'People in the city agree more that it would suit their week',
  },
  {
    name: 'successCriteria',
    label: 'Success criteria',
    about: 'What would make you decide which way.',
    example: 'We build in the city if they are at least half a point higher',
  },
] as const

export function IdeaStep() {
  const { draft, change } = useBuilderStore()
  return (
    <div className={classes.fields}>
      <div>
        <h2>Hypothesis and decision</h2>
        <p className="quiet">
          What is written down before anybody is asked is what makes the answer worth something.
        </p>
      </div>
      <TextInput
        label="Name of the study"
        placeholder="Parcel lockers"
        required
        maxLength={200}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      {fields.map(({ name, label, about, example }) => (
        <Textarea
          key={name}
          label={label}
          description={about}
          placeholder={example}
          required={name === 'objective'}
          autosize
          maxLength={name === 'objective' ? 1000 : 2000}
          value={draft[name]}
          onChange={(event) => change({ [name]: event.currentTarget.value })}
        />
      ))}
      <TextInput
        label="Decision owner"
        description="Who acts on what is found."
        maxLength={200}
        value={draft.decisionOwner}
        onChange={(event) => change({ decisionOwner: event.currentTarget.value })}
      />
    </div>
  )
}
