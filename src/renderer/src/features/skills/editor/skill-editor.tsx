import { useState } from 'react'
import type { QuestionType } from '../../../../../shared/contract/questions.ts'
import type { LintFinding } from '../../../../../shared/contract/skill-lint.ts'
import { textAt } from '../../../../../shared/text-at.ts'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { setAt } from '../apply-change.ts'
import type { Apply, Dismissing } from '../finding-list.tsx'
import { AddQuestion } from './add-question.tsx'
import { newCard } from './card-edits.ts'
import { CardList } from './card-list.tsx'
import classes from './editor.module.css'
import { EvaluationFields } from './evaluation-fields.tsx'
import { LogicMap } from './logic-map.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { toBody, toDraft, type Faults, type SkillDraft } from './skill-draft.ts'
import { RotationFields, SkillFields } from './skill-fields.tsx'
import { useDraftChecks } from './use-findings.ts'
import type { Edit } from './use-skill-editor.ts'

type Props = { draft: SkillDraft; edit: Edit; faults: Faults }

/** A skill being written: its questions as cards, beside them what the persona gets. */
export function SkillEditor({ draft, edit, faults }: Props) {
  const [openKey, setOpenKey] = useState<string | null>(null)
  const checks = useDraftChecks(draft)
  const isSettled = checks.settled === draft
  const apply: Apply = isSettled
    ? (change) => edit((before) => withApplied(before, change))
    : undefined
  const dismissing = isSettled ? dismissingIn(draft, edit) : undefined
  const add = (type: QuestionType) => {
    const card = newCard(draft, type)
    edit((before) => ({ ...before, cards: [...before.cards, card] }))
    open(card.key)
  }
  const open = (key: string) => {
    setOpenKey(key)
    // The menu gives the focus back first.
    setTimeout(() => focusOn(key), 250)
  }
  const isEmpty = draft.cards.length === 0
  return (
    <div className={classes.page}>
      <div className={classes.main}>
        <SkillFields {...{ draft, edit, checks, apply, dismissing }} />
        {checks.error !== null && <ErrorPanel error={checks.error} />}
        {isEmpty ? (
          <div className={classes.fields}>
            <h2>What is asked</h2>
            <p className="quiet">
              A skill asks its questions in this order, one at a time. Each has a type: open words,
              a choice, a scale, a ranking, a price. Later ones can depend on the answers to earlier
              ones. While you write, what may spoil the answers is said beside the words it is
              about.
            </p>
          </div>
        ) : (
          <CardList
            {...{ draft, edit, checks, faults, apply, dismissing, openKey, onOpen: setOpenKey }}
          />
        )}
        <AddQuestion isFirst={isEmpty} onAdd={add} />
        <RotationFields draft={draft} edit={edit} />
        {!isEmpty && <EvaluationFields draft={draft} edit={edit} faults={faults} />}
      </div>
      <aside className={classes.side}>
        {!isEmpty && <PreviewPanel checks={checks} openKey={openKey} />}
        <LogicMap checks={checks} openKey={openKey} onOpen={open} />
      </aside>
    </div>
  )
}

/** A dismissal is of one rule about one text: it is found again by both. */
function dismissingIn(draft: SkillDraft, edit: Edit): Dismissing {
  const of = ({ rule, questionId, path }: LintFinding) => ({
    rule,
    questionId,
    text: textAt(toBody(draft), path),
  })
  const without = (finding: LintFinding) => {
    const { rule, questionId, text } = of(finding)
    return draft.dismissals.filter(
      (one) => one.rule !== rule || one.questionId !== questionId || one.text !== text,
    )
  }
  return {
    dismiss: (finding, reason) =>
      edit((before) => ({
        ...before,
        dismissals: [...without(finding), { ...of(finding), reason }],
      })),
    takeBack: (finding) => edit((before) => ({ ...before, dismissals: without(finding) })),
  }
}

function focusOn(key: string): void {
  const head = document.getElementById(`card-${key}`)
  const card = head?.closest('li')
  card?.scrollIntoView({ block: 'nearest' })
  card?.querySelector('textarea')?.focus()
}

/** A suggested change names a place of the body; cards keep their keys. */
function withApplied(
  draft: SkillDraft,
  { path, value }: { path: string; value: string | boolean },
): SkillDraft {
  const changed = setAt(toBody(draft), path.split('.'), value) as Parameters<typeof toDraft>[0]
  const next = toDraft(changed)
  const cards = next.cards.map(({ question }, at) => ({ key: draft.cards[at]!.key, question }))
  return { ...next, cards }
}
