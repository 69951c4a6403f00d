import { expect, it } from 'vitest'
import type { Remembered } from '../prompting/turn.ts'
import { createRunMemory } from './run-memory.ts'

const nothing: Remembered = { recalled: [], probed: [], pressure: {}, surfaced: [] }

it('looks once for a persona and a question, and again where a look failed', async () => {
  const memory = createRunMemory()
  let looks = 0
  const look = async () => {
    looks += 1
    if (looks === 1) throw new DOMException('interrupted', 'AbortError')
    return nothing
  }
  await expect(memory.recalled('a', 'Why?', look)).rejects.toThrow('interrupted')
  expect(await memory.recalled('a', 'Why?', look)).toBe(nothing)
  await memory.recalled('a', 'Why?', look)
  expect(looks).toBe(2)
  await memory.recalled('b', 'Why?', look)
  await memory.recalled('a', 'How?', look)
  expect(looks).toBe(4)
})
