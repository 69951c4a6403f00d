import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { QueryView } from '../../components/query-view.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { formatCount } from '../../lib/format.ts'
import { sessionsQuery } from './interview.queries.ts'
import classes from './sessions-column.module.css'

type Props = {
  personaId: string
  currentId: string | undefined
  /** Undefined: a new one. */
  onOpen: (sessionId: string | undefined) => void
}

export function SessionsColumn({ personaId, currentId, onOpen }: Props) {
  const query = useQuery(sessionsQuery(personaId))
  return (
    <nav aria-label="Interviews" className={classes.column}>
      <Button
        variant="default"
        fullWidth
        leftSection={<IconPlus size={16} />}
        onClick={() => onOpen(undefined)}
      >
        New interview
      </Button>
      <QueryView query={query}>
        {(sessions) => (
          <ul className={classes.list}>
            {sessions.map(({ id, title, turnCount, updatedAt }) => (
              <li key={id}>
                <button
                  type="button"
                  className={classes.session}
                  aria-current={id === currentId || undefined}
                  onClick={() => onOpen(id)}
                >
                  <span className={classes.title}>{title}</span>
                  <span className="quiet small">
                    {formatCount(turnCount, 'question')} · <RelativeTime iso={updatedAt} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </nav>
  )
}
