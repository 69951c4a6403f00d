import type { Piece } from './marked-words.ts'

/** Text with what was searched for marked in it. */
export function MarkedText({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, isHit }, place) =>
    isHit ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
  )
}
