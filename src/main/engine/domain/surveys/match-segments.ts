import type { SurveyItem } from '../../../../shared/contract/human-surveys.ts'
import type { MatchProposals, Recode } from '../../../../shared/contract/validation-matches.ts'
import { bandOf, type Bands } from '../criteria/bands.ts'
import { matchAnswers } from './match-answers.ts'
import { numberOf, plainText } from './value-text.ts'

/** A field that personas of a run differ in, with the categories they fall into. */
export type PersonaField = {
  readonly field: string
  readonly categories: readonly { readonly value: string; readonly label: string }[]
  /** Where it is a number cut into bands. */
  readonly bands?: Bands
}

type Candidate = MatchProposals['segments'][number]['candidates'][number]

const NAMES: Readonly<Record<string, readonly string[]>> = {
  gender: ['gender', 'sex', 'geschlecht', 'sexe'],
  age: ['age', 'age group', 'agegroup', 'agecat', 'age band', 'alter'],
  education: ['education', 'educ', 'degree', 'schooling'],
  income: ['income', 'household income', 'hhincome'],
  location: ['location', 'region', 'city', 'place', 'area', 'state', 'country'],
  condition: ['condition', 'arm', 'treatment', 'group', 'version'],
  cohort: ['cohort', 'segment', 'group'],
}

/** Which field of personas a survey's groups are about: by its name, then by its categories. */
export function matchSegments(
  segments: readonly SurveyItem[],
  fields: readonly PersonaField[],
): MatchProposals['segments'] {
  return segments.map((segment) => ({
    itemId: segment.id,
    text: segment.text,
    candidates: fields
      .map((field) => ({ found: candidateOf(segment, field), named: isNamed(segment, field) }))
      .filter(({ found, named }) => named || placed(found) >= 2)
      .toSorted(
        (a, b) =>
          Number(b.named) - Number(a.named) || a.found.unmatched.length - b.found.unmatched.length,
      )
      .slice(0, 3)
      .map(({ found }) => found),
  }))
}

function placed({ recodes }: Candidate): number {
  return recodes.filter(({ to }) => to !== null).length
}

function isNamed({ id, text }: SurveyItem, { field }: PersonaField): boolean {
  const last = plainText(field.split('.').at(-1)!)
  const names = NAMES[last] ?? [last]
  return [id, text].some((name) => names.includes(plainText(name)))
}

function candidateOf(segment: SurveyItem, { field, categories, bands }: PersonaField): Candidate {
  const values = categories.map(({ value, label }) => ({ value, label }))
  if (!bands) {
    const { recodes, unmatched } = matchAnswers(segment.values, categories, false)
    return { field, values, recodes: [...recodes], unmatched: [...unmatched] }
  }
  const known = new Set(values.map(({ value }) => value))
  const recodes: Recode[] = []
  const unmatched: string[] = []
  for (const { value, label } of segment.values) {
    const named = values.find((one) => one.label === label.trim())?.value
    const band = named ?? bandFor(label, bands)
    if (band === null) unmatched.push(value)
    else recodes.push({ from: value, to: known.has(band) ? band : null })
  }
  return { field, values, recodes, unmatched }
}

/** The band a number or a range lies in as a whole: "20–39" is in none of 18–34 and 35–54. */
function bandFor(label: string, { bounds, labels }: Bands): string | null {
  const plain = label.trim().replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '')
  const bandAt = (value: number) => bandOf(value, bounds, labels)
  const single = numberOf(plain)
  if (!Number.isNaN(single)) return bandAt(single)
  const range = /^\D{0,6}?(\d+)\s*(?:[-–—]|to)\s*(\d+)\D*$/.exec(plain)
  if (range) {
    const ends = [bandAt(Number(range[1])), bandAt(Number(range[2]))]
    return ends[0] === ends[1] ? ends[0]! : null
  }
  const over = /^(?:over |from )?(\d+)\s*(?:\+|and over|or older|and older|or over)$/i.exec(plain)
  const band = over && bandAt(Number(over[1]))
  return band && Number(over[1]) >= bounds.at(-1)! ? band : null
}
