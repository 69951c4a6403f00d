import type { z } from 'zod'
import { SkillBody } from '../../../../../shared/contract/skills.ts'
import type { Question } from '../../../../../shared/contract/questions.ts'
import type { LintDismissal } from '../../../../../shared/contract/lint-rules.ts'
import type { EvaluationRule } from '../../../../../shared/contract/skill-evaluation.ts'

/** A question with a key that stays while its id and place change. */
export type Card = { readonly key: string; readonly question: Question }

/** A skill while it is written: any part may be empty or not fit yet. */
export type SkillDraft = {
  readonly name: string
  readonly objective: string
  readonly decision: string
  readonly successSignal: string
  readonly instructions: string
  readonly cards: readonly Card[]
  readonly rotation: { readonly blocks: boolean; readonly within: readonly string[] }
  readonly evaluation: readonly EvaluationRule[]
  readonly dismissals: readonly LintDismissal[]
}

export const emptySkillDraft: SkillDraft = {
  name: '',
  objective: '',
  decision: '',
  successSignal: '',
  instructions: '',
  cards: [],
  rotation: { blocks: false, within: [] },
  evaluation: [],
  dismissals: [],
}

let made = 0
export function toCard(question: Question): Card {
  made += 1
  return { key: `${Date.now().toString(36)}-${made}`, question }
}

/** What a saved version says, to be changed. */
export function toDraft(body: SkillBody): SkillDraft {
  return {
    name: body.name,
    objective: body.objective,
    decision: body.decision ?? '',
    successSignal: body.successSignal ?? '',
    instructions: body.instructions,
    cards: body.questions.map(toCard),
    rotation: body.rotation ?? emptySkillDraft.rotation,
    evaluation: body.evaluation ?? [],
    dismissals: body.dismissals ?? [],
  }
}

/** Names of blocks in the order they come in. */
export function blocksOf({ cards }: SkillDraft): string[] {
  return [...new Set(cards.flatMap(({ question }) => question.block ?? []))]
}

/** What is sent. A draft that is not finished makes a body that is refused. */
export function toBody(draft: SkillDraft): z.input<typeof SkillBody> {
  const { cards, rotation, evaluation, dismissals, ...texts } = draft
  const ids = new Set(cards.map(({ question }) => question.id))
  const within = rotation.within.filter((block) => blocksOf(draft).includes(block))
  return {
    ...texts,
    questions: cards.map(({ question }) => question),
    rotation: { blocks: rotation.blocks, within },
    evaluation: evaluation.map((rule) => aboutThoseThere(rule, ids)),
    dismissals: [...dismissals],
  }
}

/** A rule about questions that are gone is about every open one. */
function aboutThoseThere(rule: EvaluationRule, ids: ReadonlySet<string>): EvaluationRule {
  const { questionIds, ...rest } = rule
  const there = questionIds?.filter((id) => ids.has(id)) ?? []
  return there.length === 0 ? rest : { ...rest, questionIds: there }
}

/** Whether two drafts would be saved as the same. */
export function saysTheSame(one: SkillDraft, other: SkillDraft): boolean {
  return JSON.stringify(toBody(one)) === JSON.stringify(toBody(other))
}

/** What keeps a draft from being saved: of the skill itself, and by the key of a card. */
export type Faults = {
  readonly own: readonly Fault[]
  readonly byCard: ReadonlyMap<string, readonly Fault[]>
  /** By the id of a rule. */
  readonly byRule: ReadonlyMap<string, readonly Fault[]>
}
/** `field`: the part it is about, as `options`; the text is what the schema says. */
export type Fault = { readonly field: string; readonly message: string }

export function faultsOf(draft: SkillDraft): Faults {
  const own: Fault[] = []
  const byCard = new Map<string, Fault[]>()
  const byRule = new Map<string, Fault[]>()
  for (const { path, message } of SkillBody.safeParse(toBody(draft)).error?.issues ?? []) {
    const [field, at, ...rest] = path
    const card = field === 'questions' && typeof at === 'number' ? draft.cards[at] : undefined
    const rule = field === 'evaluation' && typeof at === 'number' ? draft.evaluation[at] : undefined
    const fault = { field: rest.map(String).join('.'), message }
    if (card) byCard.set(card.key, [...(byCard.get(card.key) ?? []), fault])
    else if (rule) byRule.set(rule.id, [...(byRule.get(rule.id) ?? []), fault])
    else own.push({ field: String(field ?? ''), message })
  }
  return { own, byCard, byRule }
}
