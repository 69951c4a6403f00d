import { stopWords } from '../text/stop-words.ts'
import { stem, words } from '../text/tokenize.ts'

/** One thing a question asks about: its own word, and words that stand for the same in a life. */
export type Concept = {
  readonly term: string
  /** Stems; the term itself is not among them. */
  readonly related: readonly string[]
}

/** Of a long question, the words that are looked for. */
const MAX_WORDS = 64

// Words that questions are made of: they say nothing about what is asked.
const questionWords = new Set(
  `able actually ago answer ask asked bit day days describe ever exactly explain far feel feeling
  feelings felt get give given go goes going gone got happen happened happens kind know let like
  likely little long look lot make makes many maybe mean mind much one people please quite rather
  really remember say share something sometimes sort story talk tell thing things think thought time
  times today tomorrow try use used usually want way week went whole year years yesterday yes`.split(
    /\s+/,
  ),
)

// What biographies consist of, as [asked by, told as]. Without it a question about work finds no
// "double shift" where the embedding knows words only. One way: an accident is not about health.
const topics: readonly (readonly [string, string])[] = [
  [
    'work job career occupation profession workplace employer',
    'work job career profession boss colleague hired apprentice apprenticeship shift office promotion retired employer',
  ],
  [
    'school education study studied university college degree',
    'school class teacher exam university college degree pupil student graduated lesson',
  ],
  [
    'family parent sibling brother sister relative',
    'mother father parent brother sister sibling son daughter grandmother grandfather uncle aunt cousin',
  ],
  [
    'married marry marriage husband wife partner spouse relationship romance love divorce single',
    'married marriage wedding husband wife partner divorce girlfriend boyfriend met',
  ],
  ['childhood kid young upbringing grow grew', 'childhood children born school'],
  ['child children kid son daughter baby', 'born baby son daughter birth pregnant'],
  ['home house live flat apartment move', 'moved house flat apartment'],
  [
    'health healthy ill illness sick disease',
    'ill illness sick hospital doctor disease operation surgery diagnosis',
  ],
  ['money finance financial debt savings', 'money debt savings salary bill rent loan inheritance'],
  ['friend friends friendship', 'friend friendship'],
  ['animal pet', 'dog cat horse animal pet'],
  ['travel trip holiday abroad', 'travel trip journey holiday abroad'],
  ['death died dead loss grief mourn', 'death died dead funeral grief buried'],
  ['hobby hobbies leisure sport music', 'hobby sport music instrument club'],
  [
    'regret ashamed shame embarrassed embarrassing guilt guilty',
    'regret ashamed shame guilt guilty',
  ],
  ['proud pride achievement accomplishment success', 'proud pride achievement success'],
]

const relatedByStem = new Map<string, Set<string>>()
for (const [asked, told] of topics) {
  for (const head of asked.split(' ').map(stem)) {
    const related = relatedByStem.get(head) ?? new Set()
    for (const other of told.split(' ').map(stem)) if (other !== head) related.add(other)
    relatedByStem.set(head, related)
  }
}

/** What a question asks about, without the words that every question is made of. */
export function queryConcepts(question: string): Concept[] {
  const asked = words(question).filter((word) => !stopWords.has(word) && !questionWords.has(word))
  const terms = new Set(asked.slice(0, MAX_WORDS).map(stem))
  return [...terms].map((term) => ({ term, related: [...(relatedByStem.get(term) ?? [])] }))
}
