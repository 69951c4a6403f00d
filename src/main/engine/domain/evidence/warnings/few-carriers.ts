import type {
  DomainEstimates,
  Estimate,
  EvidenceWarning,
} from '../../../../../shared/contract/evidence.ts'
import { list, plural } from '../words.ts'
import { toWarning, type Look } from './warning.ts'

const NAMED = 3

type Found = {
  readonly questionId: string
  readonly label: string
  readonly n: number
  readonly carriers: number
}

/** Weights so unequal that few personas carry the numbers; once for all questions and groups. */
export function fewCarrierWarnings({ questions }: Look): EvidenceWarning[] {
  const found = questions.flatMap(({ questionId, overall, segments, conditions }): Found[] =>
    [{ ...overall, label: 'everyone' }, ...segments, ...conditions].flatMap((domain) => {
      const carriers = carriersOf(domain)
      return carriers === undefined
        ? []
        : [{ questionId, label: domain.label, n: domain.n, carriers }]
    }),
  )
  if (found.length === 0) return []
  const fewest = [...Map.groupBy(found, ({ label }) => label).values()]
    .map((same) => same.reduce((a, b) => (b.carriers < a.carriers ? b : a)))
    .toSorted((a, b) => Number(b.label === 'everyone') - Number(a.label === 'everyone'))
  return [describe(fewest, new Set(found.map(({ questionId }) => questionId)))]
}

function describe(groups: readonly Found[], questions: ReadonlySet<string>): EvidenceWarning {
  const named = groups.slice(0, NAMED)
  const others = groups.length - named.length
  const said = named.map(
    ({ label, carriers, n }) =>
      `of ${label} as well as from ${plural(Math.round(carriers), 'persona')} of equal weight (${plural(n, 'answer')})`,
  )
  return toWarning({
    code: 'few_carriers',
    severity: groups[0]!.label === 'everyone' ? 'warning' : 'info',
    questionId: questions.size === 1 ? [...questions][0]! : null,
    title: 'Few personas carry these numbers',
    what: `Weights are so unequal that the error is only known ${list(said)}${others > 0 ? `, and so in ${plural(others, 'more group')}` : ''}.`,
    means:
      'The ordinary interval, which is R’s, then holds the truth less often than it says, most of all for a share near 0 or 100 %.',
    todo: 'Go by the cautious interval, the thin line; trim the weights, or generate more personas like those who weigh most.',
    numbers: named.map(({ label, carriers }) => ({
      label: `Personas that carry ${label}`,
      value: carriers,
      kind: 'number',
    })),
  })
}

function carriersOf({ shares = [], mean, measures = [] }: DomainEstimates): number | undefined {
  const estimates: (Estimate | undefined)[] = [
    mean,
    ...shares.map(({ share }) => share),
    ...measures.map(({ estimate }) => estimate),
  ]
  const found = estimates.flatMap((estimate) => estimate?.cautious?.carriers ?? [])
  return found.length === 0 ? undefined : Math.min(...found)
}
