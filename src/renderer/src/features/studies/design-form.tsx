import { Button, NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import {
  StudyDesign,
  type Study,
  type UpdateStudyRequest,
} from '../../../../shared/contract/studies.ts'
import { QueryView } from '../../components/query-view.tsx'
import { skillQuery } from '../skills/skills.queries.ts'
import { ComparisonsInput } from './comparisons-input.tsx'
import { OutlookPanel } from './outlook-panel.tsx'
import classes from './study-parts.module.css'
import { usePreview } from './use-preview.ts'
import { useStudyChange } from './use-study-change.ts'

const texts = [
  ['objective', 'Objective', 'What the study is to find out'],
  ['hypothesis', 'Hypothesis', 'What you expect, so that it can turn out wrong'],
  ['successCriteria', 'Success criteria', 'What would make you decide which way'],
  ['exclusions', 'Exclusions', 'Whose answers are left out, or “none”'],
] as const

/** What the study says about itself; saving keeps what it said before. */
export function DesignForm({ study }: { study: Study }) {
  const skill = useQuery(skillQuery(study.skillId))
  const changing = useStudyChange(study.id)
  const [draft, setDraft] = useState(() => draftOf(study))
  const set = (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change }))
  const outlook = usePreview(useMemo(() => toPreview(study, draft), [study, draft]))
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(study))
  return (
    <div className={classes.beside}>
      <form
        className={classes.stack}
        onSubmit={(event) => {
          event.preventDefault()
          changing.mutate(toRequest(draft))
        }}
      >
        {texts.map(([name, label, about]) => (
          <Textarea
            key={name}
            label={label}
            description={about}
            autosize
            minRows={1}
            maxLength={2000}
            value={draft[name]}
            onChange={(event) => set({ [name]: event.currentTarget.value })}
          />
        ))}
        <TextInput
          label="Decision owner"
          description="Who acts on what is found"
          maxLength={200}
          value={draft.decisionOwner}
          onChange={(event) => set({ decisionOwner: event.currentTarget.value })}
        />
        <QueryView query={skill}>
          {({ questions }) => (
            <ComparisonsInput
              questions={questions.filter(({ type }) => type !== 'open')}
              hasConditions={study.conditions.length > 1}
              value={draft.comparisons}
              onChange={(comparisons) => set({ comparisons })}
            />
          )}
        </QueryView>
        <div className={classes.row}>
          <Select
            label="Conditions"
            w={240}
            allowDeselect={false}
            disabled={study.conditions.length < 2}
            data={[
              { value: 'between', label: 'Each persona answers one' },
              { value: 'within', label: 'Each persona answers all' },
            ]}
            value={draft.design}
            onChange={(design) => set({ design: design as Study['design'] })}
          />
          <NumberInput
            label="Replicates"
            w={120}
            min={1}
            max={20}
            allowDecimal={false}
            value={draft.replicates}
            onChange={(value) => set({ replicates: Number(value) || 1 })}
          />
          <NumberInput
            label="Budget in tokens"
            placeholder="No cap"
            w={160}
            min={1}
            allowDecimal={false}
            value={draft.budgetTokens ?? ''}
            onChange={(value) => set({ budgetTokens: value === '' ? null : Number(value) })}
          />
          <Switch
            label="Personas remember it"
            mb={8}
            checked={draft.remember}
            onChange={(event) => set({ remember: event.currentTarget.checked })}
          />
          <Switch
            label="Check what the personas add"
            mb={8}
            checked={draft.arms !== null}
            onChange={(event) => set({ arms: event.currentTarget.checked ? bothArms : null })}
          />
          <Button type="submit" disabled={!isChanged} loading={changing.isPending}>
            Save
          </Button>
          <Button
            variant="default"
            loading={changing.isPending}
            onClick={() => changing.mutate({ pinNewest: true })}
          >
            Pin newest versions
          </Button>
        </div>
        {study.design === 'within' && study.conditions.length > 1 && (
          <p className="quiet">
            Orders are balanced: every condition comes in every place, and after every other one,
            equally often (Williams 1949).
          </p>
        )}
      </form>
      <OutlookPanel
        outlook={outlook.data}
        error={outlook.error}
        onRetry={() => void outlook.refetch()}
      />
    </div>
  )
}

/** The same questions to the bare model, and to one that is told demographics alone. */
const bothArms = { noPersona: true, demographicsOnly: true }

function draftOf(study: Study) {
  return {
    objective: study.objective ?? '',
    hypothesis: study.hypothesis ?? '',
    successCriteria: study.successCriteria ?? '',
    exclusions: study.exclusions ?? '',
    decisionOwner: study.decisionOwner ?? '',
    comparisons: study.comparisons,
    design: study.design,
    replicates: study.replicates,
    remember: study.remember,
    budgetTokens: study.budgetTokens ?? null,
    arms: study.arms?.noPersona || study.arms?.demographicsOnly ? study.arms : null,
  }
}

function toRequest(draft: ReturnType<typeof draftOf>): UpdateStudyRequest {
  const text = (value: string) => value.trim() || null
  return {
    ...draft,
    objective: text(draft.objective),
    hypothesis: text(draft.hypothesis),
    successCriteria: text(draft.successCriteria),
    exclusions: text(draft.exclusions),
    decisionOwner: text(draft.decisionOwner),
  }
}

/** By the newest versions of skill and population, as a new study would be. */
function toPreview(study: Study, draft: ReturnType<typeof draftOf>) {
  const { budgetTokens, comparisons, arms, ...changes } = draft
  const design = StudyDesign.strip().parse({
    ...study,
    design: changes.design,
    replicates: changes.replicates,
    budgetTokens: budgetTokens ?? undefined,
    comparisons,
    arms: arms ?? undefined,
  })
  return {
    ...design,
    skill: { skillId: study.skillId },
    people: { populationId: study.populationId },
  }
}
