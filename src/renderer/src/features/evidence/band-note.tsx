import type { FieldBands } from '../../../../shared/contract/evidence.ts'
import { nameOfField } from './domains.ts'
import { bandsIn } from './bands-in.ts'

type Props = { bands: readonly FieldBands[]; segmentBy: string | undefined }

/** Where the groups of a number come from: nobody wrote them down. */
export function BandNote({ bands, segmentBy }: Props) {
  const cut = bandsIn(bands, segmentBy)
  if (cut.length === 0) return null
  const names = cut.map(({ field }) => nameOfField(field)).join(' and ')
  return (
    <p className="quiet">
      {`By ${names} in bands: quarters of this run’s personas, as near as round numbers and equal values allow; the same from the first answer to the last.`}
    </p>
  )
}
