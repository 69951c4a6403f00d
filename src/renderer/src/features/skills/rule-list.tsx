import type { EvaluationRule } from '../../../../shared/contract/skill-evaluation.ts'
import { Label } from '../../components/label.tsx'
import { Section } from '../../components/section.tsx'
import { ruleWords, sayRule } from './rule-words.ts'
import classes from './skill-page.module.css'

/** How answers of a version are scored. */
export function RuleList({ rules }: { rules: readonly EvaluationRule[] }) {
  if (rules.length === 0) return null
  return (
    <Section title="How answers are scored">
      <ul className={classes.rules}>
        {rules.map((rule) => (
          <li key={rule.id}>
            <strong>{rule.name}</strong> <Label>{ruleWords[rule.type].name}</Label>{' '}
            <span className="quiet">
              {sayRule(rule)} ·{' '}
              {rule.questionIds ? rule.questionIds.join(', ') : 'every open answer'}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
