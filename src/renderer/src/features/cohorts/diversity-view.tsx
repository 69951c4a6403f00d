import { Link } from '@tanstack/react-router'
import type { CohortDiversity } from '../../../../shared/contract/cohort-analysis.ts'
import { Section } from '../../components/section.tsx'
import { formatNumber } from '../../lib/format.ts'
import classes from './diversity-view.module.css'

/** Up to twice as mixed as everybody is on the line; more is at its end. */
const LONGEST = 2
const TWINS = 5

/** How different the members are from each other, against two people of the whole workspace. */
export function DiversityView({ diversity }: { diversity: CohortDiversity }) {
  const { meanDistance, workspaceMeanDistance, ratio, pairs, exact, twins, sentence } = diversity
  return (
    <Section title="How different they are">
      <p>{sentence}</p>
      {ratio !== null && meanDistance !== null && workspaceMeanDistance !== null && (
        <div className={classes.line} aria-hidden>
          <span className={classes.everybody} style={{ left: `${100 / LONGEST}%` }} />
          <span
            className={classes.dot}
            style={{ left: `${(100 * Math.min(ratio, LONGEST)) / LONGEST}%` }}
          />
          <span className={classes.alike}>alike</span>
          <span className={classes.mixed}>as mixed as everybody</span>
        </div>
      )}
      {meanDistance !== null && (
        <p className="quiet small">
          Mean Gower distance {formatNumber(meanDistance, 2)}
          {workspaceMeanDistance !== null &&
            `, workspace ${formatNumber(workspaceMeanDistance, 2)}`}
          , over {formatNumber(pairs)} {exact ? 'pairs' : 'pairs drawn at random'}
        </p>
      )}
      {twins.length > 0 && (
        <details>
          <summary>
            {twins.length === 1 ? 'One pair hardly differs' : `${twins.length} pairs hardly differ`}
          </summary>
          <ul className={classes.twins}>
            {twins.slice(0, TWINS).map(({ a, b, distance }) => (
              <li key={`${a.personaId} ${b.personaId}`}>
                <PersonaLink {...a} /> and <PersonaLink {...b} />{' '}
                <span className="quiet">{formatNumber(distance, 3)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}

function PersonaLink({ personaId, name }: { personaId: string; name: string }) {
  return (
    <Link to="/personas/$personaId" params={{ personaId }}>
      {name}
    </Link>
  )
}
