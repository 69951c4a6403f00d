import type { AssociationTest } from '../../../../shared/contract/evidence.ts'
import { Label } from '../../components/label.tsx'
import { formatNumber } from '../../lib/format.ts'
import classes from './question-evidence.module.css'

/** Whether the answers as a whole go with cohort, condition or segment. */
export function Associations({ tests }: { tests: readonly AssociationTest[] }) {
  const told = tests.filter(({ verdict }) => verdict !== 'not tested')
  if (told.length === 0) return null
  return (
    <ul aria-label="Associations" className={classes.sentences}>
      {told.map((test) => (
        <li key={test.by}>
          <span>{test.sentence}</span>
          <span className="quiet small">{numbersOf(test)}</span>
          {test.kind === 'exploratory' && <Label>exploratory</Label>}
          {test.trueByConstruction && <Label tone="warn">true by construction</Label>}
        </li>
      ))}
    </ul>
  )
}

function numbersOf({ f, numeratorDf, denominatorDf, cramersV }: AssociationTest): string {
  if (f === null || numeratorDf === null || denominatorDf === null) return ''
  const strength = cramersV === null ? '' : `Cramér’s V ${formatNumber(cramersV, 2)}; `
  return `${strength}Rao–Scott F ${formatNumber(f, 2)} on ${formatNumber(numeratorDf, 1)} and ${formatNumber(denominatorDf)} degrees of freedom`
}
