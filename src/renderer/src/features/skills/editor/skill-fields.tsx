import { Checkbox, Textarea, TextInput } from '@mantine/core'
import type { Apply, Dismissing } from '../finding-list.tsx'
import { FindingList } from '../finding-list.tsx'
import { findingsAt } from '../lint-words.ts'
import answers from './answers/answers.module.css'
import classes from './editor.module.css'
import { blocksOf, type SkillDraft } from './skill-draft.ts'
import type { DraftChecks } from './use-findings.ts'
import type { Edit } from './use-skill-editor.ts'

type Props = {
  draft: SkillDraft
  edit: Edit
  checks: DraftChecks
  apply: Apply
  dismissing: Dismissing
}
type TextField = 'name' | 'objective' | 'decision' | 'successSignal' | 'instructions'

/** What a skill says of itself. */
export function SkillFields({ draft, edit, checks, ...actions }: Props) {
  const text = (field: TextField) => ({
    value: draft[field],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      edit((before) => ({ ...before, [field]: value }), field)
    },
  })
  const found = (field: TextField) => (
    <FindingList findings={findingsAt(checks.lint, field)} isApplying={false} {...actions} />
  )
  return (
    <div className={classes.fields}>
      <TextInput label="Name" required placeholder="Branch closures" {...text('name')} />
      <Textarea
        label="Objective"
        description="The one thing to find out. Never shown to a persona."
        required
        autosize
        {...text('objective')}
      />
      {found('objective')}
      <Textarea
        label="Context for the persona"
        description="Read before the first question. {{name}} is filled by the study’s conditions."
        autosize
        minRows={2}
        {...text('instructions')}
      />
      {found('instructions')}
      <details className={answers.folded}>
        <summary>What it is for</summary>
        <Textarea label="Decision it serves" autosize {...text('decision')} />
        <Textarea label="What would count as success" autosize {...text('successSignal')} />
      </details>
    </div>
  )
}

/** What is put in an order drawn for each persona. */
export function RotationFields({ draft, edit }: Pick<Props, 'draft' | 'edit'>) {
  const blocks = blocksOf(draft)
  const { rotation } = draft
  if (blocks.length === 0) return null
  const keep = (next: Partial<SkillDraft['rotation']>) =>
    edit((before) => ({ ...before, rotation: { ...before.rotation, ...next } }))
  return (
    <div className={classes.rule} role="group" aria-label="Order of blocks">
      <strong>Order</strong>
      <Checkbox
        label="Blocks in a random order for each persona"
        checked={rotation.blocks}
        onChange={(event) => keep({ blocks: event.currentTarget.checked })}
      />
      {blocks.map((block) => (
        <Checkbox
          key={block}
          label={`Within “${block}”, questions in a random order`}
          checked={rotation.within.includes(block)}
          onChange={({ currentTarget: { checked } }) =>
            keep({
              within: checked
                ? [...rotation.within, block]
                : rotation.within.filter((one) => one !== block),
            })
          }
        />
      ))}
    </div>
  )
}
