import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Persona } from '../../../../shared/contract/personas.ts'
import type { Turn } from '../../../../shared/contract/prompts.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { RehearsalLabel } from '../../components/label.tsx'
import { SkeletonRows } from '../../components/loading.tsx'
import { Page } from '../../components/page.tsx'
import { describeMood, describeShift } from '../../lib/mood.ts'
import { personaQuery } from '../personas/personas.queries.ts'
import { workspaceQuery } from '../workspace/workspace.queries.ts'
import { Composer } from './composer.tsx'
import classes from './interview-page.module.css'
import { consolidationsQuery, sessionQuery } from './interview.queries.ts'
import { useInterviewStore } from './interview.store.ts'
import { RecallPanel } from './recall-panel.tsx'
import { SessionsColumn } from './sessions-column.tsx'
import { Transcript } from './transcript.tsx'
import { useInterview } from './use-interview.ts'

const route = getRouteApi('/personas/$personaId/interview')

export function InterviewPage() {
  const { personaId } = route.useParams()
  const query = useQuery(personaQuery(personaId))
  if (query.data) return <Room persona={query.data} key={personaId} />
  return (
    <Page title="Interview" crumbs={[{ label: 'Personas', to: '/personas' }]}>
      {query.error ? (
        <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <SkeletonRows rows={6} height={64} />
      )}
    </Page>
  )
}

function Room({ persona }: { persona: Persona }) {
  const { session: sessionId, asOf } = route.useSearch()
  const setAsOf = useInterviewStore((state) => state.setAsOf)
  useEffect(() => {
    if (asOf !== undefined) setAsOf(asOf)
  }, [asOf, setAsOf])
  const navigate = route.useNavigate()
  const [shownTurnId, setShownTurnId] = useState<string | null>(null)
  const openSession = (session: string | undefined) => {
    setShownTurnId(null)
    void navigate({ search: session ? { session } : {} })
  }
  const session = useQuery({ ...sessionQuery(sessionId ?? ''), enabled: sessionId !== undefined })
  const { data: consolidations } = useQuery(consolidationsQuery(persona.id))
  const interview = useInterview({
    personaId: persona.id,
    sessionId: session.data?.session.id,
    onSession: (id) => void navigate({ search: { session: id }, replace: true }),
  })
  const turns = sessionId ? (session.data?.turns ?? []) : []
  const shownTurn = turns.find(({ id }) => id === shownTurnId)
  const name = `${persona.firstName} ${persona.lastName}`

  return (
    <Page
      title="Interview"
      crumbs={[
        { label: 'Personas', to: '/personas' },
        { label: name, to: `/personas/${persona.id}` },
      ]}
      badge={<ModelLabel turns={turns} />}
      fill
    >
      <div className={classes.room} data-panel={shownTurn ? true : undefined}>
        <SessionsColumn
          personaId={persona.id}
          currentId={sessionId}
          onOpen={(id) => {
            interview.stop()
            interview.clear()
            openSession(id)
          }}
        />
        <section className={classes.talk} aria-label={`Interview with ${name}`}>
          <MoodLine persona={persona} mood={session.data?.session.mood} name={name} />
          {session.error && (
            <div className={classes.inset}>
              <ErrorPanel error={session.error} onRetry={() => void session.refetch()} />
            </div>
          )}
          <Transcript
            name={persona.firstName}
            turns={turns}
            consolidations={consolidations}
            isLoading={sessionId !== undefined && session.isPending}
            asking={interview.asking}
            shownTurnId={shownTurnId}
            onShow={(id) => setShownTurnId(id === shownTurnId ? null : id)}
          />
          <Composer
            name={persona.firstName}
            isAnswering={interview.asking?.state === 'answering'}
            lastQuestion={interview.asking?.prompt ?? turns.at(-1)?.prompt}
            onAsk={(question) => void interview.ask(question)}
            onStop={interview.stop}
          />
        </section>
        {shownTurn && <RecallPanel turn={shownTurn} onClose={() => setShownTurnId(null)} />}
      </div>
    </Page>
  )
}

/** Visible from the first question on, and before it when only the built-in model is there. */
function ModelLabel({ turns }: { turns: readonly Turn[] }) {
  const { data: workspace } = useQuery(workspaceQuery())
  const last = turns.at(-1)
  const isRehearsal = last
    ? turns.some(({ rehearsal }) => rehearsal)
    : (workspace?.models[0]?.rehearsal ?? true)
  return isRehearsal ? <RehearsalLabel long /> : null
}

type MoodLineProps = { persona: Persona; mood: Persona['moodBaseline'] | undefined; name: string }

function MoodLine({ persona, mood, name }: MoodLineProps) {
  const now = mood ?? persona.moodBaseline
  return (
    <div className={classes.who}>
      <h2>{name}</h2>
      <p className="quiet" role="status" aria-label="Mood">
        {describeMood(now)} – {describeShift(now, persona.moodBaseline)}
      </p>
    </div>
  )
}
