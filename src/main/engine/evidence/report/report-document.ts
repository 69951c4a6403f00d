/** What a report says, whatever it is written as. Text is plain: whoever writes it escapes it. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 3 | 4; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly tone?: 'lead' | 'small' }
  /** What a reader must not overlook: a rehearsal, a run that is not finished. */
  | { readonly kind: 'label'; readonly title: string; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  /** An SVG that stands alone, its title within. */
  | { readonly kind: 'figure'; readonly svg: string }
  | { readonly kind: 'legend'; readonly entries: readonly { colour: string; text: string }[] }
  | Table
  | { readonly kind: 'quote'; readonly text: string; readonly source: string }

export type ListItem = { readonly text: string; readonly note?: string }
export type Table = {
  readonly kind: 'table'
  readonly caption: string
  readonly head: readonly string[]
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly string[])[]
}

export type Section = {
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

export type ReportDocument = {
  readonly title: string
  /** Which run of how many, by which model, when. */
  readonly kicker: string
  /** Said at the head of every page; null where there is nothing to warn of. */
  readonly label: string | null
  /** What fits on the first page. */
  readonly summary: readonly Block[]
  readonly sections: readonly Section[]
  /** What finds the run again: in the foot of every page. */
  readonly source: string
}
