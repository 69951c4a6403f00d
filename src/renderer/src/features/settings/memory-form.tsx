import { Button, Checkbox, NumberInput, SegmentedControl, Slider } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { MemorySettings } from '../../../../shared/contract/memory-settings.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { ForgettingSketch } from './forgetting-sketch.tsx'
import classes from './memory-form.module.css'
import { memorySettingsKey, replaceMemorySettings } from './settings.queries.ts'

const schedules = [
  { value: 'off', label: 'Off' },
  { value: 'daily', label: 'Every day' },
  { value: 'weekly', label: 'Every week' },
]

/** How memory behaves in this workspace: forgetting, keeping, checking, and room in a prompt. */
export function MemoryForm({ settings }: { settings: MemorySettings }) {
  const client = useQueryClient()
  const [draft, setDraft] = useState(settings)
  const saving = useMutation({
    mutationFn: () => replaceMemorySettings(draft),
    onSuccess: (answer) => {
      client.setQueryData(memorySettingsKey, answer)
      notifications.show({ message: 'The memory settings are saved and in force.' })
    },
  })
  const change = <Part extends keyof MemorySettings>(
    part: Part,
    values: Partial<MemorySettings[Part]>,
  ) => setDraft({ ...draft, [part]: { ...draft[part], ...values } })
  const { forgetting, consolidation, consistency, recall } = draft
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <Group title="Forgetting">
        <Check
          label="Memories fade with time"
          description="Off keeps studies reproducible. Pride, shame and repressed memories never fade."
          checked={forgetting.enabled}
          onChange={(enabled) => change('forgetting', { enabled })}
        />
        {forgetting.enabled && (
          <>
            <div>
              <label>
                How fast <span className="quiet number">{forgetting.exponent.toFixed(2)}</span>
              </label>
              <Slider
                thumbLabel="How fast memories fade"
                min={0.05}
                max={1}
                step={0.05}
                label={null}
                marks={[{ value: 0.3, label: 'as people do' }]}
                mb={20}
                mt={8}
                value={forgetting.exponent}
                onChange={(exponent) => change('forgetting', { exponent })}
              />
            </div>
            <ForgettingSketch exponent={forgetting.exponent} />
            <Check
              label="Talking about a memory keeps it"
              description="Each interview that recalls it adds one to its strength, ten at most. Studies never do."
              checked={forgetting.rehearsal}
              onChange={(rehearsal) => change('forgetting', { rehearsal })}
            />
          </>
        )}
      </Group>
      <Group title="Keeping what is said">
        <Check
          label="Interviews leave memories"
          description="Something new becomes a memory, a repetition strengthens one, small talk leaves nothing, a contradiction is flagged and not stored."
          checked={consolidation.enabled}
          onChange={(enabled) => change('consolidation', { enabled })}
        />
        <Check
          label="Let the language model decide what is new"
          description="Where one is set up. Without it, rules decide."
          disabled={!consolidation.enabled}
          checked={consolidation.useModel}
          onChange={(useModel) => change('consolidation', { useModel })}
        />
      </Group>
      <Group title="Consistency checks">
        <Check
          label="Warn when a new entry contradicts the timeline"
          checked={consistency.onWrite}
          onChange={(onWrite) => change('consistency', { onWrite })}
        />
        <Check
          label="Check answers against the timeline and earlier answers"
          checked={consistency.onAnswers}
          onChange={(onAnswers) => change('consistency', { onAnswers })}
        />
        <Check
          label="Let the language model judge what the rules leave open"
          description="It finds more and is wrong more often."
          checked={consistency.useModel}
          onChange={(useModel) => change('consistency', { useModel })}
        />
        <div>
          <p>Check everyone who changed</p>
          <SegmentedControl
            aria-label="Check everyone who changed"
            mt={4}
            data={schedules}
            value={consistency.schedule}
            onChange={(schedule) =>
              change('consistency', { schedule: schedule as typeof consistency.schedule })
            }
          />
        </div>
      </Group>
      <Group title="Recall">
        <NumberInput
          label="Room for memories in a prompt"
          description="Estimated tokens, 100 to 8,000. What does not fit is shown as left out."
          min={100}
          max={8000}
          step={100}
          w={240}
          value={recall.tokenBudget}
          onChange={(tokenBudget) =>
            typeof tokenBudget === 'number' && change('recall', { tokenBudget })
          }
        />
      </Group>
      {saving.error && <ErrorPanel error={saving.error} />}
      <div>
        <Button type="submit" loading={saving.isPending}>
          Save the memory settings
        </Button>
      </div>
    </form>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={classes.group}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

type CheckProps = {
  label: string
  description?: string
  disabled?: boolean
  checked: boolean
  onChange: (checked: boolean) => void
}

function Check({ onChange, ...props }: CheckProps) {
  return <Checkbox {...props} onChange={({ currentTarget: { checked } }) => onChange(checked)} />
}
