import { CROSSED, fieldsIn } from '../../../../shared/contract/segment-field.ts'
import type { AssociationTest } from '../../../../shared/contract/evidence.ts'
import type { Question } from '../../../../shared/contract/questions.ts'
import { fieldName } from '../criteria/sentence.ts'
import { answerTexts, valueAt } from '../questions/ask-question.ts'
import { countRows, type SurveyDesign } from '../statistics/design.ts'
import { holm } from '../statistics/holm.ts'
import { raoScott } from '../statistics/rao-scott.ts'
import { indicatorOf, validOf, type Answers } from './answer-vectors.ts'
import type { NamedDomain } from './domains.ts'
import { SUPPRESSED_BELOW_N } from './estimates.ts'
import { decimal } from './words.ts'

const LEVEL = 0.95

/** What a question may go together with. */
export type Classification = {
  readonly by: string
  /** Disjoint subsets of the rows. */
  readonly domains: readonly NamedDomain[]
  /** Named before launch: Holm over these, all others exploratory. */
  readonly primary: boolean
  readonly trueByConstruction: boolean
}

/** A test per classification of two groups or more; none for questions of another kind. */
export function associationTests(
  design: SurveyDesign,
  question: Question,
  answers: Answers,
  {
    classifications,
    provisional,
  }: {
    classifications: readonly Classification[]
    provisional: boolean
  },
): AssociationTest[] {
  if (question.type !== 'single' && question.type !== 'yesno' && question.type !== 'likert')
    return []
  const categories = categoriesOf(question, answers)
  const tests = classifications
    .filter(({ domains }) => domains.length > 1)
    .map((by) => testOf(design, { categories, valid: validOf(answers) }, by, provisional))
  return adjusted(tests)
}

/** Index of the answer, −1 elsewhere: shape [rows]. */
function categoriesOf(question: Question, answers: Answers): Int32Array {
  const categories = new Int32Array(answers.length).fill(-1)
  answerTexts(question).forEach((_, i) => {
    const indicator = indicatorOf(answers, String(valueAt(question, i)))
    for (let row = 0; row < indicator.length; row++) if (indicator[row]) categories[row] = i
  })
  return categories
}

function testOf(
  design: SurveyDesign,
  { categories, valid }: { categories: Int32Array; valid: Uint8Array },
  { by, domains, primary, trueByConstruction }: Classification,
  provisional: boolean,
): AssociationTest {
  const groupOf = new Int32Array(valid.length).fill(-1)
  domains.forEach(({ rows }, group) => {
    for (let row = 0; row < rows.length; row++) if (rows[row]) groupOf[row] = group
  })
  const domain = valid.map((one, row) =>
    one && groupOf[row]! >= 0 && categories[row]! >= 0 ? 1 : 0,
  )
  const found = raoScott(design, categories, groupOf, domain)
  const isShown = countRows(domain) >= SUPPRESSED_BELOW_N && Number.isFinite(found.p)
  const show = (value: number) => (isShown ? value : null)
  const p = provisional ? null : show(found.p)
  return {
    by,
    f: show(found.statistic),
    numeratorDf: show(found.numeratorDf),
    denominatorDf: show(found.denominatorDf),
    cramersV: show(found.cramersV),
    p,
    pAdjusted: null,
    kind: primary ? 'primary' : 'exploratory',
    ...judged(by, p, isShown),
    trueByConstruction,
  }
}

/** Holm (1979) over the tests of one question named before launch. */
function adjusted(tests: readonly AssociationTest[]): AssociationTest[] {
  const primary = tests.filter(({ kind, p }) => kind === 'primary' && p !== null)
  const found = holm(primary.map(({ p }) => p!))
  return tests.map((test) => {
    const at = primary.indexOf(test)
    if (at === -1) return test
    return { ...test, pAdjusted: found[at]!, ...judged(test.by, found[at]!, true) }
  })
}

function judged(
  by: string,
  p: number | null,
  isTested: boolean,
): Pick<AssociationTest, 'verdict' | 'sentence'> {
  const name = fieldsIn(by).map(fieldName).join(CROSSED)
  if (!isTested)
    return {
      verdict: 'not tested',
      sentence: `Cannot be tested by ${name}: too few answers, or too few different ones.`,
    }
  if (p === null)
    return { verdict: 'not tested', sentence: `Not tested by ${name}: the run is not finished.` }
  const written = p < 0.001 ? 'p under 0.001' : `p = ${p < 0.1 ? p.toFixed(3) : decimal(p)}`
  return p < 1 - LEVEL
    ? { verdict: 'associated', sentence: `The answers differ by ${name} (${written}).` }
    : {
        verdict: 'no association found',
        sentence: `No association with ${name} found (${written}).`,
      }
}
