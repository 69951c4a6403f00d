import type { Directive, RecalledMemory } from '../../../../shared/contract/recall.ts'
import type { Question } from '../../../../shared/contract/skills.ts'
import { createDice, type Dice } from '../personas/dice.ts'
import { seed31 } from '../random.ts'
import { tokenize, words } from '../text/tokenize.ts'
import type { Conversation } from './conversation.ts'
import { readIntent, type Intent } from './intent.ts'
import { opinionOn, type Opinion } from './opinion.ts'
import { isToldAlready, recount, remindedBy, type Telling } from './recount.ts'
import { respond } from './response-model.ts'
import { freshDice, saidBefore } from './said-before.ts'
import { leadIn } from './sentences.ts'
import { selfSentences } from './self.ts'
import type { Side } from './stance.ts'
import { speak, type Draft } from './voice.ts'

/** An answer in character to a question of an interview; the same for the same seed. */
export function composeAnswer(conversation: Conversation, seed: number): string {
  const { persona, mood, userPrompt, history } = conversation
  const said = saidBefore(history.map(({ response }) => response))
  const dice = freshDice(diceFor(conversation, seed), said)
  const telling = { persona, dice, said }
  return speak(draftFor(conversation, readIntent(userPrompt), telling), { ...telling, mood })
}

/** Draws of one answer: they hang on the seed, the persona and what was asked. */
export function diceFor({ persona, userPrompt }: Conversation, seed: number): Dice {
  return createDice(String(seed31(seed, persona.personaKey, userPrompt)))
}

/** The memories of an answer, by what is done with them. */
export type Recollection = {
  /** One that is hard to talk about and that the question goes straight to. */
  readonly hard: RecalledMemory | undefined
  readonly told: readonly RecalledMemory[]
  readonly volunteered: RecalledMemory | undefined
}

/** Share of the best memory's score from which another is told beside it. */
const TOLD_BESIDE = 0.75

export function sortRecalled({
  recalled,
  probed,
}: Pick<Conversation, 'recalled' | 'probed'>): Recollection {
  const kindOf = ({ directive }: RecalledMemory) => directive.kind
  const isStraight = ({ entryId }: RecalledMemory, rank: number) =>
    probed ? probed.includes(entryId) : rank < 3
  const told = recalled.filter((memory) => toldKinds.has(kindOf(memory)))
  return {
    hard: recalled.find(
      (memory, rank) => hardKinds.has(kindOf(memory)) && isStraight(memory, rank),
    ),
    // Of two that fit as well, the one there is something left of.
    told: told
      .filter(({ score }) => score >= TOLD_BESIDE * told[0]!.score)
      .toSorted((a, b) => Number(isFaded(a)) - Number(isFaded(b))),
    volunteered: recalled.find((memory) => kindOf(memory) === 'volunteer'),
  }
}

function isFaded({ vividness, directive }: RecalledMemory): boolean {
  return vividness === 'faded' || directive.kind === 'gist'
}

const hardKinds: ReadonlySet<Directive['kind']> = new Set([
  'deflect',
  'admit-part',
  'avoid',
  'surface',
])
const toldKinds: ReadonlySet<Directive['kind']> = new Set(['tell', 'gist', 'embellish'])

const smallTalk: ReadonlySet<Intent> = new Set([
  'greeting',
  'thanks',
  'how-are-you',
  'out-of-character',
])
/** Who somebody is takes no decoration. */
const plainFacts: ReadonlySet<Intent> = new Set(['identity', 'age'])
export const opinionated: ReadonlySet<Intent> = new Set(['opinion', 'price', 'frequency', 'why'])

