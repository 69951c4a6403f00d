import { Button, Checkbox, NumberInput, TagsInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SafetyPolicy } from '../../../../shared/contract/safety.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import classes from './safety-form.module.css'
import { replacePolicy, safetyKey } from './settings.queries.ts'

const lists = [
  {
    key: 'blockedTerms',
    label: 'Blocked terms',
    description: 'A prompt or an answer with one of these is stopped.',
  },
  {
    key: 'promptGuards',
    label: 'Prompt guards',
    description: 'Phrases that try to turn a persona away from its task.',
  },
  {
    key: 'escalationKeywords',
    label: 'Escalation keywords',
    description: 'Not stopped, but marked on the answer for you to read.',
  },
] as const

export function SafetyForm({ policy }: { policy: SafetyPolicy }) {
  const client = useQueryClient()
  const [draft, setDraft] = useState(policy)
  const saving = useMutation({
    mutationFn: () => {
      const { blockedTerms, allowPii, toxicityThreshold, promptGuards, escalationKeywords } = draft
      return replacePolicy({
        blockedTerms,
        allowPii,
        toxicityThreshold,
        promptGuards,
        escalationKeywords,
      })
    },
    onSuccess: (answer) => {
      client.setQueryData(safetyKey, answer)
      notifications.show({ message: 'The safety policy is saved and in force.' })
    },
  })
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      {lists.map(({ key, label, description }) => (
        <TagsInput
          key={key}
          label={label}
          description={description}
          placeholder="Type one, then Enter"
          acceptValueOnBlur
          value={draft[key]}
          onChange={(terms) => setDraft({ ...draft, [key]: terms })}
        />
      ))}
      <NumberInput
        label="Toxicity threshold"
        description="0 stops nearly everything, 1 nothing."
        min={0}
        max={1}
        step={0.05}
        decimalScale={2}
        w={200}
        value={draft.toxicityThreshold}
        onChange={(value) =>
          typeof value === 'number' && setDraft({ ...draft, toxicityThreshold: value })
        }
      />
      <Checkbox
        label="Allow personal data such as e-mail addresses and phone numbers"
        checked={draft.allowPii}
        onChange={({ currentTarget: { checked } }) => setDraft({ ...draft, allowPii: checked })}
      />
      {saving.error && <ErrorPanel error={saving.error} />}
      <div>
        <Button type="submit" loading={saving.isPending}>
          Save the policy
        </Button>
      </div>
    </form>
  )
}
