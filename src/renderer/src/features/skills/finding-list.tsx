import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { LintFinding, LintSuggestion } from '../../../../shared/contract/skill-lint.ts'
import { Label } from '../../components/label.tsx'
import { formatCount } from '../../lib/format.ts'
import classes from './lint.module.css'
import { ruleNames, severityMarks } from './lint-words.ts'

/** Absent where nothing can be changed, as in an older version. */
export type Apply = ((change: NonNullable<LintSuggestion['change']>) => void) | undefined

/** How findings are left as they are, and taken up again; absent where nothing can be changed. */
export type Dismissing =
  | {
      readonly dismiss: (finding: LintFinding, reason: string) => void
      readonly takeBack: (finding: LintFinding) => void
    }
  | undefined

type Props = {
  findings: readonly LintFinding[]
  apply: Apply
  isApplying: boolean
  dismissing?: Dismissing
}

/** What may spoil the answers, each with the way out; what was dismissed is folded. */
export function FindingList({ findings, apply, isApplying, dismissing }: Props) {
  if (findings.length === 0) return null
  const standing = findings.filter(({ dismissed }) => dismissed === null)
  const dismissed = findings.filter((finding) => finding.dismissed !== null)
  return (
    <div className={classes.findings}>
      {standing.length > 0 && (
        <ul className={classes.findings}>
          {standing.map((finding) => (
            <Finding key={keyOf(finding)} {...{ finding, apply, isApplying, dismissing }} />
          ))}
        </ul>
      )}
      {dismissed.length > 0 && <Dismissed findings={dismissed} dismissing={dismissing} />}
    </div>
  )
}

function keyOf({ rule, path, span }: LintFinding): string {
  return `${rule} ${path} ${span?.start ?? ''}`
}

type FindingProps = Omit<Props, 'findings'> & { finding: LintFinding }

function Finding({ finding, apply, isApplying, dismissing }: FindingProps) {
  const [isAsking, setAsking] = useState(false)
  const { change } = finding.suggestion
  return (
    <li className={classes.finding} data-severity={finding.severity}>
      <Label tone={severityMarks[finding.severity].tone}>
        <span aria-hidden>{severityMarks[finding.severity].glyph}</span> {ruleNames[finding.rule]}
      </Label>
      <p>{finding.explanation}</p>
      <p className={classes.suggestion}>{finding.suggestion.text}</p>
      <div className={classes.actions}>
        {apply && change && (
          <Button
            size="compact-xs"
            variant="default"
            disabled={isApplying}
            onClick={() => apply(change)}
            aria-label={`Apply: ${finding.suggestion.text}`}
          >
            Apply
          </Button>
        )}
        {dismissing && !isAsking && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => setAsking(true)}
            aria-label={`Leave as it is: ${ruleNames[finding.rule]}`}
          >
            Leave as it is
          </Button>
        )}
      </div>
      {dismissing && isAsking && (
        <ReasonForm
          onReason={(reason) => dismissing.dismiss(finding, reason)}
          onCancel={() => setAsking(false)}
        />
      )}
    </li>
  )
}

type ReasonProps = { onReason: (reason: string) => void; onCancel: () => void }

function ReasonForm({ onReason, onCancel }: ReasonProps) {
  const [reason, setReason] = useState('')
  return (
    <form
      className={classes.reason}
      onSubmit={(event) => {
        event.preventDefault()
        onReason(reason.trim())
      }}
    >
      <TextInput
        size="xs"
        aria-label="Why it is left as it is"
        placeholder="Why? It comes back if the text changes."
        maxLength={500}
        data-autofocus
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      />
      <Button size="compact-xs" type="submit" disabled={reason.trim() === ''}>
        Leave it
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={onCancel}>
        Cancel
      </Button>
    </form>
  )
}

function Dismissed({ findings, dismissing }: Pick<Props, 'findings' | 'dismissing'>) {
  return (
    <details className={classes.dismissed}>
      <summary className="quiet small">
        {formatCount(findings.length, 'finding left as it is', 'findings left as they are')}
      </summary>
      <ul className={classes.findings}>
        {findings.map((finding) => (
          <li key={keyOf(finding)} className={classes.finding}>
            <Label>{ruleNames[finding.rule]}</Label>
            <p>{finding.dismissed}</p>
            {dismissing && (
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() => dismissing.takeBack(finding)}
              >
                Take it up again
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
