import type { Sentence } from '../claims/sentence.ts'
import { readVerb, SELF, selfVerb } from '../claims/verb-phrase.ts'
import { eventDays, stateDays, timeAt, type Held } from '../claims/when.ts'
import { isQualified } from '../claims/qualified.ts'
import { classesOf, dietExcludes, FOOD, foodCues, foodOf } from '../lexicon/foods.ts'
import { matchesOf, spanOf, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { ever, polar, state } from './statements.ts'

const DIET_SLACK = 400

const diet = new RegExp(
  `${selfVerb('am|is|was|were|been|be|became|become|turned|went|gone|got|go|remained|stayed|raised|brought up|eat|live|lived|follows?|followed|sticks? to|on')} (?:as )?(?:a |an |strictly |strict |fully |completely |life-?long |committed |proud |devout )*(?<diet>vegetarian|vegan|pescatarian|veggie|meat-eater|meat eater|carnivore|omnivore|teetotal|teetotaller|teetotaler|sober)\\b(?! (?:restaurant|cook|sausage|food|dish|meal|friend|now and))`,
  'g',
)
const SUBSTITUTE =
  /\b(?:veggie|vegan|vegetarian|plant(?:-based)?|soya?|tofu|seitan|fake|mock|meat-?free|meatless|almond|oat|coconut|rice|oats?|dairy-free|gluten-free|alcohol-free|non-alcoholic|ginger|root|impossible|beyond|nut roast|herbal|mushroom|jackfruit|lentil|bean) $/
const EATING =
  'snack(?:s|ed)? on|din(?:e|es|ed) on|feast(?:s|ed)? on|munch(?:es|ed)? on|nibbled?(?: on)?|gobbled|scoffed|cooked myself|made myself|fried myself|treated myself to|ordered myself|tuck(?:s)? into|grabbed|picked at|consume[sd]?|eats?|ate|eaten|eating|drinks?|drank|drunk|drinking|taste|tasted|touch|touched|order|ordered|devoured|wolfed down|tucked into|had|have|having|swallowed|shared|finished|demolished|grilled and ate|downed|sipped|nursed|sank|polished off|put away'
const eats = new RegExp(
  `${selfVerb(EATING)}(?<gap>(?: (?!(?:in|at|to|for|from|by|that|who|which|while|because|so|but|with|without|except|no|not|nothing|near|like|about|over|under|off|out|than|beside|behind|until|after|before|when|where|if|as|instead|all|every|other|him|her|it|them)\\b)[A-Za-z'-]+){0,6}) (?<food>${FOOD})\\b(?! (?:shop|farm|house|market|stall|tree|trees|tin|box|knife|tray|company|pot|cup|cups|machine|bag|mug|table|garden|festival|class|bar|cellar|glass|industry|allergy))`,
  'g',
)
const gaveUp = new RegExp(
  `${selfVerb('gave up|given up|stopped|quit|cut out|swore off|gone off|went off')} (?:eating |drinking |having |all )?(?<food>${FOOD})\\b`,
  'g',
)
const favoured = new RegExp(
  `\\b[Mm]y (?:all-time |absolute )?favou?rite (?:[a-z]+ ){1,2}(?:is|are|has always been|was) (?:still |always )?(?:[a-z-]+ ){0,3}(?<food>${FOOD})\\b|(?<=^|, |and )(?:[A-Za-z]+ ){0,2}?(?<named>${FOOD}|[A-Z][a-z]+)(?: and [a-z]+)? (?:is|are) my (?:all-time |absolute )?favou?rite\\b`,
  'g',
)
const helped = new RegExp(
  `${SELF} [^.;]*?\\b(?<food>${FOOD})\\b[^.;]*?\\b(?:and|,)(?: I)? (?:ate|finished|devoured|had|polished off|demolished|wolfed down) (?:most|all|half|every|it|them|two|three|second|seconds|the lot|the whole)\\b`,
  'g',
)
const avoids = new RegExp(
  `${SELF}(?: (?:also|still|always|strictly|generally|carefully|religiously|have|had|to))* (?:abstain(?:s|ed)? from|avoid(?:s|ed)?|stay(?:s|ed)? (?:well )?away from|steer(?:s|ed)? clear of|keep(?:s)? (?:away from|off)) (?:eating |drinking )?(?:all |any )?(?<food>${FOOD})(?: (?:and|or) (?<more>${FOOD}))?\\b`,
  'g',
)
const passed = new RegExp(
  `\\b(?:not (?:a|one) (?:single )?(?:cup|drop|bite|glass|sip|piece|mouthful|gram)s?(?: of (?<food>${FOOD}|it))? has (?:passed my lips|crossed my lips))|\\b[Nn]ot a (?:single )?(?:drop|bite) of (?<drop>${FOOD}) (?:since|in)`,
  'g',
)
const alcohol = new RegExp(
  `${selfVerb('drinks?|drank|drinking|touch|touched|tasted|had')}(?: (?:any|a drop of|a single drop of|a drop|much|alcohol|at all))*(?= ?(?:alcohol|any more|anymore|at all|since|in my life|[.,;!]|$|and (?:I )?(?:never|do not|have never)))`,
  'g',
)
const stoppedDrinking = new RegExp(
  `${selfVerb('stopped|quit|gave up|given up')} (?:drinking|alcohol|booze|the drink)(?! (?:coffee|tea|milk|cola))\\b`,
  'g',
)
const neverSmoked = new RegExp(
  `\\bdo not smoke and never have\\b|${SELF} (?:have |had )?never (?:once )?(?:touched|tried|had|smoked) (?:a |a single |any )?(?:cigarettes?|tobacco)\\b`,
  'g',
)
const neverDrink = new RegExp(
  `${SELF} (?:have |has |had )?never (?:once )?(?:had a (?:single )?drink|had a drop|been drunk|touched (?:a drop|the stuff|drink|booze)|drunk a drop)\\b`,
  'g',
)
const drunk = new RegExp(
  `${SELF} (?:got|was|am|were|had been|woke up) (?:very |so |quite |a bit |rather )*(?:drunk|tipsy|hung ?over|hungover)\\b|${SELF} (?:had|have) (?:a few|one too many|too many|several) (?:drinks|too many)\\b`,
  'g',
)
const smokes = new RegExp(
  `${selfVerb('smokes?|smoked|smoking')}(?! (?:salmon|fish|ham|meat|out|alarm))(?<what> (?:a pack|twenty|forty|ten|cigarettes|cigars|a pipe|weed|pot|marijuana|like a chimney|a cigarette))?|${selfVerb('am|was|been|be')} (?:a )?(?<smoker>non-?smoker|smoker|chain-?smoker|ex-?smoker)\\b|${selfVerb('quit|stopped|gave up|given up')} (?<quit>smoking|cigarettes|tobacco)|${SELF} (?:lit|had|rolled|shared|stubbed out) (?:a|my|another|the last|one last|my (?:first|last|third)) (?<lit>cigarette|smoke|fag|cigar)\\b`,
  'g',
)

export const dietAndHabits: AttributeReader = {
  cues: [
    ...words(`vegetarian vegan pescatarian veggie carnivore omnivore teetotal teetotaller teetotaler sober eater drink drinks drank drunk
      drinking tipsy hungover hung smoke smokes smoked smoking smoker smokers nonsmoker cigarette cigarettes cigar tobacco lips`),
    ...foodCues,
  ],
  read(sentence, emit) {
    readDiets(sentence, emit)
    readMeals(sentence, emit)
    readAlcohol(sentence, emit)
    readSmoking(sentence, emit)
  },
}

function readDiets(sentence: Sentence, emit: Emit): void {
  for (const match of matchesOf(diet, sentence.text)) {
    const verb = readVerb(match)
    const word = match.groups!['diet']!
    if (!verb) continue
    const span = spanOf(match, word)
    const value = dietOf(word)
    const begins = /^(?:became|become|turned|went|gone|got)$/.test(match.groups!['verb']!)
    const held = begins
      ? beginning(sentence, span.start, span.end)
      : stateDays(sentence, verb, [span.start, span.end], DIET_SLACK)
    if (verb.never && value !== 'alcohol-free') {
      emit({ ...span, statement: ever('being', value, false, sentence.context.eventDay) })
      continue
    }
    if (!verb.negative)
      emit({ ...span, statement: ever('being', value, true, sentence.context.eventDay) })
    if (!held) continue
    if (value === 'alcohol-free') {
      emit({ ...span, statement: polar('drinks', 'alcohol', verb.negative, held) })
      continue
    }
    emit({ ...span, statement: state('diet', value, held, { polarity: !verb.negative, begins }) })
    if (verb.negative) continue
    for (const food of dietExcludes[value] ?? [])
      emit({ ...span, statement: polar('eats', food, false, held) })
    if (value === 'omnivore') emit({ ...span, statement: polar('eats', 'meat', true, held) })
  }
}

function beginning(sentence: Sentence, start: number, end: number): Held | undefined {
  const when = eventDays(sentence, [start, end])
  if (!when) return undefined
  const written = timeAt(sentence, start, end) !== undefined
  return {
    days: {
      from: when.to + 1,
      to: written ? Math.max(when.to + 30, sentence.context.eventDay) : when.to + 60,
    },
    slack: written ? DIET_SLACK : 0,
    slackBefore: 0,
  }
}

function readMeals(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  for (const match of matchesOf(eats, text)) {
    const verb = readVerb(match)
    const { food = '', gap = '' } = match.groups!
    if (!verb || SUBSTITUTE.test(text.slice(0, match.index + match[0].length - food.length)))
      continue
    const has = /^(?:have|has|had|having)$/.test(match.groups!['verb']!)
    const kinds = classesOf(food)
    const drink = kinds.includes('alcohol') || kinds.includes('caffeine') || food === 'milk'
    const attribute = drink ? 'drinks' : 'eats'
    const span = spanOf(match, food)
    if (
      has &&
      !verb.negative &&
      !/ (?:for (?:dinner|lunch|breakfast|supper|tea)|with|at|in the|every|each)\b/.test(
        text.slice(span.end - 1),
      ) &&
      !/ (?:a|an|my|two|three|some|the)\b/.test(gap)
    )
      continue
    if (verb.negative && isQualified(text, span.end)) continue
    if (verb.negative)
      emitDenied(
        sentence,
        attribute,
        foodOf(food),
        kinds,
        verb.never || verb.tense === 'perfect',
        span,
        emit,
      )
    else emitEaten(sentence, attribute, kinds, verb.tense, span, emit)
  }
  for (const match of matchesOf(favoured, text)) {
    const food = (match.groups!['food'] ?? match.groups!['named'])!
    const span = spanOf(match, food)
    if (SUBSTITUTE.test(text.slice(0, text.indexOf(food, match.index)))) continue
    const kinds = classesOf(food.toLowerCase())
    if (/\b(?:never|not|least)\b/.test(match[0]) || kinds.includes('alcohol')) continue
    emitEaten(sentence, 'eats', kinds, 'present', span, emit)
  }
  for (const match of matchesOf(helped, text)) {
    const food = match.groups!['food']!
    const before = text.slice(0, match.index + match[0].indexOf(food))
    const kinds = classesOf(food)
    if (!SUBSTITUTE.test(before) && !/\b(?:not|never|without|no)\b/.test(match[0]))
      emitEaten(sentence, 'eats', kinds, 'past', spanOf(match, food), emit)
  }
  for (const match of matchesOf(avoids, text)) {
    for (const food of [match.groups!['food'], match.groups!['more']]) {
      if (!food || isQualified(text, spanOf(match).end)) continue
      const kinds = classesOf(food)
      const attribute = kinds.includes('alcohol') || kinds.includes('caffeine') ? 'drinks' : 'eats'
      emitDenied(sentence, attribute, foodOf(food), kinds, false, spanOf(match, food), emit)
    }
  }
  for (const match of matchesOf(gaveUp, text)) {
    const verb = readVerb(match)
    const food = match.groups!['food']!
    if (!verb || verb.negative || verb.tense === 'present') continue
    const span = spanOf(match, food)
    const held = beginning(sentence, span.start, span.end)
    const kinds = classesOf(food)
    const attribute = kinds.includes('alcohol') || kinds.includes('caffeine') ? 'drinks' : 'eats'
    if (held) emit({ ...span, statement: polar(attribute, foodOf(food), false, held) })
  }
  for (const match of matchesOf(passed, text)) {
    const food = match.groups!['food'] ?? match.groups!['drop']
    const named =
      food && food !== 'it'
        ? food
        : new RegExp(`\\b(${FOOD})\\b`).exec(text.slice(0, match.index))?.[1]
    if (!named) continue
    const attribute = classesOf(named).some((kind) => kind === 'alcohol' || kind === 'caffeine')
      ? 'drinks'
      : 'eats'
    emit({
      ...spanOf(match),
      statement: polar(attribute, foodOf(named), false, {
        days: { from: context.eventDay - 365, to: context.eventDay },
        slack: 0,
      }),
    })
    emit({
      ...spanOf(match),
      statement: polar(attribute, foodOf(named), false, {
        days: { from: context.eventDay, to: context.eventDay },
        slack: DIET_SLACK,
      }),
    })
  }
}

function emitDenied(
  sentence: Sentence,
  attribute: string,
  food: string,
  kinds: readonly string[],
  never: boolean,
  span: { start: number; end: number },
  emit: Emit,
): void {
  const { eventDay } = sentence.context
  const time = timeAt(sentence, span.start, span.end)
  const object = kinds.includes(food) ? food : food
  if (never && time?.kind === 'since' && time.days) {
    emit({
      ...span,
      statement: polar(attribute, object, false, {
        days: { from: time.days.to + 1, to: eventDay },
        slack: 0,
      }),
    })
    return
  }
  if (never && time?.kind === 'duration' && time.days) {
    const days = { from: time.days.from + 30, to: eventDay }
    emit({
      ...span,
      statement: polar(attribute, food, false, { days, slack: DIET_SLACK, slackBefore: 0 }),
    })
    return
  }
  if (
    never &&
    time === undefined &&
    !/\b(?:these days|nowadays|now|any ?more)\b/.test(sentence.text)
  )
    emit({
      ...span,
      statement: ever(
        `having ${attribute === 'drinks' ? 'drunk' : 'eaten'}`,
        object,
        false,
        eventDay,
      ),
    })
  if (
    time === undefined ||
    time.kind === 'then' ||
    (never && time.kind === 'vague') ||
    /^ in \w+ (?:years|months)/.test(sentence.text.slice(span.end))
  )
    emit({
      ...span,
      statement: polar(attribute, object, false, {
        days: { from: eventDay, to: eventDay },
        slack: DIET_SLACK,
      }),
    })
}

function emitEaten(
  sentence: Sentence,
  attribute: string,
  kinds: readonly string[],
  tense: string,
  span: { start: number; end: number },
  emit: Emit,
): void {
  const { eventDay } = sentence.context
  const held = stateDays(
    sentence,
    { tense: tense === 'past' ? 'past' : 'present' },
    [span.start, span.end],
    DIET_SLACK,
  )
  for (const kind of kinds) {
    emit({
      ...span,
      statement: ever(`having ${attribute === 'drinks' ? 'drunk' : 'eaten'}`, kind, true, eventDay),
    })
    if (held && tense !== 'perfect' && tense !== 'used-to' && tense !== 'pluperfect')
      emit({ ...span, statement: polar(attribute, kind, true, held) })
  }
}

function readAlcohol(sentence: Sentence, emit: Emit): void {
  const { eventDay } = sentence.context
  for (const match of matchesOf(alcohol, sentence.text)) {
    const verb = readVerb(match)
    const alcoholic =
      /alcohol|drop/.test(match[0]) ||
      /^ ?alcohol/.test(sentence.text.slice(match.index + match[0].length))
    const word = match.groups!['verb']!
    if (!verb?.negative || (!word.startsWith('drink') && !alcoholic)) continue
    const span = spanOf(match)
    if (isQualified(sentence.text, span.end) && !alcoholic) continue
    if (verb.never && verb.tense !== 'present')
      emit({ ...span, statement: ever('having drunk', 'alcohol', false, eventDay) })
    if (verb.tense === 'present' || verb.tense === 'perfect')
      emitDenied(sentence, 'drinks', 'alcohol', [], verb.tense === 'perfect', span, emit)
  }
  for (const match of matchesOf(stoppedDrinking, sentence.text)) {
    const verb = readVerb(match)
    const span = spanOf(match)
    const held = beginning(sentence, span.start, span.end)
    if (verb && !verb.negative && verb.tense !== 'present' && held)
      emit({ ...span, statement: polar('drinks', 'alcohol', false, held) })
  }
  for (const match of matchesOf(neverDrink, sentence.text))
    emit({ ...spanOf(match), statement: ever('having drunk', 'alcohol', false, eventDay) })
  for (const match of matchesOf(drunk, sentence.text))
    emitEaten(sentence, 'drinks', ['alcohol'], 'past', spanOf(match), emit)
}

function readSmoking(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  for (const match of matchesOf(neverSmoked, text))
    emit({ ...spanOf(match), statement: ever('having smoked', '', false, context.eventDay) })
  for (const match of matchesOf(smokes, text)) {
    const { smoker, quit, lit } = match.groups!
    const span = spanOf(match)
    const verb = lit ? { tense: 'past' as const, negative: false, never: false } : readVerb(match)
    if (!verb) continue
    const now = { days: { from: context.eventDay, to: context.eventDay }, slack: DIET_SLACK }
    if (quit || smoker?.startsWith('ex')) {
      if (verb.negative) continue
      emit({ ...span, statement: ever('having smoked', '', true, context.eventDay) })
      const held = beginning(sentence, span.start, span.end)
      if (held) emit({ ...span, statement: polar('smokes', 'tobacco', false, held) })
      continue
    }
    if (verb.negative && isQualified(text, span.end)) continue
    const denies = verb.negative !== (smoker?.startsWith('non') ?? false)
    if (verb.never && !smoker) {
      emit({ ...span, statement: ever('having smoked', '', false, context.eventDay) })
      emit({ ...span, statement: polar('smokes', 'tobacco', false, now) })
      continue
    }
    if (!denies) emit({ ...span, statement: ever('having smoked', '', true, context.eventDay) })
    const held = stateDays(sentence, verb, [span.start, span.end], DIET_SLACK)
    if (held) emit({ ...span, statement: polar('smokes', 'tobacco', !denies, held) })
  }
}

function dietOf(word: string): string {
  if (word === 'veggie') return 'vegetarian'
  if (/meat|carnivore|omnivore/.test(word)) return 'omnivore'
  return /teetotal|sober/.test(word) ? 'alcohol-free' : word
}
