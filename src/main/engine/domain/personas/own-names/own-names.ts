/** Common names of one language, each once, separated by white space. */
export type OwnNames = {
  readonly women: string
  readonly men: string
  /** In a form that every gender bears. */
  readonly families: string
}
