import type {
  CommunicationStyle,
  Mood,
  Persona,
  Traits,
} from '../../../../shared/contract/personas.ts'

/** Who the persona is, in sentences addressed to it. */
export function describePersona(persona: Persona): string {
  return [
    describeIdentity(persona),
    describeCircumstances(persona),
    persona.summary,
    `Your temperament: ${describeTraits(persona.traits)}.`,
    `What matters most to you, in this order: ${persona.values.join(', ')}.`,
    describeKnowledge(persona),
  ]
    .filter(Boolean)
    .join('\n')
}

/** How the persona talks, as instructions. */
export function describeStyle(style: CommunicationStyle): string {
  const lines = [
    byLevel(style.verbosity, {
      low: 'Answer in one or two short sentences.',
      middle: 'Answer in a few sentences.',
      high: 'Answer at length, with detail and detours.',
    }),
    byLevel(style.formality, {
      low: 'Talk casually, with contractions and everyday words.',
      middle: 'Talk as you would with an acquaintance.',
      high: 'Talk formally and in full sentences.',
    }),
    byLevel(style.directness, {
      low: 'Come to the point in a roundabout way and soften what you say.',
      middle: '',
      high: 'Come straight to the point, even where it is uncomfortable.',
    }),
    byLevel(style.warmth, {
      low: 'Keep your distance.',
      middle: '',
      high: 'Be warm towards whoever asks.',
    }),
    byLevel(style.humor, { low: 'Do not joke.', middle: '', high: 'Joke where it fits.' }),
    style.habits.length > 0 ? `Habits of speech: ${style.habits.join('; ')}.` : '',
  ]
  return lines.filter(Boolean).join(' ')
}

/** Mood in words, without numbers that a model might quote. */
export function describeMood({ valence, arousal, dominance }: Mood): string {
  const feeling = inWords(valence, 'low and out of sorts', 'in an even mood', 'in good spirits')
  const energy = inWords(arousal, 'slowed down', 'calm', 'keyed up')
  const footing = inWords(dominance, 'unsure of yourself', 'composed', 'sure of yourself')
  return `Right now you are ${feeling}, ${energy} and ${footing}.`
}

/** Occupation and place may not be known at the session's clock. */
function describeIdentity(persona: Persona): string {
  const { firstName, lastName, age, baseOccupation, location } = persona
  const parts = [
    `${firstName} ${lastName}`,
    ageText(age),
    baseOccupation,
    location && `living in ${location}`,
  ]
  return `You are ${parts.filter(Boolean).join(', ')}.`
}

/** Age, occupation, location and gender, in one or two sentences addressed to it. */
export function describeDemographics({ age, baseOccupation, location, gender }: Persona): string {
  const parts = [ageText(age), baseOccupation, location && `living in ${location}`]
  return [`You are ${parts.filter(Boolean).join(', ')}.`, gender && `gender: ${gender}.`]
    .filter(Boolean)
    .join('\n')
}

function ageText(age: number): string {
  return age === 1 ? '1 year old' : `${age} years old`
}

function describeCircumstances({ gender, education, income, household }: Persona): string {
  const facts = [
    gender && `gender: ${gender}`,
    education && `education: ${education}`,
    income && `income: ${income}`,
    household && `household: ${household}`,
  ].filter(Boolean)
  return facts.length > 0 ? `${facts.join('; ')}.` : ''
}

const poles: Record<keyof Traits, readonly [low: string, high: string]> = {
  openness: ['practical and fond of the familiar', 'curious and drawn to new ideas'],
  conscientiousness: ['spontaneous and loose with plans', 'organised and dutiful'],
  extraversion: ['quiet and reserved', 'outgoing and talkative'],
  agreeableness: ['sceptical and competitive', 'trusting and considerate'],
  neuroticism: ['even-tempered and hard to upset', 'easily worried and quick to feel hurt'],
}

/** What stands out in a temperament, in words. */
export function describeTraits(traits: Traits): string {
  const marked = Object.entries(poles).flatMap(([trait, [low, high]]) => {
    const percentile = traits[trait as keyof Traits]
    if (percentile >= 35 && percentile <= 65) return []
    const degree = percentile < 10 || percentile > 90 ? 'very ' : ''
    return [`${degree}${percentile < 35 ? low : high}`]
  })
  return marked.length > 0 ? marked.join('; ') : 'middling in most things, with no strong leaning'
}

function describeKnowledge({ domainKnowledge }: Persona): string {
  if (domainKnowledge.length === 0) return ''
  const areas = domainKnowledge.map(({ topic, level, origin }) => {
    const depth = byLevel(level, { low: 'a little', middle: 'fairly well', high: 'very well' })
    return `${topic} ${depth} (${origin})`
  })
  return `You know ${areas.join(', ')}. Beyond that you know what anybody in your place would know, and say so when you do not know.`
}

function byLevel<T>(percentile: number, levels: { low: T; middle: T; high: T }): T {
  if (percentile < 35) return levels.low
  return percentile > 65 ? levels.high : levels.middle
}

function inWords(value: number, low: string, middle: string, high: string): string {
  if (value < -0.25) return low
  return value > 0.25 ? high : middle
}
