import type { LintFinding } from '../../../../shared/contract/skill-lint.ts'
import classes from './lint.module.css'
import { ruleNames } from './lint-words.ts'

type Props = { text: string; path: string; findings: readonly LintFinding[] }

/** A text with the words underlined that findings are about. */
export function MarkedText({ text, path, findings }: Props) {
  const marks = findings
    .flatMap((one) =>
      one.path === path && one.span && one.dismissed === null ? [{ ...one.span, one }] : [],
    )
    .toSorted((a, b) => a.start - b.start)
  const parts = []
  let at = 0
  for (const { start, end, one } of marks) {
    if (start < at) continue
    parts.push(
      text.slice(at, start),
      <mark
        key={start}
        className={classes.mark}
        data-severity={one.severity}
        title={ruleNames[one.rule]}
      >
        {text.slice(start, end)}
      </mark>,
    )
    at = end
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  )
}
