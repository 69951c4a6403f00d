import type { Sentence } from '../claims/sentence.ts'
import { readVerb, SELF, selfVerb } from '../claims/verb-phrase.ts'
import { stateDays } from '../claims/when.ts'
import { CONDITION, conditionOf } from '../lexicon/conditions.ts'
import { classesOf, foodOf } from '../lexicon/foods.ts'
import { matchesOf, spanOf, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { ever, permanent, polar } from './statements.ts'

const CONDITION_SLACK = 200
const ALLERGY_SLACK = 1500

const allergic = new RegExp(
  `${selfVerb('(?:(?:deathly|severely|highly|violently|terribly|badly|mildly|slightly|very|extremely|horribly) )?(?:allergic|intolerant)')} to (?<what>(?:\\w+ )?(?!(?:and|or|but|so|since|which|in|at|my|from)\\b)[a-z]+)|\\b[Mm]y (?<my>[a-z]+) (?:allergy|intolerance)\\b|${SELF}(?<have>(?: (?:got|still|also|always|have|has|had|do|not|never|no))*) (?:a|an|any)? ?(?:severe |bad |serious |mild |life-threatening )?(?<of>[a-z]+) allergy|${SELF} (?:have|has|had) (?<none>no|never had any|not got any) (?:known |food )?allergies|${SELF} do not have (?<none2>any) (?:known |food )?allergies`,
  'g',
)
const has = new RegExp(
  `${SELF}(?<aux>(?: (?:still|also|always|now|have|has|had|do|did|does|not|never|no|been|was|am|just|only|ever|really))*) (?:(?:suffer(?:s|ed|ing)?|recover(?:ed|ing)?) (?:from|with)|diagnosed with|living with|live with|told I (?:have|had)|got|developed|have|has|had|treated for|any|no)? ?(?:a |an |any |no |my |the |mild |severe |chronic |bad |terrible |type (?:1|2|one|two) |high )*(?<what>${CONDITION})\\b(?! (?:drug|medicine|clinic|charity|research|ward|nurse|awareness))`,
  'g',
)
const myCondition = new RegExp(
  `\\b[Mm]y (?:own |old |chronic |mild |severe |type (?:1|2|one|two) )*(?<what>${CONDITION})\\b`,
  'g',
)
const isCondition = new RegExp(
  `${selfVerb('am|is|was|been|be')} (?:a |an |quite |completely |totally |profoundly |partly |severely |type (?:1|2|one|two) )*(?<what>diabetic|asthmatic|epileptic|dyslexic|colou?r-?blind|deaf|blind|coeliac|celiac|lactose[- ]intolerant|autistic|bipolar|anaemic|anemic)\\b`,
  'g',
)
const hand = new RegExp(
  `${SELF} (?:am|was|have always been|was born) (?:naturally |a )?(?<hand>left|right)(?:-| )?hand(?:ed|er)|\\b(?:as a|being a|being) (?<other>left|right)(?:-| )hand(?:ed|er)`,
  'g',
)
const eyes = new RegExp(
  `\\b[Mm]y (?:own )?(?:eyes are|eyes were) (?<is>blue|brown|green|grey|gray|hazel)|${SELF} (?:have|had) (?<have>blue|brown|green|grey|gray|hazel) eyes|\\b[Mm]y (?<my>blue|brown|green|grey|gray|hazel) eyes|\\b[Mm]y blood (?:type|group) is (?<blood>(?:A|B|AB|O)(?: (?:positive|negative)|[+-])?)`,
  'g',
)
const bone = new RegExp(
  `${SELF} (?:(?<never>(?:have |has |had )?never (?:once |ever |even )?)(?:broken|broke|fractured) (?:a|any|a single) (?:bone|bones|limb)|(?:have |had |once )*(?:broke|fractured|broken) (?:my|a|an|three|two) (?:\\w+ )?(?:arm|leg|wrist|ankle|collarbone|rib|ribs|finger|toe|nose|elbow|foot|hip|shoulder|hand|thumb|jaw|bones?))`,
  'g',
)
const hospital = new RegExp(
  `${SELF} (?<never>(?:have |has |had )?never (?:once |ever |even )?(?:been (?:in|to) (?:a |the )?hospital|spent a (?:single )?night in (?:a |the )?hospital|had (?:an operation|surgery|any surgery|a (?:general )?anaesthetic)|been operated on|been hospitali[sz]ed|gone under the knife))|${SELF} (?:was|were) (?:in (?:the )?hospital (?=for)|hospitali[sz]ed|operated on|admitted to (?:the )?hospital)|${SELF} (?:spent|lay) (?:\\w+ ){1,4}in (?:a |the )?hospital(?! (?:canteen|corridor|waiting|kitchen|with|beside|visiting|as))|\\bnever had an operation (?<none>in my life)|\\b(?:surgeons?|doctors?|they)(?: at [^,.;]{2,20})? (?:took out|removed) my \\w+|${SELF} had (?:my (?:appendix|tonsils|gallbladder|hip|knee) (?:out|removed|taken out|replaced)|(?:heart |knee |hip |back |eye |brain )?surgery|an operation)`,
  'g',
)
const glasses = new RegExp(
  `${selfVerb('wears?|wore|worn|needed|need')} (?:reading )?(?<what>glasses|hearing aids?|contact lenses|braces|dentures)`,
  'g',
)
const tattoo = new RegExp(
  `${SELF} (?<none>(?:have|has|had) (?:no|never had(?: a| any)?|never got(?:ten)?(?: a)?|not (?:got )?(?:a|any)) (?:single )?tattoos?|do not have (?:a|any) tattoos?)|\\b[Mm]y tattoos?\\b|${SELF} (?:have|has|had|got) (?:a|two|three|several|my first) (?:\\w+ )?tattoos?\\b`,
  'g',
)
const pregnant = new RegExp(
  `${SELF} (?:have |has |had )?never been pregnant|${SELF} (?<yes>(?:am|was|got|became|fell) (?:\\w+ months )?pregnant)`,
  'g',
)

export const health: AttributeReader = {
  cues: words(`allergic allergy allergies intolerant intolerance diagnosed suffer suffers suffered diabetes diabetic asthma asthmatic
    epilepsy epileptic arthritis cancer coeliac celiac migraine migraines depression eczema psoriasis insomnia anxiety tinnitus
    hypertension pressure heart dyslexia dyslexic autism autistic malaria tuberculosis pneumonia stroke anaemia anaemic anemia
    anemic blind deaf colour color handed hander left right eyes blood broken broke fractured hospital hospitalised hospitalized
    operation operated surgery glasses lenses hearing braces dentures tattoo tattoos pregnant appendix tonsils hip knee bipolar
    lactose polio measles gout rheumatism sclerosis disease hepatitis`),
  read(sentence, emit) {
    readAllergies(sentence, emit)
    readConditions(sentence, emit)
    readBody(sentence, emit)
    readTreatment(sentence, emit)
  },
}

function readAllergies(sentence: Sentence, emit: Emit): void {
  const { eventDay } = sentence.context
  const held = { days: { from: eventDay, to: eventDay }, slack: ALLERGY_SLACK }
  for (const match of matchesOf(allergic, sentence.text)) {
    const { what, my, of, none, none2, have } = match.groups!
    if (none ?? none2) {
      emit({ ...spanOf(match), statement: polar('allergy', 'anything', false, held) })
      continue
    }
    const thing = (what ?? my ?? of)!
      .replace(/^(?:all|any|most|the|my|some|raw) /, '')
      .split(' ')
      .at(-1)!
    if (
      /^(?:work|mornings?|mess|people|boredom|nonsense|fools?|small|change|lies|meetings|authority|paperwork|advice|housework|monday|mondays|it|him|her|them|that|this)$/i.test(
        thing,
      )
    )
      continue
    const verb = what === undefined ? undefined : readVerb(match)
    if (what !== undefined && !verb) continue
    const negative = verb?.negative ?? / (?:not|never|no)\b/.test(have ?? '')
    const span = spanOf(match, thing)
    const kind = allergen(thing)
    emit({ ...span, statement: polar('allergy', kind, !negative, held) })
    if (negative) continue
    emit({ ...span, statement: polar('allergy', 'anything', true, held) })
    if (classesOf(thing).length > 0)
      emit({
        ...span,
        statement: polar('eats', kind, false, {
          days: { from: eventDay - 2000, to: eventDay + 2000 },
        }),
      })
  }
}

function readConditions(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  for (const match of matchesOf(noCondition, text)) {
    if (!/\b(?:I|[Mm]y|me)\b/.test(text)) continue
    const name = conditionOf(match.groups!['what']!)
    emit({
      ...spanOf(match),
      statement: polar('condition', name, false, {
        days: { from: context.eventDay, to: context.eventDay },
        slack: CONDITION_SLACK,
      }),
    })
    if (/\bnever\b/.test(text))
      emit({ ...spanOf(match), statement: ever('having had', name, false, context.eventDay) })
  }
  if (
    /\b(?:risk|fear of|afraid|scare|test(?:ed)? for|worried|raise money|research|walk for|charity|awareness|nearly|gave me a heart attack|cure)\b/.test(
      text,
    )
  )
    return
  for (const pattern of [has, isCondition, myCondition]) {
    for (const match of matchesOf(pattern, text)) {
      const what = match.groups!['what']!
      const aux = match.groups!['aux'] ?? ''
      const negative = / (?:not|never|no)\b/.test(match[0])
      const verbal =
        pattern === myCondition ||
        /(?:suffer|diagnos|liv|told|got|develop|have|has|had|recover|treated|\bam\b|\bwas\b|been|\bis\b|\bno\b)/.test(
          match[0],
        )
      if (!verbal || / (?:would|could|might) /.test(aux)) continue
      const name = conditionOf(what)
      const span = spanOf(match, what)
      if (negative && / never /.test(match[0]))
        emit({ ...span, statement: ever('having had', name, false, context.eventDay) })
      else if (!negative)
        emit({ ...span, statement: ever('having had', name, true, context.eventDay) })
      const tense =
        /\b(?:was|had)\b/.test(match[0]) && !/diagnosed/.test(match[0]) ? 'past' : 'present'
      const held = stateDays(sentence, { tense }, [span.start, span.end], CONDITION_SLACK)
      if (held && !(negative && / never /.test(match[0]) && tense === 'past'))
        emit({ ...span, statement: polar('condition', name, !negative, held) })
    }
  }
}

const noCondition = new RegExp(`\\bno (?:known )?(?<what>${CONDITION})\\b`, 'g')

function readBody(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  for (const match of matchesOf(hand, text)) {
    const value = (match.groups!['hand'] ?? match.groups!['other'])!
    emit({ ...spanOf(match, value), statement: permanent('writing hand', value) })
  }
  for (const match of matchesOf(eyes, text)) {
    const { is, my, blood, have } = match.groups!
    const value = (is ?? my ?? blood ?? have)!
    emit({
      ...spanOf(match, value),
      statement: permanent(blood ? 'blood type' : 'eye colour', value.replace('gray', 'grey')),
    })
  }
  for (const match of matchesOf(glasses, text)) {
    const verb = readVerb(match)
    const what = match.groups!['what']!
    if (!verb) continue
    const span = spanOf(match, what)
    if (verb.never)
      emit({ ...span, statement: ever('wearing', what.replace(/s$/, ''), false, context.eventDay) })
    else if (!verb.negative)
      emit({ ...span, statement: ever('wearing', what.replace(/s$/, ''), true, context.eventDay) })
    const held = stateDays(sentence, verb, [span.start, span.end], 200)
    if (held && !verb.never)
      emit({ ...span, statement: polar('wears', what.replace(/s$/, ''), !verb.negative, held) })
  }
  for (const match of matchesOf(tattoo, text))
    emit({
      ...spanOf(match),
      statement: ever('tattoo', '', match.groups!['none'] === undefined, context.eventDay),
    })
}

function readTreatment(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  for (const match of matchesOf(bone, text))
    emit({
      ...spanOf(match),
      statement: ever('broken bone', '', match.groups!['never'] === undefined, context.eventDay),
    })
  for (const match of matchesOf(hospital, text))
    emit({
      ...spanOf(match),
      statement: ever(
        'stay or operation in hospital',
        '',
        match.groups!['never'] === undefined && match.groups!['none'] === undefined,
        context.eventDay,
      ),
    })
  for (const match of matchesOf(pregnant, text))
    emit({
      ...spanOf(match),
      statement: ever('pregnancy', '', match.groups!['yes'] !== undefined, context.eventDay),
    })
}

function allergen(thing: string): string {
  if (classesOf(thing).length > 0) return foodOf(thing) === 'nut' ? 'nuts' : foodOf(thing)
  return thing
    .toLowerCase()
    .replace(/ies$/, 'y')
    .replace(/(?:s|es)$/, '')
}