/** What is to be said before it sounds like anybody. */
export function draftFor(conversation: Conversation, intent: Intent, telling: Telling): Draft {
  const { persona, mood, history, recalled, probed } = conversation
  const { dice } = telling
  const self = selfSentences(intent, persona, mood, dice)
  if (smallTalk.has(intent)) return { core: self.slice(0, 2), more: [], grave: true }

  const { hard, told, volunteered } = sortRecalled(conversation)
  // A plain question about oneself is answered; only one that goes straight to the sore spot is not.
  if (hard && (self.length === 0 || probed || hard === recalled[0]))
    return { core: [...self.slice(0, 1), ...recount(hard, telling)], more: [], grave: true }
  const extra = volunteered ? recount(volunteered, telling) : []
  if (intent === 'more' && history.length > 0) return goOn(conversation, told, telling)
  if (opinionated.has(intent)) return withOpinion(conversation, intent, { told, extra }, telling)

  if (self.length > 0) return aboutOneself(self, intent, { told, extra }, telling)
  // One that was told is told again only when it is what is asked about.
  const [best, ...others] = told
  const toTell =
    best && isToldAlready(best, telling)
      ? [best]
      : [...(best ? [best] : []), ...untold(others, telling)]
  const stories = toTell.flatMap((memory) => recount(memory, telling))
  if (best) {
    const draft = storyDraft(stories, best, extra)
    return isToldAlready(best, telling) ? { ...draft, grave: true } : draft
  }
  if (extra.length > 0) return { core: extra.slice(0, 1), more: extra.slice(1) }
  return {
    core: [dice.pick(blanksOf(intent), 'blank')],
    more: knowledgeOf(conversation),
    grave: true,
  }
}

function aboutOneself(
  self: readonly string[],
  intent: Intent,
  { told, extra }: { told: readonly RecalledMemory[]; extra: readonly string[] },
  telling: Telling,
): Draft {
  const { dice, said } = telling
  const [first, ...rest] = self
  const isOld = said.has(first!)
  const core = [isOld ? leadIn(dice.pick(asSaid, 'as-said'), first!) : first!]
  const unsaid = rest.filter((sentence) => !said.has(sentence))
  if (plainFacts.has(intent)) return { core, more: unsaid, grave: true }
  const stories = untold(told, telling).flatMap((memory) => recount(memory, telling))
  return { core, more: [...extra, ...unsaid, ...stories], grave: isOld }
}

function untold(memories: readonly RecalledMemory[], telling: Telling): RecalledMemory[] {
  return memories.filter((memory) => !isToldAlready(memory, telling))
}

/** A gist is never told without saying that it is one, nor a pride without showing it. */
function storyDraft(
  stories: readonly string[],
  best: RecalledMemory,
  extra: readonly string[],
): Draft {
  const isPlain = best.directive.kind === 'tell' && best.vividness !== 'faded'
  const core = best.memoryType === 'pride' ? 3 : isPlain ? 1 : 2
  return {
    core: stories.slice(0, core),
    more: [...extra, ...stories.slice(core)],
    grave: /\b(died|dies|dead|death|funeral|buried)\b/i.test(stories.slice(0, core).join(' ')),
  }
}

/** What was not said yet: the rest of the memories, else further reasons, else nothing. */
function goOn(
  conversation: Conversation,
  told: readonly RecalledMemory[],
  telling: Telling,
): Draft {
  const { history } = conversation
  const { dice } = telling
  const said = new Set(history.flatMap(({ response }) => tokenize(response)))
  const isNew = (sentence: string) => {
    const tokens = tokenize(sentence)
    return tokens.filter((token) => !said.has(token)).length > tokens.length * 0.3
  }
  const fresh = told.flatMap((memory) => restOf(memory, telling)).filter(isNew)
  if (fresh.length > 0) return { core: fresh.slice(0, 2), more: fresh.slice(2) }
  const { prompt } = history.at(-1)!
  const reasons = opinionated.has(readIntent(prompt))
    ? opinionFor(conversation, prompt, dice).reasons.filter(isNew)
    : []
  return reasons.length > 0
    ? { core: reasons.slice(0, 1), more: reasons.slice(1) }
    : { core: [dice.pick(nothingMore, 'nothing-more')], more: [], grave: true }
}

