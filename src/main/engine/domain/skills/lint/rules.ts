import { absoluteTerm } from './absolute-term.ts'
import { doubleBarrelled } from './double-barrelled.ts'
import { doubleNegative } from './double-negative.ts'
import { leading } from './leading.ts'
import { loaded } from './loaded.ts'
import { longContext } from './long-context.ts'
import { missingDontKnow } from './missing-dont-know.ts'
import { rangeGap } from './range-gap.ts'
import { rangeOverlap } from './range-overlap.ts'
import { readingLevel } from './reading-level.ts'
import type { Rule } from './rule.ts'
import { severalObjectives } from './several-objectives.ts'
import { unbalancedScale } from './unbalanced-scale.ts'
import { unlabelledVariable } from './unlabelled-variable.ts'
import { vagueQuantifier } from './vague-quantifier.ts'

/** Every rule, in the order in which a question's findings are told. */
export const rules: readonly Rule[] = [
  severalObjectives,
  unlabelledVariable,
  doubleBarrelled,
  leading,
  loaded,
  doubleNegative,
  rangeOverlap,
  rangeGap,
  unbalancedScale,
  absoluteTerm,
  vagueQuantifier,
  readingLevel,
  longContext,
  missingDontKnow,
]
