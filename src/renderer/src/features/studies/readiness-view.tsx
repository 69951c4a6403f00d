import { Button } from '@mantine/core'
import { IconAlertTriangle, IconBan, IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Readiness, ReadinessItem } from '../../../../shared/contract/study-planning.ts'
import { QueryView } from '../../components/query-view.tsx'
import { formatCount } from '../../lib/format.ts'
import classes from './study-parts.module.css'
import { readinessQuery } from './study-planning.queries.ts'
import { useLaunch } from './use-launch.ts'

type Props = {
  studyId: string
  onLaunched?: (() => void) | undefined
  /** Where an item is seen to, by its id, where that is not the item's own page. */
  linkOf?: ((itemId: string) => string | undefined) | undefined
}

export function ReadinessView({ studyId, ...props }: Props) {
  const query = useQuery(readinessQuery(studyId))
  return (
    <QueryView query={query}>
      {(readiness) => <Checklist {...props} studyId={studyId} readiness={readiness} />}
    </QueryView>
  )
}

function Checklist({ studyId, onLaunched, linkOf, readiness }: Props & { readiness: Readiness }) {
  const launching = useLaunch(studyId, onLaunched)
  const open = readiness.items.filter(({ state }) => state === 'attention')
  const order = { blocked: 0, attention: 1, ready: 2 }
  const items = readiness.items.toSorted((a, b) => order[a.state] - order[b.state])
  return (
    <div className={classes.stack}>
      <p>{summaryOf(readiness.state, open.length)}</p>
      <ul className={classes.checklist} aria-label="Readiness">
        {items.map((item) => (
          <Item key={item.id} item={item} link={linkOf?.(item.id) ?? item.link} />
        ))}
      </ul>
      <div>
        <Button
          disabled={readiness.state === 'blocked'}
          loading={launching.isPending}
          onClick={() => launching.mutate(open.map(({ id }) => id))}
        >
          {open.length === 0 ? 'Launch' : `Launch knowing these ${open.length}`}
        </Button>
      </div>
      {open.length > 0 && (
        <p className="quiet">What you go on with is kept in the manifest of the run.</p>
      )}
    </div>
  )
}

function summaryOf(state: Readiness['state'], open: number): string {
  if (state === 'ready') return 'Everything a careful researcher checks is in order.'
  if (state === 'blocked') return 'A launch would be refused: look at the first item.'
  return `${formatCount(open, 'thing')} to look at. None of them keeps you from launching.`
}

const icons = { ready: IconCheck, attention: IconAlertTriangle, blocked: IconBan }
const words = { ready: 'In order', attention: 'To look at', blocked: 'Blocked' }

function Item({ item, link }: { item: ReadinessItem; link: string | null }) {
  const Icon = icons[item.state]
  return (
    <li className={classes.check} data-state={item.state}>
      <Icon size={18} aria-label={words[item.state]} />
      <div>
        <strong>{item.title}</strong>
        <p>{item.explanation}</p>
      </div>
      {item.action && link && (
        <Link to={link.split('?')[0]!} search={searchOf(link)}>
          {item.action}
        </Link>
      )}
    </li>
  )
}

function searchOf(link: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(link.split('?')[1] ?? ''))
}
