import { z } from 'zod'
import type { TenantId } from '../../../shared/contract/ids.ts'
import { PersonaSeed, type ImportReport } from '../../../shared/contract/personas.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import {
  createPersonas,
  type CreateDeps,
  type CreateOptions,
  type NewPersona,
} from './create-personas.ts'
import { readLines, type ImportFormat, type ImportLine } from './import-lines.ts'

export type ImportRequest = {
  source: string | AsyncIterable<string>
  format: ImportFormat
  /** Default 0. */
  randomSeed?: number | undefined
}

/** A line that is not a seed itself: with a seed, and what an export adds. */
const Wrapped = z.strictObject({
  seed: PersonaSeed,
  randomSeed: z.number().int().min(0).optional(),
  persona: z.unknown().optional(),
})
const MAX_ERRORS = 1000

export type ReadPersonas = {
  wanted: NewPersona[]
  /** Lines that cannot become a persona; `errors` holds the first 1,000. */
  failed: number
  errors: ImportReport['errors']
}

/**
 * Good lines become personas, bad ones are reported with their number. Equal seeds in one file are
 * different people: the second is generated with the next random seed, and so on.
 *
 * @throws EngineError `invalid_input` when the file as a whole cannot be read, `usage_limit_exceeded`
 */
export async function importPersonas(
  deps: CreateDeps,
  tenantId: TenantId,
  request: ImportRequest,
  options: CreateOptions = {},
): Promise<ImportReport> {
  const { wanted, failed, errors } = await readPersonas(request, options.signal)
  errors.sort((a, b) => a.line - b.line)
  const created = await createPersonas(deps, tenantId, wanted, options)
  return { imported: created.length, failed, personaIds: created.map(({ id }) => id), errors }
}

/** What a file asks for, stored nowhere. @throws EngineError `invalid_input` */
export async function readPersonas(
  { source, format, randomSeed = 0 }: ImportRequest,
  signal?: AbortSignal,
): Promise<ReadPersonas> {
  const wanted: NewPersona[] = []
  const errors: ImportReport['errors'] = []
  let failed = 0
  const tellApart = createTwinCounter(randomSeed)
  for await (const item of readLines(source, format)) {
    signal?.throwIfAborted()
    const result = parseItem(item)
    if (result.wanted) {
      wanted.push(tellApart(result.wanted))
    } else {
      failed += 1
      if (errors.length < MAX_ERRORS)
        errors.push(...result.errors.slice(0, MAX_ERRORS - errors.length))
    }
  }
  return { wanted, failed, errors }
}

type Parsed =
  | { wanted: NewPersona; errors?: undefined }
  | { wanted?: undefined; errors: ImportReport['errors'] }

function parseItem({ line, value, error }: ImportLine): Parsed {
  if (error !== undefined) return { errors: [{ line, path: '', message: error }] }
  const wrapped = typeof value === 'object' && value !== null && 'seed' in value
  const result = wrapped
    ? Wrapped.safeParse(value)
    : PersonaSeed.transform((seed) => ({ seed, randomSeed: undefined })).safeParse(value)
  if (!result.success) {
    const errors = result.error.issues.map(({ path, message }) => ({
      line,
      path: path.map(String).join('.'),
      message,
    }))
    return { errors }
  }
  return { wanted: { seed: result.data.seed, randomSeed: result.data.randomSeed } }
}

function createTwinCounter(randomSeed: number): (wanted: NewPersona) => NewPersona {
  const counts = new Map<string, number>()
  return (wanted) => {
    // Who names a random seed means it.
    if (wanted.randomSeed !== undefined) return wanted
    const key = canonicalJson(wanted.seed)
    const earlier = counts.get(key) ?? 0
    counts.set(key, earlier + 1)
    return { ...wanted, randomSeed: randomSeed + earlier }
  }
}
