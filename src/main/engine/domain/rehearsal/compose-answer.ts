import type { Directive, RecalledMemory } from '../../../../shared/contract/recall.ts'
import type { Question } from '../../../../shared/contract/skills.ts'
import { createDice, type Dice } from '../personas/dice.ts'
import { seed31 } from '../random.ts'
import { tokenize, words } from '../text/tokenize.ts'
import type { Conversation } from './conversation.ts'
import { readIntent, type Intent } from './intent.ts'
import { opinionOn, type Opinion } from './opinion.ts'
import { recount, remindedBy } from './recount.ts'
import { respond } from './response-model.ts'
import { selfSentences } from './self.ts'
import type { Side } from './stance.ts'
import { speak, type Draft } from './voice.ts'

/** An answer in character to a question of an interview; the same for the same seed. */
export function composeAnswer(conversation: Conversation, seed: number): string {
  const { persona, mood, userPrompt } = conversation
  const dice = diceFor(conversation, seed)
  return speak(draftFor(conversation, readIntent(userPrompt), dice), persona, mood, dice)
}

/** Draws of one answer: they hang on the seed, the persona and what was asked. */
export function diceFor({ persona, userPrompt }: Conversation, seed: number): Dice {
  return createDice(String(seed31(seed, persona.personaKey, userPrompt)))
}

/** The memories of an answer, by what is done with them. */
export type Recollection = {
  /** One that is hard to talk about, when it is among the first three. */
  readonly hard: RecalledMemory | undefined
  readonly told: readonly RecalledMemory[]
  readonly volunteered: RecalledMemory | undefined
}

export function sortRecalled(recalled: readonly RecalledMemory[]): Recollection {
  const kindOf = ({ directive }: RecalledMemory) => directive.kind
  return {
    hard: recalled.slice(0, 3).find((memory) => hardKinds.has(kindOf(memory))),
    told: recalled.filter((memory) => toldKinds.has(kindOf(memory))),
    volunteered: recalled.find((memory) => kindOf(memory) === 'volunteer'),
  }
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
export const opinionated: ReadonlySet<Intent> = new Set(['opinion', 'price', 'frequency', 'why'])

/** What is to be said before it sounds like anybody. */
export function draftFor(conversation: Conversation, intent: Intent, dice: Dice): Draft {
  const { persona, mood, history, recalled } = conversation
  const self = selfSentences(intent, persona, mood, dice)
  if (smallTalk.has(intent)) return { core: self.slice(0, 2), more: [] }

  const { hard, told, volunteered } = sortRecalled(recalled)
  // A plain question about oneself is answered; only one that goes straight to the sore spot is not.
  if (hard && (self.length === 0 || hard === recalled[0]))
    return { core: [...self.slice(0, 1), ...recount(hard, persona, dice)], more: [], grave: true }
  const extra = volunteered ? recount(volunteered, persona, dice) : []
  if (intent === 'more' && history.length > 0) return goOn(conversation, told, dice)
  if (opinionated.has(intent)) return withOpinion(conversation, intent, { told, extra }, dice)

  const stories = told.flatMap((memory) => recount(memory, persona, dice))
  if (self.length > 0)
    return { core: self.slice(0, 1), more: [...extra, ...self.slice(1), ...stories] }
  if (told.length > 0) return storyDraft(stories, told[0]!, extra)
  if (extra.length > 0) return { core: extra.slice(0, 1), more: extra.slice(1) }
  return { core: [dice.pick(blanks, 'blank')], more: knowledgeOf(conversation) }
}

/** A gist is never told without saying that it is one. */
function storyDraft(
  stories: readonly string[],
  best: RecalledMemory,
  extra: readonly string[],
): Draft {
  const core = best.directive.kind === 'tell' && best.vividness !== 'faded' ? 1 : 2
  return { core: stories.slice(0, core), more: [...extra, ...stories.slice(core)] }
}

/** What was not said yet: the rest of the memories, else further reasons, else nothing. */
function goOn(conversation: Conversation, told: readonly RecalledMemory[], dice: Dice): Draft {
  const { persona, history } = conversation
  const said = new Set(history.flatMap(({ response }) => tokenize(response)))
  const isNew = (sentence: string) => {
    const tokens = tokenize(sentence)
    return tokens.filter((token) => !said.has(token)).length > tokens.length * 0.3
  }
  const fresh = told.flatMap((memory) => recount(memory, persona, dice)).filter(isNew)
  if (fresh.length > 0) return { core: fresh.slice(0, 2), more: fresh.slice(2) }
  const { prompt } = history.at(-1)!
  const reasons = opinionated.has(readIntent(prompt))
    ? opinionFor(conversation, prompt, dice).reasons.filter(isNew)
    : []
  return reasons.length > 0
    ? { core: reasons.slice(0, 1), more: reasons.slice(1) }
    : { core: [dice.pick(nothingMore, 'nothing-more')], more: [] }
}

function withOpinion(
  conversation: Conversation,
  intent: Intent,
  { told, extra }: { told: readonly RecalledMemory[]; extra: readonly string[] },
  dice: Dice,
): Draft {
  const { persona, userPrompt, history } = conversation
  if (intent === 'why' && told.length > 0) {
    return storyDraft(
      told.flatMap((memory) => recount(memory, persona, dice)),
      told[0]!,
      extra,
    )
  }
  if (intent === 'why' && /\bdid you\b/i.test(userPrompt)) {
    return { core: [dice.pick(blanks, 'blank')], more: [] }
  }
  // "Why?" alone asks about what was talked about before.
  const bare = intent === 'why' && history.length > 0 && words(userPrompt).length <= 3
  const asked = bare ? history.at(-1)!.prompt : userPrompt
  const { side, stance, reasons, because } = opinionFor(conversation, asked, dice)
  const stories = told.slice(0, 1).flatMap((memory) => remindedBy(memory, persona, dice))
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

const blanks = [
  "I don't know, nothing comes to mind.",
  "I couldn't tell you, I'd have to make it up.",
  "I don't remember anything about that.",
  "That's nothing I can say much about.",
] as const
const nothingMore = [
  "There's not much more to tell.",
  "That's about all I can say on it.",
  "I've told you what I know of it.",
] as const
