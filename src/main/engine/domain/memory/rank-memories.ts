import type { EntryId } from '../../../../shared/contract/ids.ts'
import type {
  CutMemory,
  RecallBudget,
  RecalledMemory,
  ScoreParts,
} from '../../../../shared/contract/recall.ts'
import { tellBriefly, tellMemory, type Told } from './directive.ts'
import { isSensitive, strengthNow, type Memory } from './memory.ts'
import type { PressureByEntry } from './pressure.ts'
import { createLikeness, type Likeness } from './likeness.ts'
import {
  fitsBeside,
  isRelevant,
  isWeaklyRelevant,
  isWorthVolunteering,
  relevance,
  type Match,
} from './relevance.ts'
import { windowLabel, type TimeWindow } from './time-window.ts'
import { estimateTokens } from './token-estimate.ts'
import { vividness } from './vividness.ts'

export type Candidate = Memory & {
  readonly match: Match
  /** Hashed terms, ascending. */
  readonly terms: Uint32Array
  /** One of its triggers occurs in the question. */
  readonly triggered: boolean
}

export type RankOptions = {
  readonly k: number
  /** Estimated tokens that all texts together may take. */
  readonly tokenBudget: number
  /** Hundredths by sensitive memory, this turn's probing included. */
  readonly pressure: PressureByEntry
  /** The sensitive memories that the question goes straight to. */
  readonly probed: ReadonlySet<EntryId>
  /** Repressed memories that surfaced earlier in the session. */
  readonly surfaced: ReadonlySet<EntryId>
  /** The time that the question is about; null: any. */
  readonly window: TimeWindow | null
  /** What recency counts back from, milliseconds: the newest memory that exists. */
  readonly newestMs: number
}

/**
 * Weights of the parts of a score. Relevance leads: strength and recency decide between memories
 * that fit about equally well, and lose no evidence (bench: recall-quality).
 */
const RELEVANCE = 0.85
const STRENGTH = 0.1
const RECENCY = 0.01
const PRIDE_BONUS = 0.02
const TRIGGER_BONUS = 1
const REDUNDANCY = 0.05
/** What each recalled memory of the same conversation or day takes off, as a share of relevance. */
const CROWDING = 0.025
const MAX_CROWD = 4
const SAME_TIME_MS = 3 * 3_600_000
/** Share of common information from which a memory only repeats one that is recalled already. */
const SAME_FROM = 0.9
const YEAR_MS = 365.25 * 24 * 3_600_000
/** What a cut list shows at most: the rest was further from the question still. */
const MAX_CUT = 50

/**
 * Picks what the persona recalls, best first, and says why of each: score parts that add up,
 * vividness, directive. May pick nothing.
 */
export function rankMemories(
  candidates: readonly Candidate[],
  options: RankOptions,
): { recalled: RecalledMemory[]; cut: CutMemory[]; budget: RecallBudget } {
  const recalled: RecalledMemory[] = []
  const cut: CutMemory[] = []
  const { eligible, refused } = admit(candidates, options)
  cut.push(...refused)

  let tokens = 0
  let cutByBudget = 0
  const open = eligible.map((item) => ({ ...item, like: 0, likeWhom: '', crowd: 0 }))
  const likeness = createLikeness(candidates.map(({ terms }) => terms))
  const refuse = (item: Open, reason: string) => {
    const { entryId, eventLabel } = item.candidate
    const score = sum(partsOf(item))
    const repeats = item.like >= SAME_FROM
    cut.push({
      entryId,
      eventLabel,
      score,
      reason: repeats ? `Says the same as "${item.likeWhom}"` : reason,
    })
  }
  while (open.length > 0 && recalled.length < options.k) {
    const best = takeBest(open)
    const whole = tellMemory(best.candidate, {
      pressure: options.pressure[best.candidate.entryId] ?? 0,
      open: best.candidate.triggered || options.surfaced.has(best.candidate.entryId),
      unprompted: best.unprompted,
      probed: options.probed.has(best.candidate.entryId),
    })
    const told = fitting(best.candidate, whole, options.tokenBudget - tokens)
    if (best.like >= SAME_FROM) {
      refuse(best, '')
    } else if (told === null) {
      cutByBudget += 1
      refuse(best, `Over the budget of ${options.tokenBudget} tokens`)
    } else {
      tokens += estimateTokens(told.text)
      recalled.push(toRecalled(best.candidate, partsOf(best), told))
      for (const other of open) noteLikeness(other, best.candidate, likeness)
    }
  }
  for (const item of open) refuse(item, `Not among the ${options.k} best`)
  return {
    recalled,
    cut: cut.sort((a, b) => b.score - a.score).slice(0, MAX_CUT),
    budget: { limit: options.tokenBudget, used: tokens, cut: cutByBudget },
  }
}

/** What there is room for: the whole, else the brief telling, else null. */
function fitting(candidate: Candidate, whole: Told, room: number): Told | null {
  if (estimateTokens(whole.text) <= room) return whole
  const brief = tellBriefly(candidate, whole)
  return brief !== null && estimateTokens(brief.text) <= room ? brief : null
}

type Eligible = {
  readonly candidate: Candidate
  readonly parts: ScoreParts
  /** The sum of the parts. */
  readonly score: number
  readonly unprompted: boolean
}

