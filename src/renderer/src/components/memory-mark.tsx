import type { MemoryType } from '../../../shared/contract/timeline.ts'
import { memoryGlyphs } from '../styles/tokens.ts'

/** A memory's type as glyph and colour; the word goes with it for those who see neither. */
export function MemoryMark({ type, word = false }: { type: MemoryType; word?: boolean }) {
  return (
    <span style={{ color: `var(--wb-memory-${type})`, whiteSpace: 'nowrap' }}>
      <span role="img" aria-label={word ? undefined : type} aria-hidden={word || undefined}>
        {memoryGlyphs[type]}
      </span>
      {word && ` ${type}`}
    </span>
  )
}
