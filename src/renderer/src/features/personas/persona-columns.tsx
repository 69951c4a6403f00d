import { createColumnHelper, tableFeatures } from '@tanstack/react-table'
import type { PersonaListItem } from '../../../../shared/contract/personas.ts'
import { RelativeTime } from '../../components/relative-time.tsx'
import { formatNumber } from '../../lib/format.ts'
import { TraitSpark } from './trait-spark.tsx'

export const features = tableFeatures({})
const helper = createColumnHelper<typeof features, PersonaListItem>()

/** Grid tracks in the order of the columns. */
export const columnTracks =
  'minmax(140px, 1.4fr) 56px minmax(120px, 1.4fr) minmax(96px, 1fr) minmax(72px, 0.6fr) 132px 84px 116px'

export const columns = helper.columns([
  helper.accessor((persona) => `${persona.firstName} ${persona.lastName}`, {
    id: 'lastName',
    header: 'Name',
    cell: ({ getValue }) => <strong>{getValue()}</strong>,
  }),
  helper.accessor('age', { header: 'Age', meta: { align: 'end' } }),
  helper.accessor('baseOccupation', { header: 'Occupation' }),
  helper.accessor('location', { header: 'Location' }),
  helper.accessor('gender', { header: 'Gender', cell: ({ getValue }) => getValue() ?? '–' }),
  helper.accessor('traits', {
    header: 'Traits O C E A N',
    cell: ({ getValue }) => <TraitSpark traits={getValue()} />,
  }),
  helper.accessor('timelineLength', {
    header: 'Memories',
    meta: { align: 'end' },
    cell: ({ getValue }) => formatNumber(getValue()),
  }),
  helper.accessor('createdAt', {
    header: 'Created',
    cell: ({ getValue }) => <RelativeTime iso={getValue()} />,
  }),
])
