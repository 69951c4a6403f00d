import { describe, expect, it } from 'vitest'
import { memorySecrets } from '../../../../test/helpers/memory-secrets.ts'
import { environmentModel, environmentSecrets } from './environment-model.ts'
import { createModelRegistry } from './model-registry.ts'
import type { ModelsConfig } from './models-config.ts'
import { combineSecrets } from './secret-store.ts'

const deps = { secrets: memorySecrets(), now: () => 0, matches: () => true }
const open = (config: ModelsConfig = {}) => createModelRegistry(config, deps)
const local = { name: 'local', baseUrl: 'http://localhost:11434/v1', model: 'llama3' }

describe('the registry', () => {
  it('has the built-in models without any set-up', () => {
    const registry = open()
    expect(registry.list()).toEqual([{ name: 'offline', rehearsal: true }])
    expect(registry.get()).toMatchObject({ name: 'offline-rehearsal-1', rehearsal: true })
    expect(registry.embedding).toMatchObject({ id: 'offline-words-256-v3', dimensions: 256 })
  })

  it('gives models by name, and the default where no name is given', () => {
    const registry = open({ chat: [local], defaultChat: 'local' })
    expect(registry.get()).toMatchObject({ name: 'llama3', rehearsal: false })
    expect(registry.get('offline').rehearsal).toBe(true)
    expect(registry.list()).toEqual([
      { name: 'offline', rehearsal: true },
      { name: 'local', rehearsal: false },
    ])
  })

  it('names what there is when asked for what is not, and falls back to nothing', () => {
    expect(() => open({ chat: [local] }).get('gpt')).toThrow(
      'There is no model gpt; there is offline, local',
    )
  })

  it.each<{ name: string; config: ModelsConfig; reason: RegExp }>([
    { name: 'a default that is not there', config: { defaultChat: 'x' }, reason: /no model x/ },
    { name: 'two of one name', config: { chat: [local, local] }, reason: /named local/ },
    {
      name: 'one named offline',
      config: { chat: [{ ...local, name: 'offline' }] },
      reason: /not set up/,
    },
    {
      name: 'a key in the open',
      config: { chat: [{ ...local, apiKey: 'sk-1' } as typeof local] },
      reason: /not set up/,
    },
    {
      name: 'a metadata address',
      config: { chat: [{ ...local, baseUrl: 'http://169.254.169.254' }] },
      reason: /link-local/,
    },
  ])('refuses $name', ({ config, reason }) => {
    expect(() => open(config)).toThrow(reason)
  })
})

describe('the environment', () => {
  const environment = {
    WORKBENCH_MODEL_BASE_URL: 'http://10.0.0.7:8000/v1',
    WORKBENCH_MODEL_NAME: 'mistral',
    WORKBENCH_MODEL_API_KEY: 'sk-env',
  }

  it('defines a model, whose key goes to its own address alone', async () => {
    const model = environmentModel(environment)!
    expect(open({ chat: [model] }).get('mistral')).toMatchObject({ name: 'mistral' })
    const secrets = combineSecrets(environmentSecrets(environment), memorySecrets())
    expect(await secrets.get(model.apiKeyRef!, 'http://10.0.0.7:8000')).toBe('sk-env')
    expect(await secrets.get(model.apiKeyRef!, 'https://evil.example')).toBeUndefined()
    expect(await secrets.get('env:HOME', 'http://10.0.0.7:8000')).toBeUndefined()
  })

  it('defines none when it says nothing, and says what is missing when it says half', () => {
    expect(environmentModel({})).toBeUndefined()
    expect(() => environmentModel({ WORKBENCH_MODEL_NAME: 'x' })).toThrow(/BASE_URL is missing/)
  })

  it('is asked first, and writes go to the store behind it', async () => {
    const secrets = combineSecrets(environmentSecrets(environment), memorySecrets())
    await secrets.set('mine', 'https://api.example.com', 'sk-2')
    expect(await secrets.get('mine', 'https://api.example.com')).toBe('sk-2')
    await secrets.remove('mine')
    expect(await secrets.get('mine', 'https://api.example.com')).toBeUndefined()
  })
})
