import type { AssociationTest, Evidence } from '../../../../shared/contract/evidence.ts'
import { fieldName } from '../../domain/criteria/sentence.ts'
import { decimal, plural } from '../../domain/evidence/words.ts'
import { readable } from '../../domain/questions/readable.ts'
import { formatP } from './question-blocks.ts'
import type { Block } from './report-document.ts'

/** Which answers go together with what people are cut by; none where no question was tested. */
export function associationBlocks({ questions, provisional }: Evidence): Block[] {
  const tests = questions.flatMap(({ text, tests: of }) => of.map((test) => ({ text, test })))
  if (tests.length === 0) return []
  return [
    { kind: 'text', text: provisional ? UNFINISHED : sentenceOf(tests.map(({ test }) => test)) },
    {
      kind: 'table',
      caption:
        'By question and what people are cut by: Cramér’s V, 0 none to 1 (less what chance alone makes of it), Rao & Scott’s F, of a net promoter score the F of its means, with degrees of freedom, and p. Named: before launch, p by Holm within the question; of several options in any case over these.',
      head: ['Question', 'By', 'V', 'F', 'p', 'Named'],
      rows: tests.map(({ text, test }) => [
        test.option === null ? text : `${text} ${readable(test.option)}`,
        fieldName(test.by),
        ...numbersOf(test),
      ]),
    },
    { kind: 'text', tone: 'small', text: READING },
  ]
}

const UNFINISHED = 'The run is not finished: no test is made before.'
const READING =
  'A V of .1 is weak, of .3 moderate, of .5 strong (Cohen 1988, for two by two). A test looks at the whole distribution; which answers differ, and by how much, is told with each question.'

function sentenceOf(tests: readonly AssociationTest[]): string {
  const found = tests.filter(({ verdict }) => verdict === 'associated')
  const named = tests.filter(({ kind }) => kind === 'primary')
  const held = named.filter(({ verdict }) => verdict === 'associated')
  const looked = tests.length - named.length
  return [
    named.length === 0
      ? 'No test was named before launch.'
      : `Named before launch: ${plural(named.length, 'test')}, ${held.length} with an association.`,
    looked === 0
      ? ''
      : `By looking: ${plural(looked, 'test')}, ${found.length - held.length} with one; about ${decimal(looked * 0.05)} by chance alone.`,
  ]
    .join(' ')
    .trim()
}

function numbersOf(test: AssociationTest): string[] {
  const { f, numeratorDf, denominatorDf, cramersV, p, pAdjusted, kind, trueByConstruction } = test
  const isTested = f !== null && numeratorDf !== null && denominatorDf !== null
  const told = pAdjusted ?? p
  return [
    cramersV === null ? '–' : decimal(cramersV),
    isTested ? `${decimal(f)} (${numeratorDf.toFixed(1)}; ${Math.round(denominatorDf)})` : '–',
    told === null ? '–' : formatP(told).replace(/^= /, ''),
    `${kind === 'primary' ? 'yes' : 'no'}${trueByConstruction ? ', true by construction' : ''}`,
  ]
}
