import type { ReadDb } from '../db/schema.ts'
import { environmentModel, type Environment } from './environment-model.ts'
import { parseModelsConfig, type ModelsConfig } from './models-config.ts'
import { findModelsSetting } from './models.repo.ts'

/**
 * The models of the workspace and the one of the environment, which takes the place of one of its
 * name and is the default where the workspace names none.
 */
export async function loadModelsConfig(
  db: ReadDb,
  environment: Environment,
): Promise<ModelsConfig> {
  const stored = parseModelsConfig((await findModelsSetting(db)) ?? {})
  const own = environmentModel(environment)
  if (!own) return stored
  return {
    ...stored,
    chat: [...stored.chat.filter(({ name }) => name !== own.name), own],
    defaultChat: stored.defaultChat ?? own.name,
  }
}
