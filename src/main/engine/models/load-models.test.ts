import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from '../db/open.ts'
import type { WriteDb } from '../db/schema.ts'
import { loadModelsConfig } from './load-models.ts'
import { saveModelsSetting } from './models.repo.ts'

const local = { name: 'local', baseUrl: 'http://localhost:11434/v1', model: 'llama3' }
const environment = {
  WORKBENCH_MODEL_BASE_URL: 'https://api.example.com/v1',
  WORKBENCH_MODEL_NAME: 'big',
}

let db: WriteDb
beforeEach(async () => {
  ;({ db } = await openDatabase(':memory:'))
})
afterEach(() => db.destroy())

it('has nothing set up in a new workspace', async () => {
  expect(await loadModelsConfig(db, {})).toEqual({ chat: [] })
})

it('reads what was saved last', async () => {
  await saveModelsSetting(db, { chat: [{ ...local, model: 'older' }] })
  await saveModelsSetting(db, { chat: [local], defaultChat: 'local' })
  expect(await loadModelsConfig(db, {})).toEqual({ chat: [local], defaultChat: 'local' })
})

it('adds the model of the environment, as the default where the workspace names none', async () => {
  const own = { name: 'big', baseUrl: 'https://api.example.com/v1', model: 'big' }
  await saveModelsSetting(db, { chat: [local, { ...local, name: 'big' }] })
  expect(await loadModelsConfig(db, environment)).toEqual({
    chat: [local, { ...own, allowPrivateNetwork: true }],
    defaultChat: 'big',
  })
  await saveModelsSetting(db, { chat: [local], defaultChat: 'local' })
  expect(await loadModelsConfig(db, environment)).toMatchObject({ defaultChat: 'local' })
})

it('refuses a setting that somebody broke, naming the field', async () => {
  await db
    .insertInto('setting')
    .values({ name: 'models', value: '{"chat":[{"name":"x","baseUrl":5,"model":"m"}]}' })
    .execute()
  await expect(loadModelsConfig(db, {})).rejects.toMatchObject({
    code: 'invalid_input',
    details: [{ path: 'chat.0.baseUrl' }],
  })
})
