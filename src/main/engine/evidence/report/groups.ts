import type { DomainEstimates, QuestionEvidence } from '../../../../shared/contract/evidence.ts'

/** Whose numbers are shown beside each other: everyone, then cohorts, segments and conditions. */
export type Group = { label: string; colour: string; estimates: DomainEstimates }

// Okabe & Ito (2008), in the order of the interface's cohort colours; ink for everyone.
const INK = '#333a45'
const GROUP_COLOURS = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#8a7a00']

export function groupsOf({ overall, segments, conditions }: QuestionEvidence): Group[] {
  const parts = [...segments, ...conditions]
  return [
    { label: 'Everyone', colour: INK, estimates: overall },
    ...parts.map((part, i) => ({
      label: part.label,
      colour: GROUP_COLOURS[i % GROUP_COLOURS.length]!,
      estimates: part,
    })),
  ]
}
