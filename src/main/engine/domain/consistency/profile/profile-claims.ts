import type { CheckedPersona } from '../checked-persona.ts'
import type { SourcedClaim, Statement } from '../claims/claim.ts'
import { dayOfIso, dayOfMs } from '../claims/days.ts'
import { placeOf } from '../lexicon/places.ts'

/** What the seed claims of the present: from when the persona was made until now. */
export function profileClaims(persona: CheckedPersona, nowMs: number): SourcedClaim[] {
  const days = {
    from: dayOfIso(persona.createdAt),
    to: Math.max(dayOfIso(persona.createdAt), dayOfMs(nowMs)),
  }
  const claim = (
    statement: Pick<Statement, 'attribute' | 'value'> & Partial<Statement>,
    text: string,
  ): SourcedClaim => ({
    subject: 'self',
    object: '',
    polarity: true,
    policy: 'state',
    days,
    ...statement,
    modality: 'asserted',
    field: 'facts',
    start: 0,
    end: 0,
    valueStart: 0,
    valueEnd: 0,
    text,
    source: { entryId: null, turnId: null, sequence: 0, eventDay: days.from, strength: 100 },
  })
  const city = persona.location.split(',')[0]!.trim()
  return [claim({ attribute: 'home', value: placeOf(city) }, `"lives in ${persona.location}"`)]
}
