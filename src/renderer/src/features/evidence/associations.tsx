import type { AssociationTest } from '../../../../shared/contract/evidence.ts'
import { Label } from '../../components/label.tsx'
import { formatCount, formatNumber } from '../../lib/format.ts'
import classes from './question-evidence.module.css'

/** Whether the answers as a whole, or options one by one, go with cohort, condition or segment. */
export function Associations({ tests }: { tests: readonly AssociationTest[] }) {
  const told = tests.filter(({ verdict }) => verdict !== 'not tested')
  if (told.length === 0) return null
  // A list of options that go with nothing hides those that do.
  const isTold = ({ option, verdict }: AssociationTest) =>
    option === null || verdict === 'associated'
  const silent = [
    ...Map.groupBy(
      told.filter((test) => !isTold(test)),
      ({ by }) => by,
    ).values(),
  ]
  return (
    <ul aria-label="Associations" className={classes.sentences}>
      {told.filter(isTold).map((test) => (
        <li key={`${test.by} ${test.option}`}>
          <span>{test.sentence}</span>
          <span className="quiet small">{numbersOf(test)}</span>
          {test.kind === 'exploratory' && <Label>exploratory</Label>}
          {test.trueByConstruction && <Label tone="warn">true by construction</Label>}
        </li>
      ))}
      {silent.map(([first, ...others]) => (
        <li key={first!.by} className="quiet">
          {others.length === 0
            ? first!.sentence
            : `${first!.sentence.replace(/\.$/, '')}, nor for ${formatCount(others.length, 'other option')}.`}
        </li>
      ))}
    </ul>
  )
}

function numbersOf({ test, f, numeratorDf, denominatorDf, cramersV }: AssociationTest): string {
  if (f === null || numeratorDf === null || denominatorDf === null) return ''
  const strength = cramersV === null ? '' : `Cramér’s V ${formatNumber(cramersV, 2)}; `
  const name = test === 'wald' ? 'F of the means' : 'Rao–Scott F'
  return `${strength}${name} ${formatNumber(f, 2)} on ${formatNumber(numeratorDf, 1)} and ${formatNumber(denominatorDf)} degrees of freedom`
}
