import type { DaySpan } from '../claims/claim.ts'
import { YEAR_DAYS } from '../claims/days.ts'
import type { Sentence } from '../claims/sentence.ts'
import type { TimeExpression } from '../claims/time-expressions.ts'
import { statedDays, timeAt } from '../claims/when.ts'
import { OCCUPATION, occupationLine } from '../lexicon/occupations.ts'
import { NUMBER, numberOf } from '../lexicon/numbers.ts'
import { NAME } from '../lexicon/places.ts'
import { matchesOf, spanOf, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { dated, ever, permanent, polar } from './statements.ts'

/** Mourning begins at once; the date of a death is told to the month. */
const DEATH_SLACK = 31

const KIN =
  '(?:mother|mum|mom|mam|mama|mummy|father|dad|daddy|papa|husband|wife|grandmother|grandfather|grandma|grandpa|granny|nan|brother|sister|son|daughter|twin)'
const BARE = '(?:Mother|Father|Mum|Mom|Mam|Mama|Dad|Daddy|Papa|Granny|Grandma|Grandpa|Nan)'
const WHO = `(?:\\b[Mm]y (?:(?:dear|own|poor|old|late|beloved|only) )*(?<kin>${KIN})(?:,? (?<name>${NAME}),?)?|(?<![a-z] )\\b(?<bare>${BARE})(?! Teresa| Superior| Christmas| Time| Nature))(?!-|'s| in law)`
const died = new RegExp(
  `${WHO} (?:(?:has|had) )?(?:suddenly |finally |only )?(?:died|passed away|passed on|was killed|dies|drowned|is dead|was dead|(?:had |has )?been dead|was buried|passed(?= (?:in|last|when|on|after|suddenly|peacefully|at|this))|succumbed|died of)\\b`,
  'g',
)
const lost = new RegExp(
  `\\b(?:I|[Ww]e) (?:(?:have |had )?lost|buried|had buried) (?:my (?<kin>${KIN})|(?<bare>${BARE}))\\b(?! (?:in the|at the|for a|his|her|temper))|\\b(?:[Mm]y (?<kin2>${KIN})|(?<bare2>${BARE}))'s (?:funeral|death|burial|wake|ashes|grave|passing|headstone)`,
  'g',
)
const laid = new RegExp(
  `\\b(?:I|[Ww]e) (?:laid|put|lowered) my (?<kin>${KIN})(?: [A-Z]\\w+)? (?:in(?:to)? the ground|to rest)\\b`,
  'g',
)
const bothDied =
  /\b(?:[Bb]oth (?:of )?my parents|[Mm]y parents(?: both)?) (?:had |have |were |are )?(?:both )?(?:died|passed away|dead|killed|gone now)\b|\b(?:I|[Ww]e) (?:have |had )?(?:lost|buried) (?:both (?:of )?my|my) parents\b|\b(?:I|[Ww]e) (?:was |were |am )(?:an orphan|orphaned)\b/g
const keepsUp = new RegExp(
  `\\b(?:I|[Ww]e)(?: (?:still|always|usually))* (?:calls?|phones?|rings?|visits?|sees?|called|phoned|rang|visited|took|gave|bought|helped|hugged|met|spoke to|spoke with|talked to|drove|had (?:lunch|dinner|tea|coffee) with|have (?:lunch|dinner|tea|coffee) with|has (?:lunch|dinner|tea|coffee) with|speaks? to|speaks? with|talks? to|take|takes|texts?) (?:my (?<kin>${KIN})|(?<bare>${BARE}))\\b(?:'s)?(?=[^.;]{0,30} (?:every|each|on (?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)days?|daily|weekly|twice|once|most|this|today|tonight|yesterday|to (?:ask|tell|say|wish|see|lunch|dinner)|for (?:lunch|dinner|tea|coffee|Father|Mother|Christmas|his birthday|her birthday))\\b)|\\b(?:[Mm]y (?<kin2>${KIN})|(?<bare2>${BARE})) (?:still |always )*(?:lives|calls|phones|rings|visits|bakes|cooks|turned|comes|sends|carved|insists|works|called|phoned|rang|texted|visited|came|cooked|drove)\\b(?=[^.;]{0,60} (?:every|each|as (?:always|ever|usual|every|he|she)|still|today|tonight|this (?:morning|week|year)|with me|now|last (?:week|night))\\b)`,
  'g',
)
const birthday = new RegExp(
  `\\b(?:celebrated|was|for|at|to) (?:my (?<kin>${KIN})|(?<bare>${BARE}))'s (?:\\d+(?:st|nd|rd|th)|\\w+ieth|\\w+-\\w+) birthday(?! (?:would|had he|had she))`,
  'g',
)
const late = new RegExp(`\\b[Mm]y late (?<kin>${KIN})\\b`, 'g')
const acting = new RegExp(
  `${WHO} (?:(?:still|just|then|also|even|always|often|both|only|now|and I) )*(?:is|was (?:at|there|waiting|beside|in the (?:front|audience|kitchen|garden|car|doorway|crowd))|lives|calls|rings|phones|visits|comes|works|turns|turned|called|rang|phoned|came|drove|visited|cooked|baked|hugged|met|picked|brought|cried|laughed|danced|sat|stood|walked|smiled|waved|texted|emailed|asked|says|said|told|gave|helped|went|arrived|shouted|sang|played|opened|poured|held|took|looked|wanted|made|bought|sent|travelled|flew|celebrated|retired|moved|married|wept|clapped|joined|lent|cut|stayed|carried|paid|beat|grilled|carved)\\b`,
  'g',
)
const withMe = new RegExp(
  `\\b(?:I|[Ww]e) (?:visited|called|rang|phoned|met|drove|took|hugged|helped|picked up|saw|had (?:lunch|dinner|coffee|tea|breakfast|supper) with|went (?:to \\w+ |fishing |out |walking |shopping )?with|spoke (?:to|with)|talked (?:to|with)) (?:my (?<kin>${KIN})|(?<bare>${BARE}))\\b(?!'s|-| in law)`,
  'g',
)
// Not the day itself, or nothing that needs somebody alive.
const elsewhen =
  /\b(?:remember\w*|recall\w*|memor\w+|photo\w*|picture|grave\w*|cemetery|dream\w*|used to|would|when I was|as a child|childhood|once|years ago|letters?|ghost|taught|always|never|late|had (?:been|[a-z]+ed|gone|died|left|come|told|taken|given|made)|before (?:he|she)|voice|ashes|will|inherit\w*|left me|if|imagine|think of|thought of|as if|portrait|film|tape|recording|diary|recipe|anniversary|in heaven|until (?:he|she)|wishes?|told me|first|was (?:a|an|born|from)|were)\b/i
const parentJob = new RegExp(
  `\\b(?:[Mm]y (?<kin>mother|mum|mom|mam|father|dad|papa)(?:,? (?<name>${NAME}),?)?|(?<bare>Mum|Mom|Mam|Dad|Papa)) (?:is|was|worked as|works as|(?:spent|worked) (?:her|his) (?:whole|entire) (?:life|career) as|had been) (?:a|an|the local) (?<title>(?:\\w+ ){0,2}?${OCCUPATION})(?![\\w-])|\\b[Mm]y (?<kin2>mother|mum|mom|father|dad),? (?:herself |himself )?(?:a|an) (?<title2>(?:\\w+ )?${OCCUPATION}),`,
  'g',
)
const parentName = new RegExp(
  `\\b[Mm]y (?<kin>mother|mum|mom|mam|father|dad|papa)(?:'s name (?:is|was) (?<named>${NAME})| (?:is|was) (?:called|named) (?<called>${NAME})|,? (?<name>${NAME})(?=,| (?:was|is|had|worked|died|came|told)))`,
  'g',
)
const divorced =
  /\b[Mm]y parents (?:(?<never>(?:have )?never|did not) )?(?:got |get )?(?:divorced?|separated?|split up|split)\b|\b[Mm]y parents' (?<noun>divorce|separation)\b|\b[Mm]y parents (?<together>(?:are|were) still (?:married|together)|stayed (?:married|together)|have been (?:happily )?married for)/g

export const parents: AttributeReader = {
  cues: words(`mother mum mom mam mama mummy father dad daddy papa husband wife grandmother grandfather grandma grandpa granny nan brother
    sister son daughter twin parents`),
  read(sentence, emit) {
    readDeaths(sentence, emit)
    readAlive(sentence, emit)
    readJobs(sentence, emit)
    readNames(sentence, emit)
    readDivorce(sentence, emit)
  },
}

function readDeaths(sentence: Sentence, emit: Emit): void {
  const { context } = sentence
  for (const match of [
    ...matchesOf(died, sentence.text),
    ...matchesOf(lost, sentence.text),
    ...matchesOf(laid, sentence.text),
  ]) {
    const { kin, bare, kin2, bare2, name } = match.groups!
    const who = personOf((kin ?? bare ?? kin2 ?? bare2)!, name)
    if (!who || /\bnearly|almost\b/.test(match[0])) continue
    const span = spanOf(match)
    const time = timeAt(sentence, span.start, span.end)
    const stated = statedDays(sentence, [span.start, span.end])
    const years = new RegExp(`dead (?:for )?(${NUMBER}) years`).exec(sentence.text)?.[1]
    const gone = years ? context.eventDay - (numberOf(years) - 0.5) * YEAR_DAYS : context.eventDay
    const day = stated ? stated.to : gone
    emit({
      ...span,
      statement: polar(
        'alive',
        '',
        false,
        { days: { from: Math.min(day, context.eventDay) + DEATH_SLACK, to: Infinity } },
        { subject: who },
      ),
    })
    if (stated && time?.kind === 'at')
      emit({ ...span, statement: dated('death', stated, { subject: who, slack: slackOf(stated) }) })
  }
  for (const match of matchesOf(bothDied, sentence.text)) {
    const stated = statedDays(sentence, [match.index, match.index + match[0].length])
    const from = Math.min(stated?.to ?? context.eventDay, context.eventDay) + DEATH_SLACK
    for (const subject of ['mother', 'father'])
      emit({
        ...spanOf(match),
        statement: polar('alive', '', false, { days: { from, to: Infinity } }, { subject }),
      })
  }
  for (const match of matchesOf(late, sentence.text)) {
    const who = personOf(match.groups!['kin']!, undefined)
    if (who)
      emit({
        ...spanOf(match),
        statement: polar(
          'alive',
          '',
          false,
          { days: { from: context.eventDay + DEATH_SLACK, to: Infinity } },
          { subject: who },
        ),
      })
  }
}

function readAlive(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  for (const match of matchesOf(keepsUp, text)) {
    const { kin, bare, kin2, bare2 } = match.groups!
    const subject = personOf((kin ?? bare ?? kin2 ?? bare2)!, undefined)
    const days = { from: context.eventDay, to: context.eventDay }
    if (subject && !/\b(?:grave|used to|would|ghost|remember)\b/.test(text))
      emit({ ...spanOf(match), statement: polar('alive', '', true, { days }, { subject }) })
  }
  if (context.field !== 'facts' && context.field !== 'eventLabel' && context.field !== 'response')
    return
  if (elsewhen.test(text) || sentence.times().some((time) => !isNow(time, context.eventDay))) return
  for (const match of [
    ...matchesOf(acting, text),
    ...matchesOf(withMe, text),
    ...matchesOf(birthday, text),
  ]) {
    const { kin, bare, name } = match.groups!
    const who = personOf((kin ?? bare)!, name)
    const past = !/ (?:is|lives|calls|rings|phones|visits|comes|works|turns|says)$/.test(match[0])
    if (!who || (past && !context.pastIsEventDay)) continue
    if (
      match[0].endsWith(' is') &&
      /^ (?:dead|gone|buried|no longer|not|in heaven|still dead)/.test(
        text.slice(match.index + match[0].length),
      )
    )
      continue
    emit({
      ...spanOf(match),
      statement: polar(
        'alive',
        '',
        true,
        { days: { from: context.eventDay, to: context.eventDay } },
        { subject: who },
      ),
    })
  }
}

function readJobs(sentence: Sentence, emit: Emit): void {
  if (/\b(?:then|later|before|first|until|after|also|became|when|if|once)\b/.test(sentence.text))
    return
  for (const match of matchesOf(parentJob, sentence.text)) {
    const { kin, bare, kin2, title, title2 } = match.groups!
    const job = (title ?? title2)!
    if (
      occupationLine(job) === undefined ||
      /^(?:good|great|bad|terrible|better|keen|amateur|born|real)\b/.test(job)
    )
      continue
    emit({
      ...spanOf(match, job),
      statement: permanent("parent's job", job.toLowerCase(), {
        subject: personOf((kin ?? bare ?? kin2)!, undefined)!,
      }),
    })
  }
}

function readNames(sentence: Sentence, emit: Emit): void {
  for (const match of matchesOf(parentName, sentence.text)) {
    const { kin = '', named, called, name } = match.groups!
    const value = (named ?? called ?? name)!
    emit({
      ...spanOf(match, value),
      statement: permanent('name', value.toLowerCase(), { subject: personOf(kin, undefined)! }),
    })
  }
}

function readDivorce(sentence: Sentence, emit: Emit): void {
  const { context } = sentence
  for (const match of matchesOf(divorced, sentence.text)) {
    const { never, together } = match.groups!
    const span = spanOf(match)
    const apart = !never && !together
    emit({
      ...span,
      statement: ever(
        "parents' divorce",
        '',
        apart,
        Math.min(
          context.eventDay,
          (apart ? statedDays(sentence, [span.start, span.end])?.to : undefined) ??
            context.eventDay,
        ),
      ),
    })
    const stated = statedDays(sentence, [span.start, span.end])
    if (apart && stated)
      emit({
        ...span,
        statement: dated("the parents' divorce", stated, { slack: slackOf(stated) }),
      })
  }
}

// One of a kind, or told apart by name: two grandmothers, three brothers.
function personOf(kin: string, name: string | undefined): string | undefined {
  const lower = kin.toLowerCase()
  if (/^(?:mum|mom|mam|mama|mummy|mother)$/.test(lower)) return 'mother'
  if (/^(?:dad|daddy|papa|father)$/.test(lower)) return 'father'
  if (/^(?:husband|wife)$/.test(lower)) return lower
  return name ? `${lower}:${name.toLowerCase()}` : undefined
}

function isNow({ kind, days }: TimeExpression, eventDay: number): boolean {
  if (kind === 'then') return true
  return (
    kind === 'at' &&
    !!days &&
    days.from <= eventDay &&
    days.to >= eventDay &&
    days.to - days.from < 100
  )
}

/** An age is told from memory. */
function slackOf({ from, to }: DaySpan): number {
  return to - from > 400 ? 400 : 0
}
