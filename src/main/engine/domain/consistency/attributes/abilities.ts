import type { Sentence } from '../claims/sentence.ts'
import { readVerb, SELF, selfVerb } from '../claims/verb-phrase.ts'
import { matchesOf, spanOf, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { polar } from './statements.ts'

/** Nobody learns to swim between one week and the next without a word about it. */
const LEARNING_DAYS = 45

const INSTRUMENT =
  '(?:piano|violin|guitar|cello|flute|clarinet|trumpet|saxophone|drums|accordion|harp|trombone|viola|banjo|ukulele|organ|bass|recorder|oboe|bagpipes|harmonica|mandolin)'
const SKILL = `(?:swim|drive|cook|ride a (?:bike|bicycle|horse)|read music|play (?:the )?${INSTRUMENT}|ski|skate|ice skate|dance|sing|type|knit|sew|whistle|juggle|play chess|read|write|read or write|sail|fly a plane|bake|swim a stroke|drive a car)`
const can = new RegExp(
  `\\bI (?:still |also )?(?:can|could|know how to|knew how to|am able to|was able to)(?<not> not| never| barely)? (?:really |actually |even |still )?(?<skill>${SKILL})\\b(?! (?:in (?:this|that|the dark)|with (?:a|my|the)|any (?:further|more|faster)|out|away|home|there|today|tonight|at the moment|because|that (?:day|night)|it|him|her|them|for|on|you|so|after|back|to))`,
  'g',
)
const neverLearned = new RegExp(
  `${SELF} (?:have |has |had )?never (?:learned|learnt|been taught|been able|managed|learned how|knew how)(?: how)? to (?<skill>${SKILL})\\b|${SELF} do(?:es)? not know how to (?<how>${SKILL})\\b|\\bnobody (?:ever )?taught me (?:how )?to (?<taught>${SKILL})\\b`,
  'g',
)
const learned = new RegExp(
  `${selfVerb('learned|learnt|taught my ?self')} (?:how )?to (?<skill>${SKILL})\\b`,
  'g',
)
const does = new RegExp(
  `${selfVerb(`swam|swims|drove|drives|cycled|play(?:s|ed)? (?:the )?${INSTRUMENT}|cooked|skied|knit(?:s|ted)?|rode (?:a|my|the) (?:\\w+ )?(?:bike|bicycle|horse|pony)`)}\\b(?! (?:to (?:victory|distraction|despair)|me|him|her|them|out of|away at|a hard))`,
  'g',
)
const swam = /(?:^|[,.;] )[Ss]wam (?:the|across|out|to|twenty|ten|in)\b/g
const noLicence = new RegExp(
  `${SELF} (?:do not have|never (?:got|had|took|passed)|have never (?:had|held|got|taken|passed)|have no|failed to get) (?:a |my |any )?(?:driving|driver's) (?:licence|license|test)`,
  'g',
)
const licence = new RegExp(
  `${SELF} (?:have had |got|passed|have|took and passed) (?:a |my )(?:driving|driver's) (?:licence|license|test)`,
  'g',
)

export const abilities: AttributeReader = {
  cues: words(`swim swam swims drive drove drives cook cooked ride rode cycled bike bicycle horse music piano violin guitar cello flute clarinet
    trumpet saxophone drums accordion harp trombone viola banjo ukulele organ bass recorder oboe bagpipes harmonica mandolin ski
    skied skate dance sing type knit knits knitted sew whistle juggle chess read write sail licence license driving bake`),
  read(sentence, emit) {
    const { text, context } = sentence
    for (const match of matchesOf(can, text)) {
      const { skill = '', not } = match.groups!
      // "I can cook pasta" is said by those who cannot cook.
      if (
        /^(?:cook|bake|sing|write|read|type|sew|sail|dance)$/.test(skill) &&
        !/^(?:[,.;!]|$| (?:and|but|or|well|at all|very|since|because|now|anyway|though)\b)/.test(
          text.slice(match.index + match[0].length),
        )
      )
        continue
      if (
        not?.trim() === 'barely' ||
        (match[0].slice(0, -skill.length).trim().endsWith('could') && !context.pastIsEventDay)
      )
        continue
      emitSkill(skill, not === undefined, match, sentence, emit)
    }
    for (const match of matchesOf(neverLearned, text)) {
      const { skill, how, taught } = match.groups!
      emitSkill((skill ?? how ?? taught)!, false, match, sentence, emit)
    }
    for (const match of matchesOf(learned, text)) {
      const verb = readVerb(match)
      if (verb && !verb.negative && verb.tense !== 'present')
        emitSkill(match.groups!['skill']!, true, match, sentence, emit, true)
    }
    for (const match of matchesOf(does, text)) {
      const verb = readVerb(match)
      if (verb && !verb.negative && !/ (?:was|were|am|is) /.test(match[0]))
        emitSkill(baseOf(match.groups!['verb']!), true, match, sentence, emit)
    }
    for (const match of matchesOf(swam, text)) emitSkill('swim', true, match, sentence, emit)
    for (const match of matchesOf(noLicence, text)) emitSkill('drive', false, match, sentence, emit)
    for (const match of matchesOf(licence, text))
      emitSkill('drive', true, match, sentence, emit, !/ (?:have|had) /.test(match[0]))
  },
}

/** What somebody can do stays with them; what they cannot do they never could. */
function emitSkill(
  skill: string,
  able: boolean,
  match: RegExpExecArray,
  { context }: Sentence,
  emit: Emit,
  learnt = false,
): void {
  const days = able
    ? { from: context.eventDay, to: Infinity }
    : { from: -Infinity, to: context.eventDay }
  const slack = learnt ? 0 : LEARNING_DAYS
  for (const name of namesOf(skill))
    emit({ ...spanOf(match), statement: polar('able to', name, able, { days, slack }) })
}

function namesOf(skill: string): string[] {
  if (skill === 'read or write') return ['read', 'write']
  const plain = skill
    .replace('the ', '')
    .replace('bicycle', 'bike')
    .replace(/^swim a stroke$/, 'swim')
    .replace(/^drive a car$/, 'drive')
    .replace('ice skate', 'skate')
  return [plain]
}

function baseOf(verb: string): string {
  const word = verb.toLowerCase()
  if (word.startsWith('sw')) return 'swim'
  if (word.startsWith('dr')) return 'drive'
  if (/^cycled|bike|bicycle/.test(word)) return 'ride a bike'
  if (/horse|pony/.test(word)) return 'ride a horse'
  if (word.startsWith('cook')) return 'cook'
  if (word.startsWith('ski')) return 'ski'
  if (word.startsWith('knit')) return 'knit'
  return word.replace(/^play(?:s|ed)?/, 'play').replace('the ', '')
}
