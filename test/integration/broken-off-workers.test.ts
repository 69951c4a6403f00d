import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const NATIVE = ['@lancedb/lancedb', 'better-sqlite3']
/** What a file loads: its `import`s and `export … from`s, late ones too, types aside. */
const LOADED =
  /^(?:import|export)\s+(?:(?!type\b)[^'";]*?from\s+)?'(?<from>[^']+)'|\bimport\('(?<late>[^']+)'\)/gm

/** Packages that a file loads, itself or through what it imports. */
function packagesOf(file: string): Set<string> {
  const packages = new Set<string>()
  const seen = new Set<string>()
  const look = (path: string) => {
    if (seen.has(path)) return
    seen.add(path)
    for (const { groups } of readFileSync(path, 'utf8').matchAll(LOADED)) {
      const loaded = (groups!.from ?? groups!.late)!
      if (loaded.startsWith('.')) look(join(dirname(path), loaded))
      else packages.add(loaded)
    }
  }
  look(file)
  return packages
}

const workers = globSync('src/main/engine/**/*.worker.ts')
// Those of `runWorker` answer once; patterns are the only work that is broken off besides.
const brokenOff = workers.filter(
  (file) =>
    file.endsWith('match-pattern.worker.ts') || /answer-once/.test(readFileSync(file, 'utf8')),
)

describe('a worker that is broken off', () => {
  it.each(brokenOff)('%s loads no native module', (file) => {
    const packages = packagesOf(file)
    expect(NATIVE.filter((name) => packages.has(name))).toEqual([])
  })

  it('is one of many, and others do load some', () => {
    expect(brokenOff.length).toBeGreaterThan(10)
    const [finders] = workers.filter((file) => file.endsWith('finders.worker.ts'))
    expect(packagesOf(finders!)).toContain('better-sqlite3')
  })
})
