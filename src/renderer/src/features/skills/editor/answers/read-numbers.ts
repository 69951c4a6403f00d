/** Numbers apart by commas, semicolons or blanks; undefined where something is not one. */
export function readNumbers(text: string): number[] | undefined {
  const numbers = text
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map(Number)
  return numbers.every(Number.isFinite) ? numbers : undefined
}
