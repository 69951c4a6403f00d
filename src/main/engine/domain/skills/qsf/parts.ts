/** An object of a file of someone else: only own keys are read, so no key of it is special. */
export type Part = Readonly<Record<string, unknown>>

export function partOf(value: unknown): Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Part) : {}
}

export function own(part: unknown, key: string): unknown {
  return typeof part === 'object' && part !== null && Object.hasOwn(part, key)
    ? (part as Part)[key]
    : undefined
}

/** A text or number as text; anything else is empty. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** A number, also one written as text; undefined for the rest. */
export function numberOf(value: unknown): number | undefined {
  if (textOf(value).trim() === '') return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}

/** Qualtrics writes a list as an array, or as an object with the keys "0", "1"… */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  const part = partOf(value)
  return Object.keys(part)
    .filter((key) => /^\d+$/.test(key))
    .sort((a, b) => Number(a) - Number(b))
    .map((key) => part[key])
}

/** What a list holds, whatever an object that stands for one calls its keys. */
export function valuesOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : Object.values(partOf(value))
}

/** Choices in the order shown: by key, those that the order forgets last. */
export function inOrder(items: unknown, order: unknown): (readonly [key: string, item: Part])[] {
  const part = Array.isArray(items)
    ? Object.fromEntries(items.map((item, i) => [String(i + 1), item]))
    : partOf(items)
  const keys = Object.keys(part)
  const wanted = listOf(order).map(textOf)
  const sorted = [...new Set([...wanted.filter((key) => Object.hasOwn(part, key)), ...keys])]
  return sorted.map((key) => [key, partOf(part[key])])
}
