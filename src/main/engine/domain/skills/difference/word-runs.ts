import { diffArrays } from 'diff'
import type { WordRun } from '../../../../../shared/contract/skill-difference.ts'

/** Beyond this many words removed and added, two texts have too little in common to be worth aligning. */
const MAX_EDITS = 1_500

/**
 * The words of two texts as one line: those of `same` and `removed` runs make up the earlier text,
 * those of `same` and `added` the later one (shortest edit script, Myers 1986).
 */
export function wordRuns(before: string, after: string): WordRun[] {
  const changes = diffArrays(tokens(before), tokens(after), { maxEditLength: MAX_EDITS })
  const runs: WordRun[] = changes
    ? changes.map(({ value, added, removed }) => ({
        kind: added ? 'added' : removed ? 'removed' : 'same',
        text: value.join(''),
      }))
    : [
        { kind: 'removed', text: before },
        { kind: 'added', text: after },
      ]
  return runs.filter(({ text }) => text !== '')
}

/** "“fast” became “quick”, “very” removed": what changed, in words. */
export function sayRuns(runs: readonly WordRun[]): string {
  const said: string[] = []
  for (let i = 0; i < runs.length; i++) {
    const { kind, text } = runs[i]!
    const next = runs[i + 1]
    if (kind === 'removed' && next?.kind === 'added') {
      said.push(`“${text.trim()}” became “${next.text.trim()}”`)
      i++
    } else if (kind !== 'same') said.push(`“${text.trim()}” ${kind}`)
  }
  return said.join(', ')
}

/** Share of the longer text that both have, 0–1. */
export function likeness(before: string, after: string): number {
  const longer = Math.max(before.length, after.length)
  if (longer === 0) return 1
  const same = wordRuns(before, after).filter(({ kind }) => kind === 'same')
  return same.reduce((sum, { text }) => sum + text.length, 0) / longer
}

function tokens(text: string): string[] {
  return text.match(/\{\{[^{}]*\}\}|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)*|\s+|./gsu) ?? []
}
