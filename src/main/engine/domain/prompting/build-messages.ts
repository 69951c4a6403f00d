import type { Mood, Persona } from '../../../../shared/contract/personas.ts'
import type { RecalledMemory } from '../../../../shared/contract/recall.ts'
import { estimateTokens } from '../memory/token-estimate.ts'
import { describeDemographics, describeMood, describeStyle } from './describe-persona.ts'
import { wholePortrait, type Portrait } from './portrait.ts'
import { portray } from './portray.ts'

export type PromptMessage = {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

export type Exchange = { readonly prompt: string; readonly response: string }

export type PromptParts = {
  readonly persona: Persona
  readonly mood: Mood
  readonly recalled: readonly RecalledMemory[]
  /** Earlier exchanges of the session, oldest first. */
  readonly history: readonly Exchange[]
  readonly userPrompt: string
  /** What a study tells every participant; never its hypothesis, objective or conditions. */
  readonly instructions?: string
  /** What is told of the persona; absent: everything, to its face. */
  readonly portrait?: Portrait
  /** ISO date: the day on which the talk takes place. */
  readonly today: string
}

/** Estimated tokens of earlier exchanges that go along; the newest ones stay. */
const HISTORY_TOKENS = 2_000

/** The conversation as a model is sent it: who it is, what it remembers, what was said. */
export function buildMessages(parts: PromptParts): PromptMessage[] {
  return [
    { role: 'system', content: systemPrompt(parts) },
    ...recentExchanges(parts.history).flatMap(({ prompt, response }): PromptMessage[] => [
      { role: 'user', content: prompt },
      { role: 'assistant', content: response },
    ]),
    { role: 'user', content: parts.userPrompt },
  ]
}

function systemPrompt(parts: PromptParts): string {
  const { persona, mood, recalled, instructions, today, portrait = wholePortrait } = parts
  const date = `Today is ${today}. Nothing later has happened yet.`
  const language = persona.language
    ? `Answer in the language with the tag ${persona.language}.`
    : ''
  const sections = {
    nothing: [date, instructions, FREE_TO_PASS],
    demographics: [describeDemographics(persona), date, instructions, IN_THE_PART, language],
    whole: [
      portray(persona, portrait.format),
      describeMood(mood),
      describeMemories(recalled),
      date,
      instructions,
      IN_THE_PART,
      describeStyle(persona.communicationStyle),
      language,
    ],
  }[portrait.told]
  return sections.filter(Boolean).join('\n\n')
}

// In every prompt alike: else an arm would differ in more than what it is told of the persona.
const FREE_TO_PASS = 'Not knowing, not caring and not wanting to answer are answers.'
const IN_THE_PART = `Answer as this person, in the first person and from what they know, remember and feel. Never step out of the part, never speak of being a model or an assistant, and make up nothing that contradicts the above. ${FREE_TO_PASS}`

function describeMemories(recalled: readonly RecalledMemory[]): string {
  const lines = recalled
    .filter(({ text }) => text !== '')
    .map(({ text, directive }) => `- ${text}\n  (${directive.text})`)
  const shut = recalled.some(({ directive }) => directive.kind === 'avoid')
  return [
    lines.length > 0 ? `What comes to your mind:\n${lines.join('\n')}` : '',
    // Nothing that names the memory: what is not in the prompt cannot slip out of it.
    shut ? 'There is something around this topic that you avoid: get away from it.' : '',
  ]
    .filter(Boolean)
    .join('\n')
}

function recentExchanges(history: readonly Exchange[]): Exchange[] {
  const kept: Exchange[] = []
  let tokens = 0
  for (const exchange of history.toReversed()) {
    tokens += estimateTokens(exchange.prompt) + estimateTokens(exchange.response)
    if (tokens > HISTORY_TOKENS) break
    kept.unshift(exchange)
  }
  return kept
}
