import { readFile } from 'node:fs/promises'
import { join, normalize, sep } from 'node:path'
import type { Context } from 'hono'
import { getMimeType } from 'hono/utils/mime'
import { EngineError } from '../errors.ts'

/** One file of a folder, or undefined; never anything outside the folder. */
export async function readStatic(
  folder: string,
  path: string,
): Promise<{ body: Buffer<ArrayBuffer>; type: string } | undefined> {
  const file = normalize(join(folder, path))
  if (!file.startsWith(normalize(folder + sep))) return undefined
  try {
    return { body: await readFile(file), type: getMimeType(file) ?? 'application/octet-stream' }
  } catch (error) {
    // A missing file or a folder is an ordinary "not found"; anything else is a fault of the disk.
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return undefined
    throw error
  }
}

/** The page: assets by name, every other path under /ui/ the page itself. */
export async function servePage(c: Context, folder: string): Promise<Response> {
  const path = decodeURIComponent(c.req.path.replace(/^\/ui\/?/, ''))
  const asset = path === '' ? undefined : await readStatic(folder, path)
  if (asset) {
    // Built assets carry a hash of their content in their name.
    if (path.startsWith('assets/')) c.header('cache-control', 'public, max-age=31536000, immutable')
    return c.body(asset.body, 200, { 'content-type': asset.type })
  }
  if (path.startsWith('assets/')) throw new EngineError('not_found', `No file ${c.req.path}`)
  const page = await readStatic(folder, 'index.html')
  if (!page)
    throw new EngineError('not_found', 'The interface is not built: run "npm run build" first')
  c.header('cache-control', 'no-cache')
  return c.body(page.body, 200, { 'content-type': page.type })
}
