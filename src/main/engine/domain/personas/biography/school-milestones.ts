import { placeAt, type Life, type Stage, type StageKind } from './life.ts'
import type { Memory } from './memory.ts'

const ALWAYS = Number.POSITIVE_INFINITY

/** Birth, schools and studies, as they were planned. */
export function schoolMilestones(life: Life): Memory[] {
  return [
    birth(life),
    ...startOfSchool(life),
    ...newSchool(life),
    ...endOfSchool(life),
    ...life.stages.flatMap((stage) => study(stage)),
  ]
}

function birth(life: Life): Memory {
  const place = life.residences[0]!.place
  const order =
    life.siblings === 0
      ? 'I am an only child.'
      : life.hasOlderSibling
        ? '{^sibling} was already there and [was not impressed|had asked for a dog|held my foot].'
        : 'I was the first; {sibling} came later.'
  return {
    kind: 'birth',
    at: 0,
    label: 'Born in {place}',
    facts: `I was born on {birthDate} in {place}, [during a thunderstorm|on a market day|two weeks early|ten days late|in the small hours|at the end of a heat wave|while {father} was stuck in traffic|in the middle of a power cut]. My mother {mother} was {motherJob}, my father {father} {fatherJob}. ${order}`,
    emotion: 'love',
    type: 'normal',
    weight: ALWAYS,
    slots: { place },
    knownFrom: life.dice.between(4, 6, 'birth:known'),
    metadata: { place, mother: life.people.mother, father: life.people.father },
  }
}

function startOfSchool(life: Life): Memory[] {
  const primary = life.stages.find(({ kind }) => kind === 'primary')
  if (!primary) return []
  return [
    {
      kind: 'school-start',
      at: primary.from,
      label: 'First day of school in {place}',
      facts:
        "I started school in {place} in {year}, [with a satchel too big for me|in a cousin's old shoes|with a paper cone of sweets|holding {granny}'s hand]. [The classroom smelled of|I remember] [chalk and wet coats|floor polish|oranges], and [my name was spelled wrong on the hook|I was put beside {friend}|the teacher, {teacher}, had a voice like a bell].",
      emotion: 'excitement',
      type: 'normal',
      weight: ALWAYS,
      metadata: { school: 'primary', place: primary.place },
    },
  ]
}

/** A move in school years means a new class. */
function newSchool(life: Life): Memory[] {
  const move = life.residences.find(({ from }) => from > 6.6 && from < 17)
  if (!move) return []
  return [
    {
      kind: 'new-school',
      at: move.from + 0.1,
      label: 'The new one in the class',
      facts:
        'After the move I was the new one in a class in {place}. [Nobody had my accent|They already had their seats|I was asked to say something about myself and said my shoe size]. It took [until the autumn break|a term|one lost fight] before I [belonged|was picked for a team].',
      emotion: 'loneliness',
      type: 'normal',
      weight: 1.5,
      metadata: { school: 'changed', place: move.place },
    },
  ]
}

function endOfSchool(life: Life): Memory[] {
  const last = life.stages.findLast(({ kind }) => kind === 'primary' || kind === 'secondary')
  if (!last || last.to === null) return []
  const early = last.to < 17
  return [
    {
      kind: 'school-end',
      at: last.to,
      label: early ? 'Left school' : 'Finished school in {place}',
      facts: early
        ? 'I left school in {place} at {n}, [with a handshake|without looking back|because there was work to do at home]. {^teacher} [said it was a pity|gave me a book to keep]; {father} [said nothing|poured me my first beer].'
        : 'I finished school in {place} in {year}, with [a good mark in everything but gymnastics|results nobody had expected|one examination I would rather not discuss|the third-best marks of my class]. {^friend} and I [burned our notebooks|swam in our clothes|walked round the building one last time].',
      emotion: early ? 'resolve' : 'relief',
      type: 'normal',
      weight: 2.5,
      metadata: {
        school: last.kind,
        place: placeAt(life, last.to),
        until: life.seed.education ?? life.education,
      },
    },
  ]
}

type LaterKind = Exclude<StageKind, 'primary' | 'secondary'>

const begun: Record<LaterKind, string> = {
  vocational: 'Began an apprenticeship in {field}',
  bachelor: 'Began to study {field} in {place}',
  master: "Went on to a master's degree in {field}",
  doctorate: 'Began a doctorate in {field}',
}
const ended: Record<LaterKind, string> = {
  vocational: 'Finished training in {field}',
  bachelor: "A bachelor's degree in {field}",
  master: "A master's degree in {field}",
  doctorate: 'A doctorate in {field}',
}

function study({ kind, from, to, field, place }: Stage): Memory[] {
  if (kind === 'primary' || kind === 'secondary') return []
  const slots = { field, place }
  const metadata = { study: kind, field, place }
  const start: Memory = {
    kind: `study-start:${kind}`,
    at: from,
    label: begun[kind],
    facts: from > 30 ? laterStart : usualStart,
    emotion: 'excitement',
    type: 'normal',
    weight: to === null ? ALWAYS : kind === 'master' ? 0.6 : 1.6,
    slots,
    metadata: { ...metadata, phase: 'start' },
  }
  if (to === null) return [start]
  const finish: Memory = {
    kind: `study-end:${kind}`,
    at: to,
    label: ended[kind],
    facts:
      'In {month} {year} I finished {field} in {place}. [My final piece was about something nobody had asked for|The last examination lasted four hours|I had slept three hours], and {mother} [wore her blue coat|cried before it began|photographed the wrong person]. [It said my name and {field} on stiff paper|Afterwards we ate dumplings|I framed nothing and kept everything].',
    emotion: 'pride',
    type: 'normal',
    weight: kind === 'bachelor' ? 1.5 : 2.5,
    slots,
    metadata: { ...metadata, phase: 'end' },
  }
  return [start, finish]
}

const lesson =
  '[The first lecture|The first week|The first lesson] was [over my head|about something I thought I knew|in a room without windows], and the subject, {field}, [turned out to be mine|took a year to win me over|was not what the brochure had promised].'
const usualStart = `I began in {place} in {year}, [knowing nobody|with two suitcases|half a week late|against {father}'s advice|with {mother}'s savings]. ${lesson}`
const laterStart = `I began in {place} in {year}, [the oldest in the room|with a new pen and old doubts|after years of wanting to|while others thought me mad]. ${lesson}`
