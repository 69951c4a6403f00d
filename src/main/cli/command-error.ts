/** A failure to tell the user in one line. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}
