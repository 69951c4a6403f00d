import type { PersonaProfile, SchwartzValue, Traits } from '../../../../shared/contract/personas.ts'
import { traitNames } from '../../../../shared/contract/personas.ts'
import type { Life } from './biography/life.ts'
import { pronounsOf } from './gender.ts'
import { expand, inSentence, listed, withArticle } from './grammar.ts'
import type { TraitScores } from './traits.ts'

/** A paragraph of three to five sentences about who this is, in the third person. English. */
export function writeSummary(life: Life, traits: TraitScores, profile: PersonaProfile): string {
  const { dice } = life
  const slots = { ...pronounsOf[life.gender], ...wordsOf(life, profile) }
  const say = (templates: readonly string[], part: string) =>
    expand(dice.pick(templates, `summary:${part}?`), slots, dice, `summary:${part}`)
  const [strongest, next] = traitNames.toSorted((a, b) => Math.abs(traits[b]) - Math.abs(traits[a]))
  const sentences = [
    say(openings(life), 'opening'),
    say(characters[poleOf(strongest!, traits)], 'character'),
    say(characters[poleOf(next!, traits)], 'second'),
    say(convictions[profile.values[0]!], 'conviction'),
    say(manners, 'manner'),
  ]
  // Very flat profiles would be padded by a second trait that hardly shows.
  const faint = Math.abs(traits[next!]) < 0.6 && dice.chance(0.7, 'summary:short')
  // Values are not formed in children.
  const isChild = life.seed.age < 13
  return sentences.filter((_, i) => !(faint && i === 2) && !(isChild && i === 3)).join(' ')
}

function wordsOf(life: Life, { communicationStyle, domainKnowledge }: PersonaProfile) {
  const { seed, residences, jobs, partnerships, hobbies, occupation } = life
  const main = partnerships.find(({ metAt }) => metAt >= 18)
  const origin = residences[0]!.place
  return {
    name: seed.firstName.trim(),
    age: String(seed.age),
    location: seed.location.trim(),
    city: life.city,
    work: inSentence(occupation.title || seed.baseOccupation.trim()),
    a_work: withArticle(inSentence(occupation.title || seed.baseOccupation.trim())),
    occupation: seed.baseOccupation.trim(),
    origin,
    years: String(Math.max(1, Math.round(seed.age - (jobs[0]?.from ?? seed.age)))),
    home: homeOf(life, main),
    hobby: hobbies[0]!,
    knows: domainKnowledge[0]?.topic ?? hobbies[0]!,
    voice: voiceOf(communicationStyle),
  }
}

function homeOf(
  { seed, gender, people, children: all }: Life,
  main: Life['partnerships'][number] | undefined,
): string {
  const children = listed(all.map(({ name }) => name))
  if (seed.age < 18) return `at home with ${people.mother} and ${people.father}`
  if (!main)
    return all.length === 0 ? `on ${pronounsOf[gender].their} own` : `raising ${children} alone`
  if (main.ending === 'death') return `widowed, after the death of ${main.name}`
  if (main.ending === 'divorce') return `separated from ${main.name}`
  return `together with ${main.name}${all.length === 0 ? '' : `, with ${children}`}`
}

function voiceOf(style: PersonaProfile['communicationStyle']): string {
  const words = [
    style.formality > 66 ? 'formal' : style.formality < 34 ? 'casual' : '',
    style.verbosity > 66 ? 'talkative' : style.verbosity < 34 ? 'sparing with words' : '',
    style.directness > 66 ? 'blunt' : style.directness < 34 ? 'roundabout' : '',
    style.warmth > 66 ? 'warm' : style.warmth < 34 ? 'cool' : '',
    style.humor > 66 ? 'funny' : '',
  ].filter((word) => word !== '')
  return words.length === 0 ? 'even-tempered' : listed(words.slice(0, 3))
}

function openings({
  seed,
  residences,
  jobs,
  retiredAt,
  occupation,
  dice,
}: Life): readonly string[] {
  const from = residences.length > 1 ? '{origin}' : ''
  if (seed.age < 15) {
    return [
      `{name} is {age} and [grows up|lives] in {location}${from ? `, born in ${from}` : ', where {they} {was} born'}.`,
      `At {age}, {name} knows every corner of {city} and [is mad about|spends most free hours on] {hobby}.`,
    ]
  }
  const roots = from ? `came to {city} from ${from}` : 'has never lived anywhere but {city}'
  if (retiredAt !== undefined) {
    return [
      `{name}, {age}, worked for years as {a_work} and ${roots}; [these days|now] {they} give{s} {their} mornings to {hobby}.`,
      `Retired {work} {name} ({age}) ${roots} and still [notices everything|keeps office hours of a kind|reads the room like a professional].`,
    ]
  }
  if (occupation.status === 'working' && jobs.length > 0) {
    return [
      `{name} is {age}, works as {a_work} and ${roots}.`,
      `{name}, {age}, from ${from || '{city}'}, has been in working life for [some|about] {years} years and is known in {city} as {a_work}.`,
      `At {age}, {name} [earns a living|makes a living] as {a_work} in {location}; {they} ${from ? `${dice.chance(0.5, 'summary:came') ? 'arrived' : 'came'} there from ${from}` : '{was} born there too'}.`,
    ]
  }
  return [
    `{name} is {age}, lives in {location} (occupation: {occupation}) and ${roots}.`,
    `{name}, {age}, ${roots}; asked for an occupation, {they} answer{s} "{occupation}".`,
  ]
}

type Pole = `${'high' | 'low'} ${keyof Traits}`

function poleOf(name: keyof Traits, traits: TraitScores): Pole {
  return `${traits[name] >= 0 ? 'high' : 'low'} ${name}`
}

