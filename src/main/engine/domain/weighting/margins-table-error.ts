/** A table of margins that cannot be read; the message names the row or the variable. */
export class MarginsTableError extends Error {
  override readonly name = 'MarginsTableError'
}
