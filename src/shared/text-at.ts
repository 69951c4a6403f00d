/** The text at a path such as `questions.2.options.1`; anything else as JSON. */
export function textAt(body: unknown, path: string): string {
  let value = body
  for (const part of path.split('.'))
    value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[part]
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}
