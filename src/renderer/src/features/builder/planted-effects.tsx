import { ActionIcon, Button, NumberInput, Select } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useBuilderStore } from './builder.store.ts'
import type { PlantedEffect } from './draft.ts'
import classes from './step.module.css'

/** Differences put into a rehearsal on purpose: to see whether the study would find them. */
export function PlantedEffects() {
  const { draft, change } = useBuilderStore()
  const { plantedEffects, cohorts } = draft
  const closed = draft.questions.filter(({ type }) => type !== 'open')
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
          cohortKey: cohorts[0]?.key ?? '',
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
              label="Cohort"
              aria-label={`Cohort of planted difference ${number}`}
              data={cohorts.map(({ key, name }, i) => ({
                value: key,
                label: name || `Cohort ${i + 1}`,
              }))}
              value={effect.cohortKey}
              allowDeselect={false}
              onChange={(cohortKey) => cohortKey && replace(index, { cohortKey })}
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
