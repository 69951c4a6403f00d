import { CROSSED, fieldsIn } from '../../../../shared/contract/segment-field.ts'
import type { AssociationTest } from '../../../../shared/contract/evidence.ts'
import type { Question } from '../../../../shared/contract/questions.ts'
import { fieldName } from '../criteria/sentence.ts'
import { readable } from '../questions/readable.ts'
import type { SurveyDesign } from '../statistics/design.ts'
import { holm } from '../statistics/holm.ts'
import { raoScott } from '../statistics/rao-scott.ts'
import type { Answers } from './answer-vectors.ts'
import { outcomesOf, testOfMeans, type Outcome } from './association-outcomes.ts'
import type { NamedDomain } from './domains.ts'
import { hasTooFew } from './estimates.ts'
import { leftOutSentence, withoutSmallGroups } from './small-groups.ts'
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

/**
 * A test per classification of two groups or more: of the choice, of each option that may be chosen
 * among others, or of the net promoter score; none for questions of another kind. Groups of fewer
 * than five personas are left out.
 */
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
  const outcomes = outcomesOf(question, answers)
  const found = classifications
    .filter(({ domains }) => domains.length > 1)
    .flatMap((by) => outcomes.map((outcome) => testOf(design, outcome, by, provisional)))
  return adjusted(found.map(({ test }) => test)).map((test, i) => {
    const { leftOut } = found[i]!
    return leftOut.length === 0 || test.f === null
      ? test
      : { ...test, sentence: `${test.sentence} ${leftOutSentence(leftOut)}` }
  })
}

function testOf(
  design: SurveyDesign,
  { option, test, values }: Outcome,
  { by, domains, primary, trueByConstruction }: Classification,
  provisional: boolean,
): { test: AssociationTest; leftOut: string[] } {
  const groupOf = new Int32Array(values.length).fill(-1)
  domains.forEach(({ rows }, group) => {
    for (let row = 0; row < rows.length; row++) if (rows[row]) groupOf[row] = group
  })
  const answered = Uint8Array.from(groupOf, (group, row) =>
    Number(group >= 0 && !Number.isNaN(values[row]!) && (test === 'wald' || values[row]! >= 0)),
  )
  const groups = { groupOf, groups: domains.length }
  const { domain, leftOut } = withoutSmallGroups(design, groups, answered)
  const found =
    values instanceof Int32Array
      ? raoScott(design, values, groupOf, domain)
      : testOfMeans(design, values, groupOf, domain)
  const isShown = !hasTooFew(design, domain) && Number.isFinite(found.p)
  const show = (value: number) => (isShown && !Number.isNaN(value) ? value : null)
  const p = provisional ? null : show(found.p)
  return {
    test: {
      by,
      option,
      test,
      f: show(found.statistic),
      numeratorDf: show(found.numeratorDf),
      denominatorDf: show(found.denominatorDf),
      cramersV: show(found.cramersV),
      p,
      pAdjusted: null,
      kind: primary ? 'primary' : 'exploratory',
      ...judged({ by, option, test }, p, isShown),
      trueByConstruction,
    },
    leftOut: leftOut.map((group) => domains[group]!.label),
  }
}

/**
 * Holm (1979) over the tests of one question named before launch, and of others over the options of
 * one classification.
 */
function adjusted(tests: readonly AssociationTest[]): AssociationTest[] {
  const families = Map.groupBy(
    tests.filter(({ p, kind, option }) => p !== null && (kind === 'primary' || option !== null)),
    ({ kind, by }) => (kind === 'primary' ? '' : by),
  )
  const adjustedP = new Map(
    [...families.values()].flatMap((family) => {
      const found = holm(family.map(({ p }) => p!))
      return family.map((test, i) => [test, found[i]!] as const)
    }),
  )
  return tests.map((test) => {
    const pAdjusted = adjustedP.get(test)
    if (pAdjusted === undefined) return test
    return { ...test, pAdjusted, ...judged(test, pAdjusted, true) }
  })
}

function judged(
  { by, option, test }: Pick<AssociationTest, 'by' | 'option' | 'test'>,
  p: number | null,
  isTested: boolean,
): Pick<AssociationTest, 'verdict' | 'sentence'> {
  const cut = fieldsIn(by).map(fieldName).join(CROSSED)
  const [what, whatAlone] =
    option !== null
      ? [`Choices of “${readable(option)}”`, ` of “${readable(option)}”`]
      : test === 'wald'
        ? ['Net promoter scores', ' of the net promoter score']
        : ['The answers', '']
  if (!isTested)
    return {
      verdict: 'not tested',
      sentence: `${what} cannot be tested by ${cut}: too few personas, or too few different answers.`,
    }
  if (p === null)
    return {
      verdict: 'not tested',
      sentence: `${what} are not tested by ${cut}: the run is not finished.`,
    }
  const written = p < 0.001 ? 'p < 0.001' : `p = ${p < 0.1 ? p.toFixed(3) : decimal(p)}`
  return p < 1 - LEVEL
    ? { verdict: 'associated', sentence: `${what} differ by ${cut} (${written}).` }
    : {
        verdict: 'no association found',
        sentence: `No association${whatAlone} with ${cut} found (${written}).`,
      }
}
