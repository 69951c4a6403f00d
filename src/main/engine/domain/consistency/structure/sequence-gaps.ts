import { fieldSpan, type Fault, type StructuralCheck } from './structural-check.ts'

/** Sequences count 1, 2, 3… per persona and entries are never deleted, so none can be missing. */
export function findSequenceGaps({ entries }: Pick<StructuralCheck, 'entries'>): Fault[] {
  return entries.flatMap((entry, i): Fault[] => {
    const before = entries[i - 1]
    const expected = before ? before.sequence + 1 : 1
    if (entry.sequence === expected) return []
    const about = before ? [before, entry] : [entry]
    return [
      {
        type: 'sequence_gap',
        severity: 'error',
        entries: about,
        spans: about.map((each) => fieldSpan(each, 'sequence')),
        explanation: describe(entry.sequence, expected),
      },
    ]
  })
}

function describe(sequence: number, expected: number): string {
  if (sequence < expected) return `Two memories have the number ${sequence}.`
  const last = sequence - 1
  return expected === last
    ? `Memory number ${expected} is missing.`
    : `Memories number ${expected} to ${last} are missing.`
}
