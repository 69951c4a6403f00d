import type { UseQueryResult } from '@tanstack/react-query'
import type {
  CohortGenerationPreview,
  GeneratedMargin,
} from '../../../../shared/contract/cohort-generation.ts'
import { QueryView } from '../../components/query-view.tsx'
import { Section } from '../../components/section.tsx'
import { formatNumber, formatShare } from '../../lib/format.ts'
import classes from './generate-page.module.css'

const how: Record<CohortGenerationPreview['report']['method'], string> = {
  quotas: 'Exact quotas.',
  independence: 'Distributions that no table ties together are crossed at random.',
  fitted: 'Tables that share variables were fitted to each other.',
}

/** What would be made, by quota, with a few faces; nothing is stored. */
export function GenerationPreview({ query }: { query: UseQueryResult<CohortGenerationPreview> }) {
  return (
    <div
      className={classes.preview}
      aria-live="polite"
      data-old={query.isPlaceholderData || undefined}
    >
      <QueryView query={query}>
        {({ report, sample }) => (
          <>
            <p className={classes.count}>{formatNumber(report.count)}</p>
            <p className="quiet">
              {how[report.method]}{' '}
              {report.margins.length > 0 &&
                `Largest gap ${formatNumber(report.maxGapPoints, 2)} points.`}
            </p>
            {report.notes.length > 0 && (
              <ul className={classes.notes}>
                {report.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            )}
            {report.margins.map((margin) => (
              <MarginTable key={margin.name} margin={margin} />
            ))}
            <Section title="The first of them">
              <ul>
                {sample.map(({ firstName, lastName, age, baseOccupation, location }) => (
                  <li key={`${firstName} ${lastName} ${age} ${location}`}>
                    {firstName} {lastName}
                    <span className="quiet">
                      , {age}, {baseOccupation}, {location}
                    </span>
                  </li>
                ))}
              </ul>
            </Section>
          </>
        )}
      </QueryView>
    </div>
  )
}

function MarginTable({ margin: { name, categories } }: { margin: GeneratedMargin }) {
  return (
    <table className={classes.table} aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">People</th>
          <th scope="col">Wanted</th>
          <th scope="col">Made</th>
        </tr>
      </thead>
      <tbody>
        {categories.map(({ category, n, target, share }) => (
          <tr key={category}>
            <th scope="row">{category}</th>
            <td>{formatNumber(n)}</td>
            <td>{formatShare(target)}</td>
            <td>{formatShare(share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
