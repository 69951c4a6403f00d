import { END_OF_SKILL } from '../../../../../shared/contract/questions.ts'
import type { LogicEdge } from '../../../../../shared/contract/skill-logic.ts'

export const mapSize = { width: 320, nodeWidth: 190, nodeHeight: 30, gap: 22 } as const

export type MapArc = {
  readonly edge: LogicEdge
  /** To the next question, perhaps only under a condition; or past some. */
  readonly kind: 'next' | 'if' | 'jump'
  /** An SVG path. */
  readonly path: string
  /** Where its number stands; conditions are told beside the map. */
  readonly label: { readonly x: number; readonly y: number }
}

/** Top of the box of a question, px. @param at  from 0; the end comes after the last */
export function topOf(at: number): number {
  return at * (mapSize.nodeHeight + mapSize.gap)
}

/** Edges as arcs beside a column of questions; one to a place that is not there is left out. */
export function mapArcs(ids: readonly string[], edges: readonly LogicEdge[]): MapArc[] {
  const placeOf = (id: string) => (id === END_OF_SKILL ? ids.length : ids.indexOf(id))
  return edges.flatMap((edge) => {
    const from = placeOf(edge.from)
    const to = placeOf(edge.to)
    if (from === -1 || to === -1) return []
    const isNext = to === from + 1
    return [isNext && !isJump(edges, edge) ? downArc(edge, from) : sideArc(edge, from, to)]
  })
}

/** Of two edges to the next question, the first is the jump. */
function isJump(edges: readonly LogicEdge[], edge: LogicEdge): boolean {
  return edges.findLast(({ from }) => from === edge.from) !== edge
}

function downArc(edge: LogicEdge, from: number): MapArc {
  const x = mapSize.nodeWidth / 2
  const y = topOf(from) + mapSize.nodeHeight
  const path = `M${x} ${y}v${mapSize.gap}`
  return { edge, kind: edge.when ? 'if' : 'next', path, label: { x: x + 10, y: y + 15 } }
}

function sideArc(edge: LogicEdge, from: number, to: number): MapArc {
  const { nodeWidth: x, nodeHeight, width } = mapSize
  const start = topOf(from) + nodeHeight / 2
  const end = topOf(to) + nodeHeight / 2
  const reach = Math.min(24 + 14 * Math.abs(to - from), width - x - 24)
  // A cubic curve goes three quarters of the way to its handles.
  const handle = x + reach / 0.75
  return {
    edge,
    kind: 'jump',
    path: `M${x} ${start}C${handle} ${start} ${handle} ${end} ${x} ${end}`,
    label: { x: x + reach + 4, y: (start + end) / 2 + 4 },
  }
}
