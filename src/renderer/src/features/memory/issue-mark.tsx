import type { ConsistencyIssue, Severity } from '../../../../shared/contract/consistency.ts'
import { Label } from '../../components/label.tsx'
import { severityMarks } from './issue-words.ts'

const worstFirst: readonly Severity[] = ['error', 'warning', 'info']

/** That an entry does not fit, and how badly; nothing where it fits. */
export function IssueMark({ issues }: { issues: readonly ConsistencyIssue[] }) {
  const worst = worstFirst.find((severity) => issues.some((issue) => issue.severity === severity))
  if (!worst) return null
  const { glyph, tone, word } = severityMarks[worst]
  return (
    <span title={issues.map(({ explanation }) => explanation).join('\n')}>
      <Label tone={tone}>
        <span aria-hidden>{glyph}</span> {word}
      </Label>
    </span>
  )
}