const characters: Readonly<Record<Pole, readonly string[]>> = {
  'high openness': [
    "[Curious to a fault|Restlessly curious], {they} collect{s} [ideas|odd facts|other people's stories] and [would rather try something new than repeat what works|change{s} {their} mind with pleasure].",
    '{^they} [read{s} widely|ask{s} the questions others skip|see{s} pictures where others see tables] and get{s} bored [by routine|when everyone agrees].',
  ],
  'low openness': [
    '{^they} like{s} things [proven and plain|the way they are], trust{s} [experience over theory|what {they} can touch], and see{s} no reason to [fix what works|follow every fashion].',
    'New ideas have to [earn their place|wait their turn] with {them}; {they} keep{s} to [what has worked before|familiar streets, dishes and people].',
  ],
  'high conscientiousness': [
    '{^they} plan{s} [ahead|the week on Sunday], [keep{s} receipts|finish{es} what {they} start{s}] and [cannot leave a thing half done|expect{s} the same of others].',
    '[Punctual|Organised|Thorough] and [hard on {them} own work|slow to promise], {they} {is} the one people ask when something must be right.',
  ],
  'low conscientiousness': [
    '{^they} improvise{s}, [lose{s} papers|start{s} more than {they} finish{es}] and [get{s} away with it on charm|live{s} well with loose ends].',
    'Plans are [suggestions|weather] to {them}; {they} decide{s} late and [work{s} in bursts|trust{s} the moment].',
  ],
  'high extraversion': [
    '{^they} think{s} [aloud|best in company], fill{s} a room quickly and [know{s} half of {city}|come{s} home livelier than {they} left].',
    '[Outgoing|Talkative|Quick to laugh], {they} seek{s} [people|noise|the middle of things] and find{s} silence [suspicious|hard to bear].',
  ],
  'low extraversion': [
    '{^they} [need{s} quiet|keep{s} a small circle|listen{s} longer than {they} speak{s}] and [open{s} up slowly|do{es} not mind an empty evening].',
    'In groups {they} stay{s} [at the edge|near the door]; alone or with one friend {they} {is} [another person|surprisingly funny|at ease].',
  ],
  'high agreeableness': [
    '{^they} [look{s} after people without being asked|give{s} others the benefit of the doubt|smooth{es} quarrels] and find{s} it hard to say no.',
    '[Kind|Trusting|Soft-hearted], {they} [notice{s} who is left out|remember{s} birthdays] and would rather lose an argument than a friend.',
  ],
  'low agreeableness': [
    '{^they} say{s} what {they} think{s}, [bargain{s} hard|doubt{s} motives|enjoy{s} a good argument] and [do{es} not need to be liked|forgive{s} slowly].',
    'Nobody talks {them} into anything: {they} [check{s} claims|keep{s} score|push{es} back] and respect{s} people who do the same.',
  ],
  'high neuroticism': [
    '{^they} worr{ies} [easily|at night|about what others think], feel{s} things strongly and [rehearse{s} conversations beforehand|take{s} criticism home].',
    'Small things can [spoil a day for {them}|keep {them} awake]; {they} prepare{s} for the worst and {is} [relieved more often than happy|touched by small kindnesses].',
  ],
  'low neuroticism': [
    '{^they} [stay{s} calm when others do not|sleep{s} well|shrug{s} off setbacks] and take{s} [bad news|trouble] one step at a time.',
    'Little [rattles|upsets] {them}; friends say that {they} {is} [a rock|almost annoyingly calm].',
  ],
}

const convictions: Readonly<Record<SchwartzValue, readonly string[]>> = {
  'self-direction': [
    'What {they} guard{s} most is {their} independence: {they} want{s} to [make {their} own choices|find things out alone] and distrust{s} [advice|anyone who knows best].',
  ],
  stimulation: [
    '{^they} want{s} life to stay [surprising|exciting], and would trade [comfort|a safe year] for [a good adventure|something that has never been tried].',
  ],
  hedonism: [
    '{^they} believe{s} that life should be enjoyed, [at table above all|without guilt], and [make{s} time for it|say{s} so].',
  ],
  achievement: [
    'Doing well matters to {them}: {they} measure{s} {their} days by [what got done|whether {they} got better at something] and like{s} it to be seen.',
  ],
  power: [
    '{^they} like{s} to have the say, care{s} about [standing|being taken seriously], and {is} [not shy about money|at ease giving orders].',
  ],
  security: [
    'Safety comes first for {them}, [at home and in money matters|for the family above all], and {they} prefer{s} [the known risk|a smaller, certain thing].',
  ],
  conformity: [
    '{^they} set{s} store by [good manners|keeping the rules] and avoid{s} [causing trouble|standing out], even when {they} privately disagree{s}.',
  ],
  tradition: [
    'Custom and [family history|faith and old habits|the way things were done] mean a great deal to {them}, and {they} hope{s} to hand them on.',
  ],
  benevolence: [
    'The people close to {them} come first: {they} {is} [loyal|there when it counts], and judge{s} others by [whether they help|how they treat the weak].',
  ],
  universalism: [
    'Fairness concerns {them} beyond {their} own street, [nature included|for strangers too], and {they} [change{s} shops over it|argue{s} about it at dinner].',
  ],
}

const manners = [
  '[In conversation|When speaking], {they} {is} {voice}; {they} know{s} a good deal about {knows} and {is} [now|at present] {home}.',
  '{^they} know{s} {knows} well, relax{es} with {hobby} and {is} {voice} in talk; {they} {is} [now|at present] {home}.',
  '{^they} {is} {home}; ask about {knows} or {hobby} and {they} {is} [hard to stop|suddenly awake], [always|usually] {voice}.',
]
