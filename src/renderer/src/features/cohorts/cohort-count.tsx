import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CohortPreview } from '../../../../shared/contract/cohorts.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Section } from '../../components/section.tsx'
import { formatNumber, formatShare } from '../../lib/format.ts'
import type { CohortDefinition } from './cohort-draft.ts'
import classes from './cohort-preview.module.css'
import { cohortPreviewQuery } from './cohorts.queries.ts'

/** Live, where there is room for little: how many, who that is in a sentence, a few of them. */
export function CohortGlance({ definition }: { definition: CohortDefinition }) {
  const [settled] = useDebouncedValue(definition, 150)
  const { data, error } = useQuery(cohortPreviewQuery(settled))
  if (error) return <ErrorPanel error={error} />
  return (
    <div className={classes.glance}>
      <CohortCount preview={data} floor={data?.floor} />
      {data && <p>{data.sentence}</p>}
      {data && data.sample.length > 0 && <CohortFaces sample={data.sample} />}
    </div>
  )
}

type CountProps = { preview: CohortPreview | undefined; floor: number | undefined }

/** The largest number on the screen, and what it is worth. */
export function CohortCount({ preview, floor = 0 }: CountProps) {
  const isLow = preview !== undefined && preview.size < floor
  return (
    <div aria-live="polite">
      <p className={classes.count}>{preview ? formatNumber(preview.size) : '–'}</p>
      <p className="quiet">
        {preview
          ? `of ${formatNumber(preview.of)} personas${preview.of > 0 ? `, ${formatShare(preview.size / preview.of)}` : ''}`
          : 'Counting'}
      </p>
      <p className={classes.floor} data-low={isLow || undefined}>
        {preview && floor > 0 && floorWords(preview.size, floor)}
      </p>
    </div>
  )
}

function floorWords(size: number, floor: number): string {
  if (size === 0) return 'Nobody is in it yet.'
  return size < floor
    ? `▽ ${floor - size} short of ${floor}: estimates for this cohort will be wide.`
    : `✓ At least ${floor}, enough to be reported on.`
}

/** A few of them, for faces to the number. */
export function CohortFaces({ sample }: { sample: CohortPreview['sample'] }) {
  return (
    <Section title="Among them">
      <ul className={classes.faces}>
        {sample.map((persona) => (
          <li key={persona.id}>
            <Link to="/personas/$personaId" params={{ personaId: persona.id }}>
              {persona.firstName} {persona.lastName}
            </Link>
            <span className="quiet">
              , {persona.age}, {persona.baseOccupation}, {persona.location}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
