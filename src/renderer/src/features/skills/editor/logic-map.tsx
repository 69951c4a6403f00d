import { useState, type KeyboardEvent } from 'react'
import { Section } from '../../../components/section.tsx'
import classes from './editor.module.css'
import { mapArcs, mapSize, topOf } from './map-layout.ts'
import { sayWhereTo, stepOnMap, type MapStep } from './map-steps.ts'
import type { DraftChecks } from './use-findings.ts'

type Props = { checks: DraftChecks; openKey: string | null; onOpen: (key: string) => void }

/** The longest wording that fits into a box. */
const FITS = 19

/** Questions from the top down, and what leads past some of them. */
export function LogicMap({ checks: { settled, logic }, openKey, onOpen }: Props) {
  const [reached, setReached] = useState<number>()
  if (settled.cards.length === 0) return null
  if (!logic)
    return (
      <Section title="Where answers lead">
        <p className="quiet">Drawn once the answers of every question are finished.</p>
      </Section>
    )
  const ids = settled.cards.map(({ question }) => question.id)
  const arcs = mapArcs(ids, logic.edges)
  const told = arcs.filter(({ edge }) => edge.when !== null)
  const found = new Set(logic.findings.map(({ questionId }) => questionId))
  const at = Math.min(reached ?? 0, ids.length - 1)
  const go = (to: number, from: SVGGElement) => {
    setReached(to)
    from.parentElement?.querySelector<SVGGElement>(`[data-at="${to}"]`)?.focus()
  }
  const height = topOf(ids.length) + mapSize.nodeHeight + 2
  return (
    <Section title="Where answers lead">
      <svg
        className={classes.map}
        viewBox={`-1 -1 ${mapSize.width + 2} ${height}`}
        role="group"
        aria-label="Map of the questions"
      >
        <defs>
          <marker
            id="arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0L8 4L0 8z" fill="var(--wb-text-secondary)" />
          </marker>
        </defs>
        {arcs.map(({ edge, kind, path, label }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- two arcs may say the same
          <g key={at}>
            <path className={classes.arc} data-kind={kind} d={path} markerEnd="url(#arrow)" />
            {edge.when !== null && (
              <text x={label.x} y={label.y} className={classes.quiet}>
                {told.findIndex((one) => one.edge === edge) + 1}
              </text>
            )}
          </g>
        ))}
        {settled.cards.map(({ key, question }, place) => (
          <Node
            key={key}
            at={place}
            isReached={place === at}
            onStep={(step, from) => go(stepOnMap(ids, logic.edges, place, step), from)}
            name={question.id}
            text={question.text}
            isOpen={key === openKey}
            isFound={found.has(question.id)}
            leadsTo={sayWhereTo(logic.edges, question.id)}
            onOpen={() => onOpen(key)}
          />
        ))}
        <text
          x={mapSize.nodeWidth / 2}
          y={topOf(ids.length) + 19}
          textAnchor="middle"
          className={classes.quiet}
        >
          The end
        </text>
      </svg>
      {told.length > 0 && (
        <ol className={classes.legend}>
          {told.map(({ edge, kind }, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- two may say the same
            <li key={at}>
              <span className="quiet">{at + 1}</span>{' '}
              {kind === 'if'
                ? `${edge.to} is asked if `
                : `From ${edge.from} to ${edge.to === '$end' ? 'the end' : edge.to} when `}
              {edge.when}
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

type NodeProps = {
  at: number
  name: string
  text: string
  isOpen: boolean
  isFound: boolean
  /** The one that Tab comes to; arrows go on from it. */
  isReached: boolean
  leadsTo: string
  onStep: (step: MapStep, from: SVGGElement) => void
  onOpen: () => void
}

const steps: Readonly<Record<string, MapStep>> = {
  ArrowDown: 'next',
  ArrowUp: 'before',
  ArrowRight: 'jump',
  ArrowLeft: 'back',
}

/** Arrow down and up go along the questions, right and left along a jump; Enter opens the card. */
function Node({ at, name, text, isOpen, isFound, isReached, ...props }: NodeProps) {
  const words = `${name} · ${text}`
  const onKeyDown = (event: KeyboardEvent<SVGGElement>) => {
    const step = steps[event.key]
    if (step) props.onStep(step, event.currentTarget)
    else if (event.key === 'Enter' || event.key === ' ') props.onOpen()
    else return
    event.preventDefault()
  }
  const notes = [words, props.leadsTo, isFound && 'There is something to look at']
  return (
    <g
      className={classes.node}
      role="button"
      tabIndex={isReached ? 0 : -1}
      aria-label={notes.filter(Boolean).join('. ')}
      data-at={at}
      data-open={isOpen || undefined}
      data-found={isFound || undefined}
      transform={`translate(0 ${topOf(at)})`}
      onClick={props.onOpen}
      onKeyDown={onKeyDown}
    >
      <title>{isFound ? `${words} (there is something to look at)` : words}</title>
      <rect width={mapSize.nodeWidth} height={mapSize.nodeHeight} rx={6} />
      <text x={10} y={19}>
        {words.length > FITS + 4 ? `${words.slice(0, FITS + 3)}…` : words}
        {isFound ? ' △' : ''}
      </text>
    </g>
  )
}
