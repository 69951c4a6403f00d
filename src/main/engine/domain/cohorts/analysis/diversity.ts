import type { MeanDistance } from './gower.ts'
import { MOST_TWINS, type Twins } from './twins.ts'

/** Below this the members are much alike, above the other hardly less mixed than everybody. */
const ALIKE = 0.6
const MIXED = 0.9

/** What the numbers of inner diversity say. */
export function diversitySentence(
  of: MeanDistance,
  everybody: number | null,
  twins: readonly Twins[],
): string {
  if (of.mean === null || everybody === null)
    return 'Two members with something in common are needed to tell how different they are.'
  if (everybody === 0) return 'Everybody in the workspace is the same in what can be compared.'
  const percent = Math.round((of.mean / everybody) * 100)
  const how =
    percent < ALIKE * 100
      ? 'Members are much alike'
      : percent < MIXED * 100
        ? 'Members are somewhat alike'
        : 'Members are about as mixed as everybody'
  const looked = of.exact
    ? ''
    : ` A sample of ${of.pairs.toLocaleString('en')} pairs was looked at.`
  return `${how}: two of them differ ${percent} % as much as two people of the whole workspace.${looked}${twinsSentence(of, twins)}`
}

function twinsSentence({ exact }: MeanDistance, twins: readonly Twins[]): string {
  if (twins.length === 0) return ''
  const many = `${twins.length}${twins.length === MOST_TWINS ? ' or more' : ''} pairs hardly differ`
  const which = twins.length === 1 ? 'One pair hardly differs' : many
  return exact
    ? ` ${which}: is one person there twice?`
    : ` ${which}, of members alike in every category; among so many, some are close by chance.`
}
