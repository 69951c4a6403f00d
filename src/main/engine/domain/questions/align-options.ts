import { escapePattern } from '../text/escape-pattern.ts'

/**
 * Index of each template option among the options as shown: filled in and perhaps in another order.
 * Options that match nothing take the places left over, in order.
 */
export function alignOptions(templates: readonly string[], shown: readonly string[]): number[] {
  const places = new Map(shown.map((text, index) => [text, index]))
  if (templates.every((template) => places.has(template))) {
    return templates.map((template) => places.get(template)!)
  }
  const free = new Set(shown.keys())
  const take = (index: number | undefined) => {
    if (index !== undefined) free.delete(index)
    return index
  }
  const exact = templates.map((template) =>
    take([...free].find((index) => shown[index] === template)),
  )
  const filled = exact.map(
    (index, i) => index ?? take([...free].find((at) => isFilled(templates[i]!, shown[at]!))),
  )
  return filled.map((index) => index ?? take(free.values().next().value) ?? -1)
}

function isFilled(template: string, text: string): boolean {
  const parts = template.split(/\{\{[^{}]*\}\}/)
  if (parts.length === 1) return false
  const pattern = parts.map(escapePattern).join('[^]*')
  return new RegExp(`^${pattern}$`).test(text)
}
