import { Link } from '@tanstack/react-router'
import type { ConsolidationRecord } from '../../../../shared/contract/consolidation.ts'
import classes from './transcript.module.css'

type Props = { personaId: string; record: ConsolidationRecord | undefined }

const words = {
  add: 'became a memory',
  reinforce: 'strengthened a memory',
  flag: 'not kept: contradicts the timeline',
} as const

/** What an exchange left in memory; nothing where it left nothing. */
export function TurnMemory({ personaId, record }: Props) {
  if (!record || record.action === 'ignore') return null
  const text = words[record.action]
  if (record.action === 'flag')
    return (
      <span className={classes.flag} title={record.reason}>
        △ {text}
      </span>
    )
  return (
    <Link
      to="/personas/$personaId"
      params={{ personaId }}
      search={record.entryId ? { entry: record.entryId } : {}}
      title={record.reason}
    >
      {text}
    </Link>
  )
}

/** In words, why an exchange was not kept. */
export function TurnIssues({ record }: Pick<Props, 'record'>) {
  const issues = record?.issues ?? []
  if (issues.length === 0) return null
  return (
    <ul className={classes.issues}>
      {issues.map(({ id, explanation }) => (
        <li key={id}>{explanation}</li>
      ))}
    </ul>
  )
}