/** Leaves out what is not about the question, except one pride the persona may bring up itself. */
function admit(candidates: readonly Candidate[], options: RankOptions) {
  const scored = candidates.map((candidate) => {
    const parts = scoreParts(candidate, options.newestMs)
    return { candidate, parts, score: sum(parts) }
  })
  const narrowing = options.window?.narrows ? options.window : null
  const isOfThatTime = ({ match }: Candidate) => narrowing === null || (match.time ?? 0) > 0
  const best = candidates
    .filter((candidate) => isWeaklyRelevant(candidate.match) && isOfThatTime(candidate))
    .reduce((most, { match }) => Math.max(most, match.likeness), 0)
  const isAbout = (candidate: Candidate) =>
    isSensitive(candidate)
      ? isRelevant(candidate.match)
      : isWeaklyRelevant(candidate.match) || fitsBeside(candidate.match, best)
  const isAdmitted = ({ candidate }: (typeof scored)[number]) =>
    (isAbout(candidate) && isOfThatTime(candidate)) || candidate.triggered
  const volunteer = scored
    .filter(({ candidate }) => isOfThatTime(candidate) && !isRelevant(candidate.match))
    .filter(({ candidate }) => isWorthVolunteering(candidate))
    .sort((a, b) => b.score - a.score || a.candidate.sequence - b.candidate.sequence)[0]

  const eligible: Eligible[] = []
  const refused: CutMemory[] = []
  for (const item of scored) {
    if (isAdmitted(item)) eligible.push({ ...item, unprompted: false })
    else if (item === volunteer) eligible.push({ ...item, unprompted: true })
    else {
      const { entryId, eventLabel } = item.candidate
      const reason =
        narrowing === null || isOfThatTime(item.candidate)
          ? 'Not about the question'
          : `Not of the time asked about: ${windowLabel(narrowing)}`
      refused.push({ entryId, eventLabel, score: item.score, reason })
    }
  }
  return { eligible, refused }
}

function scoreParts(candidate: Candidate, newestMs: number): ScoreParts {
  const years = Math.max(0, newestMs - candidate.eventAtMs) / YEAR_MS
  return {
    relevance: RELEVANCE * relevance(candidate.match),
    strength: (STRENGTH * strengthNow(candidate)) / 100,
    // The power law of human forgetting, exponent as in the forgetting setting.
    recency: RECENCY * (1 + years) ** -0.3,
    typeBonus: typeBonus(candidate),
    redundancy: 0,
  }
}

/** A trigger brings its memory up before all else. */
function typeBonus({ memoryType, triggered }: Candidate): number {
  if (triggered) return TRIGGER_BONUS
  return memoryType === 'pride' ? PRIDE_BONUS : 0
}

type Open = Eligible & {
  like: number
  likeWhom: string
  /** Recalled memories of about the same time. */
  crowd: number
}

function partsOf(item: Open): ScoreParts {
  const redundancy = redundancyOf(item)
  return { ...item.parts, redundancy: redundancy === 0 ? 0 : -redundancy }
}

/**
 * What repeats, in words or by being another piece of a conversation of which pieces are recalled
 * already: an answer that takes several memories mostly takes them from several times.
 */
function redundancyOf({ parts, like, crowd }: Open): number {
  return REDUNDANCY * like + CROWDING * Math.min(crowd, MAX_CROWD) * parts.relevance
}

/** Maximal marginal relevance (Carbonell & Goldstein 1998): the best given what is chosen. */
function takeBest(open: Open[]): Open {
  let best = 0
  for (let i = 1; i < open.length; i++) {
    if (isBefore(open[i]!, open[best]!)) best = i
  }
  return open.splice(best, 1)[0]!
}

function isBefore(a: Open, b: Open): boolean {
  const difference = a.score - redundancyOf(a) - (b.score - redundancyOf(b))
  return difference === 0 ? a.candidate.sequence < b.candidate.sequence : difference > 0
}

function noteLikeness(item: Open, chosen: Candidate, likeness: Likeness): void {
  if (Math.abs(item.candidate.eventAtMs - chosen.eventAtMs) <= SAME_TIME_MS) item.crowd += 1
  const like = likeness(item.candidate.terms, chosen.terms)
  if (like <= item.like) return
  item.like = like
  item.likeWhom = chosen.eventLabel
}

function toRecalled(
  candidate: Candidate,
  parts: ScoreParts,
  told: ReturnType<typeof tellMemory>,
): RecalledMemory {
  const { match } = candidate
  return {
    entryId: candidate.entryId,
    sequence: candidate.sequence,
    eventAt: candidate.eventAt,
    eventLabel: candidate.eventLabel,
    memoryType: candidate.memoryType,
    memoryStrength: candidate.memoryStrength,
    ...(candidate.effectiveStrength === undefined
      ? {}
      : { effectiveStrength: candidate.effectiveStrength }),
    vividness: vividness(strengthNow(candidate)),
    score: sum(parts),
    parts,
    foundBy: {
      vectorRank: match.vectorRank,
      textRank: match.textRank,
      cosine: match.cosine,
      matchedTerms: [...match.matchedTerms],
      coverage: match.coverage,
      context: match.context,
    },
    ...told,
  }
}

function sum(parts: ScoreParts): number {
  return parts.relevance + parts.strength + parts.recency + parts.typeBonus + parts.redundancy
}
