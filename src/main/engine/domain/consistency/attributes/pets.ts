import type { Sentence } from '../claims/sentence.ts'
import { readVerb, SELF, selfVerb } from '../claims/verb-phrase.ts'
import { stateDays } from '../claims/when.ts'
import { NUMBER, numberOf } from '../lexicon/numbers.ts'
import { NAME } from '../lexicon/places.ts'
import { matchesOf, spanOf, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { ever, polar, state } from './statements.ts'

const PET_SLACK = 45

const kinds: Readonly<Record<string, string>> = {
  dog: 'dog dogs puppy puppies terrier labrador beagle spaniel collie poodle dachshund greyhound alsatian mongrel retriever sheepdog hound pug',
  cat: 'cat cats kitten kittens tabby tomcat',
  horse: 'horse horses pony ponies mare',
  rabbit: 'rabbit rabbits bunny',
  hamster: 'hamster hamsters gerbil',
  bird: 'parrot parrots budgie budgies canary canaries cockatiel',
  fish: 'goldfish',
  tortoise: 'tortoise turtle',
  'guinea pig': 'guinea-pig',
  chicken: 'hens chickens',
  snake: 'snake python',
}
const kindOf = new Map(
  Object.entries(kinds).flatMap(([kind, names]) =>
    names.split(' ').map((name) => [name, kind] as const),
  ),
)
const ANIMAL = `(?:${[...kindOf.keys()].toSorted((a, b) => b.length - a.length).join('|')})`
const LOOKS =
  '(?:(?:old|little|small|big|black|white|brown|grey|ginger|rescue|stray|scruffy|lazy|fat|beloved|lovely|own|first|new|young|elderly|pet|house|guide|farm|golden|border|jack russell|black-and-white|yellow|deaf|blind|three-legged|family|dear|beautiful|tabby|tiny|only|two|three|one-eyed|sweet|silly|faithful|shaggy|spotted) )*'

const owns = new RegExp(
  `${selfVerb('have|has|had|own|owns|owned|keep|keeps|kept|got|adopted|bought|rescued|raised|live with|took in|brought home|share my \\w+ with')} (?<count>a|an|my|no|any|one|the|${NUMBER}|another)? ?${LOOKS}(?<animal>${ANIMAL})\\b(?! (?:called out|show|food|in the (?:book|film)|person|lover|racing|trainer|sitter|allergy|hair|ride|race))`,
  'g',
)
const mine = new RegExp(
  `\\b[Mm]y ${LOOKS}(?<animal>${ANIMAL})\\b(?! (?:days|house in|tag|sitter))(?!'s (?:vet))(?:,? (?<name>${NAME}))?`,
  'g',
)
const named = new RegExp(
  `\\b(?:[Mm]y|[Tt]he|a) ${LOOKS}(?<animal>${ANIMAL})(?:'s name is| is called| is named| was called|,? called|,? named) (?<name>${NAME})|\\b[Mm]y ${LOOKS}(?<animal2>${ANIMAL}),? (?<name2>${NAME})`,
  'g',
)
const never = new RegExp(
  `${SELF} (?:have |has |had )?never (?:had|owned|kept|wanted or had)(?: so much as)? (?:a |an |any )?(?:single )?(?:(?<pet>pets?|animals?)|(?<animal>${ANIMAL}))\\b(?! (?:like|as|that|who|so|before|again))|${SELF} (?:have|has|had|keep) no (?:(?<none>pets?|animals?)|(?<noAnimal>${ANIMAL}))\\b|${SELF} do(?:es)? not (?:have|own|keep) (?:any |a )?(?:(?<dont>pets?|animals?)|(?<dontAnimal>${ANIMAL}))\\b`,
  'g',
)
const nor =
  /\bno pets(?:,| and)(?: I)? (?:have never|never have|never had|never did)\b|\bnever (?:had|kept|owned) any pets\b/g
const neverOne = new RegExp(
  `\\b(?<animal>dogs|cats|horses|rabbits|parrots)\\b[^.;]{0,60}\\bnever (?:had|owned|kept|lived with) one\\b`,
  'gi',
)
const longHad = new RegExp(
  `\\b(?:I had had|I had|that|my) ${LOOKS}(?<animal>${ANIMAL})\\b(?=.*\\b(?:on my boot|in my arms|my lap))`,
  'g',
)

export const pets: AttributeReader = {
  cues: words(
    `pet pets animal animals ${[...kindOf.keys()].filter((name) => !name.includes('-')).join(' ')}`,
  ),
  read(sentence, emit) {
    if (
      /\b(?:neighbou?r's|friend's|sister's|brother's|shelter|sitting for|looked after|walk(?:ed|ing)? (?:other|the neighbou?r)|hot dog|stuffed|toy|statue|cartoon|zoo|dog-tired|like a (?:dog|horse|cat))\b/.test(
        sentence.text,
      )
    )
      return
    readOwning(sentence, emit)
    readNever(sentence, emit)
    readNames(sentence, emit)
  },
}

function readOwning(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  for (const match of matchesOf(owns, text)) {
    const verb = readVerb(match)
    const { count = '', animal = '', verb: word = '' } = match.groups!
    if (!verb || count === 'no' || verb.negative) continue
    const kind = kindOf.get(animal)!
    if (kind === 'chicken' && count === '') continue
    const span = spanOf(match, animal)
    emitHad(kind, span, context.eventDay, emit)
    const held = stateDays(sentence, verb, [span.start, span.end], PET_SLACK)
    if (held && /^(?:bought|got|took in|adopted|rescued|brought home)$/.test(word)) {
      emit({
        ...span,
        statement: polar('pet', kind, true, {
          days: { from: held.days.to + 1, to: held.days.to + 45 },
        }),
      })
      continue
    }
    if (!held || word === 'raised') continue
    if (verb.tense === 'present' || context.field !== 'interpretation')
      emit({ ...span, statement: polar('pet', kind, true, held) })
    const number = /^(?:a|an|my|any|the|another|)$/.test(count) ? 0 : numberOf(count)
    if (number > 0)
      emit({
        ...spanOf(match, count),
        statement: state('number of pets', String(number), held, { object: kind }),
      })
  }
  for (const match of [...matchesOf(mine, text), ...matchesOf(longHad, text)]) {
    const kind = kindOf.get(match.groups!['animal']!)!
    if (
      /\b(?:first|childhood|old|late|died|dead|buried|had died|as a child|when I was)\b/.test(text)
    )
      emitHad(kind, spanOf(match), context.eventDay, emit)
    else {
      emitHad(kind, spanOf(match), context.eventDay, emit)
      emit({
        ...spanOf(match),
        statement: polar('pet', kind, true, {
          days: { from: context.eventDay, to: context.eventDay },
          slack: 30,
        }),
      })
    }
  }
}

function emitHad(
  kind: string,
  span: { start: number; end: number },
  day: number,
  emit: Emit,
): void {
  emit({ ...span, statement: ever('having had as a pet', kind, true, day) })
  emit({ ...span, statement: ever('having had as a pet', 'any animal', true, day) })
}

function readNever(sentence: Sentence, emit: Emit): void {
  const { eventDay } = sentence.context
  const now = { days: { from: eventDay, to: eventDay }, slack: PET_SLACK }
  for (const match of matchesOf(neverOne, sentence.text))
    emit({
      ...spanOf(match),
      statement: ever(
        'having had as a pet',
        kindOf.get(match.groups!['animal']!.toLowerCase())!,
        false,
        eventDay,
      ),
    })
  for (const match of matchesOf(nor, sentence.text))
    emit({
      ...spanOf(match),
      statement: ever('having had as a pet', 'any animal', false, eventDay),
    })
  for (const match of matchesOf(never, sentence.text)) {
    const { pet, animal, none, noAnimal, dont, dontAnimal } = match.groups!
    const span = spanOf(match)
    const species = animal ?? noAnimal ?? dontAnimal
    if (pet ?? animal)
      emit({
        ...span,
        statement: ever(
          'having had as a pet',
          animal ? kindOf.get(animal)! : 'any animal',
          false,
          eventDay,
        ),
      })
    if (species) emit({ ...span, statement: polar('pet', kindOf.get(species)!, false, now) })
    if (none ?? dont ?? pet)
      for (const kind of Object.keys(kinds))
        emit({ ...span, statement: polar('pet', kind, false, now) })
  }
}

function readNames(sentence: Sentence, emit: Emit): void {
  const { eventDay } = sentence.context
  for (const match of matchesOf(named, sentence.text)) {
    const { animal, animal2, name, name2 } = match.groups!
    const value = (name ?? name2)!
    const noun = (animal ?? animal2)!
    if (noun.endsWith('s') || /\b(?:one|other|first|second|two|old|new|died)\b/.test(sentence.text))
      continue
    if (!/\b[Mm]y\b|\bI (?:have|had|got|adopted)\b/.test(sentence.text.slice(0, match.index + 3)))
      continue
    emit({
      ...spanOf(match, value),
      statement: state(
        "pet's name",
        value.toLowerCase(),
        { days: { from: eventDay, to: eventDay }, slack: PET_SLACK },
        { object: kindOf.get(noun)! },
      ),
    })
  }
}
