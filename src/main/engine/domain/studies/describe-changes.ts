import type { StudyChange } from '../../../../shared/contract/study-history.ts'

/** A field in words: a text, or a list whose items come and go; null where there is none. */
export type Described = string | readonly string[] | null
/** By path; the label is what people call it. */
export type DescribedFields = Readonly<Record<string, { label: string; value: Described }>>

/** What is otherwise in `after`, field by field in the order of `after`, in plain sentences. */
export function describeChanges(before: DescribedFields, after: DescribedFields): StudyChange[] {
  const paths = new Set([...Object.keys(after), ...Object.keys(before)])
  return [...paths].flatMap((path) => {
    const label = (after[path] ?? before[path])!.label
    const [old, now] = [before[path]?.value ?? null, after[path]?.value ?? null]
    return isList(old) || isList(now)
      ? listChanges(path, label, listOf(old), listOf(now))
      : textChanges(path, label, old, now)
  })
}

function textChanges(
  path: string,
  label: string,
  before: string | null,
  after: string | null,
): StudyChange[] {
  if (before === after) return []
  return [{ path, label, before, after, sentence: sentenceOf(label, before, after) }]
}

function listChanges(
  path: string,
  label: string,
  before: readonly string[],
  after: readonly string[],
): StudyChange[] {
  const gone = before.filter((item) => !after.includes(item))
  const come = after.filter((item) => !before.includes(item))
  const moved = gone.length === 0 && come.length === 0 && before.join('\n') !== after.join('\n')
  return [
    ...gone.map((item) => ({
      path,
      label,
      before: item,
      after: null,
      sentence: `${label}: “${item}” was taken out.`,
    })),
    ...come.map((item) => ({
      path,
      label,
      before: null,
      after: item,
      sentence: `${label}: “${item}” was added.`,
    })),
    ...(moved
      ? [
          {
            path,
            label,
            before: before.join(', '),
            after: after.join(', '),
            sentence: `${label}: the order is now ${after.join(', ')}.`,
          },
        ]
      : []),
  ]
}

function sentenceOf(label: string, before: string | null, after: string | null): string {
  if (before === null) return `${label}: “${after}” was added.`
  if (after === null) return `${label}: “${before}” was taken out.`
  return `${label}: “${before}” became “${after}”.`
}

function isList(value: Described): value is readonly string[] {
  return Array.isArray(value)
}

function listOf(value: Described): readonly string[] {
  if (value === null) return []
  return isList(value) ? value : [value as string]
}
