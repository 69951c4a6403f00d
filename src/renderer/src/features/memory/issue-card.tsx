import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import type { ConsistencyIssue, IssueSpan } from '../../../../shared/contract/consistency.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Label } from '../../components/label.tsx'
import { entryQuery } from '../timeline/timeline.queries.ts'
import { useAccept, useDismiss } from './consistency.commands.ts'
import classes from './issue-card.module.css'
import { issueNames, severityMarks } from './issue-words.ts'

type Props = {
  personaId: string
  issue: ConsistencyIssue
  onSelect: (entryId: string) => void
  /** Opens the suggested correction for editing. */
  onEdit: (issue: ConsistencyIssue) => void
}

/** One finding: what it is about, the words concerned, and what can be done about it. */
export function IssueCard({ personaId, issue, onSelect, onEdit }: Props) {
  const accepting = useAccept(personaId)
  const dismissing = useDismiss(personaId)
  const { suggestion } = issue
  const isDismissed = issue.dismissedAt !== null
  const mark = severityMarks[issue.severity]
  const accept = () =>
    suggestion &&
    accepting.mutate(suggestion, {
      onSuccess: () =>
        notifications.show({
          message: 'Corrected. The earlier version stays in the history.',
        }),
    })
  return (
    <article
      className={classes.issue}
      data-severity={issue.severity}
      data-dismissed={isDismissed || undefined}
      aria-label={`${issueNames[issue.type]}: ${issue.explanation}`}
    >
      <header className={classes.head}>
        <Label tone={mark.tone}>
          <span aria-hidden>{mark.glyph}</span> {mark.word}
        </Label>
        <h3>{issueNames[issue.type]}</h3>
      </header>
      <p>{issue.explanation}</p>
      {issue.spans.length > 0 && (
        <ul className={classes.spans}>
          {issue.spans.map((span, i) => (
            <li key={`${span.entryId ?? span.turnId} ${span.field} ${span.start} ${i}`}>
              <Where span={span} personaId={personaId} onSelect={onSelect} />
              {span.text !== '' && <q>{span.text}</q>}
            </li>
          ))}
        </ul>
      )}
      {suggestion && !isDismissed && (
        <details className={classes.suggestion}>
          <summary>Suggested correction</summary>
          <p className="quiet small">{suggestion.reason}</p>
          <p className="reading">{suggestion.entry.facts}</p>
        </details>
      )}
      {accepting.error && <ErrorPanel error={accepting.error} />}
      {dismissing.error && <ErrorPanel error={dismissing.error} />}
      <footer className={classes.actions}>
        {suggestion && !isDismissed && (
          <>
            <Button size="compact-xs" loading={accepting.isPending} onClick={accept}>
              Accept
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => onEdit(issue)}>
              Edit first
            </Button>
          </>
        )}
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          loading={dismissing.isPending}
          onClick={() => dismissing.mutate({ issueId: issue.id, dismissed: !isDismissed })}
        >
          {isDismissed ? 'Take up again' : 'Dismiss'}
        </Button>
      </footer>
    </article>
  )
}

type WhereProps = Pick<Props, 'personaId' | 'onSelect'> & { span: IssueSpan }

function Where({ span: { entryId }, personaId, onSelect }: WhereProps) {
  const { data } = useQuery({
    ...entryQuery(personaId, entryId ?? ''),
    enabled: entryId !== null,
  })
  if (entryId === null) return <span className="quiet small">in an answer</span>
  return (
    <button type="button" className={classes.where} onClick={() => onSelect(entryId)}>
      {data?.eventLabel ?? '…'}
    </button>
  )
}
