/** Labels that go wherever a picture or a table goes. */
export function captionLabels({
  rehearsal,
  provisional,
}: {
  rehearsal: boolean
  provisional: boolean
}): string[] {
  return [
    ...(rehearsal ? ['Rehearsal: the built-in model answered, not evidence about people'] : []),
    ...(provisional ? ['Provisional: the run is not finished'] : []),
  ]
}
