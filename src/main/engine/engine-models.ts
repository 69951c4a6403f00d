import { homedir } from 'node:os'
import { join } from 'node:path'
import type { ReadDb } from './db/schema.ts'
import { matches } from './domain/criteria/matches.ts'
import { environmentModel, environmentSecrets } from './models/environment-model.ts'
import { createFileSecrets } from './models/file-secrets.ts'
import { createModelRegistry, type ModelRegistry } from './models/model-registry.ts'
import { ModelsConfig } from './models/models-config.ts'
import { combineSecrets, type SecretStore } from './models/secret-store.ts'
import { getSetting } from './tenancy/settings.ts'

export type OpenModelsOptions = {
  now: () => number
  workspaceDir: string
  secrets?: SecretStore | undefined
}

/** The models of a workspace: built in, from its setting `models`, from the environment. */
export async function openModels(
  db: ReadDb,
  { now, workspaceDir, secrets = defaultSecrets(workspaceDir) }: OpenModelsOptions,
): Promise<ModelRegistry> {
  const setting = ModelsConfig.parse((await getSetting(db, 'models')) ?? {})
  const named = environmentModel(process.env)
  const others = setting.chat.filter(({ name }) => name !== named?.name)
  const chat = named ? [...others, named] : others
  return createModelRegistry({ ...setting, chat }, { matches, secrets, now })
}

/** Outside the workspace: a copied workspace carries no key. */
function defaultSecrets(workspaceDir: string): SecretStore {
  const config = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
  return combineSecrets(
    environmentSecrets(process.env),
    createFileSecrets({ configDir: join(config, 'persona-workbench'), workspaceDir }),
  )
}
