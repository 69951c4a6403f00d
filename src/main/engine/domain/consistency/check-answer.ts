import type { TurnId } from '../../../../shared/contract/ids.ts'
import type { TimelineEntry } from '../../../../shared/contract/timeline.ts'
import { speakerOf, type CheckedPersona } from './checked-persona.ts'
import { createClaimIndex, type ClaimIndex } from './claim-index.ts'
import { claimKey, type SourcedClaim } from './claims/claim.ts'
import { dayOfMs } from './claims/days.ts'
import { extractClaims } from './claims/extract-claims.ts'
import { readElliptic } from './claims/yes-no.ts'
import { contradictionFinding, entryFinder } from './compare/contradiction-finding.ts'
import { keyContradictions } from './compare/key-contradictions.ts'
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
  const said = [
    ...answerClaims(persona, answer, nowMs, Number.MAX_SAFE_INTEGER),
    ...ellipticClaims(check),
  ]
  const earlier = earlierAnswers.flatMap((turn, i) =>
    answerClaims(persona, turn, nowMs, Number.MAX_SAFE_INTEGER - earlierAnswers.length + i),
  )
  const keys = new Set(said.map(claimKey))
  const entryOf = entryFinder(entries)
  const findings = [...keys].flatMap((key) => {
    const of = (claims: readonly SourcedClaim[]) =>
      claims.filter((claim) => claimKey(claim) === key)
    return of(said).flatMap((claim) =>
      keyContradictions(index, key, { more: [...of(earlier), claim], only: claim }).map((found) =>
        contradictionFinding(found, entryOf),
      ),
    )
  })
  return distinctFindings([...findings, ...profileFindings(persona, said, nowMs)], entries)
}

/** Whether an answer says anything that a timeline could contradict: to be asked before it is read. */
export function claimsSomething(
  check: Pick<AnswerCheck, 'persona' | 'answer' | 'question' | 'nowMs'>,
): boolean {
  const { persona, answer, question, nowMs } = check
  return (
    answerClaims(persona, answer, nowMs, 0).length > 0 ||
    readElliptic(question, answer.text) !== undefined
  )
}

function answerClaims(
  persona: CheckedPersona,
  { turnId, text }: SaidAnswer,
  nowMs: number,
  sequence: number,
): SourcedClaim[] {
  const eventDay = dayOfMs(nowMs)
  const source = { entryId: null, turnId, sequence, eventDay, strength: 0, origin: null }
  return extractClaims(text, {
    ...speakerOf(persona),
    field: 'response',
    eventDay,
    pastIsEventDay: false,
  })
    .filter(({ modality }) => modality === 'asserted')
    .map((claim) => ({ ...claim, source }))
}

/** What "no" says to the question it answers; the words concerned are that "no". */
function ellipticClaims({ persona, answer, question, nowMs }: AnswerCheck): SourcedClaim[] {
  const elliptic = readElliptic(question, answer.text)
  if (!elliptic) return []
  const turn = { turnId: answer.turnId, text: elliptic.statement }
  return answerClaims(persona, turn, nowMs, Number.MAX_SAFE_INTEGER).map((claim) => ({
    ...claim,
    start: 0,
    end: elliptic.length,
    valueStart: 0,
    valueEnd: elliptic.length,
    text: answer.text.slice(0, elliptic.length),
  }))
}
