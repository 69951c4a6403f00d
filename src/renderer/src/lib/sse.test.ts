import { expect, it } from 'vitest'
import { createSseParser, readSse } from './sse.ts'

it('gives an event once its blank line has come, however it was cut', () => {
  const parse = createSseParser()
  expect(parse('event: token\ndata: {"del')).toEqual([])
  expect(parse('ta":"a"}\n')).toEqual([])
  expect(parse('\nevent: done\ndata: {}\n\n')).toEqual([
    { event: 'token', data: '{"delta":"a"}' },
    { event: 'done', data: '{}' },
  ])
})

it('drops comments, joins data lines and names unnamed events message', () => {
  const parse = createSseParser()
  expect(parse(': keep-alive\n\ndata: one\ndata: two\n\n')).toEqual([
    { event: 'message', data: 'one\ntwo' },
  ])
})

it('takes carriage returns', () => {
  expect(createSseParser()('event: ready\r\ndata:x\r\n\r\n')).toEqual([
    { event: 'ready', data: 'x' },
  ])
})

it('reads a response to its end', async () => {
  const found: string[] = []
  for await (const { data } of readSse(new Response('data: 1\n\ndata: 2\n\n'))) found.push(data)
  expect(found).toEqual(['1', '2'])
})
