import type { StudyDesign } from '../../../../shared/contract/studies.ts'
import type {
  DetectableDifference,
  PowerReport,
} from '../../../../shared/contract/study-planning.ts'

/** What one detectable difference means, in plain words. */
export function powerSentence(found: DetectableDifference, power: number): string {
  const [a, b] = found.groups
  const pair = `${a!.label} and ${b!.label}`
  const chance = `${Math.round(power * 100)} times in 100`
  if (found.smallestDifference !== null)
    return found.measure === 'share'
      ? `Between ${pair}, a difference of ${amount(found.smallestDifference * 100)} points in a share is seen ${chance}.`
      : `Between ${pair}, a difference of ${amount(found.smallestDifference)} in the mean is seen ${chance}.`
  if (found.standardised !== null)
    return `Between ${pair}, a difference of ${amount(found.standardised)} standard deviations is seen ${chance}; give a standard deviation to read it in units of the answer.`
  return `${pair} have too few personas: no difference between them would be seen ${chance}.`
}

type Setting = {
  readonly iccSource: PowerReport['iccSource']
  readonly replicates: number
  readonly design: Pick<StudyDesign, 'design' | 'conditions'>
}

/** What keeps the numbers from being taken at face value. */
export function powerWarnings(
  differences: readonly DetectableDifference[],
  { iccSource, replicates, design }: Setting,
): string[] {
  const from = (source: string) => [
    ...new Set(
      differences.filter(({ sdSource }) => sdSource === source).map(({ questionId }) => questionId),
    ),
  ]
  const [synthetic, assumed] = [from('synthetic'), from('assumed')]
  const repeats = replicates > 1 || (design.design === 'within' && design.conditions.length > 1)
  return [
    ...(synthetic.length > 0
      ? [
          `The standard deviation of ${synthetic.join(', ')} comes from personas, who vary less than people: a study of people needs more of them than this says. Give one from a survey of people.`,
        ]
      : []),
    ...(assumed.length > 0
      ? [
          `The standard deviation of ${assumed.join(', ')} is a rule of thumb (a quarter of the range). Give one from a survey of people.`,
        ]
      : []),
    ...(repeats && iccSource === 'assumed'
      ? [
          'How alike the answers of one persona are is assumed (0.5). A run with two replicates measures it.',
        ]
      : []),
    'These are differences among personas of one generator and model. More personas never make up for a model that answers unlike people.',
  ]
}

function amount(value: number): string {
  return String(Number(value.toPrecision(2)))
}
