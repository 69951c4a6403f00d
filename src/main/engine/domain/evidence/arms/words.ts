import type {
  ArmBasis,
  ArmDistance,
  ArmVerdict,
} from '../../../../../shared/contract/arm-evidence.ts'
import type { ArmName } from '../../../../../shared/contract/arms.ts'
import { decimal, percent, plural } from '../words.ts'

export type Told = {
  readonly arm: ArmName
  readonly verdict: ArmVerdict
  readonly distance: Pick<ArmDistance, 'distance' | 'floor' | 'power'> | null
  readonly basis: ArmBasis | null
  readonly provisional: boolean
  readonly rehearsal: boolean
}

const overall: Record<ArmName, Record<ArmVerdict, string>> = {
  'no-persona': {
    alike: 'The personas answer as the bare model does: what you see is the model’s opinion',
    differs: 'The personas answer otherwise than the bare model does',
    unclear: 'Too few answers to tell the personas from the bare model',
  },
  'demographics-only': {
    alike: 'Demographics alone give the same answers: profiles and memories add nothing here',
    differs: 'Profiles and memories change the answers: demographics alone give others',
    unclear: 'Too few answers to tell what profiles and memories add to demographics',
  },
}

export type ToldOfArm = Told & {
  /** Answered, failed and planned tasks of the arm. */
  readonly tasks: number
  readonly failed: number
  readonly planned: number
  /** With which sameness would be seen four times in five; null: more tasks alone do not help. */
  readonly tasksNeeded: number | null
}

/** What an arm says about the whole study. */
export function armSentence(told: ToldOfArm): string {
  const { arm, verdict, distance, basis, provisional, rehearsal } = told
  const label = rehearsal ? 'Rehearsal: ' : ''
  if (told.tasks === 0) return `${label}${nothingAnswered(told)}`
  if (!distance || !basis)
    return `${label}No question has enough answers on both sides to be compared.`
  if (provisional)
    return `${label}So far ${figures(distance, basis)}. ${told.tasks} of ${told.planned} tasks of this arm are answered: nothing is concluded from it.`
  const advice = verdict === 'unclear' ? ` ${adviceOf(told, distance.power)}` : ''
  return `${label}${overall[arm][verdict]} (${figures(distance, basis)}).${advice}`
}

function nothingAnswered({ failed, planned, provisional }: ToldOfArm): string {
  if (failed > 0 && failed === planned)
    return `All ${plural(planned, 'task')} of this arm failed: nothing is known from it. Read why on the page of the run, and retry them.`
  const still = provisional ? 'yet' : 'before the run ended'
  return `None of the ${plural(planned, 'task')} of this arm was answered ${still}${failed > 0 ? `, and ${failed} failed` : ''}: nothing is known from it.`
}

/** What a reader who wants to know can do. */
function adviceOf({ arm, tasksNeeded }: ToldOfArm, power: number): string {
  const what = arm === 'no-persona' ? 'Personas' : 'Profiles and memories'
  const seen = `${what} that add nothing would be seen as such in ${percent(power)} of runs like this one`
  return tasksNeeded === null
    ? `${seen}. More tasks of the arm alone would not help enough: ask more people, or more questions.`
    : `${seen}; with about ${tasksNeeded} tasks of the arm in 80 %.`
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

/**
 * What it says about one question.
 *
 * @param ratio  of variances, study over arm
 * @param reason  why it is not compared, where it is not
 */
export function questionSentence(told: Told, ratio: number | null, reason: string): string {
  const { arm, verdict, distance, basis, provisional, rehearsal } = told
  const label = rehearsal ? 'Rehearsal: ' : ''
  if (!distance || !basis) return `${label}Not compared: ${reason}.`
  const spread =
    ratio === null || !Number.isFinite(ratio)
      ? ''
      : `, with ${decimal(ratio)} times the arm’s variance`
  const core = provisional ? 'So far' : question[arm][verdict]
  return `${label}${core}: ${figures(distance, basis)}${spread}.`
}

function figures({ distance, floor }: NonNullable<Told['distance']>, basis: ArmBasis): string {
  return basis === 'shares'
    ? `${percent(distance)} of the answers would have to change to match, where chance alone makes it ${percent(floor.mean)}`
    : `the words lie ${decimal(distance)} apart in meaning, where chance alone makes it ${decimal(floor.mean)}`
}
