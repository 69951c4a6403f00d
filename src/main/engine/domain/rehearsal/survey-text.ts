import type { Dice } from '../personas/dice.ts'
import { diceFor, draftFor, opinionated, sortRecalled } from './compose-answer.ts'
import type { Conversation } from './conversation.ts'
import { readIntent } from './intent.ts'
import { opinionOn, type OpinionOn } from './opinion.ts'
import { recount, remindedBy, type Telling } from './recount.ts'
import type { SurveyItem, SurveyResponse } from './response-model.ts'
import { saidBefore } from './said-before.ts'
import { capitalise, decapitalise, unclosed } from './sentences.ts'
import { sideOf, sideOfOption, themesFor } from './stance.ts'
import { speak, type Draft } from './voice.ts'

/** First words of an answer that is none; closed questions put `Answer:` before them. */
const dontKnowText = "I don't know"
const refusedText = "I'd rather not say"

/**
 * A survey answer in words. Closed questions: `Answer: <option, label or number>`, an empty line,
 * one or two sentences of reason. Open ones: free text.
 */
export function writeSurveyAnswer(
  conversation: Conversation,
  item: SurveyItem,
  response: SurveyResponse,
  seed: number,
): string {
  const dice = diceFor(conversation, seed)
  if (item.ask?.kind === 'probe') return probeAnswer(conversation, item, response, dice)
  if (item.template.type === 'open' || item.ask?.kind === 'free')
    return openAnswer(conversation, item, response, dice)
  return `Answer: ${answerOf(response)}\n\n${reasonFor(conversation, item, response, dice)}`
}

function answerOf({ status, text }: SurveyResponse): string {
  if (status === 'valid') return text
  return status === 'refused' ? refusedText : dontKnowText
}

function openAnswer(
  conversation: Conversation,
  item: SurveyItem,
  response: SurveyResponse,
  dice: Dice,
): string {
  if (response.status !== 'valid') return `${answerOf(response)}.`
  const { persona, mood, recalled, probed } = conversation
  const telling = { ...tellingOf(conversation, dice), mood }
  const story = storyOf({ ...conversation, userPrompt: item.question.text }, dice)
  if (story) return speak(story, telling)
  const { stance, reasons } = opinionOn(opinionInput(item, response), persona, dice)
  const choice =
    item.template.type === 'single'
      ? `If I had to choose, it would be this: ${response.text}.`
      : stance
  const { hard, told, volunteered } = sortRecalled(conversation)
  // A sore memory that the question goes straight to is met with its directive, and the question is
  // answered all the same; one that a word in passing brought up is kept to oneself.
  const isProbed = hard !== undefined && (probed !== undefined || hard === recalled[0])
  const sore = isProbed ? recount(hard, telling).slice(0, 2) : []
  const stories = told.slice(0, 1).flatMap((memory) => remindedBy(memory, telling))
  const extra = volunteered ? recount(volunteered, telling).slice(0, 1) : []
  return speak(
    {
      core: [choice, ...sore],
      more: [...reasons.slice(0, 1), ...stories, ...extra, ...reasons.slice(1)],
      opinion: true,
    },
    telling,
  )
}

/** A reason not given yet, or something lived through where an example is asked for. */
function probeAnswer(
  conversation: Conversation,
  item: SurveyItem,
  response: SurveyResponse,
  dice: Dice,
): string {
  if (response.status !== 'valid') return `${answerOf(response)}.`
  const { persona, mood } = conversation
  const telling = { ...tellingOf(conversation, dice), mood }
  const { grounds } = opinionOn(opinionInput(item, response), persona, dice)
  const said = saidTo(item, conversation)
  const [ground, another] = grounds.filter((one) => !said.includes(one.toLowerCase()))
  const probe = item.ask?.kind === 'probe' ? item.ask.probe : 'why'
  const wantsLife = /^(?:example|ladder-down|contrast)$/.test(probe)
  const memory = wantsLife ? sortRecalled(conversation).told[0] : undefined
  const reason = ground && (probe === 'silence' ? capitalise(`${ground}.`) : `Because ${ground}.`)
  const core = memory
    ? recount(memory, telling).slice(0, 2)
    : [reason ?? dice.pick(nothingMore, 'nothing-more')]
  const more = memory ? ground : another
  return speak(
    {
      core,
      more: more ? [capitalise(`${more}.`)] : [],
      opinion: true,
      maxSentences: 3,
    },
    telling,
  )
}

