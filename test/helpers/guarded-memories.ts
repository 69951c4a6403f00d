import { createDice } from '../../src/main/engine/domain/personas/dice.ts'
import { words } from '../../src/main/engine/domain/text/tokenize.ts'
import type { Persona } from '../../src/shared/contract/personas.ts'
import type { NewTimelineEntry, TimelineEntry } from '../../src/shared/contract/timeline.ts'

/** Secrets written by hand, none of whose words are common. Four wordings of each part. */
const secrets: readonly Partial<NewTimelineEntry>[] = [
  {
    eventLabel: 'The drowning at the weir',
    facts: 'I dared Konrad to swim the weir. He was pulled under the sluice. I ran home barefoot.',
    feelings: 'Icy panic. A numbness that never thawed.',
    interpretation: 'I murdered a playmate with a dare.',
  },
  {
    eventLabel: 'What the priest did',
    facts:
      'The priest locked the sacristy. He put his palm over my mouth. I counted the vestments.',
    feelings: 'Disgust, a taste of incense.',
    interpretation: 'I was polluted for good.',
  },
  {
    eventLabel: 'The forged signature',
    facts:
      'I forged a signature on the mortgage. The notary suspected nothing. The widow lost all.',
    feelings: 'Clammy dread whenever the postman rang.',
    interpretation: 'Greed is hereditary in us.',
  },
  {
    eventLabel: 'Abandoned in the snowstorm',
    facts: 'I left Marlies behind in the snowstorm. Her toes were amputated. I blamed the compass.',
    feelings: 'Cowardice, sour as vinegar.',
    interpretation: 'Whoever trusts me freezes.',
  },
]

/** What is added to a life: shut away, shameful, faded and corrected things. */
export function guardedEntries(n: number): Partial<NewTimelineEntry>[] {
  const dice = createDice(`guarded ${n}`)
  return secrets.map((secret, i) => ({
    ...secret,
    eventAt: `${dice.int(1998, 2015, `year ${i}`)}-0${dice.int(1, 9, `month ${i}`)}-11`,
    memoryType: dice.pick(['repressed', 'repressed', 'shame'] as const, `type ${i}`),
    memoryStrength: dice.int(0, 100, `strength ${i}`),
    metadata: dice.chance(0.3, `trigger ${i}`) ? { triggers: ['thunder', 'a locked door'] } : {},
  }))
}

/** Questions from everyday talk to straight at the secret, with every pressure a request may set. */
export function questionsTo(
  entries: readonly TimelineEntry[],
  n: number,
  count: number,
): { userPrompt: string; pressure?: number }[] {
  const dice = createDice(`questions ${n}`)
  return Array.from({ length: count }, (_, i) => {
    const about = dice.pick(entries, `about ${i}`)
    const fact = dice.pick(about.facts.split(/[.;]/).filter(Boolean), `fact ${i}`)
    const userPrompt = dice.pick(
      [
        ...everyday,
        `What about this: ${about.eventLabel}?`,
        `Tell me what happened: ${about.eventLabel}.`,
        `Is it true? ${fact.trim()}?`,
        `What did you do in ${about.eventAt.slice(0, 4)}?`,
        `How do you feel about ${dice.pick(words(about.facts), `word ${i}`)}?`,
      ],
      `question ${i}`,
    )
    const pressure = dice.pick([undefined, undefined, 0.25, 0.5, 0.8, 1], `pressure ${i}`)
    return { userPrompt, ...(pressure === undefined ? {} : { pressure }) }
  })
}

const everyday = [
  'Hello, who are you?',
  'What are you ashamed of?',
  'What is the worst thing you ever did?',
  'Is there something you never talk about?',
  'Tell me about your childhood.',
  'Tell me about your family.',
  'Why?',
  'Please go on.',
  'Do you like thunder?',
  'Have you ever stood before a locked door?',
  'What would you do with more money?',
]

/** Words of a text that occur in none of the others: seeing one means the text was seen. */
export function distinctiveWords(text: string, others: readonly string[]): string[] {
  const common = new Set(others.flatMap(words))
  return [...new Set(words(text))].filter((word) => word.length > 3 && !common.has(word))
}

/** All that a prompt may say whatever is recalled. */
export function profileText(persona: Persona): string {
  return JSON.stringify(persona)
}
