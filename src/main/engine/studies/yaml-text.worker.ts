import { stringify } from 'yaml'
import { answerOnce } from '../workers/answer-once.ts'
import { readYaml, type YamlRead } from './yaml-text.ts'

/** A text to read, or a value to write. */
export type YamlWork = { readonly text: string } | { readonly value: unknown }

answerOnce<YamlWork, YamlRead | string>((work) =>
  'text' in work ? readYaml(work.text) : stringify(work.value),
)
