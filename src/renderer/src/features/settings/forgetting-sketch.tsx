import classes from './memory-form.module.css'

const YEARS = 10
const STRENGTH = 80
const WIDTH = 100

/** How a clear memory would fade over ten years with this exponent. */
export function ForgettingSketch({ exponent }: { exponent: number }) {
  const strengthAfter = (years: number) => STRENGTH * (1 + years) ** -exponent
  const points = Array.from({ length: 61 }, (_, i) => (i / 60) * YEARS)
  const path = points
    .map(
      (years, i) =>
        `${i === 0 ? 'M' : 'L'}${(years / YEARS) * WIDTH} ${100 - strengthAfter(years)}`,
    )
    .join('')
  const [year, decade] = [1, YEARS].map((years) => Math.round(strengthAfter(years)))
  const text = `A memory of strength ${STRENGTH} is at ${year} after a year and at ${decade} after ten.`
  return (
    <figure className={classes.curve}>
      <svg viewBox={`0 0 ${WIDTH} 100`} preserveAspectRatio="none" role="img" aria-label={text}>
        {[25, 60].map((y) => (
          <line key={y} x1={0} x2={WIDTH} y1={y} y2={y} />
        ))}
        <path d={path} />
      </svg>
      <figcaption className="quiet small">
        {text} The lines are where vivid (75) and clear (40) end.
      </figcaption>
    </figure>
  )
}
