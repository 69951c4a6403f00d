import type { TurnId } from '../../../../shared/contract/ids.ts'
import type { TimelineEntry } from '../../../../shared/contract/timeline.ts'
import { speakerOf, type CheckedPersona } from './checked-persona.ts'
import { createClaimIndex, currentClaims, type ClaimIndex } from './claim-index.ts'
import { claimKey, type SourcedClaim } from './claims/claim.ts'
import { dayOfMs } from './claims/days.ts'
import { extractClaims } from './claims/extract-claims.ts'
import { contradictionFinding } from './compare/contradiction-finding.ts'
import { findContradictions } from './compare/contradictions.ts'
import { distinctFindings } from './distinct-findings.ts'
import type { Finding } from './finding.ts'
import { profileFindings } from './profile/profile-conflicts.ts'

export type SaidAnswer = { readonly turnId: TurnId; readonly text: string }

export type AnswerCheck = {
  readonly persona: CheckedPersona
  /** The timeline; may be left empty where `index` holds it. */
  readonly entries: readonly TimelineEntry[]
  /** Of the same session, oldest first. */
  readonly earlierAnswers: readonly SaidAnswer[]
  readonly answer: SaidAnswer
  readonly question: string
  /** The session's clock. */
  readonly nowMs: number
  readonly index?: ClaimIndex
}

/** What an answer says against the timeline, the profile or an earlier answer. Keeps nothing. */
export function checkAnswer(check: AnswerCheck): Finding[] {
  const { persona, entries, answer, earlierAnswers, nowMs } = check
  const index = check.index ?? createClaimIndex(persona, entries)
  const said = answerClaims(persona, answer, nowMs, Number.MAX_SAFE_INTEGER)
  const earlier = earlierAnswers.flatMap((turn, i) =>
    answerClaims(persona, turn, nowMs, Number.MAX_SAFE_INTEGER - earlierAnswers.length + i),
  )
  const keys = new Set(said.map(claimKey))
  const findings = [...keys].flatMap((key) => {
    const of = (claims: readonly SourcedClaim[]) =>
      claims.filter((claim) => claimKey(claim) === key)
    const told = currentClaims(index, index.byKey.get(key) ?? [])
    return of(said).flatMap((claim) =>
      findContradictions([...told, ...of(earlier), claim])
        .filter(({ a, b }) => a === claim || b === claim)
        .map(contradictionFinding),
    )
  })
  return distinctFindings([...findings, ...profileFindings(persona, said, nowMs)], entries)
}

function answerClaims(
  persona: CheckedPersona,
  { turnId, text }: SaidAnswer,
  nowMs: number,
  sequence: number,
): SourcedClaim[] {
  const eventDay = dayOfMs(nowMs)
  const source = { entryId: null, turnId, sequence, eventDay, strength: 0 }
  return extractClaims(text, {
    ...speakerOf(persona),
    field: 'response',
    eventDay,
    pastIsEventDay: false,
  })
    .filter(({ modality }) => modality === 'asserted')
    .map((claim) => ({ ...claim, source }))
}
