/** Question ids of Qualtrics (`QID1`) to ids of ours, and back. */
export type Names = ReadonlyMap<string, string>

/**
 * Text with what Qualtrics pipes in as our variables.
 *
 * @param lost  told what is piped in that has no counterpart; its place in the text stays empty
 */
export function fromPiped(text: string, names: Names, lost: (what: string) => void): string {
  return text.replaceAll(/\$\{([^{}]{1,300})\}/g, (whole, inner: string) => {
    const field = /^e:\/\/Field\/(.+)$/.exec(inner)?.[1]
    if (field) return `{{${field.trim()}}}`
    const asked = /^q:\/\/(QID\w+)\/(?:ChoiceGroup\/SelectedChoices|ChoiceTextEntryValue)/.exec(
      inner,
    )
    const id = asked && names.get(asked[1]!)
    if (id) return `{{answers.${id}}}`
    lost(whole)
    return ''
  })
}

/**
 * Text with our variables as Qualtrics pipes them in.
 *
 * @param locatorOf  of the answer to a question of ours; undefined: there is none
 */
export function toPiped(
  text: string,
  locatorOf: (id: string) => string | undefined,
  lost: (what: string) => void,
): string {
  return text.replaceAll(/\{\{\s*([^{}]+?)\s*\}\}/g, (whole, name: string) => {
    if (!name.startsWith('answers.')) return `\${e://Field/${name}}`
    const locator = locatorOf(name.slice('answers.'.length))
    if (locator) return `\${${locator}}`
    lost(whole)
    return ''
  })
}
