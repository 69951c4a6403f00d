import type { Persona } from '../../../../shared/contract/personas.ts'
import type { RecalledMemory } from '../../../../shared/contract/recall.ts'
import { escapePattern } from '../text/escape-pattern.ts'
import { sentencesOf, unclosed } from './sentences.ts'

/** A recalled memory in the parts an answer needs; empty where the prompt was not given them. */
export type ToldMemory = {
  /** Sentences in the first person. */
  readonly facts: readonly string[]
  /** Without a full stop. */
  readonly feelings: string
  readonly interpretation: string
}

const felt = 'You felt:'
const madeOf = 'What you make of it:'

/** Reads the text that recall gave out: date, label, facts, feelings, interpretation. */
export function readMemory(memory: RecalledMemory, persona: Persona): ToldMemory {
  const [before = '', afterFelt = ''] = splitAt(memory.text, felt)
  const [feelings = '', made = ''] = splitAt(afterFelt || before, madeOf)
  const story = afterFelt ? before : feelings
  return {
    facts: sentencesOf(withoutHeading(story, memory.eventLabel)).map((sentence) =>
      firstPerson(sentence, persona),
    ),
    feelings: afterFelt ? unclosed(feelings) : '',
    interpretation: firstPerson(made.trim(), persona),
  }
}

function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark)
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)]
}

function withoutHeading(story: string, label: string): string {
  const undated = story.trim().replace(/^\d{4}-\d{2}-\d{2}[^,\s]*,?\s*/, '')
  return undated.startsWith(unclosed(label))
    ? undated.slice(unclosed(label).length).replace(/^[.!?…]*\s*/u, '')
    : undated
}

/** Facts that others wrote name the persona, or call it "you": it says "I". */
function firstPerson(text: string, { firstName, lastName }: Persona): string {
  const name = new RegExp(
    `(?<![\\p{L}\\p{N}])${escapePattern(firstName)}(\\s+${escapePattern(lastName)})?(?![\\p{L}\\p{N}'’])`,
    'gu',
  )
  return text
    .replace(name, 'I')
    .replace(/^You\b/, 'I')
    .replace(/\bI is\b/g, 'I am')
    .replace(/\bI has\b/g, 'I have')
    .replace(/\bI are\b/g, 'I am')
}
