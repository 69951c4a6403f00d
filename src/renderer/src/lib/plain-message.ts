const rules: readonly [pattern: RegExp, plain: string][] = [
  [/^Invalid input: expected .+, received undefined$/, 'is missing'],
  [/^Invalid input: expected number, received (string|NaN)$/, 'must be a number'],
  [/^Invalid input: expected int, received number$/, 'must be a whole number'],
  [/^Invalid input: expected (\w+), received (\w+)$/, 'must be a $1, not a $2'],
  [/^Too big: expected number to be <=(\S+)$/, 'must be at most $1'],
  [/^Too big: expected number to be <(\S+)$/, 'must be under $1'],
  [/^Too small: expected number to be >=(\S+)$/, 'must be at least $1'],
  [/^Too small: expected number to be >(\S+)$/, 'must be over $1'],
  [/^Too small: expected string to have >=1 characters$/, 'is empty'],
  [/^Too big: expected string to have <=(\d+) characters$/, 'must be at most $1 characters long'],
  [/^Too small: expected array to have >=(\d+) items$/, 'needs at least $1'],
  [/^Invalid option: expected one of (.+)$/, 'must be one of $1'],
  [/^Unrecognized keys?: (.+)$/, 'has an unknown field: $1'],
]

/** What a schema says, in words for people; anything else as it is. */
export function toPlainMessage(message: string): string {
  for (const [pattern, plain] of rules) {
    if (pattern.test(message)) return message.replace(pattern, plain)
  }
  return message
}
