import { Button, Checkbox, MultiSelect, NumberInput, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Question } from '../../../../shared/contract/questions.ts'
import type { RobustnessRequest } from '../../../../shared/contract/robustness.ts'
import type { Study } from '../../../../shared/contract/studies.ts'
import { QueryView } from '../../components/query-view.tsx'
import { formatCount } from '../../lib/format.ts'
import { skillQuery } from '../skills/skills.queries.ts'
import { workspaceQuery } from '../workspace/workspace.queries.ts'
import classes from './study-parts.module.css'
import { useRobustnessLaunch } from './use-robustness-launch.ts'

type Draft = {
  personas: number
  replicates: number
  /** By question id; empty: as written. */
  wording: Record<string, string>
  punctuation: boolean
  optionOrder: boolean
  formats: RobustnessRequest['formats']
  models: string[]
}

const MOST_VARIANTS = 12
const formats = [
  { value: 'third-person', label: 'In the third person' },
  { value: 'list', label: 'As a list of facts' },
] as const

/** A run of the study on a part of its people, asked in several ways. */
export function RobustnessView({ study }: { study: Study }) {
  const skill = useQuery(skillQuery(study.skillId))
  return (
    <QueryView query={skill}>
      {({ questions }) => <RobustnessForm study={study} questions={questions} />}
    </QueryView>
  )
}

function RobustnessForm({ study, questions }: { study: Study; questions: readonly Question[] }) {
  const [draft, setDraft] = useState<Draft>(fresh)
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  const launching = useRobustnessLaunch(study.id)
  const ways = waysOf(draft)
  return (
    <form
      className={classes.stack}
      aria-label="Robustness run"
      onSubmit={(event) => {
        event.preventDefault()
        launching.mutate(toRequest(draft))
      }}
    >
      <p className={classes.quiet}>
        A part of the population answers the study as it is designed and in other ways. What comes
        out says how much an answer owes to the person, and how much to how it was asked. Its
        answers stay out of the study’s evidence.
      </p>
      <Wordings questions={questions} draft={draft} set={set} />
      <Others study={study} draft={draft} set={set} />
      <div className={classes.row}>
        <NumberInput
          label="Personas"
          w={120}
          min={5}
          max={1000}
          allowDecimal={false}
          value={draft.personas}
          onChange={(value) => set({ personas: Number(value) || 40 })}
        />
        <NumberInput
          label="Times each"
          w={120}
          min={1}
          max={5}
          allowDecimal={false}
          value={draft.replicates}
          onChange={(value) => set({ replicates: Number(value) || 1 })}
        />
        <Button type="submit" disabled={ways < 2} loading={launching.isPending}>
          Launch the robustness run
        </Button>
      </div>
      <p className={classes.quiet} aria-live="polite">
        {ways < 2 ? 'Choose at least one other way of asking.' : sizeWords(draft, ways)}
      </p>
    </form>
  )
}

type PartProps = { draft: Draft; set: (change: Partial<Draft>) => void }

function Wordings({ questions, draft, set }: PartProps & { questions: readonly Question[] }) {
  return (
    <fieldset className={classes.fieldset}>
      <legend>Other words</legend>
      {questions.map(({ id, text }) => (
        <Textarea
          key={id}
          w="100%"
          maw={720}
          label={text}
          placeholder="The same question in other words"
          autosize
          minRows={1}
          maxLength={2000}
          value={draft.wording[id] ?? ''}
          onChange={(event) =>
            set({ wording: { ...draft.wording, [id]: event.currentTarget.value } })
          }
        />
      ))}
      <Checkbox
        label="Also with another final mark and no capital at the beginning"
        checked={draft.punctuation}
        onChange={(event) => set({ punctuation: event.currentTarget.checked })}
      />
    </fieldset>
  )
}

function Others({ study, draft, set }: PartProps & { study: Study }) {
  const { data: workspace } = useQuery(workspaceQuery())
  const models = workspace?.models ?? []
  const own = models.find(({ name }) => name === study.model)
  const others = models.filter(
    ({ name, rehearsal }) => name !== study.model && rehearsal === own?.rehearsal,
  )
  return (
    <fieldset className={classes.fieldset}>
      <legend>Other ways</legend>
      <Checkbox
        label="Options in reverse order"
        checked={draft.optionOrder}
        onChange={(event) => set({ optionOrder: event.currentTarget.checked })}
      />
      {formats.map(({ value, label }) => (
        <Checkbox
          key={value}
          label={`Persona described: ${label.charAt(0).toLowerCase()}${label.slice(1)}`}
          checked={draft.formats.includes(value)}
          onChange={(event) =>
            set({
              formats: event.currentTarget.checked
                ? [...draft.formats, value]
                : draft.formats.filter((one) => one !== value),
            })
          }
        />
      ))}
      {others.length > 0 && (
        <MultiSelect
          label="Other models"
          w={360}
          data={others.map(({ name }) => name)}
          maxValues={5}
          value={draft.models}
          onChange={(chosen) => set({ models: chosen })}
        />
      )}
    </fieldset>
  )
}

function fresh(): Draft {
  return {
    personas: 40,
    replicates: 1,
    wording: {},
    punctuation: false,
    optionOrder: false,
    formats: [],
    models: [],
  }
}

function wordingOf({ wording }: Draft): Record<string, string> {
  return Object.fromEntries(
    Object.entries(wording)
      .map(([id, text]) => [id, text.trim()] as const)
      .filter(([, text]) => text !== ''),
  )
}

/** Crossings of the levels that are asked. */
function waysOf(draft: Draft): number {
  const wordings = 1 + Number(Object.keys(wordingOf(draft)).length > 0) + Number(draft.punctuation)
  const all =
    wordings *
    (1 + Number(draft.optionOrder)) *
    (1 + draft.formats.length) *
    (1 + draft.models.length)
  return Math.min(MOST_VARIANTS, all)
}

function sizeWords({ personas, replicates }: Draft, ways: number): string {
  return `${formatCount(ways, 'way')} of asking, at most ${formatCount(personas * replicates * ways, 'task')} without conditions within personas.`
}

function toRequest(draft: Draft): Omit<RobustnessRequest, 'tenantId'> {
  const wording = wordingOf(draft)
  const { wording: _, ...rest } = draft
  return {
    ...rest,
    wordings: Object.keys(wording).length > 0 ? [wording] : [],
    maxVariants: MOST_VARIANTS,
  }
}
