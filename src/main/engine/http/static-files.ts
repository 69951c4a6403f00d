import { readFile } from 'node:fs/promises'
import { normalize, resolve, sep } from 'node:path'
import type { Context } from 'hono'
import { getMimeType } from 'hono/utils/mime'
import { EngineError } from '../errors.ts'

/**
 * One file of a folder, or undefined; never anything outside the folder.
 *
 * @param path  as it came in the address: still percent-encoded, from anybody
 */
export async function readStatic(
  folder: string,
  path: string,
): Promise<{ body: Buffer<ArrayBuffer>; type: string } | undefined> {
  const name = decodePath(path)
  if (name === undefined) return undefined
  const root = resolve(folder)
  const file = normalize(`${root}${sep}${name}`)
  if (!file.startsWith(root + sep)) return undefined
  try {
    return { body: await readFile(file), type: getMimeType(file) ?? 'application/octet-stream' }
  } catch (error) {
    // A missing file or a folder is an ordinary "not found"; anything else is a fault of the disk.
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG'].includes(code)) return undefined
    throw error
  }
}

/** The page: assets by name, every other path under /ui/ the page itself. */
export async function servePage(c: Context, folder: string): Promise<Response> {
  const path = c.req.path.replace(/^\/ui\/?/, '')
  const asset = path === '' ? undefined : await readStatic(folder, path)
  if (asset) {
    // Built assets carry a hash of their content in their name.
    const isHashed = path.startsWith('assets/')
    c.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    return c.body(asset.body, 200, { 'content-type': asset.type })
  }
  if (path.startsWith('assets/')) throw new EngineError('not_found', `No file ${c.req.path}`)
  const page = await readStatic(folder, 'index.html')
  if (!page)
    throw new EngineError('not_found', 'The interface is not built: run "npm run build" first')
  c.header('cache-control', 'no-cache')
  return c.body(page.body, 200, { 'content-type': page.type })
}

/** Undefined for what no file can be called. */
function decodePath(path: string): string | undefined {
  try {
    const name = decodeURIComponent(path)
    return name.includes('\0') ? undefined : name
  } catch {
    // Malformed percent-encoding names nothing.
    return undefined
  }
}
