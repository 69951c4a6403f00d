/**
 * What a condition or an answer fills in differs from task to task: where all of them are spoken of,
 * it is a blank with its name. `{{thing}}` → "[thing]", `{{answers.use}}` → "[answer to use]".
 */
export function readable(text: string): string {
  return text.replaceAll(/\{\{\s*([^{}]+?)\s*\}\}/g, (_, name: string) =>
    name.startsWith('answers.') ? `[answer to ${name.slice('answers.'.length)}]` : `[${name}]`,
  )
}
