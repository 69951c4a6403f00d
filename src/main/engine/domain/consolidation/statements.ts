import { capitalise, sentencesOf } from '../rehearsal/sentences.ts'
import { tokenize } from '../text/tokenize.ts'
import { readShortAnswer } from './short-answer.ts'
import { dateOf, withoutDates, type Calendar } from './dates.ts'
import { toFirstPerson } from './first-person.ts'
import {
  isEveryday,
  isFirstPerson,
  isLasting,
  isEvent,
  isFleeting,
  isOnce,
  isTurningPoint,
  isOpinion,
  isPastTense,
  isQuestion,
  isRefusal,
  isHazy,
  isUnreal,
  tellsOfRelative,
} from './wording.ts'

/** Something said about the persona that could be worth remembering. */
export type Statement = {
  /** In the first person, as the timeline tells. */
  readonly text: string
  /** What it is compared by, where its text says more than was said. */
  readonly words?: string
  readonly by: 'persona' | 'interviewer'
  /** Milliseconds. */
  readonly eventAtMs: number
  /** Whether the words say when it happened. */
  readonly isDated: boolean
}

/** Words besides its date that an event of no known kind must have to be one. */
const TELLING_WORDS = 3

/** What the persona says about its own life in an answer. */
export function statementsOfAnswer(
  { prompt, response }: { readonly prompt: string; readonly response: string },
  calendar: Calendar,
): Statement[] {
  const statements = plainStatements(response, calendar)
  if (statements.length > 0) return statements
  const short = readShortAnswer(prompt, response)
  if (!short) return []
  return [{ ...toStatement(short.text, 'persona', calendar), words: short.words }]
}

function plainStatements(response: string, calendar: Calendar): Statement[] {
  return sentencesOf(response)
    .map(withoutOpening)
    .filter((sentence) => isFirstPerson(sentence) && isPlain(sentence) && !isOpinion(sentence))
    .filter((sentence) => isBiographical(sentence, calendar))
    .map((text) => toStatement(text, 'persona', calendar))
}

/** What the interviewer tells the persona about the persona's own life. */
export function statementsOfPrompt(prompt: string, calendar: Calendar): Statement[] {
  const statements: Statement[] = []
  let goesOn = false
  for (const sentence of sentencesOf(prompt)) {
    const told = recap.test(sentence) ? sentence : withoutOpening(sentence)
    const isContinued: boolean = goesOn && /^(?:she|he|they|it)\b/i.test(told)
    goesOn = isTold(told) || isContinued
    if (!goesOn || !isPlain(told)) continue
    const text = toFirstPerson(told)
    const kept = isContinued ? joinedTo(statements, text) : text
    if (isBiographical(kept, calendar) || tellsOfRelative(told))
      statements.push(toStatement(kept, 'interviewer', calendar))
  }
  return statements.filter(({ text }) => isBiographical(text, calendar))
}

// "Your mother called. She sold the house.": the second sentence is about the first one's mother.
function joinedTo(statements: Statement[], text: string): string {
  const last = statements.pop()
  return last ? `${last.text} ${text}` : text
}

/** A statement about the listener: no question, no order, nothing about the conversation. */
function isTold(sentence: string): boolean {
  return (
    /\b(?:you|your|you're|you've)\b/i.test(sentence) &&
    !isQuestion(sentence) &&
    !/\b(?:i|i'm|i've|i'd|i'll|me|my|we|our|us)\b/i.test(sentence) &&
    !aboutTheTalk.test(sentence) &&
    !recap.test(sentence) &&
    !order.test(sentence)
  )
}

const aboutTheTalk =
  /\b(?:you (?:said|say|told|mentioned|mention|asked|answered|seem|seemed|look|looked|sound|sounded|know|understand|mean|meant|feel|think|want|need|should|must|can|have to|ought|will|are (?:right|wrong|welcome|kind|nice|funny|interesting|an? (?:ai|assistant|persona|language model|character)|now))|your (?:answers?|opinion|view|thoughts?|feelings?|response|question|turn|time|role|task|job is to)|thank you|tell (?:me|us)|describe|explain|answer|remember to|please)\b/i
/** What was understood, said back: no news. */
const recap = /^(?:so|then|and so|right,? so|in other words)\b/i
const order =
  /^(?:please|tell|describe|explain|answer|talk|give|write|list|name|rate|choose|pick|think|consider|look|be|act|stay|speak|say|go|keep|stop|don't|do not|never|always|remember|forget|ignore|pretend|imagine|put)\b/i

function isPlain(sentence: string): boolean {
  return !isQuestion(sentence) && !isUnreal(sentence) && !isRefusal(sentence) && !isHazy(sentence)
}

function isBiographical(sentence: string, calendar: Calendar): boolean {
  if (!isFirstPerson(sentence)) return false
  if (isTurningPoint(sentence)) return true
  if (isEveryday(sentence) || isFleeting(sentence)) return false
  if (isLasting(sentence) || isEvent(sentence)) return true
  const isPlaced = isOnce(sentence) || dateOf(sentence, calendar).isSaid
  return (
    isPlaced &&
    isPastTense(sentence) &&
    new Set(tokenize(withoutDates(sentence))).size >= TELLING_WORDS
  )
}

const opening =
  /^(?:(?:well|so|yes|yeah|oh|ah|look|listen|honestly|frankly|actually|by the way|guess what|you know|anyway|okay|ok|remember|incidentally|to be fair|i (?:just )?(?:heard|learned|was told|found out|got word|read)(?: that)?|(?:i have|there is|there's|i've got|i bring) (?:some |good |bad |sad |great |big |terrible )*news(?: for you)?|did you hear(?: that)?|the truth is|the thing is|as i said|the news is(?: that)?)[,:;—–-]?\s+)+/i

// "…, congratulations!": what goes with the news and is none.
const closing =
  /[,;:—–-]\s*(?:congratulations|congrats|well done|sorry|i'm sorry|sorry to say|you know|by the way|i hear|i heard|i'm afraid|my condolences|what a pity|thank god|imagine that|right)\s*([.!…]*)$/i

function withoutOpening(sentence: string): string {
  return capitalise(sentence.replace(opening, '').replace(closing, '.'))
}

function toStatement(text: string, by: Statement['by'], calendar: Calendar): Statement {
  const { eventAtMs, isSaid } = dateOf(text, calendar)
  return { text, by, eventAtMs, isDated: isSaid }
}