/** Who was asked to go on need not say that the beginning was told. */
function restOf(memory: RecalledMemory, telling: Telling): string[] {
  const sentences = recount(memory, telling)
  return isToldAlready(memory, telling) ? sentences.slice(1) : sentences
}

function withOpinion(
  conversation: Conversation,
  intent: Intent,
  { told, extra }: { told: readonly RecalledMemory[]; extra: readonly string[] },
  telling: Telling,
): Draft {
  const { userPrompt, history } = conversation
  const { dice } = telling
  if (intent === 'why' && told.length > 0) {
    return storyDraft(
      told.flatMap((memory) => recount(memory, telling)),
      told[0]!,
      extra,
    )
  }
  if (intent === 'why' && /\bdid you\b/i.test(userPrompt)) {
    return { core: [dice.pick(blanks, 'blank')], more: [], grave: true }
  }
  // "Why?" alone asks about what was talked about before.
  const bare = intent === 'why' && history.length > 0 && words(userPrompt).length <= 3
  const asked = bare ? history.at(-1)!.prompt : userPrompt
  const { side, stance, reasons, because } = opinionFor(conversation, asked, dice)
  const stories = told.slice(0, 1).flatMap((memory) => remindedBy(memory, telling))
  if (bare) return { core: [because], more: [...stories, ...reasons.slice(1)] }
  const first =
    intent === 'frequency' ? [dice.pick(frequencies[side], 'frequency'), stance] : [stance]
  const price = intent === 'price' ? ["I couldn't name a sum before I have seen it."] : []
  return {
    core: first.slice(0, 1),
    more: [
      ...first.slice(1),
      ...price,
      ...reasons.slice(0, 1),
      ...stories,
      ...extra,
      ...reasons.slice(1),
    ],
    opinion: true,
  }
}

const frequencies: Readonly<Record<Side, readonly string[]>> = {
  pro: ['Quite often.', 'Often, more than most.'],
  mixed: ['Now and then.', 'Sometimes, there is no rule to it.'],
  con: ['Hardly ever.', 'Rarely.'],
}

/** The same persona thinks the same of the same words in every session: no seed enters the stance. */
function opinionFor({ persona }: Conversation, text: string, dice: Dice): Opinion {
  const template: Question = { id: 'interview', type: 'open', text, allowDontKnow: false }
  const occasion = { randomSeed: 0, questionId: template.id, condition: null, replicate: 0 }
  const item = { ...occasion, template, question: template, effects: [] }
  const { eta } = respond(persona, item, () => false)
  return opinionOn({ template, text, eta, occasion }, persona, dice)
}

function knowledgeOf({ persona, userPrompt }: Conversation): string[] {
  const asked = new Set(tokenize(userPrompt))
  return persona.domainKnowledge
    .filter(({ topic }) => tokenize(topic).some((token) => asked.has(token)))
    .map(({ topic, level, origin }) =>
      level >= 50
        ? `I do know something about ${topic} (${origin}).`
        : `I know only a little about ${topic} (${origin}).`,
    )
}

function blanksOf(intent: Intent): readonly string[] {
  if (intent === 'family') return reserved
  return intent === 'work' || intent === 'place' ? unsettled : blanks
}

const unsettled = [
  "I'd rather not put a name to that at the moment.",
  "Let's leave that out of it for now.",
] as const

// The profile is silent: what is not known is not made up.
const reserved = [
  "I'd rather keep my private life to myself.",
  "My family isn't something I talk about here.",
  "There's not much to tell about my family.",
] as const
const asSaid = ['As I said,', 'I told you:', 'Still the same:'] as const
const blanks = [
  "I don't know, nothing comes to mind.",
  "I couldn't tell you, I'd have to make it up.",
  "I don't remember anything about that.",
  "That's nothing I can say much about.",
  "You'd have to ask somebody else about that.",
  'Nothing that I could name.',
] as const
const nothingMore = [
  "There's not much more to tell.",
  "That's about all I can say on it.",
  "I've told you what I know of it.",
] as const
