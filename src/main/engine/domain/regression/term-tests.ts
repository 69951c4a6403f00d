import type { TermTest } from '../../../../shared/contract/regression.ts'
import type { FittedModel } from '../statistics/regression/fitted-model.ts'
import { waldTest } from '../statistics/regression/wald.ts'
import { smallSampleWald } from '../statistics/regression/small-sample.ts'
import type { Corrections } from './corrections.ts'
import { isHidden } from './hidden.ts'
import type { RegressionInput } from './regression.ts'

/**
 * One test per predictor, of all its coefficients that are in the model; without numbers where every
 * one of them is hidden.
 */
export function termTests(
  { columns, design, provisional }: RegressionInput,
  model: FittedModel,
  corrections: Corrections | undefined,
): TermTest[] {
  const terms = new Map<string, { label: string; places: number[] }>()
  model.kept.forEach((column, place) => {
    const term = columns[column]!.term
    if (term === null) return
    const known = terms.get(term.name) ?? { label: term.label, places: [] }
    known.places.push(place)
    terms.set(term.name, known)
  })
  return [...terms].map(([term, { label, places }]) => {
    const { f, numeratorDf, denominatorDf, p } = waldTest(model, places)
    if (places.every((place) => isHidden(design, columns[model.kept[place]!]!)))
      return { term, label, f: null, numeratorDf, denominatorDf, p: null, corrected: null }
    const corrected = corrections && smallSampleWald(corrections.errors, model, places)
    return {
      term,
      label,
      f: Number.isFinite(f) ? f : null,
      numeratorDf,
      denominatorDf,
      p: provisional || !Number.isFinite(p) ? null : p,
      corrected:
        corrected && Number.isFinite(corrected.p)
          ? {
              f: corrected.f,
              denominatorDf: corrected.denominatorDf,
              p: provisional ? null : corrected.p,
            }
          : null,
    }
  })
}
