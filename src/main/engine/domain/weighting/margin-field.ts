import { CriterionField } from '../../../../shared/contract/cohorts.ts'

/** What tables call the fields of a persona. */
const ALIASES: Readonly<Record<string, string>> = {
  'age group': 'age',
  'age band': 'age',
  sex: 'gender',
  occupation: 'baseOccupation',
  job: 'baseOccupation',
  place: 'location',
  city: 'location',
  'household income': 'income',
  'household type': 'household',
  'education level': 'education',
}
const SEED_FIELDS = ['age', 'gender', 'location', 'education', 'income', 'household', 'language']

/** The field of a persona a table means: "Age" is `age`, "Sex" `gender`, "Region" `attributes.region`. */
export function fieldOf(name: string): string {
  const text = name.trim()
  if (CriterionField.safeParse(text).success) return text
  const plain = text.toLocaleLowerCase('en').replaceAll(/[_\s]+/g, ' ')
  const known = ALIASES[plain] ?? SEED_FIELDS.find((field) => field === plain)
  return known ?? `attributes.${text}`
}
