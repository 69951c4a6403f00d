import type { Probe, QuestionOf } from '../../../../../shared/contract/questions.ts'
import { withoutMark } from '../answer-text.ts'
import { nonAnswerOf } from '../non-answer.ts'
import type { QuestionKind, Step, Steps } from '../question-kind.ts'
import { valid, type Reading } from '../reading.ts'

type Open = QuestionOf<'open'>

export const open: QuestionKind<Open> = {
  mapTexts: (question) => question,
  names: () => [],
  ordered: (question) => question,
  choices: () => [],
  form: () => '',
  read: (_, said) => valid(said),
  steps: askWithProbes,
  inWords: (_, value) => String(value),
  typicalTokens: 120,
  mostSteps: ({ probes = [] }) => 1 + probes.length,
}

/** The answer, then what each probe brings; a probe without an answer ends the asking. */
function* askWithProbes({ text, probes = [] }: Open): Steps {
  const answer: Reading = yield freeStep(text, { kind: 'answer' })
  if (answer.status !== 'valid') return answer
  const said = [String(answer.value)]
  for (const probe of probes) {
    const more: Reading = yield freeStep(probeWords[probe], { kind: 'probe', probe })
    if (more.status !== 'valid') break
    said.push(String(more.value))
  }
  const value = valid(said.join('\n\n'))
  return probes.length === 0 ? value : { ...value, detail: { said } }
}

function freeStep(prompt: string, ask: Step['ask']): Step {
  return { prompt, ask, again: prompt, read: readFree }
}

/**
 * Free words: anything is an answer but saying that there is none. Who was told to begin with
 * "Answer:" before often begins with it here, too.
 */
export function readFree(text: string): Reading {
  const said = withoutMark(text)
  const status = nonAnswerOf(said)
  return status ? { status, value: null } : valid(said)
}

/**
 * What an interviewer says. Laddering goes up from an attribute to what it is good for, and down to
 * the concrete (Reynolds & Gutman 1988); silence leaves the floor to the other.
 */
const probeWords: Readonly<Record<Probe, string>> = {
  why: 'Why is that?',
  'ladder-up': 'And why does that matter to you?',
  'ladder-down': 'What exactly do you mean by that? Can you break it down for me?',
  example: 'Can you give me an example from your own life?',
  contrast: 'Was it ever different for you, or could it be?',
  silence: '…',
}
