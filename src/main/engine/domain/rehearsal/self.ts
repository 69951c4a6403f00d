import type { Mood, Persona, SchwartzValue } from '../../../../shared/contract/personas.ts'
import type { Dice } from '../personas/dice.ts'
import { inSentence } from '../personas/grammar.ts'
import type { Intent } from './intent.ts'
import { withArticle } from './sentences.ts'

/** What the persona says of itself to a question of this kind; empty where its profile is silent. */
export function selfSentences(
  intent: Intent,
  persona: Persona,
  mood: Mood,
  dice: Dice,
): readonly string[] {
  return answers[intent]?.(persona, mood, dice) ?? []
}

type Answer = (persona: Persona, mood: Mood, dice: Dice) => string[]

const answers: Partial<Record<Intent, Answer>> = {
  greeting: (persona, mood, dice) => [dice.pick(greetings(persona, mood), 'greeting')],
  thanks: (persona, _, dice) => [dice.pick(farewells(persona), 'farewell')],
  'how-are-you': (_, mood, dice) => [dice.pick(moodWords(mood), 'mood')],
  'out-of-character': (persona, _, dice) => [
    dice.pick(puzzled, 'puzzled'),
    `I'm ${persona.firstName}${persona.location && ` from ${persona.location}`}, and I can only tell you how I see things.`,
  ],
  identity: (persona) => [
    `I'm ${persona.firstName} ${persona.lastName}, ${persona.age}${persona.location && `, and I live in ${persona.location}`}.`,
    ...workSentences(persona),
    ...knowledge(persona).slice(0, 1),
  ],
  age: ({ age }) => [`I'm ${age}.`],
  place: (persona) => [
    ...(persona.location ? [`I live in ${persona.location}.`] : []),
    ...knowledge(persona).filter((sentence) => sentence.includes('everyday life')),
  ],
  work: (persona) => [...workSentences(persona), ...knowledge(persona).slice(0, 1)],
  family: ({ household }) => (household ? [`At home it's like this: ${household}.`] : []),
  likes: (persona) => hobbies(persona),
  values: ({ values }) => [
    `What matters most to me is ${valueWords[values[0]!]}.`,
    `After that comes ${valueWords[values[1]!]}.`,
    `And I wouldn't want to be without ${valueWords[values[2]!]}.`,
  ],
  character: (persona) => characterSentences(persona),
}

function greetings({ firstName, communicationStyle }: Persona, { valence }: Mood): string[] {
  const { formality, warmth } = communicationStyle
  if (formality > 65) return [`Good day, my name is ${firstName}.`, 'Good day to you.']
  if (warmth > 60)
    return [`Hello, I'm ${firstName}, nice to meet you!`, 'Hello, come and sit down!']
  return valence < -0.3 ? ['Hello.', 'Hm, hello.'] : ['Hi there.', `Hi, ${firstName} here.`]
}

function farewells({ communicationStyle: { warmth } }: Persona): string[] {
  return warmth > 55
    ? ['Thank you, it was a pleasure.', "You're welcome, take care!"]
    : ['All right.', "You're welcome."]
}

function moodWords({ valence, arousal }: Mood): string[] {
  if (valence > 0.35) {
    return arousal > 0.2
      ? ["I'm in high spirits today.", "I'm well, full of energy."]
      : ["I'm well, thank you, quite content.", "I'm fine, calm and content."]
  }
  if (valence < -0.25) {
    return arousal > 0.1
      ? ["I'm on edge, to be frank.", "I'm rather tense at the moment."]
      : ["I'm a bit down, if I'm honest.", 'I have been better, rather tired.']
  }
  return ["I'm all right.", 'So-so, nothing to complain about.']
}

/** Nothing where the work is not known: before the persona was described. */
function workSentences({ baseOccupation, age }: Persona): string[] {
  if (baseOccupation === '') return age < 6 ? ["I don't work, I play."] : []
  if (/^(retired|unemployed|self-employed|between jobs|out of work)\b/i.test(baseOccupation)) {
    return [`I'm ${baseOccupation.toLowerCase()}.`]
  }
  return [`I'm ${withArticle(inSentence(baseOccupation))}.`]
}

function knowledge({ domainKnowledge }: Persona): string[] {
  return domainKnowledge
    .filter(({ level }) => level >= 40)
    .map(({ topic, origin }) => `I know my way around ${topic} (${origin}).`)
}

// Profile areas say where they come from; the rest of them is what somebody does for pleasure.
const dutiful = /work|degree|doctorate|stud|apprentice|school|years there|whole life|moved/i

function hobbies({ domainKnowledge }: Persona): string[] {
  const [first, second] = domainKnowledge.filter(({ origin }) => !dutiful.test(origin))
  if (!first) return []
  return [
    `What I like is ${first.topic}.`,
    ...(second ? [`And ${second.topic}, when there is time.`] : []),
  ]
}

const valueWords: Readonly<Record<SchwartzValue, string>> = {
  'self-direction': 'making up my own mind',
  stimulation: 'something new happening',
  hedonism: 'enjoying life',
  achievement: 'doing well at what I do',
  power: 'having a say',
  security: 'knowing that things are safe',
  conformity: 'keeping to the rules and not giving offence',
  tradition: 'keeping up what was handed down',
  benevolence: 'being there for the people close to me',
  universalism: 'a fair world and a living planet',
}

const traitWords: Readonly<Record<keyof Persona['traits'], readonly [high: string, low: string]>> =
  {
    openness: ["I'm curious and like to try things.", 'I like what I know and stay with it.'],
    conscientiousness: [
      "I'm orderly and keep my word.",
      "I'm not the tidiest, I take things as they come.",
    ],
    extraversion: ['I need people around me.', "I'm a quiet one and need time alone."],
    agreeableness: ['I get on with nearly everybody.', 'I say what I think, and not all like it.'],
    neuroticism: ['I worry more than I should.', 'It takes a lot to upset me.'],
  }

function characterSentences({ traits }: Persona): string[] {
  const marked = Object.entries(traits)
    .map(([name, percentile]) => ({ name: name as keyof Persona['traits'], percentile }))
    .filter(({ percentile }) => Math.abs(percentile - 50) > 18)
    .sort((a, b) => Math.abs(b.percentile - 50) - Math.abs(a.percentile - 50))
  if (marked.length === 0) return ["I'm about average in most things, I think."]
  return marked.map(({ name, percentile }) => traitWords[name][percentile > 50 ? 0 : 1])
}

const puzzled = [
  "I don't know what you mean by that.",
  "That's a strange thing to say to somebody.",
  'You have lost me there.',
] as const
