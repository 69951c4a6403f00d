import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import {
  evaluationTypes,
  type EvaluationRule,
  type EvaluationType,
} from '../../../../../shared/contract/skill-evaluation.ts'
import { Section } from '../../../components/section.tsx'
import { showUndo } from '../../../components/undo-notification.tsx'
import { ruleWords } from '../rule-words.ts'
import classes from './editor.module.css'
import { RuleCard } from './rule-card.tsx'
import type { Faults, SkillDraft } from './skill-draft.ts'
import type { Edit } from './use-skill-editor.ts'

type Props = { draft: SkillDraft; edit: Edit; faults: Faults }

/** How answers are scored, a card for each rule. */
export function EvaluationFields({ draft, edit, faults }: Props) {
  const rules = draft.evaluation
  const put = (evaluation: readonly EvaluationRule[], what: string | null = null) =>
    edit((before) => ({ ...before, evaluation }), what)
  const remove = (rule: EvaluationRule, at: number) => {
    put(rules.filter((one) => one.id !== rule.id))
    const undo = () =>
      edit((before) => ({ ...before, evaluation: before.evaluation.toSpliced(at, 0, rule) }))
    showUndo({ title: `“${rule.name}” removed`, undo })
  }
  return (
    <Section title="How answers are scored">
      <p className="quiet">
        Whether an answer can be read, and how long it is, is always told. Rules say more, beside
        each answer.
      </p>
      {rules.length > 0 && (
        <ul className={classes.cards} aria-label="Rules">
          {rules.map((rule, at) => (
            <RuleCard
              key={rule.id}
              rule={rule}
              questions={draft.cards.map(({ question }) => question)}
              faults={faults.byRule.get(rule.id) ?? []}
              onChange={(next) =>
                put(
                  rules.map((one) => (one.id === rule.id ? next : one)),
                  `rule ${rule.id}`,
                )
              }
              onRemove={() => remove(rule, at)}
            />
          ))}
        </ul>
      )}
      <Menu position="bottom-start" width={420}>
        <Menu.Target>
          <Button
            variant="default"
            size="xs"
            mt={8}
            style={{ justifySelf: 'start' }}
            leftSection={<IconPlus size={14} />}
            disabled={rules.length >= 20}
          >
            Add a score
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {evaluationTypes.map((type) => (
            <Menu.Item key={type} onClick={() => put([...rules, newRule(type, rules)])}>
              {ruleWords[type].name}
              <span className="quiet small" style={{ display: 'block' }}>
                {ruleWords[type].about}
              </span>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Section>
  )
}

function newRule(type: EvaluationType, rules: readonly EvaluationRule[]): EvaluationRule {
  let number = rules.length + 1
  while (rules.some(({ id }) => id === `e${number}`)) number += 1
  const base = { id: `e${number}`, name: ruleWords[type].name }
  switch (type) {
    case 'sentiment':
      return { ...base, type }
    case 'keywords':
      return { ...base, type, words: [], want: 'any' }
    case 'pattern':
      return { ...base, type, pattern: '', caseSensitive: false }
    case 'length':
      return { ...base, type, min: 10, max: 200 }
    case 'similarity':
      return { ...base, type, statements: [] }
    case 'rubric':
      return { ...base, type, criterion: '', points: 4 }
  }
}
