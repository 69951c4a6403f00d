export type Issue = {
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly code?: string | undefined
  readonly keys?: readonly string[]
  /** Of a union: what each of its alternatives found wrong. */
  readonly errors?: readonly (readonly Issue[])[]
}

/** Issues with each union's replaced by those of the alternative that was most likely meant. */
export function withoutUnions(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union' || !issue.errors?.length) return [issue]
    const meant = issue.errors.toSorted((a, b) => strangeness(a) - strangeness(b))[0]!
    const alternatives = issue.errors.flatMap((found) => withoutUnions(found))
    // A value that fits no alternative at all: say what each of them wants, in one line.
    if (alternatives.every(({ path }) => path.length === 0) && !meant.some(({ keys }) => keys)) {
      const message = [...new Set(alternatives.map(({ message }) => message))].join(' or ')
      return [{ path: issue.path, message }]
    }
    return withoutUnions(meant).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
  })
}

// An alternative that does not know the fields sent is not the one that was meant; then the one
// that was missed by least.
function strangeness(issues: readonly Issue[]): number {
  const unknown = issues.flatMap(({ keys }) => keys ?? []).length
  return unknown * 1_000 + issues.length
}
