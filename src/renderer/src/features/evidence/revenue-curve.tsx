import type { PriceModel } from '../../../../shared/contract/evidence-models.ts'
import { formatEstimate } from '../../lib/format.ts'
import { meanScale, placeOn, type Scale } from './domains.ts'
import { plainTick } from './part-charts.tsx'
import classes from './price-curve.module.css'
import own from './revenue-curve.module.css'

type Props = { model: PriceModel; unit: string; onOpen: (price: number) => void }

/** What each price earns, the best one marked, with the prices the resamples take for the best. */
export function RevenueCurve({ model, unit, onOpen }: Props) {
  const { prices, best } = model
  const across = priceScale(model)
  const ends = prices.map(({ revenue }) => revenue.upper ?? revenue.estimate ?? 0)
  const up = meanScale([{ ...prices[0]!.revenue, lower: 0, upper: Math.max(...ends) }])
  const line = prices
    .filter(({ revenue }) => revenue.estimate !== null)
    .map(
      ({ price, revenue }) => `${placeOn(across, price)},${100 - placeOn(up, revenue.estimate!)}`,
    )
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.key}>
        {best && (
          <>
            <span>
              <i className={own.bestKey} aria-hidden /> best price {best.price} {unit}
            </span>
            <span>
              <i className={own.bandKey} aria-hidden />
              {best.lower === best.upper
                ? `the best in 95 % of the resamples too`
                : `best in 95 % of the resamples: ${best.lower} to ${best.upper} ${unit}`}
            </span>
          </>
        )}
      </figcaption>
      <div className={classes.plot} role="group" aria-label="Revenue by price">
        {best && (
          <div
            className={own.band}
            style={{
              left: `calc(${placeOn(across, best.lower)}% - 9px)`,
              right: `calc(${100 - placeOn(across, best.upper)}% - 9px)`,
            }}
          />
        )}
        {up.ticks.map((tick) => (
          <span key={tick} className={classes.level} style={{ bottom: `${placeOn(up, tick)}%` }}>
            <span>{plainTick(tick)}</span>
          </span>
        ))}
        <svg className={classes.line} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
          <polyline points={line.join(' ')} stroke="var(--wb-text)" />
        </svg>
        {prices.map(({ price, revenue }) => {
          if (revenue.estimate === null) return null
          const isBest = price === best?.price
          const label = `Revenue at ${price} ${unit}, everyone: ${formatEstimate(revenue, { unit })}${isBest ? ', the best' : ''}`
          return (
            <div
              key={price}
              className={classes.at}
              style={
                {
                  left: `${placeOn(across, price)}%`,
                  '--mark': 'var(--wb-text)',
                } as React.CSSProperties
              }
            >
              {revenue.lower !== null && revenue.upper !== null && (
                <i
                  className={classes.whisker}
                  style={{
                    bottom: `${placeOn(up, revenue.lower)}%`,
                    top: `${100 - placeOn(up, revenue.upper)}%`,
                  }}
                />
              )}
              <button
                type="button"
                className={`${classes.dot} ${isBest ? own.best : ''}`}
                style={{ bottom: `${placeOn(up, revenue.estimate)}%` }}
                aria-label={label}
                title={label}
                onClick={() => onOpen(price)}
              />
            </div>
          )
        })}
      </div>
      <div className={classes.axis} aria-hidden>
        {prices.map(({ price }) => (
          <span key={price} style={{ left: `${placeOn(across, price)}%` }}>
            {price}
            {unit && ` ${unit}`}
          </span>
        ))}
      </div>
    </figure>
  )
}

/** The prices asked about, with a little room at either end. */
export function priceScale({ prices }: PriceModel): Scale {
  const ticks = prices.map(({ price }) => price)
  const room = (Math.max(...ticks) - Math.min(...ticks)) * 0.08
  return { from: Math.min(...ticks) - room, to: Math.max(...ticks) + room, ticks }
}
