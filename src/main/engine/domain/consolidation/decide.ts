import type { EntryId } from '../../../../shared/contract/ids.ts'
import type { RecalledMemory } from '../../../../shared/contract/recall.ts'
import { retoldShare } from './known.ts'
import type { Statement } from './statements.ts'
import { isHazy, isRefusal } from './wording.ts'

/** What becomes of an exchange, contradictions aside. */
export type Verdict = { readonly reason: string } & (
  | { readonly action: 'add'; readonly statements: readonly Statement[] }
  | { readonly action: 'reinforce'; readonly entryId: EntryId }
  | { readonly action: 'ignore' }
)

export type Evidence = {
  readonly response: string
  /** Whether the persona rejected what it was told. */
  readonly isRejected: boolean
  readonly recalled: readonly RecalledMemory[]
  /** What was said that nothing says yet. */
  readonly news: readonly Statement[]
  /** What was said that a memory says already, the best first; shut ones left out. */
  readonly repeated: readonly { readonly entryId: EntryId; readonly eventLabel: string }[]
  /** Something was said that is in the profile, or in a memory that stays shut. */
  readonly isKnownOtherwise: boolean
}

/** Share of a memory's words that must come back for it to have been told. */
const RETOLD_FROM = 0.3
const telling: ReadonlySet<string> = new Set([
  'tell',
  'volunteer',
  'embellish',
  'admit-part',
  'surface',
])

/** Add what is new; else reinforce what was told again; else leave nothing. */
export function decide(evidence: Evidence): Verdict {
  const { news, repeated, recalled, response } = evidence
  if (news.length > 0) {
    const who = news.every(({ by }) => by === 'interviewer') ? 'the persona was told' : 'was said'
    return { action: 'add', statements: news, reason: `New, ${who}: "${quoted(news[0]!.text)}"` }
  }
  const again = repeated[0]
  if (again) {
    return {
      action: 'reinforce',
      entryId: again.entryId,
      reason: `Known already, from "${quoted(again.eventLabel)}"`,
    }
  }
  const told = mostRetold(recalled, response)
  if (told) {
    return {
      action: 'reinforce',
      entryId: told.entryId,
      reason: `The persona retold "${quoted(told.eventLabel)}"`,
    }
  }
  return { action: 'ignore', reason: whyNothing(evidence) }
}

function mostRetold(
  recalled: readonly RecalledMemory[],
  response: string,
): RecalledMemory | undefined {
  const shares = recalled
    .filter(({ directive }) => telling.has(directive.kind))
    .map((memory) => ({ memory, share: retoldShare(response, memory.text) }))
    .filter(({ share }) => share >= RETOLD_FROM)
    .sort((a, b) => b.share - a.share)
  return shares[0]?.memory
}

function whyNothing({ response, recalled, isRejected, isKnownOtherwise }: Evidence): string {
  if (isRejected) return 'The persona rejected what it was told'
  if (isRefusal(response)) return 'The persona would not talk about it'
  if (recalled.some(({ directive }) => directive.kind === 'deflect')) return 'The persona deflected'
  if (isHazy(response)) return 'Too hazy to hold on to'
  if (isKnownOtherwise) return 'Nothing that the persona is not known for'
  return "Small talk or opinion: nothing new about the persona's life"
}

function quoted(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 119).trimEnd()}…`
}
