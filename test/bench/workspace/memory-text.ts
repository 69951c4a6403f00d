import { pick } from '../../../src/main/engine/domain/random.ts'
import { anEntry } from '../../helpers/seeded-persona.ts'

const things = `lake boat dog garden exam ward patient train market kitchen letter sister father
  wedding storm bicycle library choir harbour winter summer cabin river festival neighbour school
  doctor journey village apartment orchestra football hospital bakery mountain camera violin morning
  brother mother teacher student window bridge coffee breakfast ticket museum painting guitar piano
  concert theatre engine factory office salary mortgage holiday beach island airport station luggage
  passport language dictionary recipe oven bread cheese tomato orchard tractor field barn horse goat
  honey flower forest snow cloud thunder flood candle mirror carpet curtain pillow blanket`
  .trim()
  .split(/\s+/)
const verbs = `found lost repaired visited painted sold remembered missed bought carried watched
  promised forgot celebrated cleaned cooked borrowed returned`.split(/\s+/)
const moods = `calm nervous proud guilty relieved lonely hopeful angry grateful confused tender
  ashamed curious tired excited`.split(/\s+/)

/** One in so many is of the type. */
const typeShares = [
  ['repressed', 97],
  ['shame', 41],
  ['pride', 40],
] as const

/** A memory of some 550 characters in four fields; the same number gives the same memory. */
export function memoryText(number: number) {
  const thing = (part: string) => pick(things, number, part)
  const verb = (part: string) => pick(verbs, number, part)
  const mood = (part: string) => pick(moods, number, part)
  const year = 1970 + ((number * 7) % 55)
  const month = String(1 + ((number * 5) % 12)).padStart(2, '0')
  const day = String(1 + ((number * 11) % 28)).padStart(2, '0')
  return anEntry({
    eventAt: `${year}-${month}-${day}`,
    eventLabel: `The ${thing('a')} and the ${thing('b')} in ${year}`,
    facts: `We ${verb('a')} the ${thing('c')} near the ${thing('d')} after the ${thing('e')}, and my
      ${thing('f')} ${verb('b')} the ${thing('g')} before we ${verb('c')} the old ${thing('h')}.
      Later that day the ${thing('i')} of the ${thing('j')} was ${verb('d')}, and I ${verb('e')} a
      ${thing('k')} for the ${thing('l')}.`.replace(/\s+/g, ' '),
    feelings: `I felt ${mood('a')} and a little ${mood('b')}, as the ${thing('m')} made me feel.`,
    interpretation: `Since then the ${thing('n')} means something else to me: one can be
      ${mood('c')} about a ${thing('o')} and go on.`.replace(/\s+/g, ' '),
    emotionTags: [mood('a'), mood('b')],
    memoryStrength: (number * 37) % 100,
    memoryType: typeShares.find(([, share]) => number % share === 0)?.[0] ?? 'normal',
    metadata: number % 97 === 0 ? { triggers: [thing('p')] } : {},
  })
}

export const questions = [
  'Tell me about the lake and the boat',
  'What happened with your sister at the wedding?',
  'When did you buy the horse?',
  'How did you feel about the exam and the teacher?',
  'Who repaired the window after the storm?',
  'Do you remember the ticket for the concert in 2003?',
  'What did you cook with your mother?',
  'What are you most proud of?',
]
