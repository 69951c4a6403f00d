import type { EvidenceWarning } from '../../../../../shared/contract/evidence.ts'
import { alikeWarnings } from './alike.ts'
import { choiceModelWarnings } from './choice-models.ts'
import { comparisonWarnings } from './comparison-warnings.ts'
import { contradictionWarnings } from './contradictions.ts'
import { duplicateWarnings } from './duplicates.ts'
import { fewCarrierWarnings } from './few-carriers.ts'
import { missingAnswerWarnings } from './missing-answers.ts'
import { missingInGroupsWarnings } from './missing-in-groups.ts'
import { orderEffectWarnings } from './order-effects.ts'
import { outlierWarnings } from './outliers.ts'
import { runWarnings } from './run-warnings.ts'
import { simpsonWarnings } from './simpson.ts'
import { smallCellWarnings } from './small-cells.ts'
import { straightLiningWarnings, type StraightLining } from './straight-lining.ts'
import type { Look } from './warning.ts'

const order = { error: 0, warning: 1, info: 2 } as const

/** What a careful reader has to know before the numbers, in plain words and with what to do. */
export function warningsOf(
  look: Look,
  straightLining: readonly StraightLining[],
): EvidenceWarning[] {
  const found = inOrder([
    ...runWarnings(look),
    ...simpsonWarnings(look),
    ...missingAnswerWarnings(look),
    ...missingInGroupsWarnings(look),
    ...alikeWarnings(look),
    ...duplicateWarnings(look),
    ...straightLiningWarnings(look, straightLining),
    ...orderEffectWarnings(look),
    ...contradictionWarnings(look),
    ...choiceModelWarnings(look),
    ...comparisonWarnings(look),
    ...outlierWarnings(look),
    ...fewCarrierWarnings(look),
    ...smallCellWarnings(look),
  ])
  return look.input.run.status === 'succeeded' ? found : found.map(withoutP)
}

/** Of an unfinished run no p is given. */
function withoutP(warning: EvidenceWarning): EvidenceWarning {
  return { ...warning, numbers: warning.numbers.filter(({ kind }) => kind !== 'p') }
}

/** Worst first; of the same severity as given. */
export function inOrder(warnings: readonly EvidenceWarning[]): EvidenceWarning[] {
  return warnings.toSorted((a, b) => order[a.severity] - order[b.severity])
}
