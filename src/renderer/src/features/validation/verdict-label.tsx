import type { ValidationVerdict } from '../../../../shared/contract/validation.ts'
import { Label, type Tone } from '../../components/label.tsx'

const verdicts: Record<ValidationVerdict, { word: string; tone: Tone; mark: string }> = {
  differs: { word: 'Differs', tone: 'bad', mark: '≠' },
  equivalent: { word: 'Equivalent', tone: 'good', mark: '≈' },
  inconclusive: { word: 'Inconclusive', tone: 'quiet', mark: '?' },
}

export function VerdictLabel({ verdict }: { verdict: ValidationVerdict }) {
  const { word, tone, mark } = verdicts[verdict]
  return (
    <Label tone={tone}>
      <span aria-hidden>{mark} </span>
      {word}
    </Label>
  )
}
