import { Button, SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { formatNumber } from '../../lib/format.ts'
import { useBuilderStore } from './builder.store.ts'
import { ConditionTable } from './condition-table.tsx'
import { findVariables, type ConditionDraft, type StudyDraft } from './draft.ts'
import classes from './step.module.css'
import { useAsked } from './use-asked.ts'
import { useOutlook } from './use-outlook.ts'

export function ConditionsStep() {
  const { draft, change } = useBuilderStore()
  const { asked } = useAsked()
  const { conditions, design } = draft
  const variables = findVariables(asked)
  const add = () =>
    change({ conditions: [...conditions, { id: freeId(conditions), name: '', variables: {} }] })
  return (
    <section aria-label="Conditions" className={classes.step}>
      <div>
        <h2>Conditions (optional)</h2>
        <p className="quiet">
          Versions of the same questions. Write {'{{name}}'} in a question and give it a value in
          each condition.
        </p>
      </div>
      {conditions.length > 0 && <ConditionTable variables={variables} />}
      <div className={classes.actions}>
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add}>
          Add a condition
        </Button>
        {conditions.length > 1 && (
          <SegmentedControl
            aria-label="Who answers which condition"
            value={design}
            onChange={(value) => change({ design: value as StudyDraft['design'] }, '')}
            data={[
              { value: 'between', label: 'Each persona answers one' },
              { value: 'within', label: 'Each persona answers all' },
            ]}
          />
        )}
      </div>
      {conditions.length > 1 && <Assignment />}
      {variables.length === 0 && conditions.length > 0 && (
        <p className="quiet">No question uses a variable yet: all conditions read the same.</p>
      )}
    </section>
  )
}

/** Who gets what, in a sentence. */
function Assignment() {
  const { draft } = useBuilderStore()
  const { data } = useOutlook()
  const count = draft.conditions.length
  const people = data?.power.personas
  if (draft.design === 'within')
    return (
      <p role="note">
        Each persona answers all {count}, every one in a fresh session. Orders are balanced: every
        condition comes in every place, and after every other one, equally often (Williams 1949). A
        difference is within one persona, so fewer people see the same one.
      </p>
    )
  const each = people === undefined ? '' : `, about ${formatNumber(people / count)} in each`
  return (
    <p role="note">
      Each persona answers one, drawn at random within their cohort{each}. Nobody can be led by
      having seen the others; seeing the same difference takes more people than letting everybody
      answer all.
    </p>
  )
}

function freeId(conditions: readonly ConditionDraft[]): string {
  let number = conditions.length + 1
  while (conditions.some(({ id }) => id === `c${number}`)) number += 1
  return `c${number}`
}
