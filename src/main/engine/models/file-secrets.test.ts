import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createFileSecrets } from './file-secrets.ts'

const origin = 'https://api.example.com'
let root: string
let configDir: string
let path: string
const open = () => createFileSecrets({ configDir, workspaceDir: join(root, 'workspace') })

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'secrets-'))
  configDir = join(root, 'config')
  path = join(configDir, 'secrets.json')
})
afterEach(() => rm(root, { recursive: true, force: true }))

it('keeps a key for its origin, over a restart', async () => {
  await open().set('mine', origin, 'sk-1')
  expect(await open().get('mine', origin)).toBe('sk-1')
  expect(await open().get('mine', 'https://evil.example')).toBeUndefined()
  expect(await open().get('other', origin)).toBeUndefined()
})

it.skipIf(process.platform === 'win32')(
  'is readable by its owner alone, also after it was widened',
  async () => {
    await open().set('mine', origin, 'sk-1')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await stat(configDir)).mode & 0o777).toBe(0o700)
    await chmod(path, 0o644)
    expect(await open().get('mine', origin)).toBe('sk-1')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  },
)

it('loses nothing when keys are stored at the same time', async () => {
  const store = open()
  const refs = Array.from({ length: 20 }, (_, i) => `key-${i}`)
  await Promise.all(refs.map((ref) => store.set(ref, origin, `value of ${ref}`)))
  await store.remove('key-3')
  const stored = Object.keys(JSON.parse(await readFile(path, 'utf8')) as object)
  expect(stored.toSorted()).toEqual(refs.filter((ref) => ref !== 'key-3').toSorted())
})

it('has no keys before the first is stored, and removing one then is fine', async () => {
  expect(await open().get('mine', origin)).toBeUndefined()
  await open().remove('mine')
})

it('says which file is broken, and does not write over it', async () => {
  await open().set('mine', origin, 'sk-1')
  await writeFile(path, '{"mine": ')
  await expect(open().get('mine', origin)).rejects.toMatchObject({ code: 'unavailable' })
  await expect(open().set('other', origin, 'sk-2')).rejects.toMatchObject({ code: 'unavailable' })
  expect(await readFile(path, 'utf8')).toBe('{"mine": ')
})

it.each(['', 'config', 'deep/config'])('refuses to keep keys in the workspace: "%s"', (inside) => {
  const workspaceDir = join(root, 'workspace')
  const create = () => createFileSecrets({ configDir: join(workspaceDir, inside), workspaceDir })
  expect(create).toThrow(/outside of the workspace/)
})
