import { sentencesOf } from '../rehearsal/sentences.ts'
import { tokenize } from '../text/tokenize.ts'
import { isHazy, isOpinion, isQuestion, isRefusal, isUnreal } from './wording.ts'

/** An answer that says something only together with its question: "Who do you live with?" "My wife." */
export type ShortAnswer = {
  /** Question and answer, as the persona would tell it. */
  readonly text: string
  /** The words of the answer alone. */
  readonly words: string
}

/** Sentences of an answer that still answer the question. */
const ANSWERING = 2
/** Words besides names and numbers from which an answer is more than a word of courtesy. */
const ENOUGH_WORDS = 1

const relatives =
  '(?:mother|father|parents|brothers?|sisters?|siblings|sons?|daughters?|children|kids|husband|wife|partner|grandmother|grandfather|grandparents|family|boss|best friend)'

const biographical = new RegExp(
  [
    String.raw`\bwhere (?:did you (?:grow up|live|study|go to school|meet|work|train|serve|learn|spend)|were you (?:born|raised)|are you from|do you (?:live|work|come from)|(?:is|are|was|were|do|does|did) your ${relatives})\b`,
    String.raw`\bwho (?:do you live with|did you (?:live|grow up) with|raised you|did you marry|(?:is|was|are|were) your)\b`,
    String.raw`\bwhat (?:did you (?:study|train as|work as)|do you (?:do for a living|play|breed)|languages do you|instruments? do you|happened to your|(?:is|was) your (?:first|last|current)? ?(?:job|profession|occupation|trade|religion|faith|native language|mother tongue|full name|middle name|maiden name)|(?:do|does|did) your ${relatives} do|are you (?:allergic to|afraid of|proud of|ashamed of))\b`,
    String.raw`\bhow (?:many (?:children|kids|siblings|brothers|sisters|pets|dogs|cats|languages|times (?:have you|were you))|old (?:is|are|was|were) your|did you meet|did your ${relatives}|long (?:have you|were you|did you))\b`,
    String.raw`\bwhen (?:did you (?:move|marry|get|retire|start|stop|quit|leave|graduate|divorce|meet|come|lose|learn|buy)|were you|did your ${relatives}|was your)\b`,
    String.raw`\bdo you (?:have (?:any |a )?(?:children|kids|siblings|brothers|sisters|pets?|dog|cat|partner|degree|allergies|family)|smoke|drive|own (?:or|a)|speak|play an?)\b`,
    String.raw`\bare you (?:married|religious|divorced|single|widowed|retired|allergic|(?:a )?vegetarian|(?:a )?vegan|adopted|left-handed)\b`,
    String.raw`\b(?:have you|did you) ever (?:been|live|lived|work|worked|have|had|own|owned|serve|served|marry|married|break|broken|lose|lost|win|won|go to prison)\b`,
  ].join('|'),
  'i',
)

/** What a short answer to a question about the persona's life says; undefined where it says nothing. */
export function readShortAnswer(prompt: string, response: string): ShortAnswer | undefined {
  const question = sentencesOf(prompt).at(-1)
  if (!question || !question.endsWith('?') || !biographical.test(question)) return undefined
  const sentences = sentencesOf(response).slice(0, ANSWERING)
  const [first] = sentences
  if (!first || !isPlainAnswer(first)) return undefined
  const words = sentences.slice(0, isPlainAnswer(sentences[1] ?? '') ? ANSWERING : 1).join(' ')
  const isYesOrNo = /^(?:do|are|have|did)\b/i.test(question) && /^(?:yes|no|never)\b/i.test(first)
  if (!isYesOrNo && new Set(tokenize(words)).size < ENOUGH_WORDS) return undefined
  return { text: `Asked "${question}", I answered: ${words}`, words }
}

function isPlainAnswer(sentence: string): boolean {
  return (
    sentence !== '' &&
    !isQuestion(sentence) &&
    !isUnreal(sentence) &&
    !isOpinion(sentence) &&
    !isRefusal(sentence) &&
    !isHazy(sentence) &&
    !/^(?:why|sorry|pardon|well, that|that depends|it depends|good question|ha|hm+)\b/i.test(
      sentence,
    )
  )
}