/** What was said to this question before its probe, in lower case; of other questions nothing. */
function saidTo({ question }: SurveyItem, { history }: Conversation): string {
  const since = history.findLastIndex(({ prompt }) => prompt.startsWith(question.text))
  return history
    .slice(Math.max(0, since))
    .map(({ response }) => response.toLowerCase())
    .join('\n')
}

/** Questions about oneself or one's past are told, not judged; undefined for the others. */
function storyOf(conversation: Conversation, dice: Dice): Draft | undefined {
  const intent = readIntent(conversation.userPrompt)
  const { told, hard } = sortRecalled(conversation)
  if (opinionated.has(intent)) return undefined
  return intent !== 'fact' || told.length > 0 || hard
    ? draftFor(conversation, intent, tellingOf(conversation, dice))
    : undefined
}

// What was said to other questions of a study changes no answer: order must not matter.
function tellingOf({ persona }: Conversation, dice: Dice): Telling {
  return { persona, dice, said: saidBefore([]) }
}

function reasonFor(
  conversation: Conversation,
  item: SurveyItem,
  response: SurveyResponse,
  dice: Dice,
): string {
  const { mood } = conversation
  const core = [firstReason(conversation, item, response, dice)]
  const more = response.status === 'valid' ? memorySentence(conversation) : []
  const grave = response.status !== 'valid'
  return speak({ core, more, grave, maxSentences: 2 }, { ...tellingOf(conversation, dice), mood })
}

function firstReason(
  { persona }: Conversation,
  item: SurveyItem,
  { status, eta, text }: SurveyResponse,
  dice: Dice,
): string {
  if (status !== 'valid') return dice.pick(status === 'refused' ? refusals : unknowns, 'no-answer')
  const { template, randomSeed, condition, replicate } = item
  const occasion = { randomSeed, questionId: template.id, condition, replicate }
  const theme = themesFor(persona, template, occasion)[0]!
  const side = template.type === 'single' ? sideOfOption(text) : sideOf(eta)
  return dice.pick(reasonFrames, 'frame').replace('{why}', dice.pick(theme[side], 'reason'))
}

/** A memory that may be told freely, by its label alone. */
function memorySentence({ recalled }: Conversation): string[] {
  const memory = recalled.find(
    ({ directive, vividness }) => directive.kind === 'tell' && vividness !== 'faded',
  )
  if (!memory) return []
  return [
    capitalise(`there is something I think of: ${decapitalise(unclosed(memory.eventLabel))}.`),
  ]
}

function opinionInput(item: SurveyItem, { eta }: SurveyResponse): OpinionOn {
  const { template, question, randomSeed, condition, replicate } = item
  const occasion = { randomSeed, questionId: template.id, condition, replicate }
  return { template, text: question.text, eta, occasion }
}

const reasonFrames = [
  'The reason is that {why}.',
  'I say that because {why}.',
  'For me it comes to this: {why}.',
  'What decides it: {why}.',
  'My view is that {why}.',
] as const
const nothingMore = [
  'There is no more to it than that.',
  'I have said what I think.',
  'That is all I can say about it.',
] as const
const refusals = [
  "That's private.",
  "I don't answer questions like that.",
  "I'd like to keep that to myself.",
] as const
const unknowns = [
  "I've never thought about it enough to say.",
  'I know too little about it.',
  'I could only guess, and I would rather not.',
] as const
