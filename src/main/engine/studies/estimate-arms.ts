import type { ArmName } from '../../../shared/contract/arms.ts'
import type { Estimate, Range } from '../../../shared/contract/estimate.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { StudyDesign } from '../../../shared/contract/studies.ts'
import { armsOf, armSize } from '../domain/studies/arms.ts'
import { castingOf } from '../domain/studies/casting.ts'
import { promptTokens, type AskedSkill } from './prompt-tokens.ts'

export type Prediction = Pick<Estimate, 'tokensIn' | 'tokensOut' | 'durationMs' | 'basis'>
type ArmPrediction = Prediction & { readonly arm: ArmName; readonly tasks: number }

type ToPredict = {
  /** Tasks of the study itself. */
  readonly own: number
  readonly skill: AskedSkill
  readonly sample: () => Promise<readonly Persona[]>
}

/** The answers are as long as the study's; the prompts are shorter by what is not told. */
export async function predictArms(
  ofStudy: Prediction,
  design: StudyDesign,
  { own, skill, sample }: ToPredict,
): Promise<ArmPrediction[]> {
  const names = armsOf(design)
  if (names.length === 0 || own === 0) return []
  const tasks = armSize(design.arms, own / design.replicates)
  const people = await sample()
  const whole = promptTokens(people, design, skill)
  return names.map((arm) => {
    const { portrait } = castingOf(undefined, arm)
    const shorter = whole === 0 ? 1 : promptTokens(people, design, skill, portrait) / whole
    return {
      arm,
      tasks,
      tokensIn: scale(ofStudy.tokensIn, (shorter * tasks) / own),
      tokensOut: scale(ofStudy.tokensOut, tasks / own),
      durationMs: scale(ofStudy.durationMs, tasks / own),
      basis: ofStudy.basis,
    }
  })
}

/** Both, one after the other. */
export function together(a: Prediction, b: Prediction): Prediction {
  const sum = (x: Range, y: Range): Range => ({
    low: x.low + y.low,
    likely: x.likely + y.likely,
    high: x.high + y.high,
  })
  return {
    tokensIn: sum(a.tokensIn, b.tokensIn),
    tokensOut: sum(a.tokensOut, b.tokensOut),
    durationMs: sum(a.durationMs, b.durationMs),
    basis: a.basis,
  }
}

/** Rounded away from the middle. */
export function scale({ low, likely, high }: Range, by: number): Range {
  return { low: Math.floor(low * by), likely: Math.round(likely * by), high: Math.ceil(high * by) }
}
