import type { RecalledMemory } from '../../../shared/contract/recall.ts'
import { formatDay } from '../lib/format.ts'
import { Label } from './label.tsx'
import { MemoryMark } from './memory-mark.tsx'
import classes from './recall-list.module.css'
import { ScoreBar } from './score-bar.tsx'

type Props = {
  recalled: readonly RecalledMemory[]
  onSelect?: (entryId: string) => void
}

/** Recalled memories, best first, each with its score, its directive and why it was found. */
export function RecallList({ recalled, onSelect }: Props) {
  const longest = Math.max(...recalled.map(({ score, parts }) => score - parts.redundancy), 0.001)
  return (
    <ol className={classes.list}>
      {recalled.map((memory) => (
        <li key={memory.entryId} className={classes.memory}>
          <div className={classes.head}>
            <MemoryMark type={memory.memoryType} />
            {onSelect ? (
              <button type="button" onClick={() => onSelect(memory.entryId)}>
                {memory.eventLabel}
              </button>
            ) : (
              <strong>{memory.eventLabel}</strong>
            )}
            <Label>{memory.vividness}</Label>
          </div>
          <ScoreBar parts={memory.parts} score={memory.score} longest={longest} />
          <p className={classes.directive}>{memory.directive.text}</p>
          <p className="quiet small">
            {formatDay(memory.eventAt)} · {foundBySentence(memory)}
          </p>
        </li>
      ))}
    </ol>
  )
}

function foundBySentence({ foundBy }: RecalledMemory): string {
  const ways = [
    foundBy.vectorRank !== null && `meaning, place ${foundBy.vectorRank}`,
    foundBy.textRank !== null && `words, place ${foundBy.textRank}`,
  ].filter(Boolean)
  const terms = foundBy.matchedTerms.length > 0 ? ` (${foundBy.matchedTerms.join(', ')})` : ''
  return ways.length === 0 ? 'came with another memory' : `found by ${ways.join(' and ')}${terms}`
}
