import { ActionIcon, Button, NumberInput, Select } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useBuilderStore } from './builder.store.ts'
import type { PlantedEffect, StudyDraft } from './draft.ts'
import { useAsked } from './use-asked.ts'
import classes from './step.module.css'

/** Differences put into a rehearsal on purpose: to see whether the study would find them. */
export function PlantedEffects() {
  const { draft, change } = useBuilderStore()
  const { plantedEffects, cohorts, conditions } = draft
  const closed = useAsked().asked.questions.filter(({ type }) => type !== 'open')
  if (closed.length === 0) return null
  const replace = (index: number, part: Partial<PlantedEffect>) =>
    change({
      plantedEffects: plantedEffects.map((effect, place) =>
        place === index ? { ...effect, ...part } : effect,
      ),
    })
  const add = () =>
    change({
      plantedEffects: [
        ...plantedEffects,
        {
          questionId: closed[0]?.id ?? '',
          among: conditions[0]
            ? { kind: 'condition' as const, key: conditions[0].id }
            : { kind: 'cohort' as const, key: cohorts[0]?.key ?? '' },
          option: null,
          delta: 0.8,
        },
      ],
    })
  return (
    <section aria-label="Planted differences" className={classes.fields}>
      <div>
        <h3>Planted differences</h3>
        <p className="quiet">
          The built-in model shows a difference only where you plant one. Plant what you expect, and
          see whether a study of this size finds it.
        </p>
      </div>
      {plantedEffects.map((effect, index) => {
        const question = closed.find(({ id }) => id === effect.questionId)
        const number = index + 1
        return (
          <div key={index} className={classes.plant}>
            <Select
              label="Question"
              aria-label={`Question of planted difference ${number}`}
              data={closed.map(({ id }) => id)}
              value={effect.questionId}
              allowDeselect={false}
              onChange={(questionId) => questionId && replace(index, { questionId, option: null })}
            />
            <Select
              label="Among"
              aria-label={`People of planted difference ${number}`}
              data={amongGroups(draft)}
              value={`${effect.among.kind} ${effect.among.key}`}
              allowDeselect={false}
              onChange={(value) => value && replace(index, { among: toAmong(value) })}
            />
            {question?.type === 'single' && (
              <Select
                label="Option"
                aria-label={`Option of planted difference ${number}`}
                data={question.options}
                value={effect.option}
                onChange={(option) => replace(index, { option })}
              />
            )}
            <NumberInput
              label="Size in SD"
              aria-label={`Size of planted difference ${number}`}
              min={-5}
              max={5}
              step={0.1}
              decimalScale={2}
              value={effect.delta}
              onChange={(delta) => typeof delta === 'number' && replace(index, { delta })}
            />
            <ActionIcon
              aria-label={`Remove planted difference ${number}`}
              onClick={() =>
                change({ plantedEffects: plantedEffects.filter((_, place) => place !== index) })
              }
            >
              <IconX size={16} />
            </ActionIcon>
          </div>
        )
      })}
      <div>
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add}>
          Plant a difference
        </Button>
      </div>
    </section>
  )
}

function amongGroups({ cohorts, conditions }: StudyDraft) {
  const ofCohorts = cohorts.map(({ key, name }, i) => ({
    value: `cohort ${key}`,
    label: name || `Cohort ${i + 1}`,
  }))
  const ofConditions = conditions.map(({ id, name }, i) => ({
    value: `condition ${id}`,
    label: name || `Condition ${i + 1}`,
  }))
  return [
    { group: 'Cohorts', items: ofCohorts },
    { group: 'Conditions', items: ofConditions },
  ].filter(({ items }) => items.length > 0)
}

function toAmong(value: string): PlantedEffect['among'] {
  const at = value.indexOf(' ')
  const kind = value.slice(0, at) === 'condition' ? 'condition' : 'cohort'
  return { kind, key: value.slice(at + 1) }
}
