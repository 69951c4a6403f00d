const CHARACTERS_PER_TOKEN = 4

/** Tokens a text takes, roughly: about four characters of English each. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN)
}
