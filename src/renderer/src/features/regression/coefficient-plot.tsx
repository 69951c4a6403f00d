import { Select } from '@mantine/core'
import type { Coefficient, Regression } from '../../../../shared/contract/regression.ts'
import { shownCoefficient } from '../../../../shared/shown-coefficient.ts'
import { formatP } from '../../lib/format.ts'
import type { Scale } from '../evidence/domains.ts'
import { DotWhisker } from '../evidence/dot-whisker.tsx'
import { ScaleAxis } from '../evidence/scale-axis.tsx'
import classes from './coefficient-plot.module.css'
import { coefficientScale, coefficientText, tickText } from './coefficient-scale.ts'
import type { ModelsSearch } from './models.search.ts'
import { keyOfTerm } from './variables.ts'

type Props = {
  regression: Regression
  search: ModelsSearch
  choose: (next: Partial<ModelsSearch>) => void
}

/** Each coefficient as a dot with its interval, by predictor, on one scale; no effect is a line. */
export function CoefficientPlot({ regression, search, choose }: Props) {
  const { coefficients, tests, model, errors } = regression
  const slopes = coefficients
    .filter(({ kind }) => kind === 'slope')
    .map((slope) => (errors === 'corrected' ? withThinLine(slope) : slope))
  const scale = coefficientScale(slopes, model)
  const terms = [...new Set(slopes.map(({ term }) => term!))]
  return (
    <div className={classes.plot} role="group" aria-label="Coefficients" data-picture>
      {terms.map((term) => {
        const of = slopes.filter((slope) => slope.term === term)
        const test = tests.find((one) => one.term === term)
        const p = errors === 'corrected' ? (test?.corrected?.p ?? test?.p) : test?.p
        return (
          <div key={term} className={classes.term} role="group" aria-label={nameOf(of[0]!)}>
            <TermHead {...{ term, slopes: of, search, choose }}>
              {p != null && of.length > 1 && <span className="quiet small">{formatP(p)}</span>}
            </TermHead>
            {of.map((slope) => (
              <Row key={slope.name} {...{ slope, scale, errors }} />
            ))}
          </div>
        )
      })}
      <div className={classes.row} aria-hidden>
        <span />
        <ScaleAxis scale={scale} tickText={(tick) => tickText(tick, model, scale)} />
      </div>
    </div>
  )
}

type HeadProps = Pick<Props, 'search' | 'choose'> & {
  term: string
  slopes: readonly Coefficient[]
  children: React.ReactNode
}

/** Name of a predictor; for categories, what they are set against. */
function TermHead({ term, slopes, search, choose, children }: HeadProps) {
  const reference = slopes[0]!.reference
  const key = keyOfTerm(term, search.by ?? [])
  if (reference === null || key === undefined) return null
  const levels = [reference, ...slopes.map(({ category }) => category!)]
  return (
    <div className={classes.head}>
      <span className="eyebrow">{nameOf(slopes[0]!)}, against</span>
      <span data-tool>
        <Select
          size="xs"
          w={170}
          aria-label={`${nameOf(slopes[0]!)}: set against`}
          data={levels}
          value={reference}
          allowDeselect={false}
          onChange={(level) => level && choose({ against: { ...search.against, [key]: level } })}
        />
      </span>
      {children}
    </div>
  )
}

/** The corrected interval as the thin line of a cautious one, around R's. */
function withThinLine(slope: Coefficient): Coefficient {
  const { estimate, corrected } = slope
  if (!corrected) return slope
  const { lower, upper, degreesOfFreedom: carriers } = corrected
  return { ...slope, estimate: { ...estimate, cautious: { lower, upper, carriers } } }
}

type RowProps = { slope: Coefficient; scale: Scale; errors: Regression['errors'] }

function Row({ slope, scale, errors }: RowProps) {
  const label = slope.category ?? slope.label
  return (
    <div className={classes.row}>
      <span className={classes.label} title={slope.label}>
        {label}
      </span>
      {slope.left === null ? (
        <DotWhisker
          estimate={slope.estimate}
          scale={scale}
          colour={0}
          text={coefficientText(shownCoefficient(slope, errors))}
          label={slope.label}
          hollowAt={0}
        />
      ) : (
        <span className="quiet small">{leftOut[slope.left]}</span>
      )}
    </div>
  )
}

const leftOut = {
  collinear: 'left out: says nothing new',
  separated: 'no estimate: tells answers apart without fail',
  'not fitted': 'no estimate',
  'too few': 'fewer than 5 personas',
} as const

/** "gender: woman" is of the predictor "gender". */
function nameOf({ label, category }: Coefficient): string {
  return category === null ? label : label.slice(0, -category.length - ': '.length)
}
