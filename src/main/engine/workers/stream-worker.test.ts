import { expect, it } from 'vitest'
import { streamOf } from './stream-worker.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)

it('gives the pieces in their order, each when it is asked for', async () => {
  let made = 0
  async function* pieces() {
    for (let i = 1; i <= 50; i++) {
      made = i
      yield bytes(i)
    }
  }
  const stream = await streamOf(pieces())
  expect(made).toBe(1)
  const reader = stream.getReader()
  expect((await reader.read()).value).toEqual(bytes(1))
  expect(made).toBeLessThan(5)
  const rest: number[] = []
  for (let next = await reader.read(); !next.done; next = await reader.read())
    rest.push(...next.value)
  expect(rest).toEqual(Array.from({ length: 49 }, (_, i) => i + 2))
})

it('throws what fails before the first piece, and breaks off at what fails after it', async () => {
  async function* pieces(good: number) {
    for (let i = 0; i < good; i++) yield bytes(i)
    throw new Error('The disk is gone')
  }
  await expect(streamOf(pieces(0))).rejects.toThrow('The disk is gone')
  const reader = (await streamOf(pieces(1))).getReader()
  await reader.read()
  await expect(reader.read()).rejects.toThrow('The disk is gone')
})

it('ends the pieces when they are given up, and is empty where there are none', async () => {
  let ended = false
  async function* pieces() {
    try {
      for (;;) yield bytes(1)
    } finally {
      ended = true
    }
  }
  await (await streamOf(pieces())).cancel()
  expect(ended).toBe(true)

  async function* none() {}
  expect(await new Response(await streamOf(none())).text()).toBe('')
})
