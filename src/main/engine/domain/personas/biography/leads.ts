/** Beginnings for a sentence about then. */
const then = [
  '',
  'That {season} ',
  'In {place}, that {season}, ',
  'In those weeks ',
  'In the {season} of {year} ',
  'At {n} ',
  'With {person} near me ',
  'Afterwards, in {place}, ',
  'In {month} {year} ',
  'When it happened ',
]

/** Beginnings for a sentence about what it means. */
const today = [
  '',
  'Looking back, ',
  'Looking back at {year}, ',
  'Seen from today, ',
  'If I am honest, ',
  'As I see it, ',
  'To my mind, ',
  'I have said so to {person}: ',
  'As {person} could tell you, ',
  'Where {place} is concerned, ',
]

/** Beginnings for a sentence about how it is told. */
const still = [
  '',
  'To this day, ',
  'All the same, ',
  'Whatever {person} says, ',
  'Among friends or at home, ',
  'In {place} or anywhere else, ',
  'As for {year}, ',
]

// A sentence that begins with a time, a place or a name has its beginning.
const opened =
  /^([[{]|At |By |For weeks|Since|Even|Then |When|After|If |Everything|For once|Pity|Whatever|Whatever it|To me it|Because|Now|There is|I like|I do not think|I have (my own|arranged)|I told|Nobody|Some|By the)/

export function ledThen(template: string): string {
  return led(template, then)
}
export function ledToday(template: string): string {
  return led(template, today)
}
export function ledStill(template: string): string {
  return led(template, still)
}

function led(template: string, leads: readonly string[]): string {
  if (opened.test(template)) return template
  const rest = /^I\b/.test(template) ? template : template[0]!.toLowerCase() + template.slice(1)
  // A place named twice in one sentence sounds like a form.
  const fitting = leads.filter((lead) => !slotsIn(lead).some((slot) => template.includes(slot)))
  return `[${fitting.join('|')}]${rest}`
}

function slotsIn(text: string): string[] {
  return text.match(/\{\w+\}/g) ?? []
}
