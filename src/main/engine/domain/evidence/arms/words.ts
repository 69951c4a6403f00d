import type { ArmVerdict } from '../../../../../shared/contract/arm-evidence.ts'
import type { ArmName } from '../../../../../shared/contract/arms.ts'
import { decimal, percent } from '../words.ts'

export type Told = {
  readonly arm: ArmName
  readonly verdict: ArmVerdict
  readonly distance: { readonly distance: number; readonly floor: { readonly mean: number } } | null
  readonly provisional: boolean
  readonly rehearsal: boolean
}

const overall: Record<ArmName, Record<ArmVerdict, string>> = {
  'no-persona': {
    alike: 'The personas answer as the bare model does: what you see is the model’s opinion',
    differs: 'The personas answer otherwise than the bare model does',
    unclear: 'Too few answers to tell the personas from the bare model: give the arm more tasks',
  },
  'demographics-only': {
    alike: 'Demographics alone give the same answers: profiles and memories add nothing here',
    differs: 'Profiles and memories change the answers: demographics alone give others',
    unclear:
      'Too few answers to tell what profiles and memories add to demographics: give the arm more tasks',
  },
}

/** What an arm says about the whole study. */
export function armSentence({ arm, verdict, distance, provisional, rehearsal }: Told): string {
  const label = rehearsal ? 'Rehearsal: ' : ''
  if (!distance) return `${label}No question has answers whose distribution could be compared.`
  if (provisional)
    return `${label}So far ${figures(distance)}. The run is not over: nothing is concluded from it.`
  return `${label}${overall[arm][verdict]} (${figures(distance)}).`
}

const question: Record<ArmName, Record<ArmVerdict, string>> = {
  'no-persona': {
    alike: 'Answered as the bare model answers it',
    differs: 'Answered otherwise than by the bare model',
    unclear: 'Not told from the bare model, nor shown to be the same',
  },
  'demographics-only': {
    alike: 'Demographics alone give the same answers',
    differs: 'Profiles and memories change the answers',
    unclear: 'Not told from demographics alone, nor shown to be the same',
  },
}

/** What it says about one question. @param ratio  of variances, study over arm */
export function questionSentence(told: Told, ratio: number | null): string {
  const { arm, verdict, distance, provisional, rehearsal } = told
  const label = rehearsal ? 'Rehearsal: ' : ''
  if (!distance)
    return `${label}Not compared: such answers have no distribution, or there are too few.`
  const spread =
    ratio === null || !Number.isFinite(ratio)
      ? ''
      : `, with ${decimal(ratio)} times the arm’s variance`
  const core = provisional ? 'So far' : question[arm][verdict]
  return `${label}${core}: ${figures(distance)}${spread}.`
}

function figures({ distance, floor }: NonNullable<Told['distance']>): string {
  return `${percent(distance)} of the answers would have to change to match, where chance alone makes it ${percent(floor.mean)}`
}
