type Schema = {
  $ref?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  const?: unknown
  type?: string
}

/** Paths of the fields a JSON Schema knows and none of the values had. */
export function fieldsMissingFrom(root: object, values: readonly unknown[]): string[] {
  const definitions = (root as { definitions: Record<string, Schema> }).definitions
  const known = new Set<string>()
  const had = new Set<string>()
  const visited = new Set<string>()

  const resolve = (schema: Schema, path: string): [Schema, string] => {
    const name = schema.$ref?.split('/').at(-1)
    return name === undefined ? [schema, path] : [definitions[name]!, name]
  }

  function list(given: Schema, at: string): void {
    const [schema, path] = resolve(given, at)
    if (given.$ref && visited.has(path)) return
    visited.add(path)
    for (const [key, inner] of Object.entries(schema.properties ?? {})) {
      known.add(`${branchOf(schema, path)}.${key}`)
      list(inner, `${branchOf(schema, path)}.${key}`)
    }
    if (schema.items) list(schema.items, `${path}[]`)
    for (const one of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])])
      list(one, path)
  }

  function mark(given: Schema, at: string, value: unknown): void {
    const [schema, path] = resolve(given, at)
    if (Array.isArray(value))
      for (const item of value) if (schema.items) mark(schema.items, `${path}[]`, item)
    for (const one of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])])
      if (fits(one, value)) mark(one, path, value)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return
    for (const [key, inner] of Object.entries(value)) {
      const property = schema.properties?.[key]
      if (!property) continue
      had.add(`${branchOf(schema, path)}.${key}`)
      mark(property, `${branchOf(schema, path)}.${key}`, inner)
    }
  }

  function fits(given: Schema, value: unknown): boolean {
    const [schema] = resolve(given, '')
    if (schema.type === 'array') return Array.isArray(value)
    if (!schema.properties || typeof value !== 'object' || value === null) return !schema.properties
    const { properties, required = [] } = schema
    return (
      Object.keys(value).every((key) => key in properties) &&
      required.every((key) => key in value) &&
      Object.entries(value).every(([key, inner]) => {
        const constant = properties[key]!.const
        return constant === undefined || constant === inner
      })
    )
  }

  list(root as Schema, '')
  for (const value of values) mark(root as Schema, '', value)
  return [...known].filter((path) => !had.has(path)).toSorted()
}

/** The branches of a union are told apart by the constant that each has. */
function branchOf({ properties }: Schema, path: string): string {
  const constant = properties?.['type']?.const
  return typeof constant === 'string' ? `${path}<${constant}>` : path
}
