import { Button } from '@mantine/core'
import type { LintFinding, LintSuggestion } from '../../../../shared/contract/skill-lint.ts'
import { Label } from '../../components/label.tsx'
import classes from './lint.module.css'
import { ruleNames, severityMarks } from './lint-words.ts'

/** Absent where nothing can be changed, as in an older version. */
export type Apply = ((change: NonNullable<LintSuggestion['change']>) => void) | undefined

type Props = { findings: readonly LintFinding[]; apply: Apply; isApplying: boolean }

/** What may spoil the answers, each with the way out. */
export function FindingList({ findings, apply, isApplying }: Props) {
  if (findings.length === 0) return null
  return (
    <ul className={classes.findings}>
      {findings.map((finding) => (
        <li
          key={`${finding.rule} ${finding.path} ${finding.span?.start ?? ''}`}
          className={classes.finding}
          data-severity={finding.severity}
        >
          <Label tone={severityMarks[finding.severity].tone}>
            <span aria-hidden>{severityMarks[finding.severity].glyph}</span>{' '}
            {ruleNames[finding.rule]}
          </Label>
          <p>{finding.explanation}</p>
          <p className={classes.suggestion}>{finding.suggestion.text}</p>
          {apply && finding.suggestion.change && (
            <Button
              size="compact-xs"
              variant="default"
              className={classes.apply}
              disabled={isApplying}
              onClick={() => apply(finding.suggestion.change!)}
              aria-label={`Apply: ${finding.suggestion.text}`}
            >
              Apply
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
